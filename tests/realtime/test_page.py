"""One page: order of answers, what it may be shown, when it is closed."""

from __future__ import annotations

import asyncio

import pytest

from tests.realtime.fakes import GAME, Table, shown
from wargame.realtime import page as page_module
from wargame.realtime.page import MOST_BUFFERED


async def test_a_first_hello_is_welcomed_with_a_view_of_what_the_seat_reads() -> None:
    table = Table(hello=False)
    table.say(kind="hello")
    assert table.way.kinds() == ["welcome", "view"]
    assert table.way.said[0]["fresh"] is True
    assert set(table.way.said[1]["rooms"]) == {"council", "public", "delegation/POL"}


async def test_a_returning_page_gets_what_it_missed_and_no_view() -> None:
    table = Table(hello=False)
    assert table.door.game is not None
    table.door.game.backlog = [shown("council", 3)]
    table.say(kind="hello", branch="b1", heads={"council": 2, "public": 1, "delegation/POL": 2})
    assert table.way.kinds() == ["welcome", "frame"]
    assert table.way.said[0]["fresh"] is False


async def test_another_branch_means_a_fresh_view() -> None:
    table = Table(hello=False)
    assert table.door.game is not None
    table.door.game.backlog = []
    table.say(kind="hello", branch="older", heads={"council": 2})
    assert table.way.kinds() == ["welcome", "view"]


async def test_heads_of_what_the_seat_may_not_read_change_nothing() -> None:
    said = []
    for heads in ({"council": 3}, {"council": 3, "delegation/EST": 1, "white": 9}):
        table = Table(hello=False)
        assert table.door.game is not None
        table.door.game.backlog = []
        table.say(kind="hello", branch="b1", heads=heads)
        said.append(table.way.said)
    assert said[0] == said[1]


async def test_a_mover_hears_done_before_the_frames_of_its_move() -> None:
    table = Table()
    table.play("move-0001")
    table.door.decide(0, council=4)
    table.show("council", 4)
    await asyncio.sleep(0)
    assert table.way.kinds() == ["done", "frame"]


async def test_done_names_no_compartment_that_the_seat_may_not_read() -> None:
    table = Table()
    table.play("move-0001")
    table.door.decide(0, council=4, white=88, delegation__POL=3, ear__POL=1, chair=5)
    await asyncio.sleep(0)
    numbers = table.way.last("done")["numbers"]
    assert numbers == {"council": 4, "delegation/POL": 3, "ear/POL": 1}


async def test_answers_go_out_in_the_order_of_decision() -> None:
    table = Table()
    table.play("move-0001")
    table.play("move-0002")
    table.door.decide(0)
    table.door.decide(1)
    await asyncio.sleep(0)
    assert [one["id"] for one in table.way.said] == ["move-0001", "move-0002"]


async def test_a_move_goes_in_with_the_seat_of_the_socket_and_its_stamp() -> None:
    table = Table()
    table.door.time.at = 1_234_567
    table.play("move-0001")
    actor, _, received_at, move_id = table.door.moves[0]
    assert (actor.seat, actor.holder) == ("POL", 1)
    assert (received_at, move_id) == (1_234_567, "move-0001")


async def test_a_table_that_failed_is_answered_as_busy_and_may_be_tried_again() -> None:
    table = Table()
    table.play("move-0001")
    table.door.futures[0].set_exception(RuntimeError("disk"))
    await asyncio.sleep(0)
    refused = table.way.last("refused")
    assert (refused["code"], refused["again"]) == ("busy", True)


async def test_an_event_is_shown_once_though_a_view_had_it_already() -> None:
    table = Table()
    table.show("council", 3)
    table.show("council", 4)
    table.show("council", 4)
    assert [one["number"] for one in table.way.said] == [4]


async def test_what_the_seat_may_not_read_is_not_shown() -> None:
    table = Table()
    table.show("delegation/EST", 8)
    table.show("white", 1)
    assert table.way.said == []


async def test_a_gap_is_filled_with_a_fresh_view() -> None:
    table = Table()
    table.show("council", 9)
    assert table.way.kinds() == ["view"]


async def test_a_first_event_of_a_compartment_needs_no_view() -> None:
    table = Table()
    table.show("ear/POL", 1)
    assert table.way.kinds() == ["frame"]


async def test_a_full_house_of_other_moves_does_not_throttle_a_break() -> None:
    table = Table()
    for number in range(30):
        table.play(f"other-{number:04}", "open_meeting", consultation="c1")
    codes = {one["code"] for one in table.way.said if one["kind"] == "refused"}
    assert codes == {"too_fast"}
    table.play("break-0001")
    assert table.door.moves[-1][3] == "break-0001"


async def test_a_break_within_a_flood_is_decided_before_the_page_is_closed() -> None:
    table = Table()
    for _ in range(50):
        table.say(kind="seen", heads={"council": 3})
    table.play("break-0001")
    for _ in range(1000):
        table.say(kind="seen", heads={"council": 3})
    assert table.way.closed is None, "the break is still to be decided"
    table.door.decide(0, council=4)
    await asyncio.sleep(0)
    assert table.way.kinds() == ["done", "bye"]
    assert table.way.last("bye")["why"] == "too_fast"
    assert table.way.closed == 4429


