"""What the pages' sources must hold to: the policy, the tokens, the sizes, one catalogue."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

FRONTEND = Path(__file__).resolve().parents[2] / "frontend"
SOURCES = FRONTEND / "src"
TOKENS = SOURCES / "styles" / "tokens.css"
FILES = sorted(path for path in SOURCES.rglob("*") if path.suffix in {".svelte", ".ts", ".css"})
PAGES = [path for path in FILES if path.suffix == ".svelte"]
WRITTEN = [path for path in FILES if not path.name.endswith((".gen.ts", ".test.ts"))]


def name(path: Path) -> str:
    return path.relative_to(SOURCES).as_posix()


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_no_page_carries_inline_style_or_raw_markup(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    markup = re.sub(r"<(script|style)\b.*?</\1>", "", text, flags=re.S)
    assert not re.search(r"\sstyle=", markup)
    assert "{@html" not in markup
    assert not re.search(r"\son[a-z]+=\"", markup)


@pytest.mark.parametrize("path", WRITTEN, ids=name)
def test_no_source_grows_beyond_five_hundred_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 500


@pytest.mark.parametrize("path", WRITTEN, ids=name)
def test_no_source_fetches_from_elsewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"https?://(?!\$)", text)


def catalogue() -> dict[str, str]:
    """Key to the whole entry, for every sentence."""
    entry = re.compile(r"^  '?([\w.]+)'?: (\{(?:[^{}]|\{[^{}]*\})*\}),$", re.M)
    found: dict[str, str] = {}
    for path in sorted((SOURCES / "lib" / "i18n" / "words").glob("*.ts")):
        for key, body in entry.findall(_flat(path.read_text(encoding="utf-8"))):
            assert key not in found, f"{key} is there twice"
            found[key] = body
    return found


def _flat(text: str) -> str:
    """Entries on one line each, their inner braces kept to one level."""
    text = re.sub(r"\{(\w+)\}", r"<\1>", text)
    return re.sub(r"\n {4,}|\n  (?=\},)", " ", text)


def test_every_sentence_stands_in_both_languages() -> None:
    words = catalogue()
    written = "".join(
        path.read_text(encoding="utf-8")
        for path in (SOURCES / "lib" / "i18n" / "words").glob("*.ts")
    )
    assert len(words) == len(re.findall(r"\ben: ['{]", written)) + len(
        re.findall(r"\ben:\n", written)
    )
    for key, body in words.items():
        assert re.search(r"\ben: ", body), key
        assert re.search(r"\bfr: ", body), key


def test_every_kind_of_event_has_its_sentence() -> None:
    generated = (SOURCES / "lib" / "wire.gen.ts").read_text(encoding="utf-8")
    union = re.search(r"export type AnyEvent =(.*?);", generated, re.S)
    told = (SOURCES / "lib" / "game" / "told.ts").read_text(encoding="utf-8")
    assert union is not None
    for kind in re.findall(r"\| (\w+)", union[1]):
        tag = re.sub(r"(?<!^)([A-Z])", r"_\1", kind).lower()
        assert re.search(rf"^  {tag}: ", told, re.M), tag


def test_the_words_that_bind_stand_verbatim() -> None:
    """Screens 6: the sentences that were agreed."""
    words = catalogue()
    agreed = {
        "join.take": ("Take a seat", "Prendre place"),
        "silence.nothing": ("Saying nothing is agreeing.", "Qui ne dit mot consent."),
        "break.open": ("Break silence…", "Rompre le silence…"),
        "silence.closing": (
            "Time. The server is counting what arrived.",
            "Terme atteint. Le serveur relève ce qui est arrivé.",
        ),
        "silence.adopted": (
            "Adopted at <time>. Nobody objected.",
            "Adoptée à <time>. Personne n’a objecté.",
        ),
        "brief.only": ("Only your delegation sees this.", "Visible de votre seule délégation."),
    }
    for key, (english, french) in agreed.items():
        assert english in words[key]
        assert french in words[key]


# Contrast, from the token file (Screens 2) ------------------------------------------------


def themes() -> dict[str, dict[str, str]]:
    """Theme to token to colour, as the file has them."""
    text = TOKENS.read_text(encoding="utf-8")
    blocks = {
        "light": r":root \{\s*color-scheme: light;(.*?)\}",
        "dark": r":root\[data-theme='dark'\] \{(.*?)\}",
        "dark by the machine": r":root:not\(\[data-theme\]\) \{(.*?)\}",
    }
    found = {}
    for theme, pattern in blocks.items():
        block = re.search(pattern, text, re.S)
        assert block is not None, theme
        found[theme] = dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", block[1]))
    return found


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb` (WCAG 2)."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ratio(one: str, other: str) -> float:
    """Contrast of two colours, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


TEXT = [
    *((ink, ground) for ink in ("ink", "ink2", "ink3") for ground in ("table", "sheet")),
    *((ink, "raise") for ink in ("ink", "ink2", "ours", "alarm")),
    *((ink, "table") for ink in ("live", "ours", "res", "alarm", "agreed")),
    *((ink, "sheet") for ink in ("live", "ours", "res", "alarm", "agreed")),
    ("onlive", "live"),
    ("onours", "ours"),
    ("ours", "oursbg"),
    ("res", "resbg"),
    ("ink", "resbg"),
    ("table", "ink"),
]
MARKS = [("rule2", "table"), ("rule2", "sheet"), ("live", "table")]


@pytest.mark.parametrize("theme", ["light", "dark", "dark by the machine"])
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_stands_out_from_its_ground(theme: str, ink: str, ground: str) -> None:
    tokens = themes()[theme]
    assert ratio(tokens[ink], tokens[ground]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark", "dark by the machine"])
@pytest.mark.parametrize(("mark", "ground"), MARKS)
def test_marks_and_edges_stand_out_from_their_ground(theme: str, mark: str, ground: str) -> None:
    tokens = themes()[theme]
    assert ratio(tokens[mark], tokens[ground]) >= 3


def test_the_dark_that_was_chosen_is_the_dark_of_the_machine() -> None:
    found = themes()
    assert found["dark"] == found["dark by the machine"]
    assert set(found["dark"]) == set(found["light"])
