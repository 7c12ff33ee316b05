"""Moves and deadlines merged by reading: the stamp decides, never the order of arrival (7.3)."""

from __future__ import annotations

import asyncio

from tests.table.room import BREAK, Onlooker, Room, kinds
from wargame.rules.events import SilenceBroken, TextAdopted
from wargame.rules.moves import AskExtension, BreakSilence, PauseGame
from wargame.table.answers import Done, Refused


async def test_a_break_stamped_in_time_and_handed_in_late_counts(room: Room) -> None:
    await room.under_silence()
    stamped = room.closes_at
    room.time.at = stamped + 300
    assert isinstance(await room.play("DEU", BREAK, at=stamped), Done)
    assert room.silence.state == "broken"


async def test_a_break_one_millisecond_later_is_refused(room: Room) -> None:
    await room.under_silence()
    stamped = room.closes_at + 1
    room.time.at = stamped
    answer = await room.play("DEU", BREAK, at=stamped)
    assert isinstance(answer, Refused)
    assert answer.refusal.code == "too_late"
    assert room.silence.state == "adopted"


async def test_stamps_decide_the_order_inside_a_batch(room: Room) -> None:
    await room.under_silence()
    late, timely = room.closes_at + 1, room.closes_at - 1
    room.time.at = late
    first = room.submit("FRA", BREAK, at=late)
    second = room.submit("DEU", BREAK, at=timely)
    assert isinstance(await second, Done)
    assert isinstance(await first, Done), "within the minute it stands beside the first"
    assert room.silence.broken is not None
    assert room.silence.broken.by == "DEU"
    assert [one.seat for one in room.silence.associations] == ["FRA"]


async def test_moves_of_one_millisecond_keep_the_order_they_came_in(room: Room) -> None:
    await room.under_silence()
    answers = [room.submit(seat, BREAK) for seat in ("USA", "FRA", "DEU")]
    await asyncio.gather(*answers)
    assert room.silence.broken is not None
    assert room.silence.broken.by == "USA"
    assert [one.seat for one in room.silence.associations] == ["FRA", "DEU"]


async def test_settling_twice_at_once_adopts_once(room: Room) -> None:
    await room.under_silence()
    onlooker = Onlooker()
    room.door.hub.register(room.game, onlooker)
    room.time.at = room.closes_at + 1
    await asyncio.gather(room.door.settle(room.game), room.door.settle(room.game))
    assert kinds(onlooker.seen).count(TextAdopted) == 1


async def test_at_the_closing_instant_itself_nothing_is_adopted(room: Room) -> None:
    await room.under_silence()
    room.time.at = room.closes_at
    await room.door.settle(room.game)
    assert room.silence.state == "running"
    room.time.at += 1
    await room.door.settle(room.game)
    assert room.silence.state == "adopted"
    assert room.silence.outcome_ms == room.silence.deadline_ms


async def test_the_door_says_when_it_wants_to_be_woken(room: Room) -> None:
    await room.under_silence()
    assert room.live.next_due_at == room.closes_at + 1
    await room.done("facilitator", PauseGame())
    assert room.live.next_due_at is None


async def test_a_move_after_the_deadline_settles_by_itself(room: Room) -> None:
    """A dead timekeeper delays news and never makes it wrong."""
    await room.under_silence()
    room.time.at = room.closes_at + 60_000
    await room.play("POL", AskExtension("silence/1"))
    assert room.silence.state == "adopted"
    assert room.silence.outcome_ms == room.silence.deadline_ms


async def test_a_break_and_its_repetition_are_one_break(room: Room) -> None:
    await room.under_silence()
    onlooker = Onlooker()
    room.door.hub.register(room.game, onlooker)
    one = room.submit("DEU", BREAK, move_id="break-of-deu")
    two = room.submit("DEU", BREAK, move_id="break-of-deu")
    assert await one == await two
    changed = BreakSilence("silence/1", "escalation")
    assert isinstance(await room.play("DEU", changed, move_id="break-of-deu"), Refused)
    assert kinds(onlooker.seen).count(SilenceBroken) == 1
