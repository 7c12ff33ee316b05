"""The slower way, over a real server: a stream of events and POSTs instead of a socket."""

from __future__ import annotations

import asyncio
import json
import signal
import sqlite3
import time
from pathlib import Path
from typing import Any

import pytest

from tests import serving
from tests.realtime.streams import RawLine, StreamLine, fresh_id
from tests.serving import Browser, House, heads_of

CONGESTED = Path(__file__).with_name("congested.py")
IMPATIENT = Path(__file__).with_name("impatient.py")
PARAGRAPHS = [{"en": "The Council has had its coffee.", "fr": "Le Conseil a eu son café."}]
BREAK = {"kind": "break_silence", "silence": "silence/1", "ground": "legal_basis"}


async def put_under_silence(facilitator: Browser, game: str) -> None:
    """A text under silence, by a chair and an ally on sockets."""
    usa = await asyncio.to_thread(facilitator.seat, game, "USA")
    async with facilitator.line(game, "facilitator") as chair, usa.line(game, "USA") as ally:
        await chair.hello()
        await ally.hello()
        await chair.done("start_game")
        await chair.done("fire_inject", inject="coffee")
        await ally.done("request_consultation", incidents=["incident/1"], ground="security")
        await chair.done("open_meeting", consultation="consultation/1")
        await ally.done(
            "table_draft",
            consultation="consultation/1",
            title={"en": "Coffee"},
            paragraphs=PARAGRAPHS,
        )
        await chair.done("place_under_silence", draft="draft/1", version=1)


def database(house: House) -> Path:
    """The file of the record."""
    return next(house.folder.glob("*.sqlite3"))


def now_ms() -> float:
    return time.time() * 1000


# The same as on a socket ----------------------------------------------------------------------


async def test_a_stream_carries_the_same_bytes_as_a_socket(facilitator: Browser, game: str) -> None:
    poland = facilitator.seat(game, "POL")
    socket = RawLine(poland, game, "POL")
    async with socket, StreamLine(poland, game, "POL") as stream:
        await socket.view()
        await stream.view()
        await put_under_silence(facilitator, game)
        await socket.event("silence_placed")
        await stream.event("silence_placed")
        await stream.hear("beat")
        await socket.hear("beat")
    told = [[raw for raw in raws if is_news(raw)] for raws in (socket.raw, stream.raw)]
    assert len(told[0]) > 5
    assert told[0] == told[1]
    assert {one["kind"] for one in stream.said} == {one["kind"] for one in socket.said}


def is_news(raw: bytes) -> bool:
    """Views and frames; the rest carries the instant at which it was said."""
    return json.loads(raw)["kind"] in ("view", "frame")


async def test_everything_a_page_sends_can_be_posted(facilitator: Browser, game: str) -> None:
    async with StreamLine(facilitator, game, "facilitator") as control:
        await control.view()
        assert (await control.play("start_game"))["kind"] == "done"
        await control.event("game_started")
        await control.say(kind="sync", t=7.5)
        assert (await control.hear("time"))["t"] == 7.5
        await control.say(kind="ask_may")
        await control.hear("may")
        await control.say(kind="seen", heads=heads_of(control.said))
        assert control.answer.status == 204
        await control.hear("room_state")


async def test_a_stream_that_comes_back_gets_exactly_what_it_missed(
    facilitator: Browser, game: str
) -> None:
    poland = facilitator.seat(game, "POL")
    async with StreamLine(poland, game, "POL") as line:
        welcome = await line.hello()
        await line.hear("view")
    heads = heads_of(line.said)
    async with facilitator.line(game, "facilitator") as control:
        await control.hello()
        await control.done("start_game")
    async with StreamLine(poland, game, "POL") as back:
        resumed = await back.hello(welcome["branch"], heads)
        await back.event("game_started")
        await back.say(kind="sync", t=1)
        await back.hear("time")
    assert resumed["fresh"] is False
    assert all(one["kind"] != "view" for one in back.said)
    for name, number in heads.items():
        got = [f["number"] for f in back.said if f.get("compartment") == name]
        assert got == list(range(number + 1, number + 1 + len(got)))


async def test_a_move_posted_twice_happens_once(facilitator: Browser, game: str) -> None:
    async with StreamLine(facilitator, game, "facilitator") as control:
        await control.view()
        play = {"kind": "play", "id": "the-same-id", "move": {"kind": "start_game"}}
        await control.say(**play)
        first = await control.hear("done", id="the-same-id")
        await control.say(**play)
        assert await control.hear("done", id="the-same-id") == first


# Breaks ---------------------------------------------------------------------------------------


