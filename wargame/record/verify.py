"""Checking a record: every link of every chain, every number, and the replay (rules 8)."""

from __future__ import annotations

from collections import defaultdict

import msgspec

from wargame.models import Event, Game
from wargame.record.archive import NoSuchGame, load, read_event, rows
from wargame.record.chains import GENESIS, NOTHING, Head, Header, commitment, link, master_link
from wargame.rules import law
from wargame.rules.facts import Fact
from wargame.rules.opening import EMPTY
from wargame.rules.scenario import Text
from wargame.rules.state import State


class Finding(msgspec.Struct, frozen=True):
    """One thing that is wrong, at an event's number (0: the game as a whole)."""

    number: int
    what: Text


class Verdict(msgspec.Struct, frozen=True):
    """What a check of one game found."""

    game: str
    events: int
    compartments: int
    findings: tuple[Finding, ...]


def verify(game: str) -> Verdict:
    """Check one game's record from its first event. Raises NoSuchGame.

    Words that had to go by law leave no finding: their chain is whole, only a replay ends
    before them (rules 8).
    """
    row = Game.objects.filter(id=game).first()
    if row is None:
        raise NoSuchGame(game)
    findings: list[Finding] = []
    heads: dict[str, Head] = defaultdict(lambda: NOTHING)
    state: State | None = EMPTY
    master, number = GENESIS, 0
    for event in rows(game):
        found = _check_event(event, number, heads[event.compartment], master)
        number, master = event.number, bytes(event.master)
        heads[event.compartment] = Head(event.room_number, bytes(event.chain))
        state, unread = _follow(state, event) if not found else (None, [])
        findings += found + unread
    findings += _check_whole(row, number, state)
    return Verdict(game, number, len(heads), tuple(findings))


def _follow(state: State | None, event: Event) -> tuple[State | None, list[Finding]]:
    """The state after the event; None from the first one on that cannot be replayed."""
    if state is None or not event.payload:
        return None, []
    try:
        return law.evolve(state, Fact(event.compartment, read_event(bytes(event.payload)))), []
    except Exception:  # whatever it is, a check says so and goes on
        return None, [_finding(event, "it cannot be replayed", "il ne peut être rejoué")]


def _check_event(event: Event, before: int, head: Head, master: bytes) -> list[Finding]:
    findings = []
    if event.number != before + 1:
        findings.append(_finding(event, "an event is missing before this", "un fait manque avant"))
    if event.room_number != head.number + 1:
        findings.append(
            _finding(event, "its compartment has a gap", "son compartiment a une lacune")
        )
    committed = commitment(bytes(event.salt), bytes(event.payload))
    if event.payload and committed != bytes(event.commitment):
        findings.append(_finding(event, "the words were changed", "les mots ont été changés"))
    expected = link(head.chain, _header(event), bytes(event.commitment))
    if expected != bytes(event.chain):
        findings.append(_finding(event, "the chain is broken here", "la chaîne est rompue ici"))
    if master_link(master, event.number, bytes(event.chain)) != bytes(event.master):
        findings.append(
            _finding(event, "the master chain is broken here", "la chaîne maîtresse est rompue ici")
        )
    return findings


def _header(event: Event) -> Header:
    return Header(
        event.compartment,
        event.room_number,
        event.kind,
        event.seat,
        event.holder,
        event.received_at,
        event.decided_at,
        event.reading_ms,
    )


def _check_whole(game: Game, number: int, state: State | None) -> list[Finding]:
    if game.number != number:
        return [Finding(0, Text("the last events are missing", "les derniers faits manquent"))]
    if state is None or _as_loaded(game.id) == state:
        return []
    return [
        Finding(0, Text("the snapshot is not what a replay gives", "l'instantané diffère du rejeu"))
    ]


def _as_loaded(game: str) -> State | None:
    try:
        return load(game).state
    except Exception:  # a snapshot that cannot even be read
        return None


def _finding(event: Event, en: str, fr: str) -> Finding:
    return Finding(event.number, Text(en, fr))
