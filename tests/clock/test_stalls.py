"""A process that slept for more than a second: the clock stood, nothing was adopted (7.6)."""

from __future__ import annotations

import threading

import pytest
from django.db import OperationalError

from tests.clock.simulated import Process
from tests.table.room import BREAK, COURTESY_MS, LENGTH_MS, Onlooker, Room, kinds
from wargame.clock.timekeeper import LAG_MS, STALL_MS, TICK_MS
from wargame.record.append import Batch, append
from wargame.rules.events import OutageBegan, OutageEnded, TextAdopted
from wargame.rules.moves import PauseGame, ResumeGame
from wargame.table import door as the_door
from wargame.table.answers import Done

FLOOR_MS = 15_000


async def playing(process: Process, *seats: str) -> Room:
    """A silence of 90 s is running, and these seats are there."""
    room = await (await process.room()).under_silence()
    process.here(room.game, *seats)
    return room


def reading(process: Process, room: Room) -> int:
    return room.live.at(process.time.now()).reading_ms


async def test_a_silence_that_would_have_closed_in_a_stall_is_not_adopted(
    process: Process,
) -> None:
    room = await playing(process, "POL", "DEU")
    await process.runs(LENGTH_MS - 1_000)
    await process.stalls(60_000)
    assert room.silence.state == "running"
    assert room.live.state.clock.stopped == "outage"


async def test_a_stall_costs_nobody_time(process: Process) -> None:
    room = await playing(process, "POL", "DEU")
    await process.runs(40_000)
    before, deadline = reading(process, room), room.silence.deadline_ms
    process.here(room.game, "POL", "DEU")
    await process.stalls(7_000)
    assert 0 <= reading(process, room) - before <= 50
    process.here(room.game, "POL", "DEU")
    await process.runs(100)
    assert room.live.state.clock.running
    assert room.silence.deadline_ms == deadline, "it had more than the floor left"
    assert reading(process, room) - before < 300


async def test_after_a_stall_a_running_silence_has_fifteen_seconds(process: Process) -> None:
    room = await playing(process, "POL")
    await process.runs(LENGTH_MS - 2_000)
    process.here(room.game, "POL")
    await process.stalls(3_000)
    process.here(room.game, "POL")
    await process.runs(50)
    clock = room.live.state.clock
    assert clock.running
    assert room.silence.deadline_ms - clock.reading_ms == FLOOR_MS
    assert room.silence.closes_ms - room.silence.deadline_ms == COURTESY_MS
    await process.runs(FLOOR_MS + COURTESY_MS + 200)
    assert room.silence.state == "adopted"
    assert room.silence.outcome_ms == room.silence.deadline_ms


async def test_a_stall_is_on_the_record_with_its_length(process: Process) -> None:
    room = await playing(process)
    onlooker = Onlooker()
    room.door.hub.register(room.game, onlooker)
    await process.stalls(4_000)
    began = [one.event for one in onlooker.seen if isinstance(one.event, OutageBegan)]
    assert len(began) == 1
    assert 4_000 - TICK_MS <= began[0].gap_ms <= 4_000
    await process.runs(100)
    assert kinds(onlooker.seen).count(OutageEnded) == 1


async def test_a_shorter_stall_is_no_outage(process: Process) -> None:
    room = await playing(process, "POL")
    before = reading(process, room)
    await process.stalls(STALL_MS)
    assert room.live.state.clock.running
    assert reading(process, room) - before == STALL_MS


async def test_a_shorter_stall_empties_the_readers_before_the_clock_moves_on(
    process: Process,
) -> None:
    room = await playing(process, "POL")
    await process.runs(LENGTH_MS)
    seen_at = []

    async def a_break_was_waiting() -> None:
        seen_at.append(process.time.now())
        room.submit("DEU", BREAK)

    process.keeper.drain = a_break_was_waiting
    await process.stalls(STALL_MS)
    assert room.silence.state == "broken"
    assert room.live.at(seen_at[0]).reading_ms <= room.silence.closes_ms


