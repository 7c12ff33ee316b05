"""Reading the log: load a game from its last snapshot and the events after it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from wargame.models import Event, Game, Receipt, Snapshot
from wargame.record.chains import GENESIS, NOTHING, Head
from wargame.rules import law
from wargame.rules.events import AnyEvent
from wargame.rules.facts import Fact
from wargame.rules.opening import EMPTY
from wargame.rules.state import LAW, State

_events: msgspec.json.Decoder[AnyEvent] = msgspec.json.Decoder(AnyEvent)


class NoSuchGame(LookupError):
    """No game has this id."""


class Loaded(msgspec.Struct):
    """A game as the record has it."""

    game: str
    branch: str
    number: int
    state: State
    heads: dict[str, Head]
    master: bytes
    receipts: dict[tuple[str, str], tuple[bytes, bytes]]
    last_at: int
    """When the last event was decided, UTC ms."""


class Stored(msgspec.Struct):
    """What a snapshot keeps."""

    state: State
    heads: dict[str, Head]
    master: bytes


_snapshots: msgspec.msgpack.Decoder[Stored] = msgspec.msgpack.Decoder(Stored)


def read_event(payload: bytes) -> AnyEvent:
    """An event from its canonical JSON."""
    return _events.decode(payload)


def rows(game: str, after: int = 0) -> Iterator[Event]:
    """The log as it is stored, from the event after number `after`."""
    log = Event.objects.filter(game_id=game, number__gt=after).order_by("number")
    yield from log.iterator(chunk_size=1000)


def facts(game: str, after: int = 0) -> Iterator[tuple[Event, Fact]]:
    """The log in its order, from the event after number `after`."""
    for row in rows(game, after):
        yield row, Fact(row.compartment, read_event(bytes(row.payload)))


def load(game: str) -> Loaded:
    """The game's last state. Raises NoSuchGame."""
    row = Game.objects.filter(id=game).first()
    if row is None:
        raise NoSuchGame(game)
    number, stored = _last_snapshot(game)
    state, heads, master, last_at = stored.state, dict(stored.heads), stored.master, 0
    for event, one in facts(game, number):
        state = law.evolve(state, one)
        heads[event.compartment] = Head(event.room_number, bytes(event.chain))
        master, number, last_at = bytes(event.master), event.number, event.decided_at
    return Loaded(
        game, row.branch, number, state, heads, master, _receipts(game), last_at or _last_at(game)
    )


def _last_snapshot(game: str) -> tuple[int, Stored]:
    kept = Snapshot.objects.filter(game_id=game, law=LAW).order_by("-number").first()
    if kept is None:
        return 0, Stored(EMPTY, {}, GENESIS)
    return kept.number, _snapshots.decode(bytes(kept.body))


def _receipts(game: str) -> dict[tuple[str, str], tuple[bytes, bytes]]:
    kept = Receipt.objects.filter(game_id=game).values_list(
        "seat", "move_id", "content_sha256", "answer"
    )
    return {(s, m): (bytes(content), bytes(answer)) for s, m, content, answer in kept}


def _last_at(game: str) -> int:
    last = Event.objects.filter(game_id=game).order_by("-number").first()
    return last.decided_at if last else 0


def keep_snapshot(
    game: str, number: int, state: State, heads: dict[str, Head], master: bytes
) -> None:
    """Write a snapshot after event `number`, and let older ones go: it is only a cache."""
    body = msgspec.msgpack.encode(Stored(state, heads, master))
    Snapshot.objects.update_or_create(
        game_id=game, number=number, defaults={"law": LAW, "body": body}
    )
    Snapshot.objects.filter(game_id=game, number__lt=number).delete()


__all__ = [
    "NOTHING",
    "Loaded",
    "NoSuchGame",
    "facts",
    "keep_snapshot",
    "load",
    "read_event",
    "rows",
]
