"""Joining by code, waiting, admission, and what ends a sitting."""

from __future__ import annotations

import asyncio

import pytest
from django.contrib.sessions.models import Session

from tests.web.conftest import Browser, join
from tests.web.door import HandTime
from wargame.models import Event, Sitting
from wargame.rules.moves import EndGame, StartGame
from wargame.rules.state import Actor
from wargame.table.answers import Done
from wargame.table.door import Door
from wargame.web.joining import waiting_list
from wargame.web.limits import MINUTE_MS


async def admit(facilitator: Browser, game: dict[str, str], *sittings: str) -> dict[str, str]:
    """Admit these, or all; sitting to seat."""
    path = f"/api/games/{game['id']}/admit"
    answer = await facilitator.post(path, {"sittings": list(sittings)})
    return {each["sitting"]: each["seat"] for each in answer["admitted"]}


def held(door: Door, game: dict[str, str], seat: str) -> tuple[str, int]:
    """Who holds a seat by the record, and its holder number."""
    live = door.live(game["id"])
    assert live is not None
    found = live.state.seat(seat)
    assert found is not None
    return found.held, found.holder


async def test_a_code_shows_the_game_and_its_seats(game: dict[str, str]) -> None:
    shown = await Browser().get(f"/api/join/{game['code']}")
    assert shown["game"] == game["id"]
    assert len(shown["seats"]) == 32
    poland = next(seat for seat in shown["seats"] if seat["seat"] == "POL")
    assert poland["name"] == {"en": "Poland", "fr": "Pologne"}
    assert (poland["taken"], poland["cast"]) == (False, True)


async def test_case_and_spaces_of_a_code_do_not_matter(game: dict[str, str]) -> None:
    code = game["code"].lower()
    await Browser().get(f"/api/join/ {code[:3]} {code[3:]} ")


@pytest.mark.parametrize("code", ["ABCDEF", "ABC", "ILO011", "abcdefg", "日本語日本語", "%00%00"])
async def test_a_wrong_code_gets_the_sentence_of_the_door(door: Door, code: str) -> None:
    refused = await Browser().get(f"/api/join/{code}", 404)
    assert refused["en"] == "No game has this code. Check the letters with your facilitator."
    assert refused["fr"].startswith("Aucune partie ne porte ce code.")


async def test_a_person_who_joins_waits_until_admitted(
    facilitator: Browser, game: dict[str, str], door: Door
) -> None:
    browser = Browser()
    sitting = await join(browser, game["code"], "POL", "Ada")
    waits = {"state": "waiting", "game": game["id"], "seat": None}
    assert await browser.get(f"/api/sittings/{sitting}") == waits
    assert held(door, game, "POL") == ("absent", 0)
    assert await admit(facilitator, game) == {sitting: "POL"}
    seated = {"state": "seated", "game": game["id"], "seat": "POL"}
    assert await browser.get(f"/api/sittings/{sitting}") == seated
    assert held(door, game, "POL") == ("people", 1)
    assert (await browser.get(f"/api/join/{game['code']}"))["seats"][0]["taken"] is False


async def test_one_tap_admits_all_who_wait_each_to_its_wish_or_the_first_free_seat(
    facilitator: Browser, game: dict[str, str], time: HandTime
) -> None:
    cast = next(
        each["cast"] for each in await facilitator.get("/api/scenarios") if each["id"] == "practice"
    )
    first = await join(Browser(), game["code"])
    time.at += 1
    second = await join(Browser(), game["code"], cast[0])
    time.at += 1
    third = await join(Browser(), game["code"], cast[0])
    seats = await admit(facilitator, game)
    assert seats == {first: cast[1], second: cast[0], third: cast[2]}
    assert await admit(facilitator, game) == {}


