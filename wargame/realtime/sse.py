"""Server-sent events and POSTs, for networks that let no WebSocket through (rules 7.3).

    GET  /sse/game/<game>/<seat>          the stream: the same frames that a socket would get
    POST /sse/game/<game>/<seat>/<page>   one frame for the page whose stream that is

Both stand before Django: a POST is stamped in the step that got the last part of its body and
needs neither a thread nor the database, so a full pool delays no break. What protects it from
other sites' pages: an exact Origin, the page's id, the session cookie (SameSite=Lax).
"""

from __future__ import annotations

import asyncio
import logging
import re
from typing import Any, Literal

import msgspec
from django.conf import settings
from django.http.request import split_domain_port, validate_host

from wargame.realtime.admission import session_key
from wargame.realtime.consumer import sit_down, verdict_on
from wargame.realtime.headers import protective
from wargame.realtime.letterbox import Letterbox, Letterboxes
from wargame.realtime.origins import Application, Receive, Scope, Send, origin_of
from wargame.realtime.page import SeatPage
from wargame.realtime.registry import pages
from wargame.realtime.strict import MOST_BYTES
from wargame.realtime.wayout import EventWay
from wargame.table.door import the_door

logger = logging.getLogger(__name__)

PREFIX = "/sse/"
MOST_KEPT = 64 * 1024
"""Beyond this a frame is not even kept, as on a socket."""
_PLACE = re.compile(
    r"/sse/game/(?P<game>[0-9a-f]{32})/(?P<seat>[A-Z]{3}|[a-z]{4,12})(?:/(?P<page>[0-9a-f]{32}))?"
)
Trouble = Literal["wrong_origin", "no_page", "wrong_method", "too_many", "too_large"]
_TROUBLES: dict[Trouble, tuple[int, str, str]] = {
    "wrong_origin": (
        403,
        "This came from another page. Open the game at its own address.",
        "Cela vient d'une autre page. Ouvrez le jeu à sa propre adresse.",
    ),
    "no_page": (
        404,
        "This page is no longer open here. It comes back by itself; else reload it.",
        "Cette page n'est plus ouverte ici. Elle revient d'elle-même ; sinon, rechargez-la.",
    ),
    "wrong_method": (
        405,
        "A stream is opened with GET, a frame is sent with POST.",
        "Un flux s'ouvre par GET, un message s'envoie par POST.",
    ),
    "too_large": (
        413,
        "This is too long; 16 KiB are the most. Shorten it and send it again.",
        "C'est trop long ; 16 Kio au plus. Raccourcissez et renvoyez.",
    ),
    "too_many": (
        429,
        "Too many pages are open from this network. Close some, then reload.",
        "Trop de pages sont ouvertes depuis ce réseau. Fermez-en, puis rechargez.",
    ),
}
_boxes = Letterboxes()