async def test_a_healthy_tick_empties_nothing(process: Process) -> None:
    await playing(process)
    await process.runs(1_000)
    assert process.drained == 0
    await process.stalls(LAG_MS + 1)
    assert process.drained == 1


async def test_a_slow_drain_that_makes_a_stall_is_a_stall_bug(process: Process) -> None:
    room = await playing(process, "POL")

    async def slow() -> None:
        process.world.passes(400)

    process.keeper.drain = slow
    await process.stalls(900)
    assert room.live.state.clock.stopped == "outage"


async def test_a_break_that_waited_through_a_stall_counts(process: Process) -> None:
    room = await playing(process, "POL", "DEU")
    await process.runs(LENGTH_MS - 1_000)

    async def a_break_was_waiting() -> None:
        room.submit("DEU", BREAK)

    process.keeper.drain = a_break_was_waiting
    await process.stalls(60_000)
    assert room.silence.state == "broken"


async def test_a_break_is_taken_while_the_clock_waits(process: Process) -> None:
    room = await playing(process, "POL", "DEU")
    await process.runs(LENGTH_MS - 1_000)
    process.here(room.game, "POL", "DEU")
    await process.stalls(60_000)
    assert isinstance(await room.play("DEU", BREAK), Done)
    assert room.silence.state == "broken"


async def test_a_resumption_that_was_waiting_does_not_run_through_the_stall_bug(
    process: Process,
) -> None:
    """The clock stood when the hold was decided upon, and would have run when it was taken."""
    room = await playing(process, "POL")
    await process.runs(LENGTH_MS - 1_000)
    await room.done("facilitator", PauseGame())

    async def a_resumption_was_waiting() -> None:
        room.submit("facilitator", ResumeGame())

    process.keeper.drain = a_resumption_was_waiting
    await process.stalls(60_000)
    assert room.silence.state == "running"


async def test_a_paused_game_is_still_paused_after_a_stall(process: Process) -> None:
    room = await playing(process, "POL")
    await room.done("facilitator", PauseGame())
    await process.stalls(5_000)
    await process.runs(1_000)
    assert room.live.state.clock.stopped == "paused"


async def test_a_hold_that_could_not_be_written_is_written_later_bug(
    process: Process, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = await playing(process, "POL")
    await process.runs(LENGTH_MS - 1_000)
    tried = []

    def failing(batch: Batch, enrolled: tuple[str, int] | None = None) -> None:
        tried.append(batch)
        if len(tried) <= 4:
            raise OperationalError("the test says so")
        append(batch, enrolled)

    monkeypatch.setattr(the_door, "append", failing)
    process.here(room.game, "POL")
    await process.stalls(60_000)
    assert len(tried) >= 5
    assert room.silence.state == "running"
    assert room.live.state.clock.stopped == "outage"


async def test_slow_commits_are_no_stalls(
    process: Process, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The tick waits for no disk: this one takes two seconds over a commit."""
    room = await playing(process, "POL")
    written = threading.Event()

    def slow(batch: Batch, enrolled: tuple[str, int] | None = None) -> None:
        assert written.wait(timeout=10)
        append(batch, enrolled)

    monkeypatch.setattr(the_door, "append", slow)
    answer = room.submit("DEU", BREAK)
    for _ in range(40):
        process.world.passes(50)
        await process.keeper.tick()
    assert not answer.done()
    written.set()
    assert isinstance(await answer, Done)
    assert room.live.state.clock.running


async def test_silences_are_adopted_by_the_ticks_alone(process: Process) -> None:
    room = await playing(process, "POL")
    onlooker = Onlooker()
    room.door.hub.register(room.game, onlooker)
    await process.runs(LENGTH_MS + COURTESY_MS)
    assert room.silence.state == "running"
    await process.runs(100)
    assert kinds(onlooker.seen).count(TextAdopted) == 1
