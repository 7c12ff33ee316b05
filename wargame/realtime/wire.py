"""The frames of the wire, both ways: JSON text, one object a frame, at most 16 KiB inwards.

Every frame has a `kind`. Readings are ms of game clock, instants UTC ms.
"""

from __future__ import annotations

from typing import Annotated, Literal, Union

import msgspec

from wargame.rules.entities import AnyEntity
from wargame.rules.events import AnyEvent
from wargame.rules.moves import PlayerMove, wire_name

MoveId = Annotated[str, msgspec.Meta(min_length=8, max_length=64, pattern="^[A-Za-z0-9_-]+$")]


class Inbound(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag=wire_name
):
    """What a client sends."""


class Hello(Inbound, frozen=True):
    """First frame. `heads`: the last number seen per compartment, empty on a first visit."""

    branch: str = ""
    heads: dict[str, int] = {}


class Play(Inbound, frozen=True):
    """A move, with the id its client made; sent again it happens once (rules 7.9)."""

    id: MoveId
    move: PlayerMove


class AskMay(Inbound, frozen=True):
    """What may this seat do now, and why not the rest?"""


class Sync(Inbound, frozen=True):
    """Clock question: the server answers `time` with its own instant."""

    t: float


class Seen(Inbound, frozen=True):
    """Flow control: the last number worked off per compartment."""

    heads: dict[str, int]


AnyInbound = Union[Hello, Play, AskMay, Sync, Seen]


class Outbound(msgspec.Struct, frozen=True, tag_field="kind", tag=wire_name):
    """What the server sends."""


class Room(msgspec.Struct, frozen=True):
    """One compartment as a fresh view: its last number and all its entities."""

    number: int
    entities: dict[str, AnyEntity]


class Welcome(Outbound, frozen=True):
    """Answer to `hello`. If `fresh`, a `view` follows; else the missed `frame`s."""

    game: str
    branch: str
    seat: str
    holder: int
    fresh: bool
    now_at: int


class View(Outbound, frozen=True):
    """Everything this seat may see now; replaces what the client held."""

    rooms: dict[str, Room]


class Frame(Outbound, frozen=True):
    """One event of one compartment and the entities it changed, whole.

    `entities`: key to entity, or null where one was removed. `number` runs within the
    compartment without gaps; `at_ms` is the reading, `at` the instant it was decided.
    """

    compartment: str
    number: int
    at_ms: int
    at: int
    event: AnyEvent
    entities: dict[str, AnyEntity | None]


class Done(Outbound, frozen=True):
    """The move is on the record. `numbers`: its events in compartments this seat reads."""

    id: str
    numbers: dict[str, int]
    at_ms: int
    at: int


class Refused(Outbound, frozen=True):
    """The move was not taken. `again`: the same id may be sent again (transient)."""

    id: str
    code: str
    holes: dict[str, str | int | float]
    en: str
    fr: str
    again: bool


class Possibility(msgspec.Struct, frozen=True):
    """One kind of move: possible now, or the reason why not."""

    move: str
    may: bool
    code: str = ""
    en: str = ""
    fr: str = ""


class May(Outbound, frozen=True):
    """Answer to `ask_may`, in the order in which moves are shown."""

    moves: tuple[Possibility, ...]


class Time(Outbound, frozen=True):
    """Answer to `sync`: the client's `t` and the server's instant (UTC ms, fractional)."""

    t: float
    now_at: float


class Beat(Outbound, frozen=True):
    """Every 5 s: the last number per compartment this seat reads, and the instant."""

    heads: dict[str, int]
    now_at: int


class Waiting(msgspec.Struct, frozen=True):
    """Somebody who asks for a seat."""

    sitting: str
    name: str
    wish: str | None
    since_at: int


class Presence(msgspec.Struct, frozen=True):
    """How many people and open pages a seat has now."""

    seat: str
    people: int
    pages: int


class RoomState(Outbound, frozen=True):
    """Facilitators only: who waits and who is here. No event, no number, not on the record."""

    waiting: tuple[Waiting, ...]
    present: tuple[Presence, ...]


class Bye(Outbound, frozen=True):
    """Sent before the server closes; `code` is the close code (44xx)."""

    code: int
    why: Literal[
        "malformed",
        "session_over",
        "not_allowed",
        "no_game",
        "too_slow",
        "seat_revoked",
        "too_fast",
        "restarting",
    ]


AnyOutbound = Union[Welcome, View, Frame, Done, Refused, May, Time, Beat, RoomState, Bye]
