"""What people see when something is wrong: a sentence, its headers, never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.http import HttpResponse

from tests.web.conftest import Browser
from tests.web.routes import API, PAGES, filled
from wargame.table.door import Door
from wargame.web import pages
from wargame.web.troubles import TROUBLES

EVERYWHERE = {
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def assert_guarded(response: HttpResponse) -> None:
    """The headers that every response carries."""
    for name, value in EVERYWHERE.items():
        assert response[name] == value
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "Server" not in response


@pytest.mark.parametrize("address", [*API, *PAGES, "/nothing/here", "/api/nothing", "/j/"])
async def test_every_answer_carries_the_headers(door: Door, built: Path, address: str) -> None:
    browser = Browser()
    for response in (
        await browser.client.get(filled(address)),
        await browser.client.post(filled(address)),
        await browser.client.get(filled(address), headers={"Host": "evil.example"}),
    ):
        assert_guarded(response)
        if response.status_code != 403 or address in API:
            assert response["Cache-Control"] == "no-store"


async def test_static_files_carry_the_headers_too(built: Path) -> None:
    for path in ("/static/assets/main-1.js", "/static/assets/none.js"):
        assert_guarded(await Browser().client.get(path))


@pytest.mark.parametrize("path", ["/nothing", "/api/nothing", "/games/", "/admin/"])
async def test_an_unknown_address_is_answered_calmly_in_both_languages(path: str) -> None:
    response = await Browser().client.get(path)
    assert response.status_code == 404
    text = response.content.decode()
    assert "Nothing lies at this address" in text
    assert "Rien ne se trouve" in text
    assert response["Content-Type"].startswith(
        "application/json" if path.startswith("/api/") else "text/html"
    )


async def test_a_strange_host_is_told_to_use_the_address_shown() -> None:
    for path in ("/", "/api/me"):
        response = await Browser().client.get(path, headers={"Host": "evil.example"})
        assert response.status_code == 400
        assert b"does not answer under the address" in response.content
        assert b"evil.example" not in response.content


@pytest.mark.parametrize("path", ["/", "/api/me"])
async def test_a_failure_of_the_server_shows_no_traceback(
    door: Door, built: Path, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("secret words of a traceback")

    monkeypatch.setattr("wargame.web.identity.sittings_of", fail)
    monkeypatch.setattr(pages, "_language", fail)
    browser = Browser()
    browser.client.raise_request_exception = False
    response = await browser.client.get(path)
    assert response.status_code == 500
    assert b"The server failed here" in response.content
    assert b"Le serveur a" in response.content
    assert b"traceback" not in response.content
    assert_guarded(response)


@pytest.mark.parametrize(
    "body",
    [
        "",
        "{",
        "[]",
        "null",
        '{"code": 1}',
        '{"code": "ABC234", "seat": "POL"}',
        '{"code": "ABC234", "name": NaN}',
        '{"code": "\\ud800"}',
        "\u00ff",
        "[" * 5000,
    ],
)
async def test_a_body_that_makes_no_sense_is_malformed(door: Door, body: str) -> None:
    browser = Browser()
    await browser.me()
    response = await browser.client.post(
        "/api/join",
        body.encode("latin-1"),
        content_type="application/json",
        headers={"X-CSRFToken": browser.token},
    )
    assert response.status_code == 400
    assert response.json()["code"] == "malformed"


async def test_a_body_of_seventy_kilobytes_is_too_large(door: Door) -> None:
    refused = await Browser().post("/api/join", {"code": "x" * 70_000}, 413)
    assert refused["code"] == "too_large"


async def test_a_wrong_method_is_refused_with_a_sentence(door: Door) -> None:
    browser = Browser()
    await browser.me()
    for method, path in (("GET", "/api/sign-in"), ("DELETE", "/api/games"), ("PUT", "/api/me")):
        response = await browser.client.generic(
            method, path, headers={"X-CSRFToken": browser.token}
        )
        assert (response.status_code, response.json()["code"]) == (405, "wrong_method")


@pytest.mark.parametrize("code", sorted(TROUBLES))
def test_every_trouble_is_a_sentence_in_both_languages(code: str) -> None:
    status, text = TROUBLES[code]
    assert 400 <= status < 600
    assert text.en.endswith(".")
    assert text.fr.endswith(".")
    assert text.en != text.fr
    assert "!" not in text.en + text.fr
