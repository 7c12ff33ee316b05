"""Facilitators: their session, and what it must not be."""

from __future__ import annotations

import pytest
from asgiref.sync import sync_to_async
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session

from tests.web.conftest import PASSWORD, Browser, join
from tests.web.door import HandTime
from wargame.table.door import Door
from wargame.web.limits import MINUTE_MS


async def test_a_visitor_is_nobody_and_gets_a_token_but_no_session(door: Door) -> None:
    browser = Browser()
    me = await browser.me()
    assert me["csrf"]
    assert (me["facilitator"], me["sittings"]) == (None, [])
    assert browser.session == ""


async def test_the_right_credential_signs_in(facilitator: Browser) -> None:
    assert (await facilitator.me())["facilitator"] == "facilitator"


async def test_a_wrong_password_is_refused_with_a_sentence_in_both_languages(door: Door) -> None:
    wrong = {"name": "facilitator", "password": "guess"}
    refused = await Browser().post("/api/sign-in", wrong, 401)
    assert refused["code"] == "wrong_credential"
    assert refused["en"] != refused["fr"]


async def test_signing_in_makes_a_new_session_key_and_the_one_before_is_dead(
    facilitator: Browser, game: dict[str, str], door: Door
) -> None:
    await sync_to_async(User.objects.create_user)("second", password=PASSWORD)
    browser = Browser("192.0.2.7")
    await join(browser, game["code"])
    before = browser.session
    await browser.sign_in("second")
    assert browser.session not in ("", before)
    assert not await Session.objects.filter(pk=before).aexists()


async def test_a_session_key_set_from_outside_is_never_used(door: Door) -> None:
    await sync_to_async(User.objects.create_user)("facilitator", password=PASSWORD)
    browser = Browser()
    browser.client.cookies["sid"] = "a" * 32
    await browser.sign_in()
    assert browser.session != "a" * 32
    assert not await Session.objects.filter(pk="a" * 32).aexists()


async def test_signing_out_ends_the_session(facilitator: Browser) -> None:
    key = facilitator.session
    await facilitator.post("/api/sign-out")
    assert not await Session.objects.filter(pk=key).aexists()
    await facilitator.get("/api/games", 401)


async def test_signing_out_closes_the_facilitators_sockets(
    facilitator: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed: list[int] = []
    monkeypatch.setattr("wargame.realtime.registry.signed_out", closed.append)
    await facilitator.post("/api/sign-out")
    assert closed == [(await User.objects.aget(username="facilitator")).pk]


async def test_a_seat_held_in_the_same_browser_outlives_sign_in_and_sign_out(
    facilitator: Browser, game: dict[str, str]
) -> None:
    sitting = await join(facilitator, game["code"])
    await facilitator.me()
    await facilitator.post("/api/sign-out")
    assert [s["id"] for s in (await facilitator.me())["sittings"]] == [sitting]
    await facilitator.sign_in()
    assert [s["id"] for s in (await facilitator.me())["sittings"]] == [sitting]


async def test_the_sixth_failure_is_answered_429_until_fifteen_minutes_are_over(
    door: Door, time: HandTime
) -> None:
    await sync_to_async(User.objects.create_user)("facilitator", password=PASSWORD)
    browser = Browser()
    wrong = {"name": "Facilitator", "password": "guess"}
    for _ in range(5):
        await browser.post("/api/sign-in", wrong, 401)
    right = {"name": "facilitator", "password": PASSWORD}
    refused = await browser.send("/api/sign-in", right)
    assert refused.status_code == 429
    assert refused["Retry-After"] == "900"
    time.at += 15 * MINUTE_MS
    await browser.post("/api/sign-in", right)


async def test_the_password_is_no_part_of_any_answer(facilitator: Browser) -> None:
    assert PASSWORD not in str(await facilitator.me())
