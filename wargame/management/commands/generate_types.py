"""Write the pages' types from the server's, or check that they are fresh."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from wargame.realtime import typescript

TARGET = Path(__file__).resolve().parents[3] / "frontend" / "src" / "lib" / "wire.gen.ts"


class Command(BaseCommand):
    """`manage.py generate_types [--check]`."""

    help = "Write frontend/src/lib/wire.gen.ts from the types of the wire."
    requires_system_checks: list[str] = []  # noqa: RUF012 - Django's own declaration

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One switch: only look."""
        parser.add_argument("--check", action="store_true", help="fail if the file is not fresh")

    def handle(self, *args: Any, check: bool = False, **options: Any) -> None:
        """Write the file, or with --check say what to do when it is stale."""
        wanted = typescript.source()
        if check:
            if not TARGET.exists() or TARGET.read_text(encoding="utf-8") != wanted:
                raise CommandError(
                    "frontend/src/lib/wire.gen.ts is not what the server's types say. "
                    "Run: python manage.py generate_types"
                )
            return
        TARGET.parent.mkdir(parents=True, exist_ok=True)
        TARGET.write_text(wanted, encoding="utf-8")
