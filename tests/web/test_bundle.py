"""What the shell reads from Vite's manifest."""

from __future__ import annotations

from wargame.web.bundle import from_manifest

FONTS = "node_modules/@fontsource-variable"
MANIFEST = {
    "_shared.js": {"file": "assets/shared-1.js", "css": ["assets/shared-1.css"]},
    "src/main.ts": {
        "file": "assets/main-1.js",
        "isEntry": True,
        "css": ["assets/main-1.css"],
        "imports": ["_shared.js"],
        "dynamicImports": ["src/late.ts"],
    },
    "src/late.ts": {"file": "assets/late-1.js", "css": ["assets/late-1.css"]},
    f"{FONTS}/archivo/files/archivo-latin-wdth-normal.woff2": {"file": "assets/a.woff2"},
    f"{FONTS}/archivo/files/archivo-latin-ext-wdth-normal.woff2": {"file": "assets/b.woff2"},
    f"{FONTS}/source-serif-4/files/source-serif-4-latin-wght-normal.woff2": {
        "file": "assets/c.woff2"
    },
    f"{FONTS}/source-serif-4/files/source-serif-4-latin-wght-italic.woff2": {
        "file": "assets/d.woff2"
    },
}


def test_the_first_page_gets_the_entry_and_what_it_imports_at_once() -> None:
    found = from_manifest(MANIFEST, "/static/")
    assert found.entry == "/static/assets/main-1.js"
    assert found.modules == ("/static/assets/shared-1.js",)
    assert found.styles == ("/static/assets/main-1.css", "/static/assets/shared-1.css")


def test_only_the_two_upright_latin_faces_are_fetched_first() -> None:
    found = from_manifest(MANIFEST, "/static/")
    assert found.fonts == ("/static/assets/a.woff2", "/static/assets/c.woff2")