async def test_the_frame_that_makes_the_flood_is_still_heard_if_it_is_a_break() -> None:
    table = Table()
    for _ in range(63):
        table.say(kind="seen", heads={"council": 3})
    table.play("break-0001")
    assert len(table.door.moves) == 1
    table.play("break-0002")
    assert len(table.door.moves) == 1, "the page is as good as closed"


async def test_five_malformed_frames_close_the_page() -> None:
    table = Table()
    for _ in range(100):
        table.page.take("{", 1, 0)
    assert table.way.kinds() == ["refused"] * 5 + ["bye"]
    assert {one["id"] for one in table.way.said[:5]} == {""}
    assert table.way.closed == 4400


async def test_malformed_moves_with_an_id_are_answered_and_not_counted() -> None:
    table = Table()
    for number in range(20):
        table.play(f"move-{number:04}", "no_such_move")
    assert table.way.kinds() == ["refused"] * 20
    assert table.way.last("refused")["code"] == "unknown_move"
    assert table.way.closed is None


async def test_asking_too_often_what_may_be_done_is_answered_once_a_little_later(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(page_module, "MAY_DELAY_S", 0.0)
    table = Table()
    for _ in range(30):
        table.say(kind="ask_may")
    before = table.way.kinds().count("may")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert before == 16
    assert table.way.kinds().count("may") == 17


async def test_a_beat_names_only_heads_that_were_sent() -> None:
    table = Table()
    assert table.door.game is not None
    table.door.game.heads["council"] = 4
    table.page._beat()
    beat = table.way.last("beat")
    assert beat["heads"] == {"council": 3, "public": 1, "delegation/POL": 2}


async def test_a_page_that_stays_behind_takes_a_fresh_view_at_the_second_beat() -> None:
    table = Table()
    assert table.door.game is not None
    table.door.game.heads["council"] = 4
    table.page._beat()
    table.page._beat()
    assert table.way.kinds() == ["beat", "view", "beat"]
    assert table.way.last("beat")["heads"]["council"] == 4


async def test_what_others_do_in_secret_changes_no_beat() -> None:
    table = Table()
    assert table.door.game is not None
    table.page._beat()
    table.door.game.heads["delegation/EST"] = 50
    table.door.game.heads["white"] = 9
    table.page._beat()
    table.page._beat()
    assert table.way.said[0] == table.way.said[1] == table.way.said[2]


async def test_an_ended_session_closes_its_page() -> None:
    table = Table()
    table.door.time.at += 10**9
    table.page._beat()
    assert table.way.closed == 4401


async def test_a_reader_with_a_mebibyte_waiting_is_closed() -> None:
    table = Table()
    table.way.waiting = MOST_BUFFERED + 1
    table.show("council", 4)
    assert table.way.last("bye")["why"] == "too_slow"
    assert table.way.closed == 4408


async def test_a_revoked_page_is_told_and_hears_no_more() -> None:
    table = Table()
    table.registry.revoke(GAME, "POL")
    table.show("council", 4)
    assert table.way.kinds() == ["bye"]
    assert table.way.closed == 4410


async def test_a_page_revoked_while_it_knocks_is_told_when_it_is_open() -> None:
    table = Table()
    late = type(table.page)(GAME, "EST", "127.0.0.1", table.registry)
    table.registry.knock(late)
    table.registry.revoke(GAME, "EST")
    late.accept(table.way)
    assert table.way.closed == 4410


async def test_after_the_stop_a_move_is_told_to_come_again_and_what_was_stamped_is_decided() -> (
    None
):
    table = Table()
    table.play("move-0001")
    stopping = asyncio.ensure_future(table.registry.decide_all(5))
    await asyncio.sleep(0)
    table.play("move-0002")
    assert table.way.last("refused")["code"] == "restarting"
    table.door.decide(0, council=4)
    await stopping
    table.registry.part_all()
    assert table.way.kinds() == ["refused", "done", "bye"]
    assert table.way.closed == 4503


async def test_the_room_is_told_who_waits_and_who_is_here(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("wargame.realtime.registry.ROOM_DELAY_S", 0.0)
    table = Table("facilitator")
    for _ in range(5):
        await asyncio.sleep(0.001)
    assert table.way.last("room_state")["present"] == [
        {"seat": "facilitator", "people": 1, "pages": 1}
    ]


async def test_presence_holds_the_last_sign_of_each_seat() -> None:
    table = Table()
    table.door.time.at = 2_000_000
    table.say(kind="sync", t=1)
    assert table.registry.presence() == {GAME: {"POL": 2_000_000}}


async def test_a_seat_may_be_revoked_from_any_thread() -> None:
    table = Table()
    await asyncio.to_thread(table.registry.revoke, GAME, "POL")
    await asyncio.sleep(0)
    assert table.way.closed == 4410


async def test_draining_returns_when_nothing_more_arrives() -> None:
    table = Table()
    arriving = iter(range(3))

    def arrive() -> None:
        if next(arriving, None) is not None:
            table.say(kind="sync", t=1)
            asyncio.get_running_loop().call_soon(arrive)

    arrive()
    await table.registry.drain()
    assert table.way.kinds() == ["time"] * 3


async def test_a_page_over_the_limits_of_its_address_is_not_let_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("wargame.realtime.registry.MOST_OF_AN_ADDRESS", 1)
    table = Table()
    assert not table.registry.knock(type(table.page)(GAME, "EST", "127.0.0.1", table.registry))
    assert table.registry.knock(type(table.page)(GAME, "EST", "127.0.0.2", table.registry))
