"""A game in memory: its committed state, the heads of its streams, the last frames. A cache."""

from __future__ import annotations

import asyncio
from collections import deque

import msgspec

from wargame.record.archive import Loaded
from wargame.record.chains import NOTHING, Head
from wargame.rules import law
from wargame.rules.compartments import may_read
from wargame.rules.entities import AnyEntity
from wargame.rules.lawbook import At
from wargame.rules.moves import AnyMove
from wargame.rules.refusals import Refusal
from wargame.rules.state import Actor, State, reading, view
from wargame.table.answers import Answer
from wargame.table.hub import Shown

KEPT = 256
"""Frames kept per compartment for pages that come back; a longer gap takes a fresh view."""


class Waiting(msgspec.Struct):
    """A move in the inbox. Its stamp was set before anything waited (rules 7.3)."""

    actor: Actor
    move: AnyMove
    received_at: int
    move_id: str
    answer: asyncio.Future[Answer]


class LiveGame:
    """One game of this process. Read it anywhere; only the door changes it."""

    def __init__(self, loaded: Loaded) -> None:
        self.id = loaded.game
        self.inbox: deque[Waiting] = deque()
        self.in_hand: list[Waiting] = []
        self.lane: asyncio.Task[None] | None = None
        """The task that works the inbox off, while there is something in it."""
        self.take_over(loaded)

    def take_over(self, loaded: Loaded) -> None:
        """Become what the record says; streams that are in doubt start afresh."""
        self.branch = loaded.branch
        self.number = loaded.number
        self.state: State = loaded.state
        self.chains: dict[str, Head] = loaded.heads
        self.master = loaded.master
        self.receipts = loaded.receipts
        self.last_at = loaded.last_at
        self.snapshot_at = loaded.number
        self.next_due_at = law.next_due_at(loaded.state)
        self._kept: dict[str, deque[Shown]] = {}

    @property
    def heads(self) -> dict[str, int]:
        """The last number of every compartment."""
        return {name: head.number for name, head in self.chains.items()}

    @property
    def gallery_inside(self) -> bool:
        """The house rule that lets observers read the Council."""
        return self.state.house.gallery_inside

    def reads(self, seat: str, compartment: str) -> bool:
        """Whether the holder of `seat` may read `compartment`."""
        return may_read(seat, compartment, gallery_inside=self.gallery_inside)

    def holder(self, seat: str) -> int:
        """The seat's holder number now; 0 for seats that never change hands."""
        found = self.state.seat(seat)
        return found.holder if found else 0

    def rooms(self, seat: str) -> dict[str, tuple[int, dict[str, AnyEntity]]]:
        """A fresh view: every readable compartment with its last number and entities."""
        seen = view(self.state, seat).rooms
        return {name: (self.chains.get(name, NOTHING).number, room) for name, room in seen.items()}

    def missed(self, seat: str, heads: dict[str, int]) -> list[Shown] | None:
        """The events after `heads` that this seat may read, or None: take a fresh view."""
        shown: list[Shown] = []
        for name, head in self.chains.items():
            if not self.reads(seat, name):
                continue
            after = heads.get(name, 0)
            kept = self._kept.get(name, ())
            oldest = kept[0].number if kept else head.number + 1
            if after > head.number or after + 1 < oldest:
                return None
            shown += [one for one in kept if one.number > after]
        return shown

    def undecided(self) -> list[Waiting]:
        """Moves that are neither committed nor refused."""
        return [w for w in (*self.in_hand, *self.inbox) if not w.answer.done()]

    def keep(self, shown: list[Shown]) -> None:
        """Keep frames for pages that come back."""
        for one in shown:
            kept = self._kept.setdefault(one.compartment, deque(maxlen=KEPT))
            kept.append(one)

    def at(self, instant: int) -> At:
        """An instant (UTC ms) with the reading that the clock has then."""
        return At(reading(self.state.clock, instant), instant)

    def may(self, seat: str, holder: int, now: int) -> list[tuple[str, Refusal | None]]:
        """What this seat may do now, judged on its own view."""
        return law.may(view(self.state, seat), Actor(seat, holder), self.at(now))
