"""The first events of a game: law, seats, instructions, plan, sealed chance (rules 8)."""

from __future__ import annotations

from hashlib import sha256

from wargame.rules.compartments import COUNCIL, PUBLIC, WHITE, delegation
from wargame.rules.entities import (
    Chance,
    Clock,
    Game,
    Instructions,
    PlannedInject,
    SealedChance,
    Seat,
    Turn,
    Wordings,
)
from wargame.rules.events import (
    ChanceSealed,
    GameOpened,
    InstructionsGiven,
    PlanLaid,
    SeedDrawn,
    TurnOpened,
    WordingsLaid,
)
from wargame.rules.facts import Fact
from wargame.rules.lawbook import evolves, laid
from wargame.rules.scenario import Scenario
from wargame.rules.state import LAW, Room, State

EMPTY = State({})


def open_game(scenario: Scenario, scenario_sha256: str, seed: str) -> tuple[Fact, ...]:
    """The facts a game begins with. `seed` is drawn by the caller: the law knows no dice."""
    game = Game(
        scenario=scenario.id,
        title=scenario.title,
        date=scenario.date,
        place=scenario.place,
        summary=scenario.summary,
        law=LAW,
        house_rules=scenario.house_rules,
        status="waiting",
        content_flags=scenario.content_flags,
    )
    seats = tuple(Seat(a.seat, a.name, "absent", 0) for a in scenario.allies)
    planned = tuple(
        PlannedInject(i.id, i.title, i.deliveries, i.planned_ms) for i in scenario.injects
    )
    briefs = (
        Fact(
            delegation(b.seat),
            InstructionsGiven(Instructions(b.seat, b.brief, b.aims, b.red_lines, b.basis)),
        )
        for b in scenario.briefs
    )
    return (
        Fact(PUBLIC, GameOpened(game, seats, scenario_sha256)),
        Fact(COUNCIL, TurnOpened(1, 0, scenario.turn_ms)),
        Fact(COUNCIL, WordingsLaid(scenario.starters)),
        Fact(COUNCIL, ChanceSealed(sha256(seed.encode()).hexdigest())),
        *briefs,
        Fact(WHITE, SeedDrawn(seed)),
        Fact(WHITE, PlanLaid(planned)),
    )


@evolves(GameOpened)
def _game_opened(room: Room, event: GameOpened) -> Room:
    seats = ((f"seat/{seat.seat}", seat) for seat in event.seats)
    return laid(
        room,
        ("game", event.game),
        ("clock", Clock(running=False, reading_ms=0, anchor_at=0)),
        *seats,
    )


@evolves(TurnOpened)
def _turn_opened(room: Room, event: TurnOpened) -> Room:
    length = event.planned_end_ms - event.at_ms
    turn = Turn(event.number, event.at_ms, event.planned_end_ms, length_ms=length)
    return laid(room, ("turn", turn))


@evolves(WordingsLaid)
def _wordings_laid(room: Room, event: WordingsLaid) -> Room:
    return laid(room, ("wordings", Wordings(event.starters)))


@evolves(ChanceSealed)
def _chance_sealed(room: Room, event: ChanceSealed) -> Room:
    return laid(room, ("chance", SealedChance(event.sha256)))


@evolves(SeedDrawn)
def _seed_drawn(room: Room, event: SeedDrawn) -> Room:
    return laid(room, ("chance", Chance(event.seed)))


@evolves(PlanLaid)
def _plan_laid(room: Room, event: PlanLaid) -> Room:
    return laid(room, *((f"inject/{i.id}", i) for i in event.injects))


@evolves(InstructionsGiven)
def _instructions_given(room: Room, event: InstructionsGiven) -> Room:
    return laid(room, ("instructions", event.instructions))
