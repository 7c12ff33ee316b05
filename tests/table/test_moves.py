"""One move at the door: kept once, answered once, committed before it is told (rules 7.9)."""

from __future__ import annotations

import sqlite3

from django.db import connection

from tests.table.room import BREAK, Onlooker, Room
from wargame.models import Event, Receipt
from wargame.record.threads import in_reader
from wargame.rules.moves import PauseGame, SeatPeople, StartGame, TableDraft, Title
from wargame.rules.refusals import refuse
from wargame.table.answers import Done, Refused
from wargame.table.hub import Shown


async def events(room: Room) -> int:
    return await in_reader(Event.objects.filter(game_id=room.game).count)


async def receipts(room: Room) -> int:
    return await in_reader(Receipt.objects.filter(game_id=room.game).count)


async def test_the_same_id_twice_is_one_event_and_one_answer(room: Room) -> None:
    before = await events(room)
    first = await room.play("facilitator", StartGame(), move_id="start-once")
    room.time.at += 5_000
    second = await room.play("facilitator", StartGame(), move_id="start-once")
    assert isinstance(first, Done)
    assert second == first
    assert await events(room) == before + 1


async def test_the_same_id_twice_in_one_batch_is_one_event(room: Room) -> None:
    before = await events(room)
    two = [room.submit("facilitator", StartGame(), move_id="start-once") for _ in range(2)]
    assert await two[0] == await two[1]
    assert isinstance(await two[0], Done)
    assert await events(room) == before + 1


async def test_a_receipt_survives_a_restart(room: Room) -> None:
    first = await room.play("facilitator", StartGame(), move_id="start-once")
    again = await room.another_process()
    assert await again.play("facilitator", StartGame(), move_id="start-once") == first


async def test_a_receipt_belongs_to_its_seat(room: Room) -> None:
    await room.started()
    first = await room.play("POL", BREAK, move_id="same-id-00")
    assert first == Refused(refuse("unknown_silence"))
    other = await room.play("DEU", TableDraft("nothing", Title("t"), ()), move_id="same-id-00")
    assert other != Refused(refuse("conflict"))


async def test_the_same_id_with_other_content_is_a_conflict(room: Room) -> None:
    await room.play("facilitator", SeatPeople("POL"), move_id="seat-one-0")
    other = await room.play("facilitator", SeatPeople("DEU"), move_id="seat-one-0")
    assert other == Refused(refuse("conflict"))
    assert room.live.holder("DEU") == 0


async def test_a_conflict_inside_one_batch_is_refused_too(room: Room) -> None:
    one = room.submit("facilitator", SeatPeople("POL"), move_id="seat-one-0")
    two = room.submit("facilitator", SeatPeople("DEU"), move_id="seat-one-0")
    assert isinstance(await one, Done)
    assert await two == Refused(refuse("conflict"))


async def test_a_refusal_is_kept(room: Room) -> None:
    await room.started()
    first = await room.play("facilitator", StartGame(), move_id="too-many-0")
    assert first == Refused(refuse("already_started"))
    kept = await receipts(room)
    assert await room.play("facilitator", StartGame(), move_id="too-many-0") == first
    assert await receipts(room) == kept


async def test_a_transient_refusal_is_not_kept(room: Room) -> None:
    await room.under_silence()
    await room.done("facilitator", PauseGame())
    kept = await receipts(room)
    draft = TableDraft("consultation/1", Title("Text"), ())
    paused = await room.play("DEU", draft, move_id="in-a-pause")
    assert isinstance(paused, Refused)
    assert paused.refusal.code == "paused"
    assert await receipts(room) == kept


async def test_an_answer_comes_before_the_events_are_shown(room: Room) -> None:
    answered = []

    class Watcher(Onlooker):
        def show(self, shown: Shown) -> None:
            answered.append(answer.done())

    room.door.hub.register(room.game, Watcher())
    answer = room.submit("facilitator", StartGame())
    assert isinstance(await answer, Done)
    assert answered == [True]


async def test_nothing_is_shown_before_it_is_committed(room: Room) -> None:
    """A second connection to the file sees what another process would see."""
    file = str(connection.settings_dict["NAME"])
    committed = []

    class Watcher(Onlooker):
        def show(self, shown: Shown) -> None:
            with sqlite3.connect(file) as other:
                found = other.execute(
                    "SELECT count(*) FROM wargame_event WHERE game_id = ? AND compartment = ? "
                    "AND room_number = ?",
                    (room.game, shown.compartment, shown.number),
                )
                committed.append(found.fetchone()[0])
            other.close()

    room.door.hub.register(room.game, Watcher())
    await room.under_silence()
    assert committed
    assert set(committed) == {1}


async def test_a_refused_move_shows_nothing(room: Room) -> None:
    onlooker = Onlooker()
    room.door.hub.register(room.game, onlooker)
    assert isinstance(await room.play("POL", BREAK), Refused)
    assert onlooker.seen == []
