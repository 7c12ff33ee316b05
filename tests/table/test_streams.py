"""Coming back: missed frames or a fresh view, and what a restart finds (rules 8)."""

from __future__ import annotations

import pytest

from tests.table.room import BREAK, Onlooker, Room
from wargame.models import Snapshot
from wargame.record.archive import facts, load
from wargame.record.threads import in_reader
from wargame.rules import law
from wargame.rules.moves import InjectIncident
from wargame.rules.opening import EMPTY
from wargame.rules.scenario import Text
from wargame.table import door as the_door
from wargame.table.live import KEPT


async def test_what_was_missed_is_what_was_shown_since(room: Room) -> None:
    await room.under_silence()
    heads = room.live.heads
    onlooker = Onlooker()
    room.door.hub.register(room.game, onlooker)
    await room.play("DEU", BREAK)
    missed = room.live.missed("POL", heads)
    assert missed == [one for one in onlooker.seen if room.live.reads("POL", one.compartment)]
    assert missed


async def test_missed_frames_keep_what_one_may_not_read(room: Room) -> None:
    await room.under_silence()
    heads = room.live.heads
    await room.play("DEU", BREAK)
    missed = room.live.missed("POL", heads)
    assert missed is not None
    assert all(room.live.reads("POL", shown.compartment) for shown in missed)
    assert "delegation/DEU" not in room.live.rooms("POL")


async def test_who_missed_nothing_gets_nothing(room: Room) -> None:
    await room.under_silence()
    assert room.live.missed("POL", room.live.heads) == []


async def test_a_gap_that_is_too_long_takes_a_fresh_view(room: Room) -> None:
    await room.under_silence()
    heads = room.live.heads
    incident = InjectIncident(Text("More", "Encore"), Text("of it", "de cela"))
    for answer in [room.submit("facilitator", incident) for _ in range(KEPT)]:
        await answer
    assert room.live.missed("POL", heads) is not None
    await room.play("facilitator", incident)
    assert room.live.missed("POL", heads) is None


async def test_heads_from_the_future_take_a_fresh_view(room: Room) -> None:
    await room.under_silence()
    ahead = {**room.live.heads, "council": 10_000}
    assert room.live.missed("POL", ahead) is None


async def test_after_a_restart_nothing_missed_is_nothing_and_a_gap_is_a_fresh_view(
    room: Room,
) -> None:
    await room.under_silence()
    again = await room.another_process()
    assert again.live.missed("POL", room.live.heads) == []
    behind = {**room.live.heads, "council": room.live.heads["council"] - 1}
    assert again.live.missed("POL", behind) is None


async def test_a_restart_finds_the_same_state_and_heads(room: Room) -> None:
    await room.under_silence()
    await room.play("DEU", BREAK)
    again = await room.another_process()
    assert again.live.state == room.live.state
    assert again.live.chains == room.live.chains
    assert again.live.master == room.live.master
    assert again.live.next_due_at == room.live.next_due_at


async def test_a_snapshot_and_its_tail_are_the_whole_replay(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(the_door, "SNAPSHOT_EVERY", 7)
    await room.under_silence()
    for number in range(20):
        words = Text(f"Incident {number}", f"Incident {number}")
        await room.done("facilitator", InjectIncident(words, words))
    await room.door.idle()
    kept = await in_reader(lambda: list(Snapshot.objects.filter(game_id=room.game)))
    assert len(kept) == 1, "older ones go"
    assert 0 < kept[0].number <= room.live.number
    loaded = await in_reader(load, room.game)
    log = await in_reader(lambda: [fact for _, fact in facts(room.game)])
    assert loaded.state == law.replay(EMPTY, log) == room.live.state
    assert loaded.heads == room.live.chains


async def test_a_snapshot_of_another_law_is_not_used(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(the_door, "SNAPSHOT_EVERY", 7)
    await room.under_silence()
    await room.door.idle()
    await in_reader(Snapshot.objects.filter(game_id=room.game).update, law=0, body=b"nonsense")
    assert (await in_reader(load, room.game)).state == room.live.state
