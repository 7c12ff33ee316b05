"""Who may open a page at a seat: the browser's session decides, never anything in a frame.

These functions use the database; they run in a reader's thread.
"""

from __future__ import annotations

from collections.abc import Iterable
from http.cookies import CookieError, SimpleCookie
from typing import Literal

import msgspec
from django.conf import settings
from django.contrib.auth import get_user
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest

from wargame.models import Game, Seat, Sitting
from wargame.rules.compartments import FACILITATOR, OBSERVER

Reason = Literal["session_over", "not_allowed", "no_game", "seat_revoked"]


class Admission(msgspec.Struct, frozen=True):
    """This browser may sit here. `until` is the end of its session, UTC ms.

    `person` tells two people at one seat apart for the count of who is here; `user` is the
    facilitator's account, None for players.
    """

    person: str
    user: int | None
    until: int


class NotAdmittedError(Exception):
    """This browser may not sit here. `why` is the reason its page is told."""

    def __init__(self, why: Reason) -> None:
        super().__init__(why)
        self.why: Reason = why


def session_key(headers: Iterable[tuple[bytes, bytes]]) -> str:
    """The session cookie of a handshake, or nothing."""
    for name, value in headers:
        if name == b"cookie":
            try:
                cookie = SimpleCookie(value.decode("latin-1"))
            except CookieError:
                return ""
            if settings.SESSION_COOKIE_NAME in cookie:
                return str(cookie[settings.SESSION_COOKIE_NAME].value)
    return ""


def admission(key: str, game: str, seat: str) -> Admission:
    """The admission of the session `key` to `seat` of `game`. Raises NotAdmittedError.

    A stranger hears the same whether the game exists or not.
    """
    session = SessionStore(key or None)
    if session.is_empty():
        raise NotAdmittedError("session_over")
    until = int(session.get_expiry_date().timestamp() * 1000)
    if seat == FACILITATOR:
        return _facilitator(session, game, until)
    if seat == OBSERVER:
        return _onlooker(session, game, until)
    return _player(session, game, seat, until)


def _facilitator(session: SessionStore, game: str, until: int) -> Admission:
    request = HttpRequest()
    request.session = session
    user = get_user(request)
    if user.pk is None:
        raise NotAdmittedError("session_over")
    if not Game.objects.filter(pk=game, owner_id=user.pk).exists():
        raise NotAdmittedError("no_game")
    return Admission(f"user {user.pk}", user.pk, until)


def _onlooker(session: SessionStore, game: str, until: int) -> Admission:
    """The wall: for the game's facilitator, or for a browser that came by the wall's link."""
    try:
        return _facilitator(session, game, until)
    except NotAdmittedError:
        return _player(session, game, OBSERVER, until)


def _player(session: SessionStore, game: str, seat: str, until: int) -> Admission:
    sittings = list(
        Sitting.objects.filter(pk__in=session.get("sittings", []), game_id=game, seat=seat).exclude(
            state__in=("waiting", "turned_away")
        )
    )
    if not sittings:
        raise NotAdmittedError("not_allowed")
    revocation = Seat.objects.values_list("revocation", flat=True).get(game_id=game, code=seat)
    for sitting in sittings:
        if sitting.state == "seated" and sitting.revocation == revocation:
            return Admission(sitting.pk, None, until)
    raise NotAdmittedError("seat_revoked")
