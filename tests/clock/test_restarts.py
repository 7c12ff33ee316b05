"""Ended and started again: the game goes on where it was, and it cost nobody time (7.6)."""

from __future__ import annotations

import asyncio

from tests.clock.simulated import Process, World
from tests.table.room import BREAK, LENGTH_MS, Room
from wargame.models import Event
from wargame.models import Process as Row
from wargame.record.archive import read_event
from wargame.record.threads import in_reader
from wargame.rules.events import OutageBegan, OutageEnded
from wargame.rules.moves import PauseGame
from wargame.table.answers import Done

ALL = ("POL", "DEU", "USA", "FRA")


async def killed_at(process: Process, after_ms: int, *seats: str) -> Room:
    """A silence of 90 s ran for so long, these seats were there; then the process is no more."""
    room = await (await process.room()).under_silence()
    await process.runs(after_ms)
    process.here(room.game, *seats)
    await process.runs(1_000)
    return room


async def restarted(world: World, game: str) -> tuple[Process, Room]:
    process = Process(world)
    await process.keeper.begin()
    return process, await process.room_again(game)


def reading(process: Process, room: Room) -> int:
    return room.live.at(process.time.now()).reading_ms


async def outages(room: Room) -> list[OutageBegan | OutageEnded]:
    log = Event.objects.filter(game_id=room.game, kind__startswith="outage").order_by("number")
    payloads = await in_reader(lambda: [bytes(row.payload) for row in log])
    events = [read_event(payload) for payload in payloads]
    return [event for event in events if isinstance(event, OutageBegan | OutageEnded)]


async def test_the_clock_stands_at_the_last_mark(process: Process, world: World) -> None:
    before = await killed_at(process, 30_000, *ALL)
    read = reading(process, before)
    world.passes(600_000)
    again, room = await restarted(world, before.game)
    assert room.live.state.clock.stopped == "outage"
    assert 0 <= read - reading(again, room) <= 500


async def test_the_outage_is_on_the_record_with_its_length(process: Process, world: World) -> None:
    before = await killed_at(process, 30_000, *ALL)
    world.passes(600_000)
    _, room = await restarted(world, before.game)
    began = (await outages(room))[0]
    assert isinstance(began, OutageBegan)
    assert 600_000 <= began.gap_ms <= 600_600


async def test_when_all_are_back_it_goes_on_with_the_time_it_had(
    process: Process, world: World
) -> None:
    before = await killed_at(process, 30_000, *ALL)
    left = before.silence.deadline_ms - reading(process, before)
    world.passes(600_000)
    again, room = await restarted(world, before.game)
    await again.runs(3_000)
    assert not room.live.state.clock.running
    again.here(room.game, *ALL)
    await again.runs(50)
    assert room.live.state.clock.running
    assert room.silence.deadline_ms - reading(again, room) >= left
    assert (await outages(room))[-1].why == "all_back"  # type: ignore[union-attr]


async def test_three_of_four_are_not_four_fifths(process: Process, world: World) -> None:
    before = await killed_at(process, 30_000, *ALL)
    again, room = await restarted(world, before.game)
    await again.runs(50)
    again.here(room.game, *ALL[:3])
    await again.runs(19_000)
    assert not room.live.state.clock.running
    await again.runs(1_200)
    assert room.live.state.clock.running
    assert (await outages(room))[-1].why == "waited"  # type: ignore[union-attr]


async def test_four_of_five_are_enough_after_ten_seconds(process: Process, world: World) -> None:
    before = await killed_at(process, 30_000, *ALL, "facilitator")
    again, room = await restarted(world, before.game)
    await again.runs(50)
    again.here(room.game, *ALL)
    await again.runs(9_500)
    assert not room.live.state.clock.running
    await again.runs(700)
    assert room.live.state.clock.running
    assert (await outages(room))[-1].why == "most_back"  # type: ignore[union-attr]


async def test_who_had_left_long_before_is_not_waited_for(process: Process, world: World) -> None:
    before = await (await process.room()).under_silence()
    process.here(before.game, "FRA")
    await process.runs(16_000)
    process.here(before.game, "POL")
    await process.runs(1_000)
    again, room = await restarted(world, before.game)
    again.world.passes(10)
    again.time.tick()
    again.here(room.game, "POL")
    await again.runs(50)
    assert room.live.state.clock.running


