"""From what the table says to what goes over the wire. Each event is encoded once for all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from wargame.realtime import wire
from wargame.realtime.wayout import Wire
from wargame.rules.entities import AnyEntity
from wargame.rules.refusals import Refusal
from wargame.table.answers import Done
from wargame.table.hub import Shown

_encoder = msgspec.json.Encoder()


def message(outbound: wire.Outbound) -> Wire:
    """One outbound frame, ready for a way out."""
    return {"text": _encoder.encode(outbound)}


def shown_message(shown: Shown) -> Wire:
    """The frame of one committed event. It stays with the event, so all its readers share it."""
    if "text" not in shown.wire:
        frame = wire.Frame(
            shown.compartment,
            shown.number,
            shown.at_ms,
            shown.at,
            shown.event,
            shown.entities,
        )
        shown.wire["text"] = _encoder.encode(frame)
    return shown.wire


def done(move_id: str, answer: Done, readable: Iterable[str]) -> wire.Done:
    """`done` as its mover may see it: only the numbers of compartments it reads (rules 2.2)."""
    numbers = {name: answer.numbers[name] for name in readable}
    return wire.Done(move_id, numbers, answer.at_ms, answer.at)


def refused(move_id: str, refusal: Refusal) -> wire.Refused:
    """A refusal with its sentence in both languages."""
    return wire.Refused(
        move_id,
        refusal.code,
        refusal.holes,
        refusal.sentence("en"),
        refusal.sentence("fr"),
        refusal.transient,
    )


def may(moves: Iterable[tuple[str, Refusal | None]]) -> wire.May:
    """What a seat may do now, and the reasons against the rest."""
    return wire.May(tuple(_possibility(move, refusal) for move, refusal in moves))


def view(rooms: Mapping[str, tuple[int, Mapping[str, AnyEntity]]]) -> wire.View:
    """Everything a seat may see, by compartment."""
    return wire.View(
        {name: wire.Room(number, dict(entities)) for name, (number, entities) in rooms.items()}
    )


def _possibility(move: str, refusal: Refusal | None) -> wire.Possibility:
    if refusal is None:
        return wire.Possibility(move, may=True)
    return wire.Possibility(
        move, False, refusal.code, refusal.sentence("en"), refusal.sentence("fr")
    )
