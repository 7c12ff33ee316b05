"""manage.py serve: the whole house in one process, and a signpost in the terminal.

Exit codes: 0 stopped as asked, or the folder is already being served; 2 cannot start as asked
(the sentence says why); 3 already being served, with --json.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import DatabaseError, connections

from wargame.serving import lock, signpost, troubles
from wargame.serving.first_key import Key, facilitator_key

EVERYWHERE = "0.0.0.0"
HERE = "127.0.0.1"


class Command(BaseCommand):
    """Serve the games of one data folder until Ctrl-C or SIGTERM."""

    help = __doc__ or ""
    requires_system_checks = ()

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """--port, --data, --host and --lan also reach the settings, through the surroundings."""
        parser.add_argument("--port", type=int, default=8000, help="port to listen on (8000)")
        parser.add_argument("--data", type=Path, help="folder that keeps the games")
        parser.add_argument("--host", default=HERE, help="address to listen on (this machine)")
        parser.add_argument("--lan", action="store_true", help="let phones in this network join")
        parser.add_argument("--scenario", help="open a game from this scenario at once")
        parser.add_argument("--json", action="store_true", help="one JSON line for programs")
        parser.add_argument(
            "--without-pages", action="store_true", help="sockets and JSON only, for tests"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Check, lock, bring the record up to date, serve. Leaves with the exit code."""
        try:
            code = self._serve(options)
        except troubles.StartTrouble as trouble:
            self.stderr.write(str(trouble))
            code = 2
        except KeyboardInterrupt:  # before the server could take the signal
            code = 0
        sys.exit(code)

    def _serve(self, options: dict[str, Any]) -> int:
        folder = lock.FolderLock(settings.DATA)
        if not folder.take():
            return self._already(folder, options["json"])
        try:
            return self._serve_locked(folder, options)
        finally:
            folder.release()

    def _serve_locked(self, folder: lock.FolderLock, options: dict[str, Any]) -> int:
        host = EVERYWHERE if options["lan"] else options["host"]
        if not options["without_pages"]:
            troubles.check_pages(settings.FRONTEND_MANIFEST)
        troubles.check_port(host, options["port"])
        key = _open_record()
        # Here, not above: importing Daphne chooses the event loop of the process.
        from wargame.serving.house import House

        house = House(host, options["port"], key, options["scenario"])
        return house.serve(lambda post: self._announce(post, folder, options["json"]))

    def _announce(self, post: signpost.Signpost, folder: lock.FolderLock, as_json: bool) -> None:
        folder.write(post.public())
        self.stdout.write(post.line() if as_json else signpost.board(post, settings.DATA))
        self.stdout.flush()

    def _already(self, folder: lock.FolderLock, as_json: bool) -> int:
        found = folder.holder()
        if as_json:
            self.stdout.write(json.dumps({**found, "already_running": True}))
            return 3
        self.stdout.write(signpost.already(found, settings.DATA))
        return 0


def _open_record() -> Key:
    """Bring the tables up to date and see that somebody may facilitate."""
    try:
        call_command("migrate", verbosity=0, interactive=False)
        return facilitator_key(settings.DATA)
    except (DatabaseError, OSError) as error:
        raise troubles.record_trouble(settings.DATA, error) from None
    finally:
        connections.close_all()
