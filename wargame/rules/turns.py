"""Turns (rules 3): a planned end that rings or ends them; no text is decided by it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from wargame.rules.compartments import COUNCIL
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
    return role_refusal(actor, "facilitator") or play_refusal(view, EndTurn)


@judge(EndTurn)
def _judge_end(view: State, actor: Actor, move: EndTurn, at: At) -> Refusal | None:
    return None


@effects(EndTurn)
def _end(state: State, actor: Actor, move: EndTurn, at: At) -> Sequence[Fact]:
    lapsing = state.running_silences() if move.withdraw_silences else []
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
        facts.append(fact(COUNCIL, ConsultationEnded(item.id, "none", now)))
    length = turn.planned_end_ms - turn.opened_ms
    facts.append(fact(COUNCIL, TurnEnded(now)))
    facts.append(fact(COUNCIL, TurnOpened(turn.number + 1, now, now + length)))
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
    return [Due(turn.planned_end_ms, 3, 0, "turn:")]


@happens("turn")
def _planned_end(state: State, due: Due) -> Sequence[Fact]:
    if state.house.facilitator_ends_turns:
        return [fact(COUNCIL, TurnRang(due.at_ms))]
    return _turn_over(state, due.at_ms, lapsed=set())


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