class EventEntrance:
    """Takes what goes to /sse/; hands everything else to `inner`."""

    def __init__(self, inner: Application) -> None:
        self._inner = inner

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one HTTP request."""
        path: str = scope["path"]
        place = _PLACE.fullmatch(path) if path.startswith(PREFIX) else None
        if place is None:
            await self._inner(scope, receive, send)
        elif scope["method"] == "POST" and place["page"]:
            await _post(scope, receive, send, place)
        elif scope["method"] == "GET" and not place["page"]:
            await _stream(scope, receive, send, place)
        else:
            await _refuse(send, "wrong_method")


# The stream ---------------------------------------------------------------------------------


async def _stream(scope: Scope, receive: Receive, send: Send, place: re.Match[str]) -> None:
    """One page, from the first header to the end of the answer."""
    if not _from_here(scope["headers"]):
        await _refuse(send, "wrong_origin")
        return
    address = (scope.get("client") or ["unknown"])[0]
    page = SeatPage(place["game"], place["seat"], address, pages)
    if not pages.knock(page):
        await _refuse(send, "too_many")
        return
    way = EventWay(send)
    try:
        await receive()
        way.begin([(b"content-type", b"text/event-stream; charset=utf-8"), *_headers()])
        page.accept(way)
        if sit_down(page, await verdict_on(scope, page)):
            await _hold_open(page, way, receive, session_key(scope["headers"]))
    except Exception:
        logger.exception("A stream failed.")
        page.part("restarting")
    finally:
        page.gone()
        await way.finish()


async def _hold_open(page: SeatPage, way: EventWay, receive: Receive, session: str) -> None:
    """Tell the page its id; return when it is closed, has left, or posts nothing any more."""
    loop = asyncio.get_running_loop()
    box = _boxes.hang(page, session, loop.time())
    left = asyncio.ensure_future(_left(receive))
    way.name_page(box.id)
    try:
        while not page.ended and not left.done():
            patience_s = box.quiet_for(loop.time())
            if patience_s == 0:
                page.part("too_slow")
            else:
                await asyncio.wait(
                    {left, way.closed}, timeout=patience_s, return_when=asyncio.FIRST_COMPLETED
                )
    finally:
        _boxes.take_down(box)
        left.cancel()


async def _left(receive: Receive) -> None:
    """Return when the browser has gone."""
    while (await receive())["type"] != "http.disconnect":
        pass


def _from_here(headers: list[tuple[bytes, bytes]]) -> bool:
    """Whether a GET may come from a page of this house.

    Browsers send no Origin with a GET to one's own site. Whatever they do send has to fit; a
    stranger's page that gets through cannot read the stream and learns no id to post to.
    """
    sent: dict[bytes, set[str]] = {b"origin": set(), b"sec-fetch-site": set(), b"host": set()}
    for name, value in headers:
        if name in sent:
            sent[name].add(value.decode("latin-1"))
    return (
        sent[b"origin"] <= set(settings.ORIGINS)
        and sent[b"sec-fetch-site"] <= {"same-origin"}
        and len(sent[b"host"]) == 1
        and validate_host(split_domain_port(sent[b"host"].pop())[0], settings.ALLOWED_HOSTS)
    )


# The posts ----------------------------------------------------------------------------------


async def _post(scope: Scope, receive: Receive, send: Send, place: re.Match[str]) -> None:
    """One frame. Its stamp is made in the step that got its last part, before any question."""
    body, size = await _whole(receive)
    received_at = the_door().time.now()
    if size is None:
        return
    headers = scope["headers"]
    if origin_of(headers) not in settings.ORIGINS:
        await _refuse(send, "wrong_origin")
        return
    box = _boxes.find(place["page"], place["game"], place["seat"], session_key(headers))
    if box is None:
        await _refuse(send, "no_page")
        return
    _take(box, body, size, received_at)
    if size > MOST_BYTES:
        await _refuse(send, "too_large")
    else:
        await _answer(send, 204, b"")


def _take(box: Letterbox, body: bytes | None, size: int, received_at: int) -> None:
    """The same way as a frame from a socket; the answer goes out on the stream."""
    box.heard(asyncio.get_running_loop().time())
    if body is None:
        box.page.take_too_large(size)
        return
    try:
        text: str | None = body.decode("utf-8")
    except UnicodeDecodeError:
        text = None
    box.page.take(text, size, received_at)


async def _whole(receive: Receive) -> tuple[bytes | None, int | None]:
    """The body, None if it is not worth keeping, and its size in bytes, None if it broke off."""
    parts: list[bytes] = []
    size = 0
    more = True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None, None
        part: bytes = message.get("body", b"")
        size += len(part)
        if size <= MOST_KEPT:
            parts.append(part)
        more = message.get("more_body", False)
    return (b"".join(parts) if size <= MOST_KEPT else None), size


# Answers ------------------------------------------------------------------------------------


def _headers() -> list[tuple[bytes, bytes]]:
    """Nobody keeps, changes or holds back what is said here (proxies like to do all three)."""
    return [
        (b"cache-control", b"no-store, no-transform"),
        (b"x-accel-buffering", b"no"),
        *protective(),
    ]


async def _refuse(send: Send, trouble: Trouble) -> None:
    status, en, fr = _TROUBLES[trouble]
    await _answer(send, status, msgspec.json.encode({"code": trouble, "en": en, "fr": fr}))


async def _answer(send: Send, status: int, body: bytes) -> None:
    headers: list[tuple[bytes, Any]] = _headers()
    if body:
        headers.append((b"content-type", b"application/json"))
        headers.append((b"content-length", str(len(body)).encode()))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
