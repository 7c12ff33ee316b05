"""Injects (rules 9): the facilitators let something happen, planned or not."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from wargame.rules.compartments import PUBLIC, WHITE
from wargame.rules.entities import Cable, Incident, News, PlannedInject
from wargame.rules.events import CableSent, IncidentHappened, InjectFired, NewsPublished
from wargame.rules.facts import Fact
from wargame.rules.lawbook import (
    At,
    available,
    effects,
    evolves,
    fact,
    judge,
    laid,
    role_refusal,
)
from wargame.rules.moves import FireInject, InjectIncident
from wargame.rules.refusals import Refusal, refuse
from wargame.rules.scenario import Delivery, Source
from wargame.rules.state import Actor, Room, State, next_id


@available(FireInject)
@available(InjectIncident)
def _may_inject(view: State, actor: Actor, at: At) -> Refusal | None:
    """A facilitator's act: taken while the clock stands, too (rules 7.7)."""
    refusal = role_refusal(actor, "facilitator")
    if refusal is None and view.game.status == "ended":
        return refuse("ended")
    if refusal is None and view.game.status == "waiting":
        return refuse("not_started")
    return refusal


@judge(FireInject)
def _judge_fire(view: State, actor: Actor, move: FireInject, at: At) -> Refusal | None:
    inject = view.find(PlannedInject, WHITE, f"inject/{move.inject}")
    if inject is None:
        return refuse("unknown_inject")
    return None if inject.fired_ms is None else refuse("already_fired")


@judge(InjectIncident)
def _judge_incident(view: State, actor: Actor, move: InjectIncident, at: At) -> Refusal | None:
    if not all(view.seat(target) for target in move.targets):
        return refuse("unknown_seat")
    words = (move.title.en, move.title.fr, move.body.en, move.body.fr)
    return None if any(w.strip() for w in words) else refuse("empty_text")


@effects(FireInject)
def _fire(state: State, actor: Actor, move: FireInject, at: At) -> Sequence[Fact]:
    inject = state.find(PlannedInject, WHITE, f"inject/{move.inject}")
    assert inject is not None
    facts: list[Fact] = []
    laid_here: dict[str, int] = {}
    for delivery in inject.deliveries:
        slot = laid_here.get(f"{delivery.to} {delivery.form}", 0)
        laid_here[f"{delivery.to} {delivery.form}"] = slot + 1
        facts.append(_delivered(state, delivery, slot, at.reading_ms))
    return [*facts, fact(WHITE, InjectFired(move.inject, at.reading_ms))]


def _delivered(state: State, delivery: Delivery, slot: int, now: int) -> Fact:
    """One delivery as an event of its compartment; `slot` counts those of the same inject."""
    key = _numbered(state, delivery, slot)
    title, body, basis = delivery.title, delivery.body, delivery.basis
    if delivery.form == "incident":
        incident = Incident(key, title, body, delivery.targets, now, basis)
        return fact(delivery.to, IncidentHappened(incident))
    if delivery.form == "news":
        return fact(delivery.to, NewsPublished(News(key, title, body, now, basis)))
    return fact(delivery.to, CableSent(Cable(key, title, body, now, basis)))


def _numbered(state: State, delivery: Delivery, slot: int) -> str:
    """An id of its own. A number of the Council must not be taken for one of the public."""
    family, number = next_id(state.room(delivery.to), delivery.form).split("/")
    mark = "" if delivery.to == PUBLIC or delivery.form == "cable" else "c"
    return f"{family}/{mark}{int(number) + slot}"


@effects(InjectIncident)
def _inject_incident(state: State, actor: Actor, move: InjectIncident, at: At) -> Sequence[Fact]:
    basis = Source(grade="J", source="facilitator")
    delivery = Delivery(PUBLIC, "incident", move.title, move.body, move.targets, basis)
    return [_delivered(state, delivery, 0, at.reading_ms)]


@evolves(IncidentHappened)
def _happened(room: Room, event: IncidentHappened) -> Room:
    return laid(room, (event.incident.id, event.incident))


@evolves(NewsPublished)
def _published(room: Room, event: NewsPublished) -> Room:
    return laid(room, (event.news.id, event.news))


@evolves(CableSent)
def _cabled(room: Room, event: CableSent) -> Room:
    return laid(room, (event.cable.id, event.cable))


@evolves(InjectFired)
def _fired(room: Room, event: InjectFired) -> Room:
    key = f"inject/{event.inject}"
    inject = room[key]
    assert isinstance(inject, PlannedInject)
    return laid(room, (key, msgspec.structs.replace(inject, fired_ms=event.at_ms)))
