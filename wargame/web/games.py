"""The facilitator's games: list, open, look at, admit, turn away, vacate, links."""

from __future__ import annotations

from typing import Any

import msgspec
from django.http import HttpRequest, HttpResponse

from wargame.library import LibraryError, list_scenarios, load_scenario
from wargame.models import Game
from wargame.realtime import registry
from wargame.realtime.admission import NotAdmittedError, admission
from wargame.record.threads import in_reader, in_writer
from wargame.rules.compartments import OBSERVER
from wargame.rules.scenario import Scenario, Text
from wargame.table import seats
from wargame.table.door import the_door
from wargame.table.opening import open_game
from wargame.web import addresses, casts
from wargame.web.api import endpoint, read
from wargame.web.identity import facilitator
from wargame.web.troubles import Trouble, by_the_law


class Choice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The scenario to open a game from."""

    scenario: str


class Admission(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whom to admit; nobody named means all who wait."""

    sittings: tuple[str, ...] = ()


class OneSitting(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whom to turn away."""

    sitting: str


class OneSeat(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which seat to vacate or to issue a link for."""

    seat: str


async def scenarios(request: HttpRequest) -> list[dict[str, Any]]:
    """GET /api/scenarios: what can be played."""
    await facilitator(request)
    return [
        {
            "id": head.name,
            "title": head.title,
            "date": head.date,
            "summary": head.summary,
            "content_flags": head.content_flags,
            "cast": head.cast,
        }
        for head in await in_reader(list_scenarios)
    ]


async def games(request: HttpRequest) -> list[dict[str, Any]]:
    """GET /api/games: the facilitator's games, newest first."""
    return await in_reader(_games_of, await facilitator(request))


async def new_game(request: HttpRequest) -> dict[str, Any]:
    """POST /api/games: open a game of a scenario."""
    owner = await facilitator(request)
    scenario = await in_reader(_scenario, read(request, Choice).scenario)
    game = await open_game(the_door(), scenario, owner)
    return {"id": game, "code": (await in_reader(Game.objects.get, pk=game)).code}


async def one_game(request: HttpRequest, game: str) -> dict[str, Any]:
    """GET /api/games/<id>: code and addresses of one game."""
    found = await _own(request, game)
    path = f"/j/{found.code}"
    return {
        "id": found.id,
        "code": found.code,
        "title": Text(found.title_en, found.title_fr),
        "join_url": addresses.best(request) + path,
        "addresses": [origin + path for origin in addresses.all_of()],
        "status": found.status,
    }


async def admit(request: HttpRequest, game: str) -> dict[str, Any]:
    """POST /api/games/<id>/admit: one tap for all who wait, or for those named."""
    found = await _own(request, game)
    asked = read(request, Admission)
    cast = await in_reader(casts.cast_of, found.scenario)
    try:
        admitted = await seats.admit(the_door(), found.id, asked.sittings, cast)
    except seats.SeatRefused as refused:
        raise by_the_law(refused.refusal) from None
    finally:
        registry.waiting_changed(found.id)
    return {"admitted": admitted}


async def turn_away(request: HttpRequest, game: str) -> dict[str, Any]:
    """POST /api/games/<id>/turn-away: somebody who waits is refused."""
    found = await _own(request, game)
    if not await in_writer(seats.turn_away, found.id, read(request, OneSitting).sitting):
        raise Trouble("no_sitting")
    registry.waiting_changed(found.id)
    return {}


async def vacate(request: HttpRequest, game: str) -> dict[str, Any]:
    """POST /api/games/<id>/vacate: the seat is absent, its people and its link are out."""
    found = await _own(request, game)
    seat = await _seat_of(found.id, read(request, OneSeat).seat)
    try:
        await seats.vacate(the_door(), found.id, seat)
    except seats.SeatRefused as refused:
        raise by_the_law(refused.refusal) from None
    finally:
        registry.revoke(found.id, seat)
    return {}


async def link(request: HttpRequest, game: str) -> dict[str, Any]:
    """POST /api/games/<id>/link: a new link for the seat; the former one is dead."""
    found = await _own(request, game)
    seat = await _seat_of(found.id, read(request, OneSeat).seat)
    token = await in_writer(seats.issue_link, found.id, seat)
    if token is None:
        raise Trouble("unknown_seat")
    url = f"{addresses.best(request)}/seat#{token}"
    return {"url": url, "qr": addresses.qr(url, f"{seat} – {found.code}")}


async def qr(request: HttpRequest, game: str) -> HttpResponse:
    """GET /api/games/<id>/qr.svg: the join address as a picture."""
    found = await _own(request, game)
    url = f"{addresses.best(request)}/j/{found.code}"
    return HttpResponse(addresses.qr(url, url), content_type="image/svg+xml")


async def wall(request: HttpRequest, game: str) -> dict[str, Any]:
    """GET /api/games/<id>/wall: code, address and picture that the wall shows to the room."""
    key = request.session.session_key or ""
    try:
        await in_reader(admission, key, game, OBSERVER)
    except NotAdmittedError:
        await facilitator(request)
        raise Trouble("no_game") from None
    found = await in_reader(Game.objects.get, pk=game)
    url = f"{addresses.best(request)}/j/{found.code}"
    return {"code": found.code, "join_url": url, "qr": addresses.qr(url, url)}


async def _own(request: HttpRequest, game: str) -> Game:
    """The game if the facilitator who asks opened it.

    Another's game and none at all are one and the same: Trouble `no_game`.
    """
    owner = await facilitator(request)
    found = await in_reader(lambda: Game.objects.filter(pk=game, owner_id=owner).first())
    if found is None:
        raise Trouble("no_game")
    return found


async def _seat_of(game: str, seat: str) -> str:
    if seat == OBSERVER:
        return seat
    if seat not in {place.seat for place in await seats.places(the_door(), game)}:
        raise Trouble("unknown_seat")
    return seat


def _games_of(owner: int) -> list[dict[str, Any]]:
    return [
        {
            "id": game.id,
            "title": Text(game.title_en, game.title_fr),
            "status": game.status,
            "code": game.code,
            "created_at": game.created_at,
            "seats_held": len(seats.held_by(game.id)),
        }
        for game in Game.objects.filter(owner_id=owner).order_by("-created_at", "id")
    ]


def _scenario(name: str) -> Scenario:
    try:
        return load_scenario(name)
    except LibraryError:
        raise Trouble("unknown_scenario") from None


scenarios_view = endpoint(get=scenarios)
games_view = endpoint(get=games, post=new_game)
one_game_view = endpoint(get=one_game)
admit_view = endpoint(post=admit)
turn_away_view = endpoint(post=turn_away)
vacate_view = endpoint(post=vacate)
link_view = endpoint(post=link)
qr_view = endpoint(get=qr)
wall_view = endpoint(get=wall)
