"""Games made for a measurement, straight into a data folder that a server uses or will use.

`python -m tests.figures.made many-silences|ten-thousand` with UNDER_SILENCE_DATA set; prints
the game's id. A program of its own, so that the measured process and the test share no Django.
"""

from __future__ import annotations

import os
import secrets
import sys
import time
from typing import TYPE_CHECKING, Any

import django

if TYPE_CHECKING:
    from wargame.rules.entities import Seat
    from wargame.rules.moves import AnyMove, Stance
    from wargame.table.live import LiveGame

SILENCES = 200
LENGTH_MS = 200
COURTESY_MS = 50
EVENTS = 10_000
TAIL = 499
"""As many events behind the snapshot as there may ever be: the worst restart."""


def main() -> None:
    """Make the game that the command line names."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "wargame.settings"
    django.setup()
    made = {"many-silences": many_silences, "ten-thousand": ten_thousand}
    print(made[sys.argv[1]]())


def _opened(**rules: object) -> str:
    """A game of 32 allies with 200 incidents in one inject and one text for each."""
    import asyncio

    from django.contrib.auth.models import User

    from tests.table.room import same
    from wargame.clock.time import ProcessTime
    from wargame.library import load_scenario
    from wargame.rules.houserules import HouseRules
    from wargame.rules.scenario import Delivery, Inject, Scenario, Starter
    from wargame.table.door import Door
    from wargame.table.opening import open_game

    incidents = tuple(
        Delivery("public", "incident", same(f"Incident {n}"), same("It happened."))
        for n in range(SILENCES)
    )
    practice = load_scenario("practice")
    scenario = Scenario(
        id="figures",
        title=same("Figures"),
        date=practice.date,
        place=practice.place,
        summary=practice.summary,
        allies=practice.allies,
        briefs=practice.briefs,
        injects=(Inject("all", same("All"), incidents),),
        starters=(Starter("middle", same("A text"), (same("The Council is concerned."),) * 3),),
        turn_ms=3_600_000,
        house_rules=HouseRules(**rules),  # type: ignore[arg-type]
    )
    owner = User.objects.get().pk
    return asyncio.run(open_game(Door(ProcessTime()), scenario, owner))


def many_silences() -> str:
    """The automatic chair puts one short silence after another, as long as there are requests."""
    return _opened(
        opening_lead_ms=1,
        drafting_ms=1_000,
        silence_first_ms=LENGTH_MS,
        silence_later_ms=LENGTH_MS,
        courtesy_ms=COURTESY_MS,
    )


def ten_thousand() -> str:
    """A game with more than ten thousand events: positions, silences, breaks, new versions.

    Judged and appended as the door does it, in large batches; the snapshot lies as far back as
    it ever may.
    """
    from wargame.record.archive import load
    from wargame.table.live import LiveGame

    long = 36_000_000
    game = _opened(
        breaks_to_fall_back=None,
        silence_shortest_ms=1_000,
        drafting_ms=long,
        redrafting_ms=long,
    )
    live = LiveGame(load(game))
    _begin(live)
    version, kept = 1, False
    while live.number < EVENTS:
        for stance in ("reservation", "can_accept") * 3:
            _positions(live, version, stance)
        kept = kept or _kept(live)
        version = _broken(live, version)
    return game


def _kept(live: LiveGame) -> bool:
    from wargame.record.archive import keep_snapshot

    if live.number < EVENTS - TAIL:
        return False
    keep_snapshot(live.id, live.number, live.state, live.chains, live.master)
    return True


def _begin(live: LiveGame) -> None:
    from wargame.rules import moves

    seats = [place.seat for place in _places(live)]
    _work(live, [("facilitator", moves.SeatPeople(seat)) for seat in seats])
    text = tuple(moves.Paragraph(f"Paragraph {n}: the Council is concerned.") for n in range(8))
    first: list[tuple[str, AnyMove]] = [
        ("facilitator", moves.StartGame()),
        ("facilitator", moves.FireInject("all")),
        ("POL", moves.RequestConsultation(("incident/1",), "security")),
        ("facilitator", moves.OpenMeeting("consultation/1")),
        ("POL", moves.TableDraft("consultation/1", moves.Title("Statement"), text)),
    ]
    _work(live, first)


def _positions(live: LiveGame, version: int, stance: Stance) -> None:
    from wargame.rules.moves import StatePosition

    stated = StatePosition("draft/1", version, stance, "As instructed by the capital.")
    _work(live, [(place.seat, stated) for place in _places(live)])


def _broken(live: LiveGame, version: int) -> int:
    """A silence, a break, a next version; its number."""
    from wargame.rules import moves

    text = tuple(moves.Paragraph(f"Paragraph {n}, version {version + 1}.") for n in range(8))
    objection = moves.BreakSilence(f"silence/{version}", "legal_basis", (1, 2), "No basis.")
    round_: list[tuple[str, AnyMove]] = [
        ("facilitator", moves.PlaceUnderSilence("draft/1", version)),
        ("DEU", objection),
        ("TUR", objection),
        ("POL", moves.TableVersion("draft/1", version, text)),
    ]
    _work(live, round_)
    return version + 1


def _places(live: LiveGame) -> list[Seat]:
    from wargame.rules.entities import Seat

    return list(live.state.every(Seat, "public"))


def _work(live: LiveGame, moves: list[tuple[str, AnyMove]]) -> None:
    """One batch, ten seconds after the last one, eleven hours ago at first."""
    from wargame.record.append import append
    from wargame.rules.state import Actor
    from wargame.table.answers import Done
    from wargame.table.judging import Judging
    from wargame.table.live import Waiting

    now = max(live.last_at + 10_000, int(time.time() * 1000) - 40_000_000)
    never: Any = None
    batch = [
        Waiting(Actor(seat, live.holder(seat)), move, now, secrets.token_hex(8), never)
        for seat, move in moves
    ]
    judging = Judging(live, now)
    judging.work(batch)
    refused = [answer for _, answer in judging.answers if not isinstance(answer, Done)]
    assert not refused, refused
    append(judging.batch())
    judging.commit()


if __name__ == "__main__":
    main()
