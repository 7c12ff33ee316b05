"""Sockets at a table, over a real server: answers, frames, resuming, closing."""

from __future__ import annotations

import asyncio
import json
import time

import pytest

from tests import serving
from tests.realtime import raw
from tests.serving import Browser, House, heads_of


async def open_room(line: serving.Line) -> None:
    """Start the game and let the incident happen, as the facilitator."""
    await line.hello()
    await line.done("start_game")
    if (await line.play("fire_inject", inject="coffee"))["kind"] == "refused":
        await line.event("inject_fired")


async def test_a_newcomer_sees_its_own_instructions_and_nobody_elses(
    facilitator: Browser, game: str
) -> None:
    async with facilitator.seat(game, "POL").line(game, "POL") as poland:
        view = await poland.view()
    assert set(view["rooms"]) <= {"public", "council", "delegation/POL", "ear/POL"}
    assert {"public", "council", "delegation/POL"} <= set(view["rooms"])


async def test_a_move_is_answered_and_then_shown(facilitator: Browser, game: str) -> None:
    async with facilitator.line(game, "facilitator") as control:
        await control.hello()
        answer = await control.done("start_game")
        frame = await control.event("game_started")
    assert answer["numbers"][frame["compartment"]] >= frame["number"]
    kinds = [one["kind"] for one in control.said]
    assert kinds.index("done") < kinds.index("frame")


async def test_everybody_sees_what_happens_in_the_council(facilitator: Browser, game: str) -> None:
    poland, estonia = facilitator.seat(game, "POL"), facilitator.seat(game, "EST")
    async with (
        facilitator.line(game, "facilitator") as control,
        poland.line(game, "POL") as pol,
        estonia.line(game, "EST") as est,
    ):
        await pol.view()
        await est.view()
        await open_room(control)
        assert (await pol.event("game_started"))["number"] == (await est.event("game_started"))[
            "number"
        ]


async def test_a_page_that_comes_back_gets_exactly_what_it_missed(
    facilitator: Browser, game: str
) -> None:
    poland = facilitator.seat(game, "POL")
    async with facilitator.line(game, "facilitator") as control:
        async with poland.line(game, "POL") as line:
            welcome = await line.hello()
            await line.hear("view")
        heads = heads_of(line.said)
        await open_room(control)
        async with poland.line(game, "POL") as stayed, poland.line(game, "POL") as back:
            fresh = await stayed.view()
            resumed = await back.hello(welcome["branch"], heads)
            await back.say(kind="sync", t=1)
            await back.hear("time")
    assert resumed["fresh"] is False
    assert all(one["kind"] != "view" for one in back.said)
    caught_up = {**heads, **heads_of(back.said)}
    assert caught_up == {name: room["number"] for name, room in fresh["rooms"].items()}
    for name, number in heads.items():
        numbers = [
            one["number"]
            for one in back.said
            if one["kind"] == "frame" and one["compartment"] == name
        ]
        assert numbers == list(range(number + 1, caught_up[name] + 1))


async def test_another_branch_gets_a_fresh_view(facilitator: Browser, game: str) -> None:
    async with facilitator.seat(game, "POL").line(game, "POL") as line:
        welcome = await line.hello("some-other-branch", {"council": 1})
        assert welcome["fresh"] is True
        await line.hear("view")


async def test_the_same_move_sent_twice_happens_once(facilitator: Browser, game: str) -> None:
    async with facilitator.line(game, "facilitator") as control:
        await control.hello()
        for _ in range(2):
            await control.say(kind="play", id="one-and-only", move={"kind": "start_game"})
        first = await control.hear("done", "refused")
        second = await control.hear("done", "refused")
    assert first == second
    assert first["kind"] == "done"


async def test_what_may_be_done_is_told_with_reasons(facilitator: Browser, game: str) -> None:
    async with facilitator.seat(game, "POL").line(game, "POL") as line:
        await line.hello()
        await line.say(kind="ask_may")
        moves = {one["move"]: one for one in (await line.hear("may"))["moves"]}
    assert not moves["break_silence"]["may"]
    assert moves["break_silence"]["en"]
    assert moves["break_silence"]["fr"]


async def test_the_clock_question_is_answered_with_the_instant(
    facilitator: Browser, game: str
) -> None:
    async with facilitator.seat(game, "POL").line(game, "POL") as line:
        await line.say(kind="sync", t=12.5)
        answer = await line.hear("time")
    assert answer["t"] == 12.5
    assert abs(answer["now_at"] - time.time() * 1000) < 2000


async def test_the_facilitator_sees_who_is_here(facilitator: Browser, game: str) -> None:
    poland = facilitator.seat(game, "POL")
    async with facilitator.line(game, "facilitator") as control:
        await control.hello()
        async with poland.line(game, "POL") as one, poland.line(game, "POL") as two:
            await one.hello()
            await two.hello()
            here = {"seat": "POL", "people": 1, "pages": 2}
            while here not in (await control.hear("room_state"))["present"]:
                pass
        while any(p["seat"] == "POL" for p in (await control.hear("room_state"))["present"]):
            pass


async def test_the_facilitator_sees_who_waits(
    house: House, facilitator: Browser, game: str
) -> None:
    code = facilitator.get(f"/api/games/{game}")["code"]
    async with facilitator.line(game, "facilitator") as control:
        await control.hello()
        house.browser().post("/api/join", code=code, name="Ada", wish="POL")
        while not (waiting := (await control.hear("room_state"))["waiting"]):
            pass
    assert (waiting[0]["name"], waiting[0]["wish"]) == ("Ada", "POL")


