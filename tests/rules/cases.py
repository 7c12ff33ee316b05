"""The casebook's numbers as the tests name them."""

from __future__ import annotations

import re
from pathlib import Path

CASEBOOK = Path(__file__).parents[2] / "docs" / "casebook.md"


def cases_written() -> list[str]:
    """The numbers in docs/casebook.md, in order."""
    return re.findall(r"^\| (C-\d{3}) \|", CASEBOOK.read_text(encoding="utf-8"), re.MULTILINE)


def cases_tested() -> list[str]:
    """The numbers in the names of the casebook's tests."""
    files = sorted(Path(__file__).parent.glob("test_casebook_*.py"))
    sources = (file.read_text(encoding="utf-8") for file in files)
    found = (re.findall(r"^def test_c_(\d{3})_", source, re.MULTILINE) for source in sources)
    return [f"C-{number}" for numbers in found for number in numbers]
