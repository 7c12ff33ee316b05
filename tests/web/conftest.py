"""A house with a real door on a database file, and browsers in front of it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from asgiref.sync import sync_to_async
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.test import AsyncClient
from pytest_django import Settings

from tests.web.door import HandTime, build, leave
from wargame.record.threads import close_connections
from wargame.table.door import Door
from wargame.web import identity, joining
from wargame.web.limits import MINUTE_MS, Limit

PASSWORD = "long enough to be one"


class _Client(AsyncClient):
    """Django's client, calling from an address of its own."""

    address = ""

    def _base_scope(self, **request: Any) -> dict[str, Any]:
        scope = super()._base_scope(**request)  # type: ignore[misc]
        return {**scope, "client": (self.address, 40_000)}


class Browser:
    """One browser: it keeps cookies, and POSTs with the token it was given."""

    def __init__(self, address: str = "192.0.2.1") -> None:
        self.client: Any = _Client(enforce_csrf_checks=True)
        self.client.address = address
        self.token = ""

    async def get(self, path: str, status: int = 200, **headers: str) -> Any:
        """The JSON at a path, which must answer with `status`."""
        response = await self.client.get(path, headers=headers)
        return _read(response, status)

    async def post(self, path: str, body: Any = None, status: int = 200) -> Any:
        """The JSON a POST is answered with."""
        return _read(await self.send(path, body), status)

    async def send(self, path: str, body: Any = None) -> HttpResponse:
        """The response to a POST with this browser's token."""
        if not self.token:
            await self.me()
        response: HttpResponse = await self.client.post(
            path,
            msgspec.json.encode(body or {}),
            content_type="application/json",
            headers={"X-CSRFToken": self.token},
        )
        return response

    async def me(self) -> Any:
        """Who this browser is, by the server's word."""
        found = await self.get("/api/me")
        self.token = found["csrf"]
        return found

    async def sign_in(self, name: str = "facilitator") -> None:
        """Sign in; the token changes with it."""
        await self.post("/api/sign-in", {"name": name, "password": PASSWORD})
        await self.me()

    @property
    def session(self) -> str:
        """The session's key, or nothing."""
        morsel = self.client.cookies.get("sid")
        return morsel.value if morsel else ""


def _read(response: HttpResponse, status: int) -> Any:
    assert response.status_code == status, response.content
    return msgspec.json.decode(response.content)


@pytest.fixture(autouse=True)
def fresh_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test feels how often another one tried."""
    monkeypatch.setattr(identity, "guard", identity.SignInGuard())
    monkeypatch.setattr(joining, "codes", joining.CodeGuard())
    monkeypatch.setattr(joining, "joins", Limit(60, MINUTE_MS))


@pytest.fixture
def time() -> HandTime:
    """The server's clock, moved by hand."""
    return HandTime()


@pytest.fixture
async def door(transactional_db: None, time: HandTime) -> AsyncIterator[Door]:
    """The door of this process."""
    built = build(time)
    yield built
    await leave(built)
    await sync_to_async(close_connections)()


@pytest.fixture
async def facilitator(door: Door) -> Browser:
    """A browser whose person signed in as a facilitator."""
    await sync_to_async(User.objects.create_user)("facilitator", password=PASSWORD)
    browser = Browser("192.0.2.200")
    await browser.sign_in()
    return browser


@pytest.fixture
async def stranger(door: Door) -> Browser:
    """Another facilitator, of other games."""
    await sync_to_async(User.objects.create_user)("another", password=PASSWORD)
    browser = Browser("192.0.2.201")
    await browser.sign_in("another")
    return browser


@pytest.fixture
async def game(facilitator: Browser) -> dict[str, str]:
    """A game just opened: id and code."""
    found: dict[str, str] = await facilitator.post("/api/games", {"scenario": "practice"})
    return found


async def join(browser: Browser, code: str, wish: str | None = None, name: str = "") -> str:
    """Join by code; the sitting's id."""
    asked = {"code": code, "name": name, "wish": wish}
    return str((await browser.post("/api/join", asked))["sitting"])


@pytest.fixture
def built(tmp_path: Path, settings: Settings) -> Path:
    """A folder as the front end's build leaves it, in place of the real one."""
    fonts = "node_modules/@fontsource-variable"
    manifest = {
        "src/main.ts": {"file": "assets/main-1.js", "css": ["assets/main-1.css"]},
        f"{fonts}/archivo/files/archivo-latin-wdth-normal.woff2": {"file": "assets/a-1.woff2"},
        f"{fonts}/source-serif-4/files/source-serif-4-latin-wght-normal.woff2": {
            "file": "assets/s-1.woff2"
        },
    }
    (tmp_path / "assets").mkdir()
    (tmp_path / "manifest.json").write_bytes(msgspec.json.encode(manifest))
    for name in ("main-1.js", "main-1.css", "a-1.woff2", "s-1.woff2"):
        (tmp_path / "assets" / name).write_text("/* */")
    settings.STATIC_ROOT = tmp_path
    settings.FRONTEND_MANIFEST = tmp_path / "manifest.json"
    return tmp_path
