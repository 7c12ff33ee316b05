"""Checking a record: every link of every chain, every number, and the replay (rules 8)."""

from __future__ import annotations

from collections import defaultdict

import msgspec

from wargame.models import Event, Game
from wargame.record.archive import facts, load
from wargame.record.chains import GENESIS, NOTHING, Head, Header, commitment, link, master_link
from wargame.rules import law
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
    """Check one game's record from its first event."""
    findings: list[Finding] = []
    heads: dict[str, Head] = defaultdict(lambda: NOTHING)
    state, master, number = EMPTY, GENESIS, 0
    for event, one in facts(game):
        findings += _check_event(event, number, heads[event.compartment], master)
        number, master = event.number, bytes(event.master)
        heads[event.compartment] = Head(event.room_number, bytes(event.chain))
        state = law.evolve(state, one)
    findings += _check_whole(game, number, state)
    return Verdict(game, number, len(heads), tuple(findings))


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


def _check_whole(game: str, number: int, state: State) -> list[Finding]:
    findings = []
    row = Game.objects.get(id=game)
    if row.number != number:
        findings.append(
            Finding(0, Text("the last events are missing", "les derniers faits manquent"))
        )
    if load(game).state != state:
        findings.append(
            Finding(
                0,
                Text("the snapshot is not what a replay gives", "l'instantané diffère du rejeu"),
            )
        )
    return findings


def _finding(event: Event, en: str, fr: str) -> Finding:
    return Finding(event.number, Text(en, fr))