async def test_a_whole_class_that_joins_at_once_is_seated_by_one_tap(
    facilitator: Browser, game: dict[str, str]
) -> None:
    browsers = [Browser(f"192.0.2.{n}") for n in range(24)]
    sittings = await asyncio.gather(*(join(each, game["code"]) for each in browsers))
    seats = await admit(facilitator, game)
    assert set(seats) == set(sittings)
    assert len(set(seats.values())) == 24


async def test_two_taps_at_once_seat_everybody_once(
    facilitator: Browser, game: dict[str, str], door: Door
) -> None:
    for _ in range(3):
        await join(Browser(), game["code"])
    first, second = await asyncio.gather(admit(facilitator, game), admit(facilitator, game))
    assert sorted(map(len, (first, second))) == [0, 3]


async def test_a_game_that_has_ended_admits_nobody_and_says_so(
    facilitator: Browser, game: dict[str, str], door: Door
) -> None:
    await join(Browser(), game["code"])
    for move in (StartGame(), EndGame()):
        answer = await door.play(
            game["id"], Actor("facilitator"), move, door.time.now(), type(move).__name__
        )
        assert isinstance(answer, Done)
    path = f"/api/games/{game['id']}/admit"
    assert (await facilitator.post(path, {"sittings": []}, 409))["code"] == "ended"
    await Browser().get(f"/api/join/{game['code']}", 404)


async def test_only_those_named_are_admitted(facilitator: Browser, game: dict[str, str]) -> None:
    first = await join(Browser(), game["code"])
    second = await join(Browser(), game["code"])
    assert list(await admit(facilitator, game, second)) == [second]
    assert (await Sitting.objects.aget(pk=first)).state == "waiting"


async def test_a_second_person_at_a_held_seat_does_not_raise_the_holder(
    facilitator: Browser, game: dict[str, str], door: Door
) -> None:
    link = await facilitator.post(f"/api/games/{game['id']}/link", {"seat": "POL"})
    token = link["url"].split("#")[1]
    for _ in range(2):
        await Browser().post("/api/seat-link", {"token": token})
    assert held(door, game, "POL") == ("people", 1)


async def test_joining_makes_a_new_session_key_each_time(
    game: dict[str, str], facilitator: Browser
) -> None:
    other = await facilitator.post("/api/games", {"scenario": "practice"})
    browser = Browser()
    await join(browser, game["code"])
    before = browser.session
    await join(browser, other["code"])
    assert browser.session not in ("", before)
    assert not await Session.objects.filter(pk=before).aexists()
    assert len((await browser.me())["sittings"]) == 2


async def test_asking_twice_from_one_browser_changes_the_words_and_adds_nobody(
    game: dict[str, str],
) -> None:
    browser = Browser()
    first = await join(browser, game["code"], "POL", "Ada")
    assert await join(browser, game["code"], "DEU", "Ada L.") == first
    row = await Sitting.objects.aget(pk=first)
    assert (row.wish, row.name) == ("DEU", "Ada L.")


async def test_a_sitting_is_told_to_its_own_browser_only(game: dict[str, str]) -> None:
    sitting = await join(Browser(), game["code"])
    foreign = await Browser().client.get(f"/api/sittings/{sitting}")
    unknown = await Browser().client.get(f"/api/sittings/{'0' * 32}")
    assert foreign.status_code == unknown.status_code == 404
    assert foreign.content == unknown.content


async def test_somebody_turned_away_is_told_so_and_may_ask_again(
    facilitator: Browser, game: dict[str, str]
) -> None:
    browser = Browser()
    sitting = await join(browser, game["code"])
    path = f"/api/games/{game['id']}/turn-away"
    await facilitator.post(path, {"sitting": sitting})
    assert (await browser.get(f"/api/sittings/{sitting}"))["state"] == "turned_away"
    await facilitator.post(path, {"sitting": sitting}, 404)
    assert await join(browser, game["code"]) != sitting


