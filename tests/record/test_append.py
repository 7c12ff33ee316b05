"""Appending: all of a batch after the event it says it follows, or nothing."""

from __future__ import annotations

import pytest

from tests.table.room import Room
from wargame.models import Event, Game, Receipt
from wargame.record.append import Batch, Fenced, Overtaken, ReceiptRow, append
from wargame.record.processes import enrol, last_marks, leave, mark
from wargame.record.threads import in_reader, in_writer

ROW = ReceiptRow("POL", "some-move-0", b"content", b"answer")


async def counts(room: Room) -> tuple[int, int, int]:
    def count() -> tuple[int, int, int]:
        game = Game.objects.get(id=room.game)
        return game.number, game.events.count(), game.receipts.count()

    return await in_reader(count)


def batch(room: Room, follows: int, *receipts: ReceiptRow) -> Batch:
    return Batch(room.game, follows, (), receipts, None, "running")


async def test_a_batch_that_follows_another_event_is_overtaken(played: Room) -> None:
    before = await counts(played)
    with pytest.raises(Overtaken):
        await in_writer(append, batch(played, played.live.number - 1, ROW))
    assert await counts(played) == before


async def test_a_batch_with_one_impossible_receipt_leaves_nothing(played: Room) -> None:
    before = await counts(played)
    with pytest.raises(Exception, match="UNIQUE"):
        await in_writer(append, batch(played, played.live.number, ROW, ROW))
    assert await counts(played) == before


async def test_a_fenced_writer_leaves_nothing(played: Room) -> None:
    before = await counts(played)
    await in_writer(enrol, "p", 1)
    with pytest.raises(Fenced):
        await in_writer(append, batch(played, played.live.number, ROW), ("p", 2))
    assert await counts(played) == before
    await in_writer(append, batch(played, played.live.number, ROW), ("p", 1))
    assert (await counts(played))[2] == before[2] + 1


async def test_the_columns_of_a_game_are_what_its_state_says(played: Room) -> None:
    game = await in_reader(Game.objects.get, id=played.game)
    assert game.number == played.live.number
    assert game.status == played.live.state.game.status
    assert game.next_due_at == played.live.next_due_at


async def test_no_name_of_a_person_is_in_an_event_or_a_receipt(played: Room) -> None:
    """Rules 8: a seat and a holder number, never a name."""
    seats = await in_reader(
        lambda: (
            set(Event.objects.values_list("seat", flat=True))
            | set(Receipt.objects.values_list("seat", flat=True))
        )
    )
    assert seats <= {"facilitator", "server", "POL", "DEU", "USA", "FRA"}


async def test_the_last_mark_is_that_of_another_process_and_the_latest(played: Room) -> None:
    for name, at in (("a", 1_000), ("b", 2_000), ("c", 3_000)):
        await in_writer(enrol, name, at)
    await in_writer(mark, "a", 5_000, {"g": {"POL": 4_900}})
    assert await in_reader(last_marks, "c") == (5_000, {"g": {"POL": 4_900}})
    await in_writer(leave, "b", 6_000, {})
    assert await in_reader(last_marks, "c") == (6_000, {})
