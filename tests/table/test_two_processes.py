"""Two doors on one file: whoever commits second decides again (rules 7.4, 7.5)."""

from __future__ import annotations

import asyncio

from tests.table.room import BREAK, Room
from wargame.models import Event, Process
from wargame.record import processes
from wargame.record.threads import in_reader, in_writer
from wargame.record.verify import verify
from wargame.rules.moves import SeatPeople, StartGame
from wargame.rules.refusals import refuse
from wargame.table.answers import Done, Refused


async def outcomes(room: Room) -> list[str]:
    log = Event.objects.filter(game_id=room.game).order_by("number")
    kinds = await in_reader(lambda: list(log.values_list("kind", flat=True)))
    return [kind for kind in kinds if kind in ("silence_broken", "text_adopted")]


async def test_whoever_is_overtaken_decides_again(room: Room) -> None:
    other = await room.another_process()
    await room.done("facilitator", SeatPeople("POL"), StartGame())
    answer = await other.play("facilitator", StartGame())
    assert answer == Refused(refuse("already_started"))
    assert other.live.state == room.live.state
    assert other.live.heads == room.live.heads


async def test_two_processes_that_settle_at_once_adopt_once(room: Room) -> None:
    await room.under_silence()
    other = await room.another_process()
    room.time.at = room.closes_at + 1
    await asyncio.gather(room.door.settle(room.game), other.door.settle(room.game))
    assert await outcomes(room) == ["text_adopted"]
    assert other.silence.state == room.silence.state == "adopted"


async def test_two_breaks_in_two_processes_are_one_break_and_one_beside_it(room: Room) -> None:
    await room.under_silence()
    other = await room.another_process()
    answers = await asyncio.gather(room.submit("DEU", BREAK), other.submit("FRA", BREAK))
    assert all(isinstance(answer, Done) for answer in answers)
    assert await outcomes(room) == ["silence_broken"]
    assert (await in_reader(verify, room.game)).findings == ()


async def test_one_id_in_two_processes_is_one_event_and_one_answer(room: Room) -> None:
    await room.under_silence()
    other = await room.another_process()
    sent = [one.submit("DEU", BREAK, move_id="sent-twice-0") for one in (room, other)]
    first, second = await asyncio.gather(*sent)
    assert first == second
    assert await outcomes(room) == ["silence_broken"]


async def test_a_fenced_process_commits_nothing_and_says_busy(room: Room) -> None:
    epoch = await in_writer(processes.enrol, "p1", room.time.now())
    room.door.process = ("p1", epoch)
    await room.done("facilitator", SeatPeople("POL"))
    number = room.live.number
    await in_writer(Process.objects.filter(id="p1").update, epoch=epoch + 1)
    assert await room.play("facilitator", StartGame()) == Refused(refuse("busy"))
    assert room.live.number == number
    assert room.live.state.game.status == "waiting"
    assert await in_reader(Event.objects.filter(game_id=room.game).count) == number


async def test_a_fenced_process_keeps_no_break_waiting(room: Room) -> None:
    await room.under_silence()
    room.door.process = ("never enrolled", 1)
    assert await room.play("DEU", BREAK) == Refused(refuse("busy"))
    room.door.process = None
    assert isinstance(await room.play("DEU", BREAK), Done)
