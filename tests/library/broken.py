"""A small sound scenario, and ways to break it at a known line."""

from __future__ import annotations

from wargame.library.faults import LibraryError
from wargame.library.pages import read_scenario
from wargame.library.roll import Member, Roll
from wargame.rules.scenario import Scenario, Source, Text

ROLL = Roll(
    as_of="2025-09-10",
    basis=Source(grade="B"),
    members=(
        Member("DEU", Text(en="Germany", fr="Allemagne"), 1955),
        Member("POL", Text(en="Poland", fr="Pologne"), 1999),
        Member("SWE", Text(en="Sweden", fr="Suède"), 2024),
    ),
)

SOUND = """\
id: sound
title: {en: Sound, fr: Sain}
date: 2025-09-10
place: {en: Brussels, fr: Bruxelles}
summary: {en: Nothing happens., fr: Il ne se passe rien.}
cast: [POL]
turn_ms: 2_700_000
house_rules:
  silence_first_ms: 150_000
  silence_shortest_ms: 90_000
briefs:
  - seat: POL
    brief: {en: You were hit., fr: Vous avez été touchés.}
    aims:
      - text: {en: A text, fr: Un texte}
      - text: {en: A deed, fr: Un acte}
    red_lines:
      - text: {en: No word, fr: Aucun mot}
other_seats:
  brief: {en: You were not., fr: Vous ne l'avez pas été.}
injects:
  - id: swarm
    title: {en: The swarm, fr: L'essaim}
    planned_ms: 0
    deliveries:
      - to: public
        form: incident
        title: {en: Drones, fr: Des drones}
        body: {en: They came., fr: Ils sont venus.}
        targets: [POL]
      - to: delegation/POL
        form: cable
        title: {en: Home, fr: Chez nous}
        body: {en: Ask., fr: Demandez.}
starters:
  - id: middle
    title: {en: Middle, fr: Moyen}
    paragraphs:
      - {en: We met., fr: Nous nous sommes réunis.}
"""


def sound() -> Scenario:
    """The sound scenario, read."""
    return read_scenario(SOUND, "sound.yaml", ROLL)


def broken(before: str, after: str) -> str:
    """The sound text with one passage replaced; the passage must stand there once."""
    assert SOUND.count(before) == 1, before
    return SOUND.replace(before, after)


def faults(text: str, file: str = "sound.yaml") -> tuple[LibraryError, ...]:
    """What the library finds wrong with this text."""
    try:
        read_scenario(text, file, ROLL)
    except LibraryError as first:
        return first.all()
    return ()


def only_fault(text: str) -> LibraryError:
    """The one fault of this text."""
    (fault,) = faults(text)
    return fault


def line_of(text: str, passage: str) -> int:
    """The line on which the passage begins, from 1."""
    return text[: text.index(passage)].count("\n") + 1
