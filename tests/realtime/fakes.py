"""A table that does what a test says, and a way out that writes down what it is given.

For what a real table cannot be made to do at will: decide late, show twice, leave a gap.
"""

from __future__ import annotations

import asyncio
import json
from typing import Any

from wargame.realtime.admission import Admission
from wargame.realtime.buckets import seat_bucket
from wargame.realtime.page import SeatPage
from wargame.realtime.registry import Registry
from wargame.realtime.wayout import Wire
from wargame.rules.compartments import may_read
from wargame.rules.moves import PlayerMove
from wargame.rules.refusals import Refusal, refuse
from wargame.rules.state import Actor
from wargame.table.answers import Answer, Done
from wargame.table.hub import Hub, Shown

GAME = "0" * 32


class FakeLive:
    """A game of which only heads are known."""

    branch = "b1"

    def __init__(self) -> None:
        self.heads = {"council": 3, "public": 1, "delegation/EST": 7, "delegation/POL": 2}
        self.backlog: list[Shown] | None = None

    def reads(self, seat: str, compartment: str) -> bool:
        """Rules 2."""
        return may_read(seat, compartment, gallery_inside=False)

    def rooms(self, seat: str) -> dict[str, tuple[int, dict[str, Any]]]:
        """What the seat reads, without any entity."""
        return {name: (n, {}) for name, n in self.heads.items() if self.reads(seat, name)}

    def missed(self, seat: str, heads: dict[str, int]) -> list[Shown] | None:
        """What the test put there."""
        return self.backlog

    def may(self, seat: str, holder: int, at: int) -> list[tuple[str, Refusal | None]]:
        """One yes, one no."""
        return [("break_silence", refuse("no_silence")), ("table_draft", None)]

    def holder(self, seat: str) -> int:
        """Always the first holder."""
        return 1


class FakeTime:
    """An instant that stands until a test moves it."""

    def __init__(self) -> None:
        self.at = 1_000_000

    def now(self) -> int:
        """UTC ms."""
        return self.at


class FakeDoor:
    """Takes moves and decides them when the test says so."""

    def __init__(self) -> None:
        self.time = FakeTime()
        self.hub = Hub()
        self.game: FakeLive | None = FakeLive()
        self.moves: list[tuple[Actor, PlayerMove, int, str]] = []
        self.futures: list[asyncio.Future[Answer]] = []

    def live(self, game: str) -> FakeLive | None:
        """The one game."""
        return self.game

    def submit(
        self, game: str, actor: Actor, move: PlayerMove, received_at: int, move_id: str
    ) -> asyncio.Future[Answer]:
        """Write the move down; nothing is decided yet."""
        self.moves.append((actor, move, received_at, move_id))
        self.futures.append(asyncio.get_running_loop().create_future())
        return self.futures[-1]

    def decide(self, which: int, **numbers: int) -> None:
        """Answer `done`; a compartment is named with __ for /."""
        found = {name.replace("__", "/"): number for name, number in numbers.items()}
        self.futures[which].set_result(Done(found, at_ms=10, at=self.time.at))


class WrittenWay:
    """Keeps what it is given."""

    def __init__(self) -> None:
        self.said: list[dict[str, Any]] = []
        self.closed: int | None = None
        self.waiting = 0

    def send(self, message: Wire) -> None:
        """One message."""
        assert self.closed is None, "something was said after the close"
        self.said.append(json.loads(message["text"]))

    def close(self, code: int) -> None:
        """The end."""
        self.closed = code

    def buffered(self) -> int:
        """What the test says."""
        return self.waiting

    async def finish(self) -> None:
        """Nothing waits."""

    def kinds(self) -> list[str]:
        """The kinds of all messages, in order."""
        return [one["kind"] for one in self.said]

    def last(self, kind: str) -> dict[str, Any]:
        """The last message of this kind."""
        return [one for one in self.said if one["kind"] == kind][-1]


class Table:
    """A page of POL at the fake table."""

    def __init__(self, seat: str = "POL", *, hello: bool = True) -> None:
        self.door = FakeDoor()
        self.way = WrittenWay()
        self.registry = Registry()
        self.page = SeatPage(GAME, seat, "127.0.0.1", self.registry)
        self.registry.knock(self.page)
        self.page.accept(self.way)
        bucket = seat_bucket(asyncio.get_running_loop().time())
        until = self.door.time.at + 10**9
        self.page.sit(self.door, Admission("somebody", None, until), bucket)  # type: ignore[arg-type]
        if hello:
            self.say(kind="hello")
            self.way.said.clear()

    def say(self, **frame: Any) -> None:
        """One frame from the browser."""
        text = json.dumps(frame)
        self.page.take(text, len(text), self.door.time.at)

    def play(self, move_id: str, kind: str = "break_silence", **fields: Any) -> None:
        """One move; a break unless told otherwise."""
        if kind == "break_silence":
            fields = {"silence": "s1", "ground": "legal_basis", **fields}
        self.say(kind="play", id=move_id, move={"kind": kind, **fields})

    def show(self, compartment: str, number: int) -> None:
        """The table shows one event."""
        self.door.hub.show(GAME, [shown(compartment, number)])


def shown(compartment: str, number: int) -> Shown:
    """An event as the hub shows it; what is in it does not matter here."""
    event: Any = None
    found = Shown(compartment, number, 10, 1_000_000, event, {})
    found.wire["text"] = json.dumps(
        {"kind": "frame", "compartment": compartment, "number": number}
    ).encode()
    return found
