"""A scenario's page: the text of one fixture to the scenario that the law plays.

Pure: takes text, a file name for the errors, and the roll of the Alliance.
"""

from __future__ import annotations

import hashlib
from datetime import date

import msgspec

from wargame.library.checks import faults_of
from wargame.library.faults import refuse
from wargame.library.marked import mark
from wargame.library.roll import Roll
from wargame.library.shapes import Lines, shape
from wargame.rules.scenario import Ally, Line, Scenario, SeatBrief, Source, Text


class OtherSeats(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What every delegation without a brief of its own is told."""

    brief: Text
    aims: tuple[Line, ...] = ()
    red_lines: tuple[Line, ...] = ()
    basis: Source = Source(grade="J")

    def to(self, seat: str) -> SeatBrief:
        """The brief of one such delegation."""
        return SeatBrief(seat, self.brief, self.aims, self.red_lines, self.basis)


class Page(Scenario, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A scenario as its author writes it: the law's shape and two conveniences.

    Without `allies` the members at the scenario's date sit; without a brief of its own a seat
    is told what `other_seats` says.
    """

    allies: tuple[Ally, ...] = ()
    other_seats: OtherSeats | None = None


def read_scenario(text: str, file: str, roll: Roll) -> Scenario:
    """The scenario that `text` holds. Raises a LibraryError that knows the file's faults."""
    lines = Lines(file)
    scenario = _completed(shape(mark(text, file), Page, lines), roll, lines)
    refuse(faults_of(scenario, lines))
    return scenario


def scenario_sha256(scenario: Scenario) -> str:
    """The scenario's fingerprint, in hexadecimal: same contents, same fingerprint (rules 8).

    Taken over canonical JSON (keys sorted), so the order and comments of the file are free.
    """
    return hashlib.sha256(msgspec.json.encode(scenario, order="sorted")).hexdigest()


def _completed(page: Page, roll: Roll, lines: Lines) -> Scenario:
    _refuse_bad_date(page.date, lines)
    allies = page.allies or roll.at(page.date)
    written = {brief.seat for brief in page.briefs}
    others = page.other_seats
    added = tuple(others.to(a.seat) for a in allies if a.seat not in written) if others else ()
    fields = {name: getattr(page, name) for name in Scenario.__struct_fields__}
    return Scenario(**{**fields, "allies": allies, "briefs": (*page.briefs, *added)})


def _refuse_bad_date(written: str, lines: Lines) -> None:
    if not _is_date(written):
        raise lines.fault(("date",), _NO_DATE, _WRITE_DATE)


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


_NO_DATE = Text(en="This is not a date.", fr="Ceci n'est pas une date.")
_WRITE_DATE = Text(
    en="Write year, month and day, for example 2025-09-10.",
    fr="Écrivez année, mois et jour, par exemple 2025-09-10.",
)