async def test_a_posted_break_is_stamped_when_its_last_part_is_in(
    house: House, facilitator: Browser, game: str
) -> None:
    poland = facilitator.seat(game, "POL")
    async with StreamLine(poland, game, "POL") as line:
        await line.view()
        await put_under_silence(facilitator, game)
        body = json.dumps({"kind": "play", "id": "slow-break-1", "move": BREAK}).encode()
        began = now_ms()
        answer = await line.post(body, pause_s=0.4)
        ended = now_ms()
        done = await line.hear("done", "refused", id="slow-break-1")
        await line.event("silence_broken")
    assert answer.status == 204
    assert done["kind"] == "done", done
    stamp = await asyncio.to_thread(stamp_of, house, game, "silence_broken")
    assert began + 390 <= stamp <= ended + 5


def stamp_of(house: House, game: str, kind: str) -> int:
    """The instant of receipt (UTC ms) that the record keeps for the one event of this kind."""
    with sqlite3.connect(f"file:{database(house)}?mode=ro", uri=True) as record:
        rows: list[Any] = record.execute(
            "SELECT received_at FROM wargame_event WHERE game_id = ? AND kind = ?", (game, kind)
        ).fetchall()
    assert len(rows) == 1
    return int(rows[0][0])


@pytest.mark.alone
@pytest.mark.slow
async def test_a_posted_break_is_decided_while_every_thread_is_busy(tmp_path: Path) -> None:
    with serving.server(tmp_path / "data", program=CONGESTED) as house:
        facilitator = house.facilitator()
        game = facilitator.open_game()
        poland = facilitator.seat(game, "POL")
        async with StreamLine(poland, game, "POL") as line:
            await line.view()
            await put_under_silence(facilitator, game)
            house.process.send_signal(signal.SIGUSR1)
            await asyncio.sleep(0.1)
            page = asyncio.ensure_future(asyncio.to_thread(facilitator.get, "/api/games"))
            began = time.monotonic()
            assert (await line.play(**as_fields(BREAK)))["kind"] == "done"
            took = time.monotonic() - began
            assert not page.done(), "the threads were not busy"
            await page
            waited = time.monotonic() - began
    print(f"figure: break by POST to done with the pools full = {took * 1000:.0f} ms")
    assert took < 0.3
    assert waited > 2


def as_fields(move: dict[str, str]) -> dict[str, Any]:
    return {"move": move["kind"], **{k: v for k, v in move.items() if k != "kind"}}


# Who may -------------------------------------------------------------------------------------


@pytest.mark.parametrize("origin", ["http://192.0.2.7:8000", "null", "", "http://127.0.0.1"])
async def test_a_post_from_another_origin_is_turned_away(
    facilitator: Browser, game: str, origin: str
) -> None:
    async with StreamLine(facilitator, game, "facilitator") as control:
        answer = await control.post(b'{"kind":"ask_may"}', origin=origin)
    assert answer.status == 403
    assert set(json.loads(answer.body)) == {"code", "en", "fr"}


async def test_a_post_to_a_page_that_is_not_open_finds_nothing(
    facilitator: Browser, game: str
) -> None:
    async with StreamLine(facilitator, game, "facilitator") as control:
        answer = await control.post(b'{"kind":"ask_may"}', page=fresh_id())
        assert answer.status == 404
        page = control.page
    async with StreamLine(facilitator, game, "facilitator") as control:
        assert (await control.post(b'{"kind":"ask_may"}', page=page)).status == 404


async def test_a_page_takes_no_post_of_another_browser_or_for_another_seat(
    facilitator: Browser, game: str
) -> None:
    poland, estonia = facilitator.seat(game, "POL"), facilitator.seat(game, "EST")
    async with StreamLine(poland, game, "POL") as line:
        await line.view()
        stolen = await line.post(b'{"kind":"ask_may"}', cookies=estonia.cookies())
        nobody = await line.post(b'{"kind":"ask_may"}', cookies="")
        line.place = line.place.replace("POL", "EST")
        moved = await line.post(b'{"kind":"ask_may"}')
    assert (stolen.status, nobody.status, moved.status) == (404, 404, 404)


@pytest.mark.parametrize(
    "header", ["Origin: http://192.0.2.7:8000", "Sec-Fetch-Site: cross-site", "Origin: null"]
)
async def test_a_stream_is_not_opened_from_another_site(
    facilitator: Browser, game: str, header: str
) -> None:
    line = StreamLine(facilitator, game, "facilitator")
    assert await line.knock(header) == 403
    await line.__aexit__()


async def test_a_browser_without_a_session_is_told_so_on_the_stream(
    house: House, game: str
) -> None:
    async with StreamLine(house.browser(), game, "POL") as line:
        assert await line.closed() == 4401
        assert line.page == ""


async def test_a_stream_at_a_foreign_seat_says_bye(facilitator: Browser, game: str) -> None:
    async with StreamLine(facilitator.seat(game, "POL"), game, "EST") as line:
        assert await line.closed() == 4403


