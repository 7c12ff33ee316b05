"""A socket at the table: one consumer, one page, one plain receive loop.

Channels' own loop would hop through a thread for every message and make a task for each
(research: performance, ceiling 1 and 3); no channel layer feeds this consumer, so it reads the
socket itself. Every exit, also a cancelled one, passes the clean-up at the end.
"""

from __future__ import annotations

import asyncio
import logging
from typing import Any
from weakref import WeakValueDictionary

from channels.consumer import AsyncConsumer

from wargame.realtime.admission import Admission, NotAdmittedError, admission, session_key
from wargame.realtime.buckets import Bucket, seat_bucket
from wargame.realtime.origins import Receive, Scope, Send, turn_away
from wargame.realtime.page import SeatPage
from wargame.realtime.registry import pages
from wargame.realtime.wayout import PlainWay, Way, way_out
from wargame.record.threads import in_reader
from wargame.table.door import NoSuchGame, the_door

logger = logging.getLogger(__name__)

_seat_buckets: WeakValueDictionary[tuple[str, str], Bucket] = WeakValueDictionary()


class TableConsumer(AsyncConsumer):
    """/ws/game/<game>/<seat>: from knock to clean-up."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one socket until it closes."""
        names = scope["url_route"]["kwargs"]
        address = (scope.get("client") or ["unknown"])[0]
        page = SeatPage(names["game"], names["seat"], address, pages)
        if not pages.knock(page):
            await turn_away(scope, receive, send)
            return
        way: Way = PlainWay(send)
        try:
            await receive()
            verdict = await verdict_on(scope, page)
            await send({"type": "websocket.accept"})
            way = way_out(send)
            page.accept(way)
            if sit_down(page, verdict):
                await _pump(page, receive)
        except Exception:
            logger.exception("A socket failed.")
            page.part("restarting")
        finally:
            page.gone()
            await way.finish()


async def verdict_on(scope: Scope, page: SeatPage) -> Admission | str:
    """The admission of the browser behind this handshake, or the reason against it.

    With an admission the game is in memory: before the handshake is through nothing can be
    sent to us, so nothing piles up while it loads.
    """
    try:
        found = await in_reader(admission, session_key(scope["headers"]), page.game, page.seat)
        await the_door().enter(page.game)
    except NotAdmittedError as error:
        return error.why
    except NoSuchGame:
        return "no_game"
    return found


def sit_down(page: SeatPage, verdict: Admission | str) -> bool:
    """Take the seat; False when the page was closed instead."""
    if isinstance(verdict, str):
        page.part(verdict)
    elif pages.closing:
        page.part("restarting")
    elif pages.seat_full(page):
        page.part("too_fast")
    if page.ended or isinstance(verdict, str):  # it may also have been revoked meanwhile
        return False
    page.person, page.user = verdict.person, verdict.user
    page.sit(the_door(), verdict, _bucket(page))
    return True


async def _pump(page: SeatPage, receive: Receive) -> None:
    """Read, stamp, take. The stamp is made in the step that got the frame (rules 7.3)."""
    time = the_door().time
    while True:
        message = await receive()
        received_at = time.now()
        if message["type"] == "websocket.disconnect":
            return
        if "too_large" in message:
            page.take_too_large(message["too_large"])
            continue
        text: str | None = message.get("text")
        payload: Any = text if text is not None else message.get("bytes") or b""
        page.take(text, len(payload), received_at)


def _bucket(page: SeatPage) -> Bucket:
    """The move bucket that all pages of a seat share; it lives as long as one of them."""
    key = (page.game, page.seat)
    bucket = _seat_buckets.get(key)
    if bucket is None:
        bucket = _seat_buckets[key] = seat_bucket(asyncio.get_running_loop().time())
    return bucket
