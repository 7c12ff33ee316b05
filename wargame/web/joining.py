"""At the door: join by code, wait, or come by the link of a seat."""

from __future__ import annotations

from typing import Any

import msgspec
from django.http import HttpRequest

from wargame.models import Game
from wargame.realtime import registry, wire
from wargame.record.threads import in_reader, in_writer
from wargame.rules.scenario import Text
from wargame.table import seats
from wargame.table.door import the_door
from wargame.web import casts, identity, names
from wargame.web.api import endpoint, read
from wargame.web.limits import MINUTE_MS, Limit
from wargame.web.troubles import Trouble, by_the_law


class Joining(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A person at the door. `wish`: the seat they would like."""

    code: str
    name: str = ""
    wish: str | None = None


class Link(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The part of a seat's link after the `#`."""

    token: str


class CodeGuard:
    """Ten wrong codes in ten minutes per browser, sixty per address (a class shares one)."""

    def __init__(self) -> None:
        self._browsers = Limit(10, 10 * MINUTE_MS)
        self._addresses = Limit(60, 10 * MINUTE_MS)

    def enter(self, browser: str, address: str, at: int) -> None:
        """Count a try at `at` (UTC ms); raises Trouble `too_many_codes`."""
        wait = max(self._browsers.wait_ms(browser, at), self._addresses.wait_ms(address, at))
        if wait:
            raise Trouble("too_many_codes", after_s=-(-wait // 1000))
        self._browsers.take(browser, at)
        self._addresses.take(address, at)

    def succeed(self, browser: str, address: str) -> None:
        """The code just tried opens a game."""
        self._browsers.give_back(browser)
        self._addresses.give_back(address)


codes = CodeGuard()
joins = Limit(60, MINUTE_MS)
"""People who join from one address."""


async def look(request: HttpRequest, code: str) -> dict[str, Any]:
    """GET /api/join/<CODE>: the game behind a code and its seats."""
    game = await _game(request, code)
    door = the_door()
    cast = await in_reader(casts.cast_of, game.scenario)
    held = await in_reader(seats.held_by, game.id)
    return {
        "game": game.id,
        "title": Text(game.title_en, game.title_fr),
        "seats": [
            {
                "seat": place.seat,
                "name": place.name,
                "taken": held[place.seat] > 0,
                "cast": place.seat in cast,
            }
            for place in await seats.places(door, game.id)
        ],
    }


async def join(request: HttpRequest) -> dict[str, Any]:
    """POST /api/join: ask for a seat and wait until a facilitator admits."""
    asked = read(request, Joining)
    name = names.checked(asked.name)
    game = await _game(request, asked.code)
    mine = await in_reader(identity.sittings_of, request)
    wish = await _wish(game.id, asked.wish, mine)
    at = the_door().time.now()
    if not joins.take(identity.address_of(request), at):
        raise Trouble("too_many_joins", after_s=60)
    sat = await in_writer(seats.ask, game.id, name, wish, at, mine)
    await in_writer(identity.keep_sitting, request, sat.id)
    registry.waiting_changed(game.id)
    return {"sitting": sat.id, **_shown(sat)}


async def sitting(request: HttpRequest, sitting: str) -> dict[str, Any]:
    """GET /api/sittings/<id>: how it stands with a sitting of this very browser."""
    mine = await in_reader(identity.sittings_of, request)
    found = await in_reader(seats.sittings, [sitting]) if sitting in mine else []
    if not found:
        raise Trouble("no_sitting")
    return _shown(found[0])


async def seat_link(request: HttpRequest) -> dict[str, Any]:
    """POST /api/seat-link: a link seats its browser at once, without waiting."""
    link = read(request, Link).token
    mine = await in_reader(identity.sittings_of, request)
    try:
        sat = await seats.sit_by_link(the_door(), link, mine)
    except seats.SeatRefused as refused:
        raise by_the_law(refused.refusal) from None
    if sat is None:
        raise Trouble("dead_link")
    await in_writer(identity.keep_sitting, request, sat.id)
    return {"game": sat.game, "seat": sat.seat}


async def waiting_list(game: str) -> tuple[wire.Waiting, ...]:
    """Who waits at a game, for the facilitator's page."""
    return tuple(
        wire.Waiting(sat.id, sat.name, sat.wish, sat.created_at)
        for sat in await in_reader(seats.waiting, game)
    )


async def _game(request: HttpRequest, code: str) -> Game:
    browser, address = identity.browser_of(request), identity.address_of(request)
    codes.enter(browser, address, the_door().time.now())
    game = await in_reader(seats.game_of_code, code)
    if game is None:
        raise Trouble("no_code")
    codes.succeed(browser, address)
    return game


async def _wish(game: str, wish: str | None, mine: list[str]) -> str:
    """The seat asked for. One that somebody holds is shared by its link, not by its code."""
    if wish is None:
        return ""
    if wish not in {place.seat for place in await seats.places(the_door(), game)}:
        raise Trouble("unknown_seat")
    here = await in_reader(seats.sittings, mine)
    own = any(sat.game == game and sat.seat == wish for sat in here)
    if not own and (await in_reader(seats.held_by, game))[wish] > 0:
        raise Trouble("seat_taken")
    return wish


def _shown(sat: seats.Sat) -> dict[str, Any]:
    return {"state": sat.state, "game": sat.game, "seat": sat.seat}


look_view = endpoint(get=look)
join_view = endpoint(post=join)
sitting_view = endpoint(get=sitting)
seat_link_view = endpoint(post=seat_link)

registry.provide_waiting(waiting_list)
