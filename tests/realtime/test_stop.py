"""Stopping, dying and coming back, over a real server."""

from __future__ import annotations

import asyncio
import signal
import time
from pathlib import Path

import pytest

from tests import serving
from tests.serving import Browser, House, Line

pytestmark = pytest.mark.slow

TEXT = [{"en": "The Council is thirsty.", "fr": "Le Conseil a soif."}]


async def under_silence(control: Line, poland: Line) -> dict[str, object]:
    """From an open room to a running silence; its event."""
    await control.hello()
    await poland.view()
    await control.done("start_game")
    await control.play("fire_inject", inject="coffee")
    incident = await _entity(poland, "incident")
    await poland.done(
        "request_consultation", incidents=[incident], ground="security", words="Coffee."
    )
    consultation = await _entity(poland, "consultation")
    await control.play("open_meeting", consultation=consultation)
    await poland.done(
        "table_draft", consultation=consultation, title={"en": "Coffee"}, paragraphs=TEXT
    )
    draft = await _entity(poland, "draft")
    await control.done("place_under_silence", draft=draft, version=1, length_ms=15_000)
    return dict((await poland.event("silence_placed"))["event"])


async def _entity(line: Line, kind: str) -> str:
    """The id of the first entity of this kind that the page has been shown."""
    while True:
        for frame in line.said:
            for body in (frame.get("entities") or {}).values():
                if body and body.get("kind") == kind:
                    return str(body["id"])
        await line.hear("frame")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_stopped_server_says_bye_and_ends_within_three_seconds(
    tmp_path: Path, number: int
) -> None:
    with serving.server(tmp_path / "data", "--scenario", "practice") as house:
        game = house.post["game"]
        async with house.facilitator().line(game, "facilitator") as control:
            await control.hello()
            before = time.monotonic()
            house.process.send_signal(number)
            assert await control.closed() == 4503
            assert await asyncio.to_thread(house.process.wait, 10) == 0
            assert time.monotonic() - before < 3
    assert control.said[-1] == {"kind": "bye", "code": 4503, "why": "restarting"}


async def test_moves_in_flight_when_the_server_stops_are_answered_or_come_again(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "data"
    with serving.server(folder, "--scenario", "practice") as house:
        game, port = house.post["game"], house.port
        browser = house.facilitator()
        async with browser.line(game, "facilitator") as control:
            await control.hello()
            await control.done("start_game")
            ids = [f"in-flight-{number:04}" for number in range(15)]
            for number, move_id in enumerate(ids):
                kind = "resume_game" if number % 2 else "pause_game"
                await control.say(kind="play", id=move_id, move={"kind": kind})
            house.process.send_signal(signal.SIGTERM)
            assert await control.closed() == 4503
            answered = {one["id"]: one for one in control.said if one.get("id") in ids}
            await asyncio.to_thread(house.process.wait, 10)
    with serving.server(folder, port=port) as house:
        async with browser.line(game, "facilitator") as control:
            await control.hello()
            for number, move_id in enumerate(ids):
                if answered.get(move_id, {}).get("kind") != "done":
                    continue
                kind = "resume_game" if number % 2 else "pause_game"
                await control.say(kind="play", id=move_id, move={"kind": kind})
                again = await control.hear("done", "refused", id=move_id)
                assert again == answered[move_id], "acknowledged, so it is on the record"


async def test_a_silence_survives_kill_9_and_is_broken_afterwards(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with serving.server(folder, "--scenario", "practice") as house:
        game, port = house.post["game"], house.port
        facilitator = house.facilitator()
        seats = {code: facilitator.seat(game, code) for code in ("POL", "EST")}
        silence = await _until_silence(house, game, facilitator, seats["POL"])
        house.kill()
    with serving.server(folder, port=port) as house:
        assert house.post["game"] == game
        async with (
            seats["POL"].line(game, "POL") as poland,
            seats["EST"].line(game, "EST") as estonia,
        ):
            await poland.view()
            view = await estonia.view()
            entities = view["rooms"]["council"]["entities"].values()
            running = [one for one in entities if one.get("kind") == "silence"]
            assert [one["id"] for one in running] == [silence]
            answer = await estonia.play(
                "break_silence", silence=silence, ground="legal_basis", reason="Tea exists."
            )
            assert answer["kind"] == "done", answer
            broken = await poland.event("silence_broken")
    assert broken["event"]["silence"] == silence


async def _until_silence(house: House, game: str, facilitator: Browser, pol: Browser) -> str:
    async with (
        facilitator.line(game, "facilitator") as control,
        pol.line(game, "POL") as poland,
    ):
        began = await under_silence(control, poland)
    return str(began["id"])
