"""Who sits where (rules 1.3, 1.4): people and absence; bots and control come later."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from wargame.rules.compartments import PUBLIC
from wargame.rules.entities import HeldBy, Seat
from wargame.rules.events import SeatChanged
from wargame.rules.facts import Fact
from wargame.rules.lawbook import At, available, effects, evolves, fact, judge, laid, role_refusal
from wargame.rules.moves import SeatPeople, VacateSeat
from wargame.rules.refusals import Refusal, refuse
from wargame.rules.state import Actor, Room, State


@available(SeatPeople)
@available(VacateSeat)
def _may_seat(view: State, actor: Actor, at: At) -> Refusal | None:
    ended = view.game.status == "ended"
    return role_refusal(actor, "facilitator") or (refuse("ended") if ended else None)


@judge(SeatPeople)
def _judge_people(view: State, actor: Actor, move: SeatPeople, at: At) -> Refusal | None:
    return _judge_change(view, move.seat, "people")


@judge(VacateSeat)
def _judge_vacate(view: State, actor: Actor, move: VacateSeat, at: At) -> Refusal | None:
    return _judge_change(view, move.seat, "absent")


def _judge_change(view: State, code: str, held: HeldBy) -> Refusal | None:
    seat = view.seat(code)
    if seat is None:
        return refuse("unknown_seat")
    return refuse("seat_already_so") if seat.held == held else None


@effects(SeatPeople)
def _seat_people(state: State, actor: Actor, move: SeatPeople, at: At) -> Sequence[Fact]:
    return [_change(state, move.seat, "people")]


@effects(VacateSeat)
def _vacate(state: State, actor: Actor, move: VacateSeat, at: At) -> Sequence[Fact]:
    return [_change(state, move.seat, "absent")]


def _change(state: State, code: str, held: HeldBy) -> Fact:
    seat = state.seat(code)
    assert seat is not None
    return fact(PUBLIC, SeatChanged(code, held, seat.holder + 1))


@evolves(SeatChanged)
def _changed(room: Room, event: SeatChanged) -> Room:
    seat = room[f"seat/{event.seat}"]
    assert isinstance(seat, Seat)
    changed = msgspec.structs.replace(seat, held=event.held, holder=event.holder)
    return laid(room, (f"seat/{event.seat}", changed))
