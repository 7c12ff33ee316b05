"""Who may open a socket, over a real server."""

from __future__ import annotations

import pytest

from tests import serving
from tests.realtime import raw


def knock(house: serving.House, game: str, browser: serving.Browser, *origins: str) -> int:
    headers = [f"Cookie: {browser.cookies()}", *(f"Origin: {origin}" for origin in origins)]
    return raw.status(house.port, f"/ws/game/{game}/facilitator", *headers)


def test_the_pages_own_origin_is_let_in(
    house: serving.House, facilitator: serving.Browser, game: str
) -> None:
    assert knock(house, game, facilitator, house.url) == 101


@pytest.mark.parametrize(
    "origin",
    [
        "https://127.0.0.1:{port}",
        "http://127.0.0.1:9999",
        "http://127.0.0.1",
        "http://192.0.2.7:{port}",
        "http://127.0.0.1.example:{port}",
        "http://example:{port}",
        "null",
        "file://",
        "",
        "*",
    ],
)
def test_another_origin_is_turned_away(
    house: serving.House, facilitator: serving.Browser, game: str, origin: str
) -> None:
    assert knock(house, game, facilitator, origin.format(port=house.port)) in (400, 403)


def test_a_missing_origin_is_turned_away(
    house: serving.House, facilitator: serving.Browser, game: str
) -> None:
    assert knock(house, game, facilitator) == 403


def test_two_origins_are_turned_away(
    house: serving.House, facilitator: serving.Browser, game: str
) -> None:
    assert knock(house, game, facilitator, house.url, house.url) in (400, 403)


@pytest.mark.parametrize(
    "path", ["/ws", "/ws/game/x/POL", "/ws/game/" + "0" * 32 + "/pol", "/anything"]
)
def test_an_address_that_is_none_is_turned_away(house: serving.House, path: str) -> None:
    assert raw.status(house.port, path, f"Origin: {house.url}") == 403


async def bye(browser: serving.Browser, game: str, seat: str) -> tuple[str, int]:
    """The reason and the close code that a browser hears at this seat."""
    async with browser.line(game, seat) as line:
        said = await line.hear("bye")
        return said["why"], await line.closed()


async def test_a_browser_without_a_session_is_told_so(house: serving.House, game: str) -> None:
    assert await bye(house.browser(), game, "POL") == ("session_over", 4401)
    assert await bye(house.browser(), game, "facilitator") == ("session_over", 4401)


async def test_a_seat_is_not_open_to_another_seat(facilitator: serving.Browser, game: str) -> None:
    poland = facilitator.seat(game, "POL")
    assert await bye(poland, game, "EST") == ("not_allowed", 4403)


async def test_a_player_is_no_facilitator(facilitator: serving.Browser, game: str) -> None:
    poland = facilitator.seat(game, "POL")
    assert await bye(poland, game, "facilitator") == ("session_over", 4401)


async def test_a_facilitator_sits_at_no_delegations_table(
    facilitator: serving.Browser, game: str
) -> None:
    assert await bye(facilitator, game, "POL") == ("not_allowed", 4403)


async def test_a_game_that_is_not_there_sounds_like_one_that_is_not_yours(
    facilitator: serving.Browser, game: str
) -> None:
    poland = facilitator.seat(game, "POL")
    other = facilitator.open_game()
    assert await bye(poland, other, "POL") == await bye(poland, "f" * 32, "POL")
    assert await bye(facilitator, "f" * 32, "facilitator") == ("no_game", 4404)


async def test_a_ninth_page_of_one_seat_is_one_too_many(
    facilitator: serving.Browser, game: str
) -> None:
    poland = facilitator.seat(game, "POL")
    lines = [poland.line(game, "POL") for _ in range(8)]
    for line in lines:
        await line.__aenter__()
        await line.hello()
    assert await bye(poland, game, "POL") == ("too_fast", 4429)
    for line in lines:
        await line.__aexit__()
