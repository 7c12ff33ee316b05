"""manage.py verify_record [GAME...] [--json]: is every record what was written?

Exit codes: 0 nothing found; 1 something was changed, lost, or there is no such game.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from typing import Any

import msgspec
from django.core.management.base import BaseCommand
from django.db import DatabaseError

from wargame.models import Game
from wargame.record.archive import NoSuchGame
from wargame.record.verify import Finding, Verdict, verify
from wargame.rules.scenario import Text

UNKNOWN = Text(
    "no game has this id. Leave the id out to check all games.",
    "aucune partie ne porte cet identifiant. Omettez-le pour contrôler toutes les parties.",
)
NO_GAMES = Text("There is no game to check yet.", "Il n'y a encore aucune partie à contrôler.")


class Command(BaseCommand):
    """Checks chains, numbers and replay of each game; one line a game, one a finding."""

    help = __doc__ or ""
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """GAME: ids of games; none means all."""
        parser.add_argument("games", nargs="*", metavar="GAME", help="id of a game (all)")
        parser.add_argument("--json", action="store_true", help="one JSON line a game")

    def handle(self, *args: Any, games: list[str], **options: Any) -> None:
        """Leaves with the exit code."""
        try:
            verdicts = [_check(game) for game in games or _all_games()]
        except DatabaseError as error:
            self.stderr.write(_no_record(error))
            sys.exit(1)
        for verdict in verdicts:
            self._tell(verdict, options["json"])
        if not verdicts and not options["json"]:
            self.stdout.write(_both(NO_GAMES))
        if any(verdict.findings for verdict in verdicts):
            sys.exit(1)

    def _tell(self, verdict: Verdict, as_json: bool) -> None:
        if as_json:
            self.stdout.write(msgspec.json.encode(verdict).decode())
            return
        if not verdict.events:
            self.stdout.write(f"{verdict.game}: {_both(verdict.findings[0].what)}")
            return
        self.stdout.write(_line(verdict))
        for finding in verdict.findings:
            self.stdout.write(f"  {_where(finding)}: {_both(finding.what)}")


def _all_games() -> list[str]:
    return list(Game.objects.order_by("created_at").values_list("id", flat=True))


def _check(game: str) -> Verdict:
    try:
        return verify(game)
    except NoSuchGame:
        return Verdict(game, 0, 0, (Finding(0, UNKNOWN),))


def _line(verdict: Verdict) -> str:
    found = len(verdict.findings)
    sound = f"findings / constats: {found}" if found else "sound / intact"
    numbers = (
        f"{verdict.events} events / faits, {verdict.compartments} compartments / compartiments"
    )
    return f"{verdict.game}: {numbers}: {sound}"


def _both(what: Text) -> str:
    return f"{what.en} / {what.fr}"


def _where(finding: Finding) -> str:
    number = finding.number
    return f"event / fait {number}" if number else "the game / la partie"


def _no_record(error: DatabaseError) -> str:
    return (
        f"The record cannot be read ({error}). Name the data folder in UNDER_SILENCE_DATA, or "
        "start the server in it once.\n"
        f"Le registre ne peut être lu ({error}). Indiquez le dossier de données dans "
        "UNDER_SILENCE_DATA, ou lancez-y une fois le serveur."
    )
