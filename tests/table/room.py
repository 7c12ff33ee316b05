"""A game on a real database file, played through a real door with a clock moved by hand."""

from __future__ import annotations

import asyncio
import itertools

from django.contrib.auth.models import User

from tests.web.door import HandTime
from wargame.record.threads import in_writer
from wargame.rules.compartments import SERVER
from wargame.rules.entities import Silence
from wargame.rules.events import AnyEvent
from wargame.rules.houserules import HouseRules
from wargame.rules.moves import (
    AnyMove,
    BreakSilence,
    FireInject,
    OpenMeeting,
    Paragraph,
    PlaceUnderSilence,
    RequestConsultation,
    SeatPeople,
    StartGame,
    TableDraft,
    Title,
)
from wargame.rules.scenario import Ally, Delivery, Inject, Scenario, Text
from wargame.rules.state import Actor
from wargame.table.answers import Answer, Done
from wargame.table.door import Door
from wargame.table.hub import Shown
from wargame.table.live import LiveGame
from wargame.table.opening import open_game

SEATS = ("POL", "DEU", "USA", "FRA")
LENGTH_MS = 90_000
COURTESY_MS = 500
BREAK = BreakSilence("silence/1", "legal_basis", reason="No basis.")


def same(words: str) -> Text:
    """Words that are the same in both languages."""
    return Text(words, words)


SCENARIO = Scenario(
    id="test",
    title=same("A test"),
    date="2025-09-10",
    place=same("A room"),
    summary=same("Nothing happens."),
    allies=tuple(Ally(seat, same(seat)) for seat in SEATS),
    briefs=(),
    injects=(
        Inject("swarm", same("Swarm"), (Delivery("public", "incident", same("a"), same("b")),)),
    ),
    house_rules=HouseRules(drafting_ms=3_600_000, redrafting_ms=3_600_000),
)


class Onlooker:
    """A subscriber that reads everything; `seen` is what it was shown."""

    def __init__(self) -> None:
        self.seen: list[Shown] = []

    def reads(self, compartment: str) -> bool:
        """Everything."""
        return True

    def show(self, shown: Shown) -> None:
        """Keep it."""
        self.seen.append(shown)


class Room:
    """One game behind one door. Another Room with another Door on the same game is a process."""

    _ids = itertools.count()

    def __init__(self, door: Door, time: HandTime, game: str) -> None:
        self.door = door
        self.time = time
        self.game = game

    @property
    def live(self) -> LiveGame:
        """The game in this door's memory."""
        live = self.door.live(self.game)
        assert live is not None
        return live

    def submit(
        self, seat: str, move: AnyMove, at: int | None = None, move_id: str = ""
    ) -> asyncio.Future[Answer]:
        """Hand a move in; `at` is its stamp (UTC ms), otherwise now."""
        actor = Actor(seat, 0 if seat == SERVER else self.live.holder(seat))
        stamp = self.time.now() if at is None else at
        return self.door.submit(
            self.game, actor, move, stamp, move_id or f"room-move-{next(self._ids):06}"
        )

    async def play(
        self, seat: str, move: AnyMove, at: int | None = None, move_id: str = ""
    ) -> Answer:
        """Hand a move in and wait for the answer."""
        return await self.submit(seat, move, at, move_id)

    async def done(self, seat: str, *moves: AnyMove) -> None:
        """Make moves that must be taken."""
        for move in moves:
            answer = await self.play(seat, move)
            assert isinstance(answer, Done), answer

    async def started(self) -> Room:
        """With four delegations and the clock running."""
        await self.done("facilitator", *(SeatPeople(seat) for seat in SEATS), StartGame())
        return self

    async def under_silence(self) -> Room:
        """With a text of Poland's under silence for 90 s."""
        await self.started()
        await self.done("facilitator", FireInject("swarm"))
        await self.done("POL", RequestConsultation(("incident/1",), "security"))
        await self.done("facilitator", OpenMeeting("consultation/1"))
        await self.done("POL", TableDraft("consultation/1", Title("Text"), (Paragraph("One."),)))
        await self.done("facilitator", PlaceUnderSilence("draft/1", 1, LENGTH_MS))
        return self

    @property
    def silence(self) -> Silence:
        """The first silence."""
        found = self.live.state.silence("silence/1")
        assert found is not None
        return found

    @property
    def closes_at(self) -> int:
        """UTC ms of the last instant at which a break of it counts."""
        clock = self.live.state.clock
        return clock.anchor_at + self.silence.closes_ms - clock.reading_ms

    async def another_process(self) -> Room:
        """The same game through another door that knows nothing of this one."""
        door = Door(self.time)
        await door.enter(self.game)
        return Room(door, self.time, self.game)


async def open_room(door: Door, time: HandTime, scenario: Scenario = SCENARIO) -> Room:
    """A new game, not started."""
    owner, _ = await in_writer(User.objects.get_or_create, username="facilitator")
    return Room(door, time, await open_game(door, scenario, owner.pk))


def kinds(seen: list[Shown]) -> list[type[AnyEvent]]:
    """What was shown, by kind of event."""
    return [type(shown.event) for shown in seen]