async def test_a_stream_is_nothing_to_keep_and_nothing_to_embed(
    facilitator: Browser, game: str
) -> None:
    async with StreamLine(facilitator, game, "facilitator") as control:
        headers = control.headers
        posted = (await control.post(b'{"kind":"ask_may"}')).headers
    assert headers["content-type"] == "text/event-stream; charset=utf-8"
    for found in (headers, posted):
        assert "no-store" in found["cache-control"]
        assert found["x-accel-buffering"] == "no"
        assert found["x-content-type-options"] == "nosniff"
        assert found["content-security-policy"].count("default-src 'none'") == 1


async def test_a_ninth_page_of_one_seat_is_one_too_many_on_either_way(
    facilitator: Browser, game: str
) -> None:
    poland = facilitator.seat(game, "POL")
    async with asyncio.timeout(20):
        lines = [StreamLine(poland, game, "POL") for _ in range(8)]
        for line in lines:
            await line.__aenter__()
        async with poland.line(game, "POL") as socket:
            assert await socket.closed() == 4429
        async with StreamLine(poland, game, "POL") as stream:
            assert await stream.closed() == 4429
        for line in lines:
            await line.__aexit__()


# Bounds and endings ----------------------------------------------------------------------------


async def test_what_cannot_be_read_is_refused_on_the_stream(
    facilitator: Browser, game: str
) -> None:
    async with StreamLine(facilitator, game, "facilitator") as control:
        await control.view()
        assert (await control.post(b"{")).status == 204
        assert (await control.hear("refused"))["code"] == "malformed"
        assert (await control.post(b"\xff\x00")).status == 204
        assert (await control.hear("refused"))["code"] == "malformed"
        assert (await control.post(b'{"kind":"hello"}')).status == 204


async def test_a_post_of_more_than_16_kib_is_refused_with_a_sentence(
    facilitator: Browser, game: str
) -> None:
    async with StreamLine(facilitator, game, "facilitator") as control:
        await control.view()
        long = json.dumps({"kind": "hello", "branch": "x" * 20_000}).encode()
        assert (await control.post(long)).status == 413
        assert "16384 are the most" in (await control.hear("refused"))["en"]
        longer = json.dumps({"kind": "hello", "branch": "x" * 70_000}).encode()
        assert (await control.post(longer)).status == 413
        assert await control.closed() == 4400


async def test_a_vacated_seat_ends_its_stream_within_a_second(
    facilitator: Browser, game: str
) -> None:
    poland = facilitator.seat(game, "POL")
    async with StreamLine(poland, game, "POL") as line:
        await line.view()
        vacating = asyncio.to_thread(facilitator.post, f"/api/games/{game}/vacate", seat="POL")
        began = time.monotonic()
        await asyncio.gather(vacating, line.closed())
        assert time.monotonic() - began < 1
        assert line.said[-1]["why"] == "seat_revoked"
        assert (await line.post(b'{"kind":"ask_may"}')).status == 404


async def test_a_page_that_leaves_is_no_longer_present(facilitator: Browser, game: str) -> None:
    poland = facilitator.seat(game, "POL")
    async with facilitator.line(game, "facilitator") as control:
        await control.hello()
        async with StreamLine(poland, game, "POL") as line:
            await line.view()
            here = await control.hear("room_state")
            while not any(one["seat"] == "POL" for one in here["present"]):
                here = await control.hear("room_state")
        while any(one["seat"] == "POL" for one in here["present"]):
            here = await control.hear("room_state")


@pytest.mark.slow
async def test_a_stopped_server_says_bye_on_the_stream(tmp_path: Path) -> None:
    with serving.server(tmp_path / "data") as house:
        facilitator = house.facilitator()
        game = facilitator.open_game()
        async with StreamLine(facilitator, game, "facilitator") as control:
            await control.view()
            stopping = asyncio.to_thread(house.stop)
            code, left = await asyncio.gather(control.closed(), stopping)
    assert (code, left) == (4503, 0)


@pytest.mark.slow
async def test_a_stream_that_acknowledges_nothing_is_closed_and_may_come_back(
    tmp_path: Path,
) -> None:
    with serving.server(tmp_path / "data", program=IMPATIENT) as house:
        facilitator = house.facilitator()
        game = facilitator.open_game()
        poland = facilitator.seat(game, "POL")
        async with StreamLine(poland, game, "POL") as deaf:
            await deaf.view()
            async with facilitator.line(game, "facilitator") as control:
                await control.hello()
                await control.done("start_game")
                for _ in range(4):
                    await control.done("pause_game")
                    await control.done("resume_game")
            assert await deaf.closed() == 4408
        async with StreamLine(poland, game, "POL") as again:
            await again.view()
