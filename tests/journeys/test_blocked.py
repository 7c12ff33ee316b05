"""A delegation whose network blocks WebSockets plays a position and a break all the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Request, expect

from tests import serving
from tests.journeys import quick
from tests.journeys.gateway import Gateway
from tests.journeys.screens import Screen, await_record
from tests.journeys.test_breaking import break_by_keys, off_the_loop, put_under_silence

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(90)]


@pytest.fixture
def gateway() -> Iterator[Gateway]:
    """What stands between the classroom and the house."""
    with Gateway() as opened:
        yield opened


def test_a_page_without_websockets_plays_over_events_and_posts(
    browser: Browser, tmp_path: Path, gateway: Gateway
) -> None:
    port = serving.free_port()
    origins = f"http://127.0.0.1:{port},{gateway.url}"
    with serving.server(
        tmp_path / "data",
        port=port,
        pages=True,
        program=quick.PROGRAM,
        UNDER_SILENCE_ORIGINS=origins,
    ) as house:
        gateway.lead_to(port)
        facilitator = house.facilitator()
        game = facilitator.open_game("practice")
        usa = facilitator.seat(game, "USA")
        pol = Screen(browser, gateway.url, "pol")
        posts: list[Request] = []
        pol.page.on("request", lambda one: posts.append(one) if one.method == "POST" else None)
        link: str = facilitator.post(f"/api/games/{game}/link", seat="POL")["url"]
        take_the_slower_way(pol, link.replace(house.url, gateway.url))
        assert gateway.refused == 2
        off_the_loop(put_under_silence(facilitator, usa, game))
        pol.await_phase("running")
        say_where_poland_stands(pol)
        break_by_keys(pol)
        expect(pol.see("silence-words")).to_contain_text("Legal basis")
        assert any("break_silence" in (one.post_data or "") for one in posts)
        assert gateway.refused == 2, "the way is kept"
        assert pol.wrong == []


def take_the_slower_way(pol: Screen, link: str) -> None:
    """Two sockets fail, the third try is a stream; the head of the page says so, in both."""
    pol.line_may_be_lost = True
    pol.page.goto(link)
    pol.page.wait_for_url("**/seat/POL")
    pol.await_line("connected")
    pol.line_may_be_lost = False
    word = pol.see("connection")
    expect(word).to_have_attribute("data-way", "events")
    expect(word).to_have_text("Connected (slower way)")
    pol.press("language-fr")
    expect(word).to_have_text("Connecté (voie plus lente)")
    pol.fits_every_size()
    pol.can_be_used_by_all()
    pol.press("language-en")


def say_where_poland_stands(pol: Screen) -> None:
    """A position, by POST."""
    pol.act("state_position")
    pol.press("stance-reservation")
    pol.press("position-send")
    await_record(pol, "state_position")
