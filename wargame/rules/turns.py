"""Turns (rules 3): a planned end that rings or ends them; no text is decided by it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from wargame.rules.compartments import COUNCIL
from wargame.rules.drafts import reached
from wargame.rules.entities import Consultation, Draft, Turn
from wargame.rules.events import (
    ConsultationEnded,
    DraftEnded,
    SilenceWithdrawn,
    TurnEnded,
    TurnMoved,
    TurnOpened,
    TurnRang,
)
from wargame.rules.facts import Fact
from wargame.rules.lawbook import (
    At,
    Due,
    available,
    effects,
    evolves,
    fact,
    happens,
    judge,
    laid,
    owes,
    play_refusal,
    role_refusal,
)
from wargame.rules.moves import EndTurn
from wargame.rules.refusals import Refusal
from wargame.rules.state import Actor, Room, State


@available(EndTurn)
def _may_end(view: State, actor: Actor, at: At) -> Refusal | None:
    """A facilitator's act: taken while the clock stands, too (rules 7.7)."""
    refusal = role_refusal(actor, "facilitator")
    if refusal is None and view.game.status != "running":
        return play_refusal(view, EndTurn)
    return refusal


@judge(EndTurn)
def _judge_end(view: State, actor: Actor, move: EndTurn, at: At) -> Refusal | None:
    return None


@effects(EndTurn)
def _end(state: State, actor: Actor, move: EndTurn, at: At) -> Sequence[Fact]:
    # After its deadline a text can only be objected to (rules 7.2).
    open_ones = [s for s in state.running_silences() if at.reading_ms <= s.deadline_ms]
    lapsing = open_ones if move.withdraw_silences else []
    withdrawn = [
        fact(COUNCIL, SilenceWithdrawn(s.id, actor.seat, "turn ended", at.reading_ms))
        for s in lapsing
    ]
    return [*withdrawn, *_turn_over(state, at.reading_ms, lapsed={s.draft for s in lapsing})]


def _turn_over(state: State, now: int, lapsed: set[str]) -> list[Fact]:
    """Consultations without a text under silence end; the next turn opens (rules 3.3, 4.2)."""
    turn = state.turn
    assert turn is not None
    held = {s.draft for s in state.running_silences()} - lapsed
    facts: list[Fact] = []
    for item in state.every(Consultation, COUNCIL):
        drafts = [d for d in state.every(Draft, COUNCIL) if d.consultation == item.id]
        if item.state not in ("requested", "open") or any(d.id in held for d in drafts):
            continue
        facts += [fact(COUNCIL, DraftEnded(d.id, now)) for d in drafts if _lies(d, lapsed)]
        facts.append(fact(COUNCIL, ConsultationEnded(item.id, reached(state, item.id), now)))
    facts.append(fact(COUNCIL, TurnEnded(now)))
    facts.append(fact(COUNCIL, TurnOpened(turn.number + 1, now, now + turn.length_ms)))
    return facts


def _lies(draft: Draft, lapsed: set[str]) -> bool:
    return draft.state == "on_table" or draft.id in lapsed


def moved_by_deadline(state: State, deadline_ms: int) -> list[Fact]:
    """The planned end moves to a silence's new deadline if that lies later (rules 3.3)."""
    turn = state.turn
    if turn is None or turn.planned_end_ms >= deadline_ms:
        return []
    return [fact(COUNCIL, TurnMoved(deadline_ms))]


@owes("turn")
def _owed(state: State) -> Sequence[Due]:
    turn = state.turn
    if turn is None or turn.rang or turn.ended_ms is not None or state.game.status != "running":
        return []
    # A text whose deadline is the planned end is decided first (rules 7.3).
    due = [s for s in state.running_silences() if s.deadline_ms <= turn.planned_end_ms]
    at_ms = max([turn.planned_end_ms, *(s.closes_ms for s in due)])
    return [Due(at_ms, 3, 0, "turn:")]


@happens("turn")
def _planned_end(state: State, due: Due) -> Sequence[Fact]:
    turn = state.turn
    assert turn is not None
    if state.house.facilitator_ends_turns:
        return [fact(COUNCIL, TurnRang(turn.planned_end_ms))]
    return _turn_over(state, turn.planned_end_ms, lapsed=set())


def _turn(room: Room) -> Turn:
    turn = room["turn"]
    assert isinstance(turn, Turn)
    return turn


@evolves(TurnRang)
def _rang(room: Room, event: TurnRang) -> Room:
    return laid(room, ("turn", msgspec.structs.replace(_turn(room), rang=True)))


@evolves(TurnMoved)
def _moved(room: Room, event: TurnMoved) -> Room:
    turn = msgspec.structs.replace(_turn(room), planned_end_ms=event.planned_end_ms, rang=False)
    return laid(room, ("turn", turn))


@evolves(TurnEnded)
def _ended(room: Room, event: TurnEnded) -> Room:
    return laid(room, ("turn", msgspec.structs.replace(_turn(room), ended_ms=event.at_ms)))
