"""The wall's key: its link, who may open its page, and what the page is told of the door."""

from __future__ import annotations

import pytest
from asgiref.sync import sync_to_async

from tests.web.conftest import Browser, join
from tests.web.test_links import issue
from wargame.models import Seat
from wargame.realtime.admission import NotAdmittedError, admission
from wargame.table.door import the_door


async def wall(facilitator: Browser, game: dict[str, str]) -> Browser:
    """A browser that came by the wall's link."""
    browser = Browser("192.0.2.9")
    token = await issue(facilitator, game, "observer")
    seated = await browser.post("/api/seat-link", {"token": token})
    assert seated == {"game": game["id"], "seat": "observer"}
    return browser


async def admit(browser: Browser, game: dict[str, str]) -> None:
    """Ask for the wall's socket; raises NotAdmittedError."""
    await sync_to_async(admission)(browser.session, game["id"], "observer")


async def test_the_walls_link_opens_the_wall_and_seats_nobody_at_the_table(
    facilitator: Browser, game: dict[str, str]
) -> None:
    live = await the_door().enter(game["id"])
    before = live.number
    await admit(await wall(facilitator, game), game)
    assert live.number == before
    (line,) = await facilitator.get("/api/games")
    assert (line["status"], line["seats_held"]) == ("waiting", 0)


async def test_the_facilitator_of_the_game_opens_the_wall_without_a_link(
    facilitator: Browser, game: dict[str, str]
) -> None:
    await admit(facilitator, game)


async def test_another_facilitator_and_a_player_may_not_open_the_wall(
    facilitator: Browser, stranger: Browser, game: dict[str, str]
) -> None:
    player = Browser()
    await player.post("/api/seat-link", {"token": await issue(facilitator, game)})
    for browser in (stranger, player):
        with pytest.raises(NotAdmittedError):
            await admit(browser, game)


async def test_the_wall_is_told_the_code_the_address_and_its_picture(
    facilitator: Browser, game: dict[str, str]
) -> None:
    shown = await (await wall(facilitator, game)).get(f"/api/games/{game['id']}/wall")
    assert shown["code"] == game["code"]
    assert shown["join_url"].endswith(f"/j/{game['code']}")
    assert shown["qr"].startswith('<svg role="img" ')


async def test_who_waits_at_the_door_is_told_nothing_by_the_wall(
    facilitator: Browser, game: dict[str, str]
) -> None:
    waiting = Browser()
    await join(waiting, game["code"])
    await waiting.get(f"/api/games/{game['id']}/wall", 401)


async def test_taking_the_walls_link_back_turns_its_screens_out(
    facilitator: Browser, game: dict[str, str]
) -> None:
    screen = await wall(facilitator, game)
    await facilitator.post(f"/api/games/{game['id']}/vacate", {"seat": "observer"})
    with pytest.raises(NotAdmittedError) as refused:
        await admit(screen, game)
    assert refused.value.why == "seat_revoked"
    await screen.get(f"/api/games/{game['id']}/wall", 401)


async def test_the_walls_key_is_made_when_it_is_first_asked_for(
    facilitator: Browser, game: dict[str, str]
) -> None:
    keys = Seat.objects.filter(game_id=game["id"], code="observer")
    assert await keys.acount() == 0
    for _ in range(2):
        await issue(facilitator, game, "observer")
    assert await keys.acount() == 1