# Bad input --------------------------------------------------------------------------------


async def test_an_unknown_move_is_refused_by_its_name(facilitator: Browser, game: str) -> None:
    async with facilitator.seat(game, "POL").line(game, "POL") as line:
        answer = await line.play("launch_everything")
    assert answer["code"] == "unknown_move"
    assert "launch_everything" in answer["en"]
    assert "launch_everything" in answer["fr"]


async def test_a_malformed_move_is_refused_with_the_place(facilitator: Browser, game: str) -> None:
    async with facilitator.seat(game, "POL").line(game, "POL") as line:
        answer = await line.play("break_silence", silence=5, ground="legal_basis")
    assert answer["code"] == "malformed"
    assert "$.move.silence" in answer["en"]


@pytest.mark.parametrize(
    "text",
    ['{"kind":"sync","t":NaN}', "[" * 60_000, '{"kind":"hello","kind":"hello"}', "not json"],
)
async def test_an_odd_frame_is_refused_and_the_page_stays_open(
    facilitator: Browser, game: str, text: str
) -> None:
    async with facilitator.seat(game, "POL").line(game, "POL") as line:
        await line.send(text)
        assert (await line.hear("refused"))["code"] == "malformed"
        await line.hello()


async def test_a_binary_frame_is_refused(facilitator: Browser, game: str) -> None:
    async with facilitator.seat(game, "POL").line(game, "POL") as line:
        await line.socket.send(b"\x00\x01")
        assert (await line.hear("refused"))["code"] == "malformed"


async def test_a_hundred_malformed_frames_are_five_answers_and_a_farewell(
    house: House, facilitator: Browser, game: str
) -> None:
    async with facilitator.seat(game, "POL").line(game, "POL") as line:
        for _ in range(100):
            await line.send("{")
        assert await line.closed() == 4400
    assert [one["kind"] for one in line.said] == ["refused"] * 5 + ["bye"]
    assert house.process.poll() is None


async def test_a_frame_of_70_kb_is_refused_with_a_sentence(facilitator: Browser, game: str) -> None:
    async with facilitator.seat(game, "POL").line(game, "POL") as line:
        await line.send(json.dumps({"kind": "hello", "branch": "x" * 70_000}))
        refused = await line.hear("refused")
        assert await line.closed() == 4400
    assert "16384 are the most" in refused["en"]
    assert line.said[-1] == {"kind": "bye", "code": 4400, "why": "malformed"}


async def test_a_message_in_many_pieces_is_bounded_as_a_whole(
    house: House, facilitator: Browser, game: str
) -> None:
    poland = facilitator.seat(game, "POL")
    headers = (f"Cookie: {poland.cookies()}", f"Origin: {house.url}")
    line, rest = await asyncio.to_thread(raw.opened, house.port, f"/ws/game/{game}/POL", *headers)
    with line:
        line.sendall(raw.text_frame(b"x" * 40_000, fin=False))
        line.sendall(raw.text_frame(b"x" * 40_000, fin=False, opcode=0))
        answer = await asyncio.to_thread(raw.everything, line, rest)
    assert b'"why":"malformed"' in answer


# Taking away, flooding ------------------------------------------------------------------------


async def test_a_vacated_seat_closes_within_a_second(facilitator: Browser, game: str) -> None:
    poland = facilitator.seat(game, "POL")
    async with poland.line(game, "POL") as line:
        await line.hello()
        before = time.monotonic()
        await asyncio.to_thread(facilitator.post, f"/api/games/{game}/vacate", seat="POL")
        assert await line.closed() == 4410
        assert time.monotonic() - before < 1.5
    async with poland.line(game, "POL") as again:
        assert await again.closed() == 4410


async def test_signing_out_closes_the_facilitators_page(house: House, game: str) -> None:
    browser = house.facilitator()
    async with browser.line(game, "facilitator") as control:
        await control.hello()
        await asyncio.to_thread(browser.post, "/api/sign-out")
        assert await control.closed(within=2) == 4401
    async with browser.line(game, "facilitator") as again:
        assert await again.closed() == 4401


async def test_a_flood_ends_the_page_and_spares_the_others(facilitator: Browser, game: str) -> None:
    poland, estonia = facilitator.seat(game, "POL"), facilitator.seat(game, "EST")
    async with poland.line(game, "POL") as pol, estonia.line(game, "EST") as est:
        await est.hello()
        seen = json.dumps({"kind": "seen", "heads": {"council": 1}})
        for _ in range(20):
            await pol.send(seen)
        move = {"kind": "break_silence", "silence": "none", "ground": "legal_basis"}
        await pol.say(kind="play", id="break-in-flood", move=move)
        flood = asyncio.ensure_future(_flood(pol, seen))
        assert await pol.closed() == 4429
        flood.cancel()
        await est.say(kind="sync", t=1)
        await est.hear("time", within=5)
    answers = [one for one in pol.said if one.get("id") == "break-in-flood"]
    assert [one["kind"] for one in answers] == ["refused"], "decided, by the law"
    assert answers[0]["code"] not in ("too_fast", "malformed")
    assert pol.said[-1]["kind"] == "bye"


async def _flood(line: serving.Line, text: str) -> None:
    for _ in range(20_000):
        await line.send(text)
