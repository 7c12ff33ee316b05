"""When the record does not take a batch: nothing half done stays, and no break is lost."""

from __future__ import annotations

import asyncio

import pytest
from django.db import OperationalError

from tests.table.room import BREAK, Onlooker, Room
from wargame.models import Event
from wargame.record.append import Batch, Overtaken, append
from wargame.record.archive import Loaded
from wargame.record.threads import in_reader
from wargame.rules import law
from wargame.rules.facts import Fact
from wargame.rules.moves import SeatPeople, StartGame, TableDraft, Title
from wargame.rules.refusals import refuse
from wargame.rules.state import State
from wargame.table import door as the_door
from wargame.table.answers import Done, Refused

Process = tuple[str, int] | None


class Disk:
    """An append that fails the first `times` times."""

    def __init__(self, failure: type[Exception], times: int) -> None:
        self.failure = failure
        self.times = times
        self.tried = 0

    def append(self, batch: Batch, process: Process = None) -> None:
        self.tried += 1
        if self.tried <= self.times:
            raise self.failure("the test says so")
        append(batch, process)


def broken_disk(
    monkeypatch: pytest.MonkeyPatch, failure: type[Exception] = OperationalError, times: int = 3
) -> Disk:
    disk = Disk(failure, times)
    monkeypatch.setattr(the_door, "append", disk.append)
    return disk


async def test_a_failing_commit_is_busy_and_the_same_id_later_succeeds(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    onlooker = Onlooker()
    room.door.hub.register(room.game, onlooker)
    state, number = room.live.state, room.live.number
    broken_disk(monkeypatch)
    busy = await room.play("facilitator", StartGame(), move_id="start-once")
    assert busy == Refused(refuse("busy"))
    await room.door.idle()
    assert room.live.state == state
    assert room.live.number == number
    assert onlooker.seen == []
    assert await in_reader(Event.objects.filter(game_id=room.game).count) == number
    again = await room.play("facilitator", StartGame(), move_id="start-once")
    assert isinstance(again, Done)
    assert len(onlooker.seen) == 1


async def test_a_commit_that_fails_once_is_tried_again(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = broken_disk(monkeypatch, times=1)
    assert isinstance(await room.play("facilitator", StartGame()), Done)
    assert disk.tried == 2


async def test_a_break_waits_for_the_record_instead_of_coming_late_bug(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Refused as busy it would be stamped anew, after the deadline (rules 7.3)."""
    await room.under_silence()
    disk = broken_disk(monkeypatch, times=5)
    answer = room.submit("DEU", BREAK, at=room.closes_at)
    room.time.at = room.closes_at + 5_000
    assert isinstance(await answer, Done)
    assert disk.tried > 5
    assert room.silence.state == "broken"


async def test_a_break_that_comes_during_a_failing_commit_lies_before_the_deadline_bug(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second try must look at the inbox again before it settles a later instant."""
    await room.under_silence()
    stamped = room.closes_at
    room.time.at = stamped - 10
    disk = broken_disk(monkeypatch, Overtaken, times=1)
    first = room.submit("facilitator", SeatPeople("POL"))
    await asyncio.sleep(0)  # the lane takes its batch; then the break comes, then time passes
    timely = room.submit("DEU", BREAK, at=stamped)
    room.time.at = stamped + 1_000
    assert isinstance(await timely, Done)
    await first
    assert disk.tried >= 2
    assert room.silence.state == "broken"


async def test_a_record_that_cannot_be_read_again_leaves_no_move_unanswered_bug(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(game: str) -> Loaded:
        raise OperationalError("the test says so")

    broken_disk(monkeypatch, Overtaken)
    monkeypatch.setattr(the_door, "load", unreadable)
    assert await room.play("facilitator", StartGame()) == Refused(refuse("busy"))


async def test_a_move_the_law_stumbles_over_takes_no_other_with_it_bug(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    await room.under_silence()
    decide = law.decide

    def stumble(*asked: object) -> object:
        if isinstance(asked[2], TableDraft):
            raise AssertionError("the law has a hole")
        return decide(*asked)  # type: ignore[arg-type]

    monkeypatch.setattr(law, "decide", stumble)
    poison = room.submit("USA", TableDraft("consultation/1", Title("t"), ()))
    timely = room.submit("DEU", BREAK)
    assert await poison == Refused(refuse("busy"))
    assert isinstance(await timely, Done)
    assert room.silence.state == "broken"


async def test_an_event_half_taken_by_a_stumbling_move_leaves_no_trace(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    await room.under_silence()
    evolve, before = law.evolve, room.live.number

    def stumble(state: State, fact: Fact) -> State:
        if type(fact.event).__name__ == "BreakTold":
            raise AssertionError("the law has a hole")
        return evolve(state, fact)

    monkeypatch.setattr(law, "evolve", stumble)
    assert await room.play("DEU", BREAK) == Refused(refuse("busy"))
    assert room.live.number == before
    assert room.silence.state == "running"
