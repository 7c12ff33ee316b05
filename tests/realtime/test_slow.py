"""A page that does not keep up is closed, over a real server; the others notice nothing."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from tests import serving
from tests.realtime import raw

IMPATIENT = Path(__file__).with_name("impatient.py")


@pytest.mark.slow
async def test_a_page_that_acknowledges_nothing_is_closed_and_may_come_back(
    tmp_path: Path,
) -> None:
    with serving.server(tmp_path / "data", "--scenario", "practice", program=IMPATIENT) as house:
        game = house.post["game"]
        facilitator = house.facilitator()
        poland = facilitator.seat(game, "POL")
        headers = (f"Cookie: {poland.cookies()}", f"Origin: {house.url}")
        path = f"/ws/game/{game}/POL"
        deaf, rest = await asyncio.to_thread(raw.opened, house.port, path, *headers)
        deaf.sendall(raw.text_frame(json.dumps({"kind": "hello"}).encode()))
        async with facilitator.line(game, "facilitator") as control:
            await control.hello()
            await control.done("start_game")
            for _ in range(4):
                await control.done("pause_game")
                await control.done("resume_game")
            heads = serving.heads_of(control.said)
            await control.say(kind="seen", heads=heads)
            with deaf:
                said = await asyncio.to_thread(raw.everything, deaf, rest)
            assert b'"why":"too_slow"' in said
            assert (await control.hear("beat", within=6))["kind"] == "beat"
        async with poland.line(game, "POL") as again:
            await again.view()
