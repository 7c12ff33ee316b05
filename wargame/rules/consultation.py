"""Getting the Council together (rules 4): request, join, open, end."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from wargame.rules.compartments import COUNCIL, PUBLIC
from wargame.rules.entities import Consultation, Incident, Requester
from wargame.rules.events import (
    ConsultationAssociated,
    ConsultationEnded,
    ConsultationFell,
    ConsultationRequested,
    MeetingOpened,
    PlacingSet,
    RequestJoined,
    RequestWithdrawn,
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
from wargame.rules.lifecycles import CONSULTATION
from wargame.rules.moves import JoinRequest, OpenMeeting, RequestConsultation, WithdrawRequest
from wargame.rules.refusals import Refusal, refuse
from wargame.rules.state import Actor, Room, State, next_id


def incidents_seen(view: State) -> dict[str, Incident]:
    """Incidents on this view, by id: those in `public` and those told to the Council."""
    rooms = (PUBLIC, COUNCIL)
    return {i.id: i for room in rooms for i in view.every(Incident, room)}


def live(view: State) -> list[Consultation]:
    """Consultations that are requested or open."""
    return [c for c in view.every(Consultation, COUNCIL) if c.state in ("requested", "open")]


@available(RequestConsultation)
def _may_request(view: State, actor: Actor, at: At) -> Refusal | None:
    refusal = role_refusal(actor, "delegation") or play_refusal(view, RequestConsultation)
    if refusal:
        return refusal
    seen = incidents_seen(view)
    if not seen:
        return refuse("no_incident")
    asked = _asked(view, actor.seat)
    return refuse("already_asked") if set(seen) <= asked else None


def _asked(view: State, seat: str) -> set[str]:
    """Incidents this ally has asked about: one request each in a turn (rules 4.2).

    An item that outlives its turn under silence counts in the next one, too.
    """
    mine = (c for c in _of_this_turn(view) if _stands(c, seat))
    return {incident for c in mine for incident in c.incidents}


def _of_this_turn(view: State) -> list[Consultation]:
    number = view.turn.number if view.turn else 0
    over = ("ended", "fallen")
    every = view.every(Consultation, COUNCIL)
    return [c for c in every if c.turn == number or c.state not in over]


def _spent(view: State, item: Consultation, seat: str) -> bool:
    """Whether this ally took back a request on one of these incidents in this turn."""
    taken_back = (c for c in _of_this_turn(view) if seat in c.spent)
    return any(set(c.incidents) & set(item.incidents) for c in taken_back)


@judge(RequestConsultation)
def _judge_request(view: State, actor: Actor, move: RequestConsultation, at: At) -> Refusal | None:
    if not move.incidents or not set(move.incidents) <= set(incidents_seen(view)):
        return refuse("unknown_incident")
    return refuse("already_asked") if set(move.incidents) & _asked(view, actor.seat) else None


@effects(RequestConsultation)
def _request(state: State, actor: Actor, move: RequestConsultation, at: At) -> Sequence[Fact]:
    same = [c for c in live(state) if set(c.incidents) & set(move.incidents)]
    if same:
        return [_joined(same[0], actor.seat, move, at.reading_ms)]
    turn = state.turn
    return [
        fact(
            COUNCIL,
            ConsultationRequested(
                id=next_id(state.room(COUNCIL), "consultation"),
                turn=turn.number if turn else 1,
                incidents=tuple(sorted(set(move.incidents))),
                by=actor.seat,
                ground=move.ground,
                words=move.words,
                at_ms=at.reading_ms,
                opens_ms=at.reading_ms + state.house.opening_lead_ms,
            ),
        )
    ]


def _joined(
    item: Consultation, seat: str, move: RequestConsultation | JoinRequest, now: int
) -> Fact:
    """Before the opening a joint request, afterwards an association (rules 4.2)."""
    kind = RequestJoined if item.state == "requested" else ConsultationAssociated
    return fact(COUNCIL, kind(item.id, seat, move.ground, move.words, now))


@available(JoinRequest)
def _may_join(view: State, actor: Actor, at: At) -> Refusal | None:
    refusal = role_refusal(actor, "delegation") or play_refusal(view, JoinRequest)
    if refusal:
        return refusal
    items = live(view)
    if not items:
        return refuse("no_request")
    free = [c for c in items if not _stands(c, actor.seat) and not _spent(view, c, actor.seat)]
    if free:
        return None
    joined = any(_stands(c, actor.seat) for c in items)
    return refuse("already_joined" if joined else "already_asked")


def _stands(item: Consultation, seat: str) -> bool:
    return seat in item.spent or any(r.seat == seat for r in item.requesters + item.associated)


@judge(JoinRequest)
def _judge_join(view: State, actor: Actor, move: JoinRequest, at: At) -> Refusal | None:
    item = view.consultation(move.consultation)
    if item is None:
        return refuse("unknown_consultation")
    if item.state not in ("requested", "open"):
        return refuse("consultation_over")
    if _spent(view, item, actor.seat):
        return refuse("already_asked")
    return refuse("already_joined") if _stands(item, actor.seat) else None


@effects(JoinRequest)
def _join(state: State, actor: Actor, move: JoinRequest, at: At) -> Sequence[Fact]:
    item = state.consultation(move.consultation)
    assert item is not None
    return [_joined(item, actor.seat, move, at.reading_ms)]


@available(WithdrawRequest)
def _may_withdraw(view: State, actor: Actor, at: At) -> Refusal | None:
    refusal = role_refusal(actor, "delegation") or play_refusal(view, WithdrawRequest)
    if refusal:
        return refusal
    mine = [c for c in live(view) if any(r.seat == actor.seat for r in c.requesters)]
    if not mine:
        return refuse("not_requester")
    return None if any(c.state == "requested" for c in mine) else refuse("already_open")


@judge(WithdrawRequest)
def _judge_withdraw(view: State, actor: Actor, move: WithdrawRequest, at: At) -> Refusal | None:
    item = view.consultation(move.consultation)
    if item is None:
        return refuse("unknown_consultation")
    if item.state == "open":
        return refuse("already_open")
    if item.state != "requested":
        return refuse("consultation_over")
    mine = any(r.seat == actor.seat for r in item.requesters)
    return None if mine else refuse("not_requester")


@effects(WithdrawRequest)
def _withdraw(state: State, actor: Actor, move: WithdrawRequest, at: At) -> Sequence[Fact]:
    item = state.consultation(move.consultation)
    assert item is not None
    gone = fact(COUNCIL, RequestWithdrawn(item.id, actor.seat, at.reading_ms))
    alone = all(r.seat == actor.seat for r in item.requesters)
    return [gone, fact(COUNCIL, ConsultationFell(item.id, at.reading_ms))] if alone else [gone]


@available(OpenMeeting)
def _may_open(view: State, actor: Actor, at: At) -> Refusal | None:
    refusal = role_refusal(actor, "chair", "facilitator") or play_refusal(view, OpenMeeting)
    if refusal:
        return refusal
    waiting = any(c.state == "requested" for c in live(view))
    return None if waiting else refuse("no_request")


@judge(OpenMeeting)
def _judge_open(view: State, actor: Actor, move: OpenMeeting, at: At) -> Refusal | None:
    item = view.consultation(move.consultation)
    if item is None:
        return refuse("unknown_consultation")
    if item.state == "open":
        return refuse("already_open")
    return None if item.state == "requested" else refuse("consultation_over")


@effects(OpenMeeting)
def _open(state: State, actor: Actor, move: OpenMeeting, at: At) -> Sequence[Fact]:
    return _opened(state, move.consultation, actor.seat, automatic=False, now=at.reading_ms)


def _opened(state: State, key: str, by: str, *, automatic: bool, now: int) -> list[Fact]:
    return [
        fact(COUNCIL, MeetingOpened(key, by, automatic, now)),
        fact(COUNCIL, PlacingSet(key, now + state.house.drafting_ms)),
    ]


@owes("meeting")
def _meetings_owed(state: State) -> Sequence[Due]:
    """The automatic chair opens meetings when due (rules 1.2)."""
    return [
        Due(c.opens_ms, 1, i, f"meeting:{c.id}")
        for i, c in enumerate(live(state))
        if c.state == "requested"
    ]


@happens("meeting")
def _meeting_due(state: State, due: Due) -> Sequence[Fact]:
    key = due.key.split(":", 1)[1]
    return _opened(state, key, "chair", automatic=True, now=due.at_ms)


def _changed(room: Room, key: str, **changes: object) -> Room:
    item = room[key]
    assert isinstance(item, Consultation)
    after = changes.get("state")
    if isinstance(after, str):
        CONSULTATION.check(item.state, after)
    return laid(room, (key, msgspec.structs.replace(item, **changes)))


@evolves(ConsultationRequested)
def _requested(room: Room, event: ConsultationRequested) -> Room:
    first = Requester(event.by, event.ground, event.words, event.at_ms)
    item = Consultation(
        event.id, event.turn, event.incidents, "requested", (first,), (), event.opens_ms
    )
    return laid(room, (event.id, item))


@evolves(RequestJoined)
def _was_joined(room: Room, event: RequestJoined) -> Room:
    item = room[event.consultation]
    assert isinstance(item, Consultation)
    joined = Requester(event.by, event.ground, event.words, event.at_ms)
    return _changed(room, item.id, requesters=(*item.requesters, joined))


@evolves(ConsultationAssociated)
def _was_associated(room: Room, event: ConsultationAssociated) -> Room:
    item = room[event.consultation]
    assert isinstance(item, Consultation)
    joined = Requester(event.by, event.ground, event.words, event.at_ms)
    return _changed(room, item.id, associated=(*item.associated, joined))


@evolves(RequestWithdrawn)
def _was_withdrawn(room: Room, event: RequestWithdrawn) -> Room:
    item = room[event.consultation]
    assert isinstance(item, Consultation)
    left = tuple(r for r in item.requesters if r.seat != event.by)
    return _changed(room, item.id, requesters=left, spent=(*item.spent, event.by))


@evolves(ConsultationFell)
def _fell(room: Room, event: ConsultationFell) -> Room:
    return _changed(room, event.consultation, state="fallen", ended_ms=event.at_ms)


@evolves(MeetingOpened)
def _was_opened(room: Room, event: MeetingOpened) -> Room:
    return _changed(room, event.consultation, state="open", opened_ms=event.at_ms)


@evolves(PlacingSet)
def _placing_set(room: Room, event: PlacingSet) -> Room:
    return _changed(room, event.consultation, place_ms=event.place_ms)


@evolves(ConsultationEnded)
def _was_ended(room: Room, event: ConsultationEnded) -> Room:
    return _changed(
        room,
        event.consultation,
        state="ended",
        ended_ms=event.at_ms,
        outcome=event.outcome,
        place_ms=None,
    )
