"""The law's three questions: decide, evolve, and what is due. Decide first, then evolve."""

from __future__ import annotations

from collections.abc import Sequence

from wargame.rules import (
    breaks,
    consultation,
    drafts,
    facilitation,
    gameclock,
    opening,
    seats,
    silence,
    turns,
)
from wargame.rules.compartments import role_of
from wargame.rules.entities import AnyEntity
from wargame.rules.events import AnyEvent
from wargame.rules.facts import Fact
from wargame.rules.lawbook import (
    AVAILABLE,
    EFFECTS,
    EVOLVERS,
    HAPPENINGS,
    JUDGES,
    OWINGS,
    SPECIFIC,
    At,
    Due,
)
from wargame.rules.moves import AnyMove, PlayerMove, kinds
from wargame.rules.refusals import Refusal, refuse
from wargame.rules.state import Actor, State, instant, reading, view

MATTERS = (opening, gameclock, seats, turns, facilitation, consultation, drafts, silence, breaks)
"""Every file of the law; importing them writes their pages into the lawbook."""


def judge(seen: State, actor: Actor, move: AnyMove, at: At) -> Refusal | None:
    """Refuse a move, or None. `seen` is the mover's view: equal views, equal refusals."""
    kind = type(move)
    refusal = _standing(seen, actor)
    if refusal is None and kind not in SPECIFIC:
        refusal = AVAILABLE[kind](seen, actor, at)
    return refusal or JUDGES[kind](seen, actor, move, at)


def _standing(seen: State, actor: Actor) -> Refusal | None:
    """Refuse moves of an older holder (rules 1.4), and of seats that are not here."""
    seat = seen.seat(actor.seat)
    if seat is not None and actor.holder != seat.holder:
        return refuse("stale_holder")
    if seat is None and role_of(actor.seat) == "delegation":
        return refuse("unknown_seat")
    return None


def decide(state: State, actor: Actor, move: AnyMove, at: At) -> tuple[Fact, ...] | Refusal:
    """What a move received at `at` brings about, or why it is refused.

    The deadlines before `at.reading_ms` must have been applied (rules 7.3).
    """
    refusal = judge(view(state, actor.seat), actor, move, at)
    if refusal is not None:
        return refusal
    return tuple(EFFECTS[type(move)](state, actor, move, at))


def evolve(state: State, fact: Fact) -> State:
    """The state after one fact. Only the fact's own compartment changes."""
    room = state.rooms.get(fact.compartment, {})
    changed = EVOLVERS[type(fact.event)](room, fact.event)
    return State({**state.rooms, fact.compartment: changed})


def replay(state: State, facts: Sequence[Fact]) -> State:
    """The state after facts, in their order."""
    for one in facts:
        state = evolve(state, one)
    return state


def owed(state: State) -> list[Due]:
    """All that the clock owes, first things first. Of the state alone: it asks no clock."""
    return sorted(due for owing in OWINGS.values() for due in owing(state))


def next_due(state: State) -> Due | None:
    """The first thing the clock owes, or None."""
    return next(iter(owed(state)), None)


def due(state: State, at: At) -> tuple[Fact, ...]:
    """What has become due, with the clock past it at `at`: one deadline's facts at a time.

    Evolve them and ask again, until nothing comes.
    """
    # Not only the first: a courtesy that runs on beside a stopped clock waits for nobody.
    passed = next((due for due in owed(state) if due.passed(at)), None)
    if passed is None:
        return ()
    return tuple(HAPPENINGS[passed.key.split(":", 1)[0]](state, passed))


def next_due_at(state: State) -> int | None:
    """The UTC ms at which the next deadline will have passed; None if none will.

    While the clock stands only a courtesy that runs on beside it will (rules 7.7).
    """
    ends = (_passes_at(state, due) for due in owed(state)) if state.rooms else ()
    return min((end for end in ends if end is not None), default=None)


def _passes_at(state: State, due: Due) -> int | None:
    if due.instant is not None:
        return due.instant + 1
    return instant(state.clock, due.at_ms + 1)


def may(seen: State, actor: Actor, at: At) -> list[tuple[str, Refusal | None]]:
    """Every kind of move this seat could ever make, with the reason why not now."""
    listed: list[tuple[str, Refusal | None]] = []
    for name, kind in kinds(PlayerMove).items():
        refusal = _standing(seen, actor) or AVAILABLE[kind](seen, actor, at)
        if refusal is None or refusal.code != "not_your_move":
            listed.append((name, refusal))
    return listed


def changed(before: State, after: State, compartment: str) -> dict[str, AnyEntity | None]:
    """The entities of a compartment that are other than before; None for removed ones."""
    old, new = before.room(compartment), after.room(compartment)
    marks: dict[str, AnyEntity | None] = {k: e for k, e in new.items() if old.get(k) is not e}
    marks.update({k: None for k in old if k not in new})
    return marks


__all__ = [
    "AnyEvent",
    "At",
    "changed",
    "decide",
    "due",
    "evolve",
    "judge",
    "may",
    "next_due",
    "next_due_at",
    "owed",
    "reading",
    "replay",
]