async def test_vacating_makes_the_seat_absent_and_revokes_its_people(
    facilitator: Browser, game: dict[str, str], door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed: list[tuple[str, str]] = []
    monkeypatch.setattr(
        "wargame.realtime.registry.revoke", lambda game, seat: closed.append((game, seat))
    )
    browser = Browser()
    sitting = await join(browser, game["code"], "POL")
    await admit(facilitator, game)
    await facilitator.post(f"/api/games/{game['id']}/vacate", {"seat": "POL"})
    assert held(door, game, "POL") == ("absent", 2)
    assert (await browser.get(f"/api/sittings/{sitting}"))["state"] == "revoked"
    assert closed == [(game["id"], "POL")]


async def test_a_vacated_seat_can_be_given_again(
    facilitator: Browser, game: dict[str, str], door: Door
) -> None:
    await join(Browser(), game["code"], "POL")
    await admit(facilitator, game)
    await facilitator.post(f"/api/games/{game['id']}/vacate", {"seat": "POL"})
    sitting = await join(Browser(), game["code"], "POL")
    assert await admit(facilitator, game) == {sitting: "POL"}
    assert held(door, game, "POL") == ("people", 3)


async def test_an_unknown_seat_is_refused_with_a_sentence(
    facilitator: Browser, game: dict[str, str]
) -> None:
    for act in ("vacate", "link"):
        path = f"/api/games/{game['id']}/{act}"
        assert (await facilitator.post(path, {"seat": "XXX"}, 400))["code"] == "unknown_seat"
    asked = {"code": game["code"], "name": "", "wish": "XXX"}
    assert (await Browser().post("/api/join", asked, 400))["code"] == "unknown_seat"


async def test_a_taken_seat_is_refused_with_a_sentence_and_its_holder_comes_back(
    facilitator: Browser, game: dict[str, str]
) -> None:
    holder = Browser()
    sitting = await join(holder, game["code"], "POL")
    await admit(facilitator, game)
    asked = {"code": game["code"], "name": "", "wish": "POL"}
    refused = await Browser().post("/api/join", asked, 409)
    assert refused["code"] == "seat_taken"
    assert "another seat" in refused["en"]
    assert "autre siège" in refused["fr"]
    assert (await holder.post("/api/join", asked))["sitting"] == sitting


async def test_names_never_enter_the_record(facilitator: Browser, game: dict[str, str]) -> None:
    await join(Browser(), game["code"], "POL", "Zanzibarine")
    await admit(facilitator, game)
    payloads = [bytes(each.payload) async for each in Event.objects.filter(game=game["id"])]
    assert payloads
    assert not any(b"Zanzibarine" in payload for payload in payloads)


async def test_a_reserved_name_is_refused_before_anything_is_written(game: dict[str, str]) -> None:
    asked = {"code": game["code"], "name": "Facilitator", "wish": None}
    refused = await Browser().post("/api/join", asked, 400)
    assert refused["code"] == "name_reserved"
    assert not await Sitting.objects.aexists()


async def test_the_eleventh_wrong_code_is_answered_429_and_links_still_work(
    facilitator: Browser, game: dict[str, str], time: HandTime
) -> None:
    link = await facilitator.post(f"/api/games/{game['id']}/link", {"seat": "POL"})
    browser = Browser()
    await browser.me()
    for _ in range(10):
        await browser.get("/api/join/ZZZZZZ", 404)
    await browser.get(f"/api/join/{game['code']}", 429)
    await browser.post("/api/join", {"code": game["code"]}, 429)
    await browser.post("/api/seat-link", {"token": link["url"].split("#")[1]})
    time.at += 10 * MINUTE_MS
    await browser.get(f"/api/join/{game['code']}")


async def test_the_waiting_list_is_what_the_facilitators_page_is_told(
    game: dict[str, str], time: HandTime
) -> None:
    sitting = await join(Browser(), game["code"], "POL", "Ada")
    (person,) = await waiting_list(game["id"])
    assert (person.sitting, person.name, person.wish) == (sitting, "Ada", "POL")
    assert person.since_at == time.at
