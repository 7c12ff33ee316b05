"""What import-linter cannot say while rooms are still being built."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from toolchain.places import REPOSITORY

WARGAME = REPOSITORY / "wargame"
APPENDING = "wargame.record.append"
MAY_APPEND = ("table", "record")


def imported(file: Path) -> Iterator[str]:
    """Every module a file names in an import, also as `from package import module`."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{name.name}" for name in node.names)


def test_only_the_table_appends_to_the_record() -> None:
    files = [f for f in WARGAME.rglob("*.py") if f.relative_to(WARGAME).parts[0] not in MAY_APPEND]
    assert files
    assert [f.name for f in files if APPENDING in set(imported(f))] == []


def test_the_module_that_appends_bears_the_name_this_test_watches() -> None:
    if (WARGAME / "record" / "__init__.py").exists():
        assert (WARGAME / "record" / "append.py").exists(), "write the new name into APPENDING"


def test_the_generated_pages_are_not_in_the_repository() -> None:
    ignored = (REPOSITORY / ".gitignore").read_text(encoding="utf-8").split()
    assert {"/.venv/", "/data/", "/frontend/dist/", "/frontend/node_modules/"} <= set(ignored)
