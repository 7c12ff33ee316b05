"""A scenario as the law needs it: who sits, what they were told, what can be injected.

The library reads these from fixtures; the law never reads a file. Domain page, sections B to E.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from wargame.rules.houserules import HouseRules

Grade = Literal["A", "B", "C", "K", "J"]
"""How sure a fact is: A official, B press, C weak, K to verify, J a designer's number."""


class Text(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words in both languages of the Alliance."""

    en: str
    fr: str


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a statement comes from: its grade and a short reference."""

    grade: Grade
    source: str = ""


class Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One aim or one red line of a seat's instructions (rules 1.5)."""

    text: Text


class SeatBrief(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one delegation is told by its capital before the game."""

    seat: str
    brief: Text
    aims: tuple[Line, ...] = ()
    red_lines: tuple[Line, ...] = ()
    basis: Source = Source(grade="J")


class Delivery(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One message of an inject to one compartment.

    `form` incident puts a numbered incident on the table; news is the press; cable is a
    message to a single delegation.
    """

    to: str
    form: Literal["incident", "news", "cable"]
    title: Text
    body: Text
    targets: tuple[str, ...] = ()
    basis: Source = Source(grade="J")


class Inject(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One line of the MSEL: something the facilitators may let happen.

    `planned_ms` is a reading of the game clock for the plan; the facilitators fire it.
    """

    id: str
    title: Text
    deliveries: tuple[Delivery, ...]
    planned_ms: int | None = None


class Ally(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A member of the Alliance at the scenario's date, by ISO 3166 alpha-3 code."""

    seat: str
    name: Text


class Starter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A first wording that a delegation may take as the start of its draft."""

    id: str
    title: Text
    paragraphs: tuple[Text, ...]


class Scenario(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A crisis to be played: the frozen contents of one fixture."""

    id: str
    title: Text
    date: str
    place: Text
    summary: Text
    allies: tuple[Ally, ...]
    briefs: tuple[SeatBrief, ...]
    injects: tuple[Inject, ...]
    starters: tuple[Starter, ...] = ()
    cast: tuple[str, ...] = ()
    """The seats to fill first, in order."""
    turn_ms: int = 2_700_000
    content_flags: tuple[Text, ...] = ()
    house_rules: HouseRules = HouseRules()
    sources: tuple[str, ...] = ()
    record: Text | None = None
    """What really happened, for the debrief."""
