"""Opening a game: its keys, its first events, and a join code nobody else has."""

from __future__ import annotations

import secrets

from django.db import IntegrityError, transaction

from wargame.library import scenario_sha256
from wargame.models import Game, Seat
from wargame.record.append import Batch, append
from wargame.record.archive import Loaded, load
from wargame.record.threads import in_writer
from wargame.rules.compartments import FACILITATOR
from wargame.rules.facts import Fact
from wargame.rules.opening import open_game as first_facts
from wargame.rules.scenario import Scenario
from wargame.rules.state import Actor
from wargame.table.door import Door
from wargame.table.judging import Judging
from wargame.table.live import LiveGame
from wargame.table.seats import CODE_SIGNS

TRIES = 20


async def open_game(door: Door, scenario: Scenario, owner: int) -> str:
    """Open a game from a scenario for the facilitator `owner`; its id.

    The first events and the keys of the seats are written in one transaction.
    """
    facts = first_facts(scenario, scenario_sha256(scenario), secrets.token_hex(16))
    game = await in_writer(_write, scenario, owner, facts, door.time.now())
    await door.enter(game)
    return game


def _write(scenario: Scenario, owner: int, facts: tuple[Fact, ...], now: int) -> str:
    with transaction.atomic():
        game = _new_game(scenario, owner, now)
        Seat.objects.bulk_create(Seat(game=game, code=ally.seat) for ally in scenario.allies)
        append(_first_batch(load(game.id), facts, now))
    return game.id


def _first_batch(loaded: Loaded, facts: tuple[Fact, ...], now: int) -> Batch:
    judging = Judging(LiveGame(loaded), now)
    judging.take_first(facts, Actor(FACILITATOR), now)
    return judging.batch()


def _new_game(scenario: Scenario, owner: int, now: int) -> Game:
    for _ in range(TRIES):
        code = "".join(secrets.choice(CODE_SIGNS) for _ in range(6))
        try:
            with transaction.atomic():
                return Game.objects.create(
                    code=code,
                    owner_id=owner,
                    scenario=scenario.id,
                    title_en=scenario.title.en,
                    title_fr=scenario.title.fr,
                    created_at=now,
                )
        except IntegrityError:
            continue
    raise RuntimeError("no free join code was found")
