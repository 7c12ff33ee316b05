"""A game judged as the door judges it, batch by batch, without a database."""

from __future__ import annotations

from typing import Any, cast

import msgspec

from tests.rules.table import ALLIES, FACILITATOR, START
from wargame.record.append import Entry
from wargame.record.archive import Loaded, read_event
from wargame.record.chains import GENESIS, Head
from wargame.rules import law
from wargame.rules.compartments import SERVER
from wargame.rules.facts import Fact
from wargame.rules.lawbook import At
from wargame.rules.moves import AnyMove, FireInject, SeatPeople, StartGame
from wargame.rules.opening import EMPTY, open_game
from wargame.rules.scenario import Scenario
from wargame.rules.state import Actor, State
from wargame.table.answers import Answer, Done
from wargame.table.hub import Shown
from wargame.table.judging import Judging
from wargame.table.live import LiveGame, Waiting

GAME = "0" * 32
Stamped = tuple[str, AnyMove, int, str]
"""Seat, move, time of receipt in ms since START, move id."""


class LiveTable:
    """What a process holds of one game, and the record it would have written."""

    def __init__(self, plot: Scenario, seed: str = "seed") -> None:
        self.entries: list[Entry] = []
        self.shown: list[Shown] = []
        self.receipts: dict[tuple[str, str], tuple[bytes, bytes]] = {}
        self.ids = 0
        self.live = LiveGame(Loaded(GAME, "main", 0, EMPTY, {}, GENESIS, {}, START))
        judging = Judging(self.live, START)
        judging.take_first(open_game(plot, "00", seed), Actor(SERVER), START)
        self._commit(judging)

    def started(self) -> LiveTable:
        """Everybody seated, the clock running, the swarm come: all at t = 0."""
        for code in ALLIES:
            self.play(FACILITATOR, SeatPeople(code), 0)
        self.play(FACILITATOR, StartGame(), 0)
        self.play(FACILITATOR, FireInject("swarm"), 0)
        return self

    @property
    def state(self) -> State:
        """The committed state."""
        return self.live.state

    def at(self, t: int) -> At:
        """Time `t` as the law takes it."""
        return self.live.at(START + t)

    def actor(self, seat: str) -> Actor:
        """Who sits there now."""
        return Actor(seat, self.live.holder(seat))

    def play(self, seat: str, move: AnyMove, t: int, move_id: str | None = None) -> Answer:
        """One move in a batch of its own, decided when it is received."""
        self.ids += 1
        return self.batch([(seat, move, t, move_id or f"move-{self.ids:06}")], t)[0]

    def batch(self, moves: list[Stamped], now: int) -> list[Answer]:
        """Moves in order of receipt, decided together at `now`."""
        judging = Judging(self.live, START + now)
        nobody = cast(Any, None)
        waiting = [Waiting(self.actor(s), m, START + t, i, nobody) for s, m, t, i in moves]
        judging.work(waiting)
        self._commit(judging)
        return [answer for _, answer in judging.answers]

    def tick(self, t: int) -> None:
        """The timekeeper wakes the game."""
        self.batch([], t)

    def _commit(self, judging: Judging) -> None:
        self.entries += judging.entries
        self.shown += judging.shown
        self.receipts.update(judging.receipts)
        judging.commit()

    def facts(self) -> list[Fact]:
        """The record, read as a load reads it."""
        return [Fact(e.header.compartment, read_event(e.payload)) for e in self.entries]

    def restart(self) -> None:
        """The process dies; another one reads the record."""
        heads = {e.header.compartment: Head(e.header.number, e.chain) for e in self.entries}
        last = self.entries[-1]
        self.live = LiveGame(
            Loaded(
                GAME,
                "main",
                last.number,
                law.replay(EMPTY, self.facts()),
                heads,
                last.master,
                dict(self.receipts),
                last.header.decided_at,
            )
        )

    def accepted(self, answer: Answer) -> bool:
        """Whether a move was taken."""
        return isinstance(answer, Done)


def round_trip(state: State) -> State:
    """The state as a snapshot keeps it."""
    return msgspec.msgpack.decode(msgspec.msgpack.encode(state), type=State)