async def test_a_running_silence_has_fifteen_seconds_after_a_restart(
    process: Process, world: World
) -> None:
    before = await killed_at(process, LENGTH_MS - 4_000, *ALL)
    world.passes(60_000)
    again, room = await restarted(world, before.game)
    assert room.silence.state == "running"
    again.here(room.game, *ALL)
    await again.runs(50)
    again.here(room.game, *ALL)
    await again.runs(50)
    assert room.live.state.clock.running
    assert room.silence.deadline_ms - room.live.state.clock.reading_ms == 15_000
    assert isinstance(await room.play("DEU", BREAK), Done)


async def test_a_break_is_taken_while_people_come_back(process: Process, world: World) -> None:
    before = await killed_at(process, LENGTH_MS - 4_000, *ALL)
    world.passes(60_000)
    _, room = await restarted(world, before.game)
    assert isinstance(await room.play("DEU", BREAK), Done)


async def test_what_had_closed_before_the_last_mark_is_adopted_by_the_next_process(
    process: Process, world: World
) -> None:
    """The mark says that nothing in time was left undecided; the commit had not come yet."""
    before = await (await process.room()).under_silence()
    await process.runs(LENGTH_MS)
    await process.keeper.stop()
    mark = before.closes_at + 200
    await in_reader(Row.objects.update, mark_at=mark)
    world.passes(60_000)
    _, room = await restarted(world, before.game)
    assert room.silence.state == "adopted"
    assert room.silence.outcome_ms == room.silence.deadline_ms


async def test_a_paused_game_is_paused_after_a_restart(process: Process, world: World) -> None:
    before = await killed_at(process, 10_000, *ALL)
    await before.done("facilitator", PauseGame())
    world.passes(60_000)
    again, room = await restarted(world, before.game)
    await again.runs(21_000)
    assert room.live.state.clock.stopped == "paused"
    assert await outages(room) == []


async def test_a_second_outage_in_the_first_waits_anew(process: Process, world: World) -> None:
    before = await killed_at(process, 10_000, *ALL)
    again, room = await restarted(world, before.game)
    await again.runs(19_000)
    world.passes(60_000)
    third, room = await restarted(world, room.game)
    assert not room.live.state.clock.running
    third.here(room.game, *ALL)
    await third.runs(50)
    assert room.live.state.clock.running
    assert [type(one) for one in await outages(room)] == [OutageBegan, OutageEnded]


async def test_a_clock_set_back_on_the_wall_lets_no_reading_step_back_bug(
    process: Process, world: World
) -> None:
    """The last event may be younger than the last mark: it counts as well."""
    before = await killed_at(process, 10_000, *ALL)
    world.passes(40)
    await before.done("facilitator", PauseGame())
    read = reading(process, before)
    last = before.live.last_at
    world.utc -= 3_600_000
    again, room = await restarted(world, before.game)
    assert again.time.now() >= last
    assert reading(again, room) == read


# Marks ---------------------------------------------------------------------------------------


async def mark_of(process: Process) -> int:
    assert process.door.process is not None
    return (await in_reader(Row.objects.get, id=process.door.process[0])).mark_at


async def test_a_mark_is_at_most_half_a_second_old(process: Process) -> None:
    await process.runs(3_000)
    assert process.time.now() - await mark_of(process) <= 500


async def test_a_mark_never_passes_an_undecided_move(process: Process) -> None:
    room = await (await process.room()).under_silence()
    await process.runs(1_000)
    stamped = process.time.now()
    answer = room.submit("DEU", BREAK)
    assert process.door.undecided_since() == stamped
    process.world.passes(600)
    process.time.tick()
    process.keeper.mark(process.time.now())
    assert process.keeper.marking is not None
    await asyncio.wait([process.keeper.marking])
    assert await mark_of(process) == stamped - 1
    await answer
    await process.runs(1_000)
    assert await mark_of(process) > stamped


async def test_the_clock_stands_from_the_moment_the_house_takes_no_more_moves_bug(
    process: Process, world: World
) -> None:
    """Breaks are refused as restarting from then on: nothing may close, and no mark pass it."""
    room = await (await process.room()).under_silence()
    await process.runs(LENGTH_MS)
    process.keeper.rest()
    rested = process.time.now()
    world.passes(900)
    await process.keeper.stop()
    assert rested <= await mark_of(process) <= rested + 50
    world.passes(5_000)
    _, after = await restarted(world, room.game)
    assert after.silence.state == "running"


async def test_the_seats_that_were_there_stand_beside_the_mark(process: Process) -> None:
    room = await process.room()
    process.here(room.game, "POL")
    await process.runs(1_000)
    assert process.door.process is not None
    row = await in_reader(Row.objects.get, id=process.door.process[0])
    assert set(row.seats[room.game]) == {"POL"}
