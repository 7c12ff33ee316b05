"""A real server that the system stops and lets go on: what had arrived is decided first."""

from __future__ import annotations

import asyncio
import signal
import time
from collections.abc import Iterator

import pytest

from tests import serving
from tests.serving import Frame, Line

BREAK = {"kind": "break_silence", "silence": "silence/1", "ground": "legal_basis"}
BEFORE_CLOSING_MS = 400


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[serving.House]:
    """A running server."""
    with serving.server(tmp_path_factory.mktemp("stopped") / "data") as running:
        yield running


async def under_silence(control: Line, poland: Line) -> float:
    """A game in which a text is under silence; the UTC ms at which that closes."""
    await control.done("start_game")
    started = (await control.event("game_started"))["event"]["at"]
    await control.done("fire_inject", inject="coffee")
    await poland.done("request_consultation", incidents=["incident/1"], ground="security")
    await control.done("open_meeting", consultation="consultation/1")
    words = [{"en": "The Council wants coffee."}]
    await poland.done(
        "table_draft", consultation="consultation/1", title={"en": "T"}, paragraphs=words
    )
    await control.done("place_under_silence", draft="draft/1", version=1, length_ms=5_000)
    placed = await control.event("silence_placed")
    return float(started + placed["event"]["closes_ms"])


async def until(instant_ms: float) -> None:
    await asyncio.sleep(max(0.0, instant_ms / 1000 - time.time()))


async def broken_while_stopped(
    house: serving.House, for_ms: int, shown: set[str]
) -> tuple[Frame, list[Frame]]:
    """The answer to a break that arrived in time while the process stood; what control saw.

    `shown`: kinds of events to wait for.
    """
    facilitator = house.facilitator()
    game = facilitator.open_game("practice")
    seats = [facilitator.seat(game, seat) for seat in ("POL", "DEU")]
    async with (
        facilitator.line(game, "facilitator") as control,
        seats[0].line(game, "POL") as poland,
        seats[1].line(game, "DEU") as germany,
    ):
        for line in (control, poland, germany):
            await line.view()
        closes_at = await under_silence(control, poland)
        stopped_at = closes_at - BEFORE_CLOSING_MS
        await until(stopped_at)
        house.process.send_signal(signal.SIGSTOP)
        try:
            await until(stopped_at + BEFORE_CLOSING_MS / 2)
            await germany.say(kind="play", id="in-good-time", move=BREAK)
            await until(stopped_at + for_ms)
        finally:
            house.process.send_signal(signal.SIGCONT)
        answer = await germany.hear("done", "refused", id="in-good-time")
        while not shown <= set(kinds(control.said)):
            await control.hear("frame")
    return answer, control.said


def kinds(said: list[Frame]) -> list[str]:
    return [frame["event"]["kind"] for frame in said if frame["kind"] == "frame"]


@pytest.mark.slow
async def test_a_break_that_arrived_in_a_short_stall_counts(house: serving.House) -> None:
    answer, said = await broken_while_stopped(house, 800, {"silence_broken"})
    assert answer["kind"] == "done", answer
    assert "outage_began" not in kinds(said)
    assert "text_adopted" not in kinds(said)


@pytest.mark.slow
async def test_a_break_that_arrived_in_an_outage_counts_and_the_outage_is_shown(
    house: serving.House,
) -> None:
    shown = {"silence_broken", "outage_began"}
    answer, said = await broken_while_stopped(house, 2_000, shown)
    assert answer["kind"] == "done", answer
    assert "text_adopted" not in kinds(said)
    began = [one["event"] for one in said if one.get("event", {}).get("kind") == "outage_began"]
    assert 1_000 <= began[0]["gap_ms"] <= 3_000
