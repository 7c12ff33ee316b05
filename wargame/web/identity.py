"""Who asks: the facilitator's session, the sittings a browser holds, signing in and out."""

from __future__ import annotations

from typing import Any

import msgspec
from django.contrib.auth import authenticate, login, logout
from django.contrib.auth.models import User
from django.http import HttpRequest
from django.middleware.csrf import get_token

from wargame.realtime import registry
from wargame.record.threads import in_reader, in_writer
from wargame.table import seats
from wargame.table.door import the_door
from wargame.web.api import endpoint, read
from wargame.web.limits import MINUTE_MS, Limit
from wargame.web.troubles import Trouble

MOST_SITTINGS = 20
"""Of one browser; the oldest is forgotten."""
_SITTINGS = "sittings"


class Credential(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a facilitator signs in with."""

    name: str
    password: str


class SignInGuard:
    """At most five failed sign-ins in fifteen minutes, per account and per address.

    An address from which an account signed in before is judged by its own failures only:
    otherwise anybody in the room could lock the facilitator out.
    """

    def __init__(self) -> None:
        self._accounts = Limit(5, 15 * MINUTE_MS)
        self._addresses = Limit(5, 15 * MINUTE_MS)
        self._known: set[tuple[str, str]] = set()

    def enter(self, account: str, address: str, at: int) -> None:
        """Count a try at `at` (UTC ms); raises Trouble `too_many_sign_ins`."""
        known = (account, address) in self._known
        waits = [self._addresses.wait_ms(address, at)]
        if not known:
            waits.append(self._accounts.wait_ms(account, at))
        if any(waits):
            raise Trouble("too_many_sign_ins", after_s=-(-max(waits) // 1000))
        self._addresses.take(address, at)
        if not known:
            self._accounts.take(account, at)

    def succeed(self, account: str, address: str) -> None:
        """The try just counted was the right credential."""
        self._addresses.give_back(address)
        self._accounts.forgive(account)
        self._known.add((account, address))


guard = SignInGuard()


def address_of(request: HttpRequest) -> str:
    """The other end of the connection. Forwarded headers are not believed."""
    return str(request.META.get("REMOTE_ADDR", ""))


def browser_of(request: HttpRequest) -> str:
    """What tells one browser from another before it has a session: its token cookie."""
    return str(request.META.get("CSRF_COOKIE", "")) or address_of(request)


def sittings_of(request: HttpRequest) -> list[str]:
    """Ids of the sittings this browser was given, oldest first. Reads the session: a thread's."""
    return [str(each) for each in request.session.get(_SITTINGS, ())]


def keep_sitting(request: HttpRequest, sitting: str) -> None:
    """Give this browser a sitting, under a new session key: one set beforehand opens nothing.

    Writes the session: a thread's.
    """
    kept = [each for each in sittings_of(request) if each != sitting]
    request.session.cycle_key()
    request.session[_SITTINGS] = [*kept, sitting][-MOST_SITTINGS:]


async def facilitator(request: HttpRequest) -> int:
    """The id of the facilitator who asks; raises Trouble `sign_in` if it is nobody."""
    user = await in_reader(_user, request)
    if user is None:
        raise Trouble("sign_in")
    return int(user.pk)


async def me(request: HttpRequest) -> dict[str, Any]:
    """GET /api/me: the token for POSTs, the facilitator's name, this browser's sittings."""
    user, ids = await in_reader(lambda: (_user(request), sittings_of(request)))
    found = await in_reader(seats.sittings, ids)
    return {
        "csrf": get_token(request),
        "facilitator": user.get_username() if user else None,
        "sittings": [
            {
                "id": each.id,
                "game": each.game,
                "seat": each.seat,
                "state": each.state,
                "title": each.title,
            }
            for each in found
        ],
    }


async def sign_in(request: HttpRequest) -> dict[str, Any]:
    """POST /api/sign-in: a facilitator's session, under a new key."""
    given = read(request, Credential)
    account, address = given.name.strip().casefold()[:150], address_of(request)
    guard.enter(account, address, the_door().time.now())
    user = await in_reader(_authenticate, request, given)
    if user is None:
        raise Trouble("wrong_credential")
    guard.succeed(account, address)
    await in_writer(_login, request, user)
    return {"facilitator": user.get_username()}


async def sign_out(request: HttpRequest) -> dict[str, Any]:
    """POST /api/sign-out: ends the session and closes the facilitator's sockets.

    A seat held in the same browser is a key of its own and stays.
    """
    user = await in_reader(_user, request)
    await in_writer(_logout, request)
    if user is not None:
        registry.signed_out(int(user.pk))
    return {}


def _user(request: HttpRequest) -> User | None:
    return request.user if isinstance(request.user, User) else None


def _authenticate(request: HttpRequest, given: Credential) -> User | None:
    user = authenticate(request, username=given.name.strip(), password=given.password)
    return user if isinstance(user, User) else None


def _login(request: HttpRequest, user: User) -> None:
    kept = sittings_of(request)
    login(request, user)
    if kept:
        request.session[_SITTINGS] = kept


def _logout(request: HttpRequest) -> None:
    kept = sittings_of(request)
    logout(request)
    if kept:
        request.session[_SITTINGS] = kept


me_view = endpoint(get=me)
sign_in_view = endpoint(post=sign_in)
sign_out_view = endpoint(post=sign_out)
