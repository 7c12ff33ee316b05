"""A facilitator's games are nobody else's: another's game and none at all look the same."""

from __future__ import annotations

import pytest
from django.http import HttpResponse

from tests.web.conftest import Browser
from tests.web.routes import OF_A_GAME, filled

POSTED = ("admit", "turn-away", "vacate", "link")
BODIES = {
    "admit": {"sittings": []},
    "turn-away": {"sitting": "1" * 32},
    "vacate": {"seat": "POL"},
    "link": {"seat": "POL"},
}


async def ask(browser: Browser, address: str, game: str) -> HttpResponse:
    """The response about a game, asked for as the address wants it."""
    path, act = filled(address, game=game), address.rsplit("/", 1)[1]
    if act in POSTED:
        return await browser.send(path, BODIES[act])
    response: HttpResponse = await browser.client.get(path)
    return response


def whole(response: HttpResponse) -> tuple[int, dict[str, str], bytes]:
    """All of a response that reaches the browser."""
    return response.status_code, dict(response.items()), response.content


@pytest.mark.parametrize("address", OF_A_GAME)
async def test_another_facilitators_game_is_byte_for_byte_no_game(
    stranger: Browser, game: dict[str, str], address: str
) -> None:
    foreign = await ask(stranger, address, game["id"])
    none = await ask(stranger, address, "0" * 32)
    assert foreign.status_code == 404
    assert whole(foreign) == whole(none)


@pytest.mark.parametrize("address", OF_A_GAME)
async def test_nobody_learns_of_a_game_without_signing_in(
    game: dict[str, str], address: str
) -> None:
    there = await ask(Browser(), address, game["id"])
    none = await ask(Browser(), address, "0" * 32)
    assert there.status_code == 401
    assert there.content == none.content


@pytest.mark.parametrize("address", OF_A_GAME)
async def test_the_facilitator_of_the_game_is_answered(
    facilitator: Browser, game: dict[str, str], address: str
) -> None:
    answer = await ask(facilitator, address, game["id"])
    # Nobody of that id waits; all else is done.
    assert answer.status_code == (404 if address.endswith("turn-away") else 200)


async def test_the_list_shows_ones_own_games_newest_first(
    facilitator: Browser, stranger: Browser, game: dict[str, str]
) -> None:
    assert await stranger.get("/api/games") == []
    (line,) = await facilitator.get("/api/games")
    assert (line["id"], line["code"], line["status"]) == (game["id"], game["code"], "waiting")
    assert line["seats_held"] == 0


async def test_a_game_tells_its_code_and_where_to_join(
    facilitator: Browser, game: dict[str, str]
) -> None:
    shown = await facilitator.get(f"/api/games/{game['id']}")
    assert shown["join_url"].endswith(f"/j/{game['code']}")
    assert f"http://127.0.0.1:8000/j/{game['code']}" in shown["addresses"]
    assert set(shown["title"]) == {"en", "fr"}


async def test_the_join_address_is_shown_as_a_picture(
    facilitator: Browser, game: dict[str, str]
) -> None:
    response = await facilitator.client.get(f"/api/games/{game['id']}/qr.svg")
    assert response["Content-Type"] == "image/svg+xml"
    text = response.content.decode()
    assert text.startswith('<svg role="img" ')
    assert f"/j/{game['code']}</title>" in text
    assert "style" not in text


async def test_a_scenario_that_is_not_there_is_refused(facilitator: Browser) -> None:
    for name in ("nothing-of-the-kind", "../allies", ""):
        refused = await facilitator.post("/api/games", {"scenario": name}, 404)
        assert refused["code"] == "unknown_scenario"


async def test_the_scenarios_are_shown_with_cast_and_content_flags(facilitator: Browser) -> None:
    found = {each["id"]: each for each in await facilitator.get("/api/scenarios")}
    drones = found["drones-over-poland"]
    assert drones["date"] == "2025-09-10"
    assert "POL" in drones["cast"]
    assert set(drones) == {"id", "title", "date", "summary", "content_flags", "cast"}
