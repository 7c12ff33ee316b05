"""Who sits where (rules 1): sittings, links, admission and leaving.

Names and browsers are kept here and never reach the record; what the record learns is that
a seat is held by people or absent. Functions that are not `async` use the database and run in
a reader's or the writer's thread.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import secrets
from collections import Counter
from collections.abc import Iterable, Sequence
from weakref import WeakValueDictionary

import msgspec
from django.db import transaction
from django.db.models import F

from wargame.models import Game, Seat, Sitting
from wargame.record.threads import in_reader, in_writer
from wargame.rules import entities
from wargame.rules.compartments import FACILITATOR, OBSERVER, PUBLIC
from wargame.rules.moves import FacilitatorMove, SeatPeople, VacateSeat
from wargame.rules.refusals import Refusal
from wargame.rules.scenario import Text
from wargame.rules.state import Actor
from wargame.table.answers import Refused
from wargame.table.door import Door

CODE_SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Signs of a join code: none that is read as another (no I, L, O, 0, 1)."""


class Sat(msgspec.Struct, frozen=True):
    """A sitting as its browser and the facilitator may know it."""

    id: str
    game: str
    title: Text
    seat: str | None
    state: str
    name: str
    wish: str | None
    created_at: int


class Admitted(msgspec.Struct, frozen=True):
    """Somebody got a seat."""

    sitting: str
    seat: str


class SeatRefused(Exception):
    """The law refused to seat or vacate; the refusal has the sentence."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.code)
        self.refusal = refusal


# What browsers hold ---------------------------------------------------------------------


def game_of_code(code: str) -> Game | None:
    """The game that this join code opens: spaces and case do not matter; ended ones are gone."""
    wanted = "".join(code.upper().split())
    if len(wanted) != 6 or not set(wanted) <= set(CODE_SIGNS):
        return None
    return Game.objects.filter(code=wanted).exclude(status="ended").first()


def sittings(ids: Iterable[str]) -> list[Sat]:
    """The sittings of these ids that still exist, in the order given."""
    rows = Sitting.objects.filter(id__in=list(ids)).select_related("game")
    found = {row.id: row for row in rows}
    revocations = _revocations({row.game_id for row in found.values()})
    return [_sat(found[each], revocations) for each in ids if each in found]


def waiting(game: str) -> list[Sat]:
    """Who asks for a seat of this game, in order of arrival."""
    rows = Sitting.objects.filter(game_id=game, state="waiting").select_related("game")
    return [_sat(row, {}) for row in rows.order_by("created_at", "id")]


def held_by(game: str) -> Counter[str]:
    """Seat to the number of browsers that hold it now. A wall holds none."""
    revocations = _revocations([game])
    seated = Sitting.objects.filter(game_id=game, state="seated").exclude(seat=OBSERVER)
    rows = seated.values_list("seat", "revocation")
    return Counter(seat for seat, at in rows if revocations.get((game, seat)) == at)


def ask(game: str, name: str, wish: str, at: int, mine: Sequence[str]) -> Sat:
    """Ask for a seat at `at` (UTC ms). A browser asks once: asking again changes its words.

    `mine` are the sittings of this browser; if one of them is seated here, that one is it.
    """
    for sat in reversed(sittings(mine)):
        if sat.game == game and sat.state in ("waiting", "seated"):
            Sitting.objects.filter(id=sat.id, state="waiting").update(name=name, wish=wish)
            return sittings([sat.id])[0]
    row = Sitting.objects.create(game_id=game, name=name, wish=wish, created_at=at)
    return sittings([row.id])[0]


def turn_away(game: str, sitting: str) -> bool:
    """Refuse somebody who waits; False if nobody of this id does."""
    waits = Sitting.objects.filter(game_id=game, id=sitting, state="waiting")
    return waits.update(state="turned_away") > 0


# Links ----------------------------------------------------------------------------------


def issue_link(game: str, seat: str) -> str | None:
    """A new token for the seat's link (128 bit, shown once); the former link is dead.

    None if the game has no such seat. Who sits there already stays. The observer's key, which
    opens the wall, is made when it is first asked for.
    """
    if seat == OBSERVER:
        Seat.objects.get_or_create(game_id=game, code=OBSERVER)
    token = secrets.token_urlsafe(16)
    changed = Seat.objects.filter(game_id=game, code=seat).update(link_sha256=_digest(token))
    return f"{game}.{token}" if changed else None


def seat_of_link(link: str) -> tuple[str, str] | None:
    """Game and seat that a link's `<game>.<token>` opens, or None."""
    game, dot, token = link.partition(".")
    if not dot or not token or len(link) > 200:
        return None
    wanted = _digest(token)
    rows = Seat.objects.filter(game_id=game).exclude(game__status="ended")
    opened = None
    # All are compared, and each in constant time: how long it took tells nothing.
    for code, known in rows.values_list("code", "link_sha256"):
        if known and hmac.compare_digest(known, wanted):
            opened = code
    return (game, opened) if opened else None


# Seating --------------------------------------------------------------------------------


