"""`manage.py check_library [FILES...]`: are these fixtures sound? One line per fault."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from wargame.library import LibraryError
from wargame.library.shelf import HOUSE, Shelf


class Command(BaseCommand):
    """Reads fixtures and prints each fault as file:line, what is wrong and what to do."""

    help = "Check scenario files (without FILES: all of the house) and say what to mend, where."
    requires_system_checks: list[str] = []  # noqa: RUF012 (Django's own declaration)

    def add_arguments(self, parser: ArgumentParser) -> None:
        """FILES: scenario files, or allies.yaml."""
        parser.add_argument("files", nargs="*", type=Path, metavar="FILES")

    def handle(self, *_: Any, files: list[Path], **__: Any) -> None:
        """Exit code 1 if anything has to be mended."""
        chosen = files or _house_files()
        # Once each: a fault of the roll comes back with every scenario that is read with it.
        faults = dict.fromkeys(str(fault) for file in chosen for fault in _faults(file))
        for fault in faults:
            self.stderr.write(fault)
        if faults:
            sys.exit(1)
        self.stdout.write(f"{len(chosen)} files are sound. / {len(chosen)} fichiers sont en ordre.")


def _house_files() -> list[Path]:
    scenarios = [HOUSE.folder / "scenarios" / f"{name}.yaml" for name in HOUSE.names()]
    return [HOUSE.folder / "allies.yaml", *scenarios]


def _faults(file: Path) -> tuple[LibraryError, ...]:
    try:
        if file.name == "allies.yaml":
            Shelf(file.parent).roll()
        else:
            HOUSE.load_file(file)
    except LibraryError as first:
        return first.all()
    return ()
