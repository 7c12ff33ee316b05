"""Whoever changes a record is found out (rules 8)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.table.room import BREAK, Room
from wargame.models import Event, Game, Snapshot
from wargame.record.archive import NoSuchGame, keep_snapshot
from wargame.record.chains import Header, commitment
from wargame.record.threads import in_reader
from wargame.record.verify import Verdict, verify

VICTIM = 6


async def tampered(room: Room, change: Callable[[Event], object]) -> Verdict:
    """The verdict after somebody changed one event in the middle."""

    def tamper() -> Verdict:
        event = Event.objects.get(game_id=room.game, number=VICTIM)
        change(event)
        return verify(room.game)

    return await in_reader(tamper)


def said(verdict: Verdict) -> set[tuple[int, str]]:
    return {(finding.number, finding.what.en) for finding in verdict.findings}


async def test_a_record_as_it_was_written_is_sound(played: Room) -> None:
    verdict = await in_reader(verify, played.game)
    assert verdict.findings == ()
    assert verdict.events == played.live.number
    assert verdict.compartments == len(played.live.heads)


async def test_a_flipped_bit_in_the_words_is_found(played: Room) -> None:
    def flip(event: Event) -> None:
        payload = bytearray(event.payload)
        payload[len(payload) // 2] ^= 1
        event.payload = bytes(payload)
        event.save()

    assert said(await tampered(played, flip)) == {(VICTIM, "the words were changed")}


async def test_words_that_cannot_even_be_read_are_a_finding_and_no_traceback_bug(
    played: Room,
) -> None:
    def spoil(event: Event) -> None:
        event.payload = b"{"
        event.save()

    assert (VICTIM, "the words were changed") in said(await tampered(played, spoil))


async def test_words_changed_with_their_commitment_break_the_chain(played: Room) -> None:
    def forge(event: Event) -> None:
        event.payload = bytes(event.payload).replace(b'"', b"'")
        event.commitment = commitment(bytes(event.salt), event.payload)
        event.save()

    assert (VICTIM, "the chain is broken here") in said(await tampered(played, forge))


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("seat", "USA"),
        ("holder", 7),
        ("kind", "text_adopted"),
        ("received_at", 5),
        ("decided_at", 5),
        ("reading_ms", 5),
    ],
)
async def test_a_changed_header_is_found(played: Room, column: str, value: object) -> None:
    def forge(event: Event) -> None:
        setattr(event, column, value)
        event.save()

    assert (VICTIM, "the chain is broken here") in said(await tampered(played, forge))


def test_the_changed_columns_above_are_all_of_the_header() -> None:
    columns = {"seat", "holder", "kind", "received_at", "decided_at", "reading_ms"}
    assert set(Header.__struct_fields__) == columns | {"compartment", "number"}


async def test_a_removed_event_is_found(played: Room) -> None:
    found = said(await tampered(played, lambda event: event.delete()))
    assert (VICTIM + 1, "an event is missing before this") in found


async def test_a_removed_last_event_is_found(played: Room) -> None:
    last = Event.objects.filter(game_id=played.game, number=played.live.number)
    await in_reader(last.delete)
    assert said(await in_reader(verify, played.game)) == {(0, "the last events are missing")}


async def test_two_swapped_events_are_found(played: Room) -> None:
    def swap(event: Event) -> None:
        after = Event.objects.get(game_id=played.game, number=VICTIM + 1)
        event.number, after.number = -1, VICTIM
        event.save()
        after.save()
        event.number = VICTIM + 1
        event.save()

    found = said(await tampered(played, swap))
    assert (VICTIM, "the master chain is broken here") in found


async def test_an_event_moved_to_another_compartment_is_found(played: Room) -> None:
    def move(event: Event) -> None:
        event.compartment = "delegation/FRA"
        event.save()

    assert (VICTIM, "the chain is broken here") in said(await tampered(played, move))


async def test_words_erased_by_law_leave_a_chain_that_holds_bug(played: Room) -> None:
    def erase(event: Event) -> None:
        event.payload, event.salt = b"", b""
        event.save()

    assert said(await tampered(played, erase)) == set()


async def test_a_later_change_is_found_behind_erased_words(played: Room) -> None:
    def erase_and_forge(event: Event) -> None:
        event.payload, event.salt = b"", b""
        event.save()
        later = Event.objects.get(game_id=played.game, number=VICTIM + 3)
        later.payload = b"{}"
        later.save()

    found = said(await tampered(played, erase_and_forge))
    assert found == {(VICTIM + 3, "the words were changed")}


async def test_a_snapshot_that_lies_is_found(played: Room) -> None:
    live = played.live
    number, chains, master = live.number, live.chains, live.master
    another = await played.another_process()
    await another.play("FRA", BREAK)
    later = another.live.state
    await in_reader(keep_snapshot, played.game, number, later, chains, master)
    await in_reader(
        Event.objects.filter(game_id=played.game, number__gt=number).delete,
    )
    await in_reader(Game.objects.filter(id=played.game).update, number=number)
    found = said(await in_reader(verify, played.game))
    assert found == {(0, "the snapshot is not what a replay gives")}
    await in_reader(Snapshot.objects.filter(game_id=played.game).update, body=b"\x00")
    assert said(await in_reader(verify, played.game)) == found


async def test_an_unknown_game_is_said_to_be_unknown(played: Room) -> None:
    with pytest.raises(NoSuchGame):
        await in_reader(verify, "nothing")


async def test_every_finding_speaks_both_languages(played: Room) -> None:
    verdict = await tampered(played, lambda event: event.delete())
    assert verdict.findings
    assert all(f.what.en and f.what.fr and f.what.en != f.what.fr for f in verdict.findings)
