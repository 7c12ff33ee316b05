"""Breaking silence from the keyboard, in a real browser."""

from __future__ import annotations

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests import serving
from tests.journeys import quick
from tests.journeys.screens import Screen

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(90)]

HANDS_S = 3.0
PARAGRAPHS = [{"en": "The Council has had its coffee.", "fr": "Le Conseil a eu son café."}]


def test_silence_is_broken_by_three_keys_in_less_than_three_seconds(
    browser: Browser, tmp_path: Path
) -> None:
    with serving.server(tmp_path / "data", pages=True, program=quick.PROGRAM) as house:
        pol = poland_under_silence(browser, house)
        break_by_keys(pol)
        expect(pol.see("silence-words")).to_contain_text("Legal basis")
        assert pol.wrong == []


def test_a_break_pressed_while_no_server_answers_goes_out_when_one_does(
    browser: Browser, tmp_path: Path
) -> None:
    folder, port = tmp_path / "data", serving.free_port()
    with serving.server(folder, pages=True, port=port, program=quick.PROGRAM) as house:
        pol = poland_under_silence(browser, house)
        pol.line_may_be_lost = True
        house.kill()
        pol.await_line("reconnecting", "offline")
    for key in ("b", "2", "Control+Enter"):
        pol.page.keyboard.press(key)
    expect(pol.see("break-answer")).to_have_attribute("data-state", "unsent")
    expect(pol.see("break-answer")).to_contain_text("Poland breaks silence")
    pol.shot("break-unsent")
    with serving.server(folder, pages=True, port=port, program=quick.PROGRAM):
        expect(pol.see("break-answer")).to_have_attribute("data-state", "done", timeout=30_000)
        pol.page.keyboard.press("Escape")
        pol.await_phase("broken")
        assert pol.wrong == []


def poland_under_silence(browser: Browser, house: serving.House) -> Screen:
    """Poland's window, sat down by its link, with a text of the USA under silence."""
    facilitator = house.facilitator()
    game = facilitator.open_game("practice")
    usa = facilitator.seat(game, "USA")
    pol = Screen(browser, house.url, "pol")
    link: str = facilitator.post(f"/api/games/{game}/link", seat="POL")["url"]
    pol.page.goto(link)
    pol.page.wait_for_url("**/seat/POL")
    pol.await_line("connected", "slow")
    off_the_loop(put_under_silence(facilitator, usa, game))
    pol.await_phase("running")
    return pol


def break_by_keys(pol: Screen) -> None:
    """B, the number of a ground, Ctrl Enter."""
    began = time.monotonic()
    for key in ("b", "2", "Control+Enter"):
        pol.page.keyboard.press(key)
    expect(pol.see("break-answer")).to_have_attribute("data-state", "done")
    took = time.monotonic() - began
    print(f"figure: three keys to a confirmed break = {took:.2f} s")
    assert took < HANDS_S
    pol.page.keyboard.press("Escape")
    pol.await_phase("broken")


async def put_under_silence(facilitator: Any, usa: Any, game: str) -> None:
    """The other windows of this game: sockets alone."""
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


def off_the_loop(work: Any) -> None:
    """Run it in a thread: the browser's driver keeps a loop in this one."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, work).result(timeout=30)
