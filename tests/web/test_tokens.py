"""No other site can act for a person here: every POST needs this site's token."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session

from tests.web.conftest import Browser
from tests.web.routes import ALL, API, filled
from wargame.models import Game, Sitting
from wargame.table.door import Door


@pytest.mark.parametrize("address", ALL)
async def test_a_post_without_token_is_refused_at_every_address(door: Door, address: str) -> None:
    response = await Browser().client.post(filled(address), "{}", content_type="application/json")
    assert response.status_code == 403
    assert b"Traceback" not in response.content


@pytest.mark.parametrize("address", API)
async def test_the_refusal_below_api_is_json_in_both_languages(door: Door, address: str) -> None:
    response = await Browser().client.post(filled(address), {"a": "form"})
    assert response.status_code == 403
    assert response["Content-Type"] == "application/json"
    assert set(response.json()) == {"code", "en", "fr"}


async def test_a_signed_in_facilitators_cookie_is_not_enough(facilitator: Browser) -> None:
    response = await facilitator.client.post(
        "/api/games", '{"scenario": "practice"}', content_type="application/json"
    )
    assert response.status_code == 403
    assert not await Game.objects.aexists()


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "http://testserver:81", "https://testserver"]
)
async def test_a_post_from_another_origin_is_refused_even_with_the_token(
    door: Door, origin: str
) -> None:
    browser = Browser()
    await browser.me()
    response = await browser.client.post(
        "/api/sign-out",
        "{}",
        content_type="application/json",
        headers={"X-CSRFToken": browser.token, "Origin": origin},
    )
    assert response.status_code == 403


@pytest.mark.parametrize("address", API)
async def test_a_get_changes_nothing(facilitator: Browser, address: str) -> None:
    before = [await kind.objects.acount() for kind in (Game, Sitting, Session, User)]
    await facilitator.client.get(filled(address))
    assert [await kind.objects.acount() for kind in (Game, Sitting, Session, User)] == before


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded"])
async def test_a_body_that_a_form_could_send_is_refused(door: Door, kind: str) -> None:
    browser = Browser()
    await browser.me()
    response = await browser.client.post(
        "/api/join",
        '{"code": "ABC234"}',
        content_type=kind,
        headers={"X-CSRFToken": browser.token},
    )
    assert response.status_code == 400
    assert response.json()["code"] == "malformed"
