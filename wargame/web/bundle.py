"""The built front end as the shell needs it: hashed names from Vite's manifest."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import msgspec
from django.conf import settings

ENTRY = "src/main.ts"
# The two upright Latin faces are on every first screen; the others come when a sign asks.
_FIRST_FONTS = re.compile(r"(archivo|source-serif-4)-latin-[a-z]+-normal[^/]*\.woff2$")


class Bundle(msgspec.Struct, frozen=True):
    """Addresses of what the first page needs, most urgent first."""

    entry: str
    styles: tuple[str, ...]
    fonts: tuple[str, ...]
    modules: tuple[str, ...]
    """What the entry imports at once."""


_kept: dict[tuple[Path, int], Bundle] = {}


def bundle() -> Bundle | None:
    """The bundle as it was last built; None if it never was. Reads a file when it changed."""
    file = Path(settings.FRONTEND_MANIFEST)
    try:
        stamp = (file, file.stat().st_mtime_ns)
        if stamp not in _kept:
            found = from_manifest(msgspec.json.decode(file.read_bytes()), settings.STATIC_URL)
            _kept.clear()
            _kept[stamp] = found
        return _kept[stamp]
    except (OSError, KeyError, msgspec.DecodeError):
        return None


def from_manifest(manifest: dict[str, Any], base: str) -> Bundle:
    """The bundle that a manifest describes, as addresses below `base`. Pure."""
    chunks = _with_imports(manifest, ENTRY)
    styles = dict.fromkeys(style for key in chunks for style in manifest[key].get("css", ()))
    fonts = (each["file"] for key, each in manifest.items() if _FIRST_FONTS.search(key))
    return Bundle(
        entry=base + manifest[ENTRY]["file"],
        styles=tuple(base + style for style in styles),
        fonts=tuple(base + font for font in sorted(set(fonts))),
        modules=tuple(base + manifest[key]["file"] for key in chunks if key != ENTRY),
    )


def _with_imports(manifest: dict[str, Any], key: str) -> list[str]:
    found = [key]
    for each in found:
        found += [more for more in manifest[each].get("imports", ()) if more not in found]
    return found
