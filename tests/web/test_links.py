"""The link of a seat: a key in the fragment, known to the server by its hash only."""

from __future__ import annotations

import re

from tests.web.conftest import Browser, join
from wargame.models import Seat, Sitting


async def issue(facilitator: Browser, game: dict[str, str], seat: str = "POL") -> str:
    """A new link's token."""
    answer = await facilitator.post(f"/api/games/{game['id']}/link", {"seat": seat})
    return str(answer["url"].split("/seat#")[1])


async def test_a_link_seats_at_once(facilitator: Browser, game: dict[str, str]) -> None:
    token = await issue(facilitator, game)
    browser = Browser()
    seated = await browser.post("/api/seat-link", {"token": token})
    assert seated == {"game": game["id"], "seat": "POL"}
    (sitting,) = (await browser.me())["sittings"]
    assert (sitting["state"], sitting["seat"]) == ("seated", "POL")


async def test_the_token_has_128_bits_and_lies_in_the_fragment(
    facilitator: Browser, game: dict[str, str]
) -> None:
    answer = await facilitator.post(f"/api/games/{game['id']}/link", {"seat": "POL"})
    assert re.fullmatch(rf"http://[^/#?]+/seat#{game['id']}\.[A-Za-z0-9_-]{{22}}", answer["url"])


async def test_the_database_knows_only_the_hash(facilitator: Browser, game: dict[str, str]) -> None:
    token = await issue(facilitator, game)
    row = await Seat.objects.aget(game_id=game["id"], code="POL")
    assert re.fullmatch("[0-9a-f]{64}", row.link_sha256)
    assert token.split(".")[1] not in row.link_sha256


async def test_a_new_link_kills_the_old_one_and_leaves_who_sits_there(
    facilitator: Browser, game: dict[str, str]
) -> None:
    old = await issue(facilitator, game)
    sitting = Browser()
    await sitting.post("/api/seat-link", {"token": old})
    new = await issue(facilitator, game)
    refused = await Browser().post("/api/seat-link", {"token": old}, 404)
    assert refused["code"] == "dead_link"
    await Browser().post("/api/seat-link", {"token": new})
    assert (await sitting.me())["sittings"][0]["state"] == "seated"


async def test_vacating_kills_the_link_so_that_nobody_walks_back_in(
    facilitator: Browser, game: dict[str, str]
) -> None:
    token = await issue(facilitator, game)
    await Browser().post("/api/seat-link", {"token": token})
    await facilitator.post(f"/api/games/{game['id']}/vacate", {"seat": "POL"})
    await Browser().post("/api/seat-link", {"token": token}, 404)


async def test_a_link_opens_its_own_seat_of_its_own_game_only(
    facilitator: Browser, game: dict[str, str]
) -> None:
    other = await facilitator.post("/api/games", {"scenario": "practice"})
    secret = (await issue(facilitator, game)).split(".")[1]
    await Browser().post("/api/seat-link", {"token": f"{other['id']}.{secret}"}, 404)


async def test_wrong_tokens_of_every_shape_are_one_and_the_same(
    facilitator: Browser, game: dict[str, str]
) -> None:
    wrong = ["", ".", "x", f"{game['id']}.", f"{game['id']}.x", "no.x", "é.é", "x" * 5000]
    answers = [await Browser().send("/api/seat-link", {"token": token}) for token in wrong]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1


async def test_opening_a_link_again_keeps_the_sitting(
    facilitator: Browser, game: dict[str, str]
) -> None:
    token = await issue(facilitator, game)
    browser = Browser()
    for _ in range(3):
        await browser.post("/api/seat-link", {"token": token})
    assert await Sitting.objects.acount() == 1


async def test_opening_a_link_makes_a_new_session_key(
    facilitator: Browser, game: dict[str, str]
) -> None:
    browser = Browser()
    await join(browser, game["code"])
    before = browser.session
    await browser.post("/api/seat-link", {"token": await issue(facilitator, game)})
    assert browser.session not in ("", before)


async def test_the_picture_of_a_link_is_plain_and_named(
    facilitator: Browser, game: dict[str, str]
) -> None:
    answer = await facilitator.post(f"/api/games/{game['id']}/link", {"seat": "POL"})
    assert answer["qr"].startswith('<svg role="img" ')
    assert "<title>" in answer["qr"]
    assert "style" not in answer["qr"]
    assert "<script" not in answer["qr"]
