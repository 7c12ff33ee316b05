"""Stamps: the hash of what a step was made from, kept beside what it made.

An unchanged stamp means the step may be skipped; that is why a second start takes seconds.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path


def digest(files: Iterable[Path], root: Path, *facts: str) -> str:
    """SHA-256 over the names (relative to root) and bytes of files, and over further facts."""
    total = hashlib.sha256()
    for fact in facts:
        total.update(fact.encode() + b"\0")
    for file in sorted(files):
        total.update(file.relative_to(root).as_posix().encode() + b"\0")
        total.update(hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


def is_current(stamp: Path, value: str) -> bool:
    """Whether the stamp file holds exactly this value."""
    try:
        return stamp.read_text(encoding="ascii") == value
    except (OSError, UnicodeDecodeError):
        return False


def put(stamp: Path, value: str) -> None:
    """Write the stamp. Only after the step has succeeded."""
    stamp.write_text(value, encoding="ascii")