async def admit(
    door: Door, game: str, wanted: Sequence[str], cast: Sequence[str]
) -> list[Admitted]:
    """Give seats to these sittings, or to all who wait if none is named.

    Each gets its wish if nobody sits there, else the first free seat of the cast, else any;
    when every seat has somebody, the one with the fewest people. Raises SeatRefused.
    """
    async with _one_at_a_time(game):
        waits = await in_reader(waiting, game)
        chosen = [sat for sat in waits if not wanted or sat.id in wanted]
        held = await in_reader(held_by, game)
        order = _order([place.seat for place in await places(door, game)], cast)
        admitted = assign(chosen, held, order)
        for each in admitted:
            await _hold(door, game, each.seat)
            await in_writer(_seat, game, each)
    return admitted


def assign(chosen: Sequence[Sat], held: Counter[str], order: Sequence[str]) -> list[Admitted]:
    """Who gets which seat. `order`: all seats, the scenario's cast first. Pure.

    Wishes are met before anybody gets a seat by order, so that none is taken from under one.
    """
    people = Counter(held)
    given: dict[str, str] = {}
    for sat in chosen:
        if sat.wish in order and not people[sat.wish or ""]:
            given[sat.id] = sat.wish or ""
            people[given[sat.id]] += 1
    for sat in chosen:
        if sat.id not in given and order:
            given[sat.id] = min(order, key=lambda seat: people[seat])
            people[given[sat.id]] += 1
    return [Admitted(sat.id, given[sat.id]) for sat in chosen if sat.id in given]


async def sit_by_link(door: Door, link: str, mine: Sequence[str]) -> Sat | None:
    """Seat a browser that holds a seat's link; None if the link opens nothing.

    Raises SeatRefused.
    """
    async with _one_at_a_time(link.partition(".")[0]):
        opened = await in_reader(seat_of_link, link)
        if opened is None:
            return None
        if opened[1] != OBSERVER:
            await _hold(door, *opened)
        return await in_writer(_seat_browser, *opened, door.time.now(), mine)


async def vacate(door: Door, game: str, seat: str) -> None:
    """Make the seat absent. Its people's sittings and its link are dead from the first step.

    An observer holds no place at the table: there the law has nothing to hear.
    """
    async with _one_at_a_time(game):
        await in_writer(_revoke, game, seat)
        if seat != OBSERVER:
            await _move(door, game, VacateSeat(seat=seat))


async def places(door: Door, game: str) -> list[entities.Seat]:
    """The places at the table of a game, as everybody sees them. Raises NoSuchGame."""
    live = await door.enter(game)
    return list(live.state.every(entities.Seat, PUBLIC))


async def _hold(door: Door, game: str, seat: str) -> None:
    """Make the seat held by people. Further people at a held seat change nothing (rules 1.4)."""
    if not any(place.seat == seat and place.held == "people" for place in await places(door, game)):
        await _move(door, game, SeatPeople(seat=seat))


async def _move(door: Door, game: str, move: FacilitatorMove) -> None:
    live = await door.enter(game)
    actor = Actor(FACILITATOR, live.holder(FACILITATOR))
    answer = await door.play(game, actor, move, door.time.now(), secrets.token_urlsafe(16))
    if isinstance(answer, Refused) and answer.refusal.code != "seat_already_so":
        raise SeatRefused(answer.refusal)


def _order(there: Sequence[str], cast: Sequence[str]) -> list[str]:
    first = [seat for seat in cast if seat in there]
    return [*first, *(seat for seat in there if seat not in first)]


def _seat(game: str, given: Admitted) -> None:
    waits = Sitting.objects.filter(game_id=game, id=given.sitting, state="waiting")
    waits.update(state="seated", seat=given.seat, revocation=_revocation(game, given.seat))


def _seat_browser(game: str, seat: str, at: int, mine: Sequence[str]) -> Sat:
    # One that sits there already keeps its sitting: the link is opened at every return.
    for sat in reversed(sittings(mine)):
        if (sat.game, sat.seat, sat.state) == (game, seat, "seated"):
            return sat
    row = Sitting.objects.create(
        game_id=game, seat=seat, state="seated", created_at=at, revocation=_revocation(game, seat)
    )
    return sittings([row.id])[0]


def _revoke(game: str, seat: str) -> None:
    with transaction.atomic():
        Seat.objects.filter(game_id=game, code=seat).update(
            revocation=F("revocation") + 1, link_sha256=""
        )
        Sitting.objects.filter(game_id=game, seat=seat, state="seated").update(state="revoked")


def _revocation(game: str, seat: str) -> int:
    return _revocations([game]).get((game, seat), 0)


def _revocations(games: Iterable[str]) -> dict[tuple[str, str], int]:
    rows = Seat.objects.filter(game_id__in=list(games))
    return {
        (game, code): at for game, code, at in rows.values_list("game_id", "code", "revocation")
    }


def _sat(row: Sitting, revocations: dict[tuple[str, str], int]) -> Sat:
    current = revocations.get((row.game_id, row.seat), 0)
    dead = row.state == "seated" and row.revocation != current
    return Sat(
        id=row.id,
        game=row.game_id,
        title=Text(row.game.title_en, row.game.title_fr),
        seat=row.seat or None,
        state="revoked" if dead else row.state,
        name=row.name,
        wish=row.wish or None,
        created_at=row.created_at,
    )


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


# Two admissions of one game at once would give one seat twice.
_locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()


def _one_at_a_time(game: str) -> asyncio.Lock:
    lock = _locks.get(game)
    if lock is None:
        lock = _locks[game] = asyncio.Lock()
    return lock
