"""Random games: one source of plausible and implausible moves for every seat.

A game is a function of its seed, so that a failure names the seed that shows it.
"""

from __future__ import annotations

from random import Random
from typing import Literal

from tests.rules.table import ALLIES, FACILITATOR, scenario
from wargame.rules.entities import Consultation, Draft, Silence
from wargame.rules.houserules import HouseRules
from wargame.rules.moves import (
    AnyMove,
    AskExtension,
    AssociateWithBreak,
    BreakGround,
    BreakSilence,
    CosponsorDraft,
    EndGame,
    EndTurn,
    ExtendSilence,
    FireInject,
    Ground,
    InjectIncident,
    JoinRequest,
    OpenMeeting,
    Paragraph,
    PauseGame,
    PlaceUnderSilence,
    RequestConsultation,
    ResumeGame,
    SeatPeople,
    Stance,
    StartGame,
    StatePosition,
    TableDraft,
    TableVersion,
    Title,
    VacateSeat,
    WithdrawDraft,
    WithdrawRequest,
    WithdrawSilence,
)
from wargame.rules.scenario import Scenario, Text
from wargame.rules.state import State

READERS = (*ALLIES, FACILITATOR, "chair", "adviser", "adversary", "observer")
STRANGERS = ("FRA", "observer", "adversary", "adviser")
STEPS_MS = (0, 0, 0, 1, 2, 50, 499, 500, 501, 1_000, 1_000, 2_000, 4_000, 9_000)
WORDS = ("We met.", "We condemn.", "We regret.", "We watch.", "We consult.")
_GROUND: Ground = "security"
_BREAK_GROUNDS: tuple[BreakGround, ...] = ("legal_basis", "escalation", "premature_timing")
_STANCES: tuple[Stance, ...] = ("support", "support", "can_accept", "reservation")


def house_at_random(chance: Random) -> HouseRules:
    """House rules with short lengths, so that a short game sees everything."""
    who: tuple[Literal["council", "chair", "leak"], ...] = ("council", "chair", "leak")
    ground: tuple[Literal["council", "chair"], ...] = ("council", "chair")
    return HouseRules(
        courtesy_ms=chance.choice((0, 500, 2_000)),
        opening_lead_ms=10_000,
        drafting_ms=15_000,
        redrafting_ms=10_000,
        silence_first_ms=30_000,
        silence_later_ms=20_000,
        silence_shortest_ms=5_000,
        silences_at_once=chance.choice((1, 1, 2, 3)),
        extensions_per_silence=chance.choice((0, 1, 2)),
        association_ms=chance.choice((0, 5_000)),
        break_author=chance.choice(who),
        break_ground=chance.choice(ground),
        break_leak_after_ms=7_000,
        break_public_after_ms=chance.choice((None, 9_000)),
        breaks_to_fall_back=chance.choice((None, 1, 2)),
        breaks_per_ally=chance.choice((None, None, 1)),
        adopted_text_public=chance.random() < 0.7,
        facilitator_ends_turns=chance.random() < 0.5,
        gallery_inside=chance.random() < 0.5,
    )


def scenario_at_random(chance: Random) -> Scenario:
    """The small crisis with short turns, with or without a middle text."""
    middle = chance.random() < 0.4
    return scenario(
        house_at_random(chance), middle=middle, turn_ms=chance.choice((60_000, 300_000))
    )


def step_at_random(chance: Random) -> int:
    """How long nothing happens, in ms."""
    return chance.choice(STEPS_MS)


def move_at_random(chance: Random, state: State, now: int) -> tuple[str, AnyMove]:
    """Somebody's next move at the reading `now`; now and then a seat's that it is not for."""
    roll = chance.random()
    stopped = state.clock.stopped in ("paused", "outage")
    seat: str
    move: AnyMove
    if stopped and roll < 0.4:
        seat, move = FACILITATOR, ResumeGame()
    elif _in_courtesy(state, now) and roll < 0.3:
        seat, move = FACILITATOR, PauseGame("Just now")
    elif roll < 0.12:
        seat, move = FACILITATOR, _facilitators(chance, state)
    elif roll < 0.3:
        seat, move = chance.choice((FACILITATOR, "chair")), _chairs(chance, state)
    else:
        seat, move = chance.choice(ALLIES), _delegations(chance, state)
        if isinstance(move, TableVersion | WithdrawDraft) and chance.random() < 0.8:
            found = state.draft(move.draft)
            seat = found.sponsor if found and found.sponsor in ALLIES else seat
    if chance.random() < 0.04:
        seat = chance.choice((*STRANGERS, *ALLIES))
    return seat, move


def _in_courtesy(state: State, now: int) -> bool:
    return any(s.deadline_ms < now <= s.closes_ms for s in state.running_silences())


def _one(chance: Random, found: list[str], otherwise: str) -> str:
    return chance.choice(found) if found and chance.random() < 0.93 else otherwise


def _consultation(chance: Random, state: State) -> str:
    found = [c.id for c in state.every(Consultation, "council")]
    return _one(chance, found[-3:], "consultation/99")


def _draft(chance: Random, state: State) -> Draft:
    found = list(state.every(Draft, "council"))
    if found and chance.random() < 0.95:
        return chance.choice(found[-3:])
    return Draft("draft/99", "consultation/1", "POL", (), Title(), "on_table", 1)


def _silence(chance: Random, state: State) -> str:
    found = [s.id for s in state.every(Silence, "council")]
    return _one(chance, found[-2:], "silence/99")


def _paragraphs(chance: Random) -> tuple[Paragraph, ...]:
    words = [chance.choice(WORDS) for _ in range(chance.randint(1, 3))]
    if chance.random() < 0.03:
        words.append(" ")
    return tuple(Paragraph(w) for w in words)


def _version(chance: Random, draft: Draft) -> int:
    return draft.version if chance.random() < 0.9 else draft.version - 1


def _delegations(chance: Random, state: State) -> AnyMove:
    draft = _draft(chance, state)
    silence = _silence(chance, state)
    words = f"words {chance.randint(0, 9)}"
    moves: list[AnyMove] = [
        RequestConsultation((f"incident/{chance.choice('112299')}",), _GROUND, words),
        JoinRequest(_consultation(chance, state), _GROUND, words),
        WithdrawRequest(_consultation(chance, state)),
        TableDraft(_consultation(chance, state), Title("Statement"), _paragraphs(chance)),
        TableVersion(draft.id, _version(chance, draft), _paragraphs(chance)),
        WithdrawDraft(draft.id),
        CosponsorDraft(draft.id),
        StatePosition(draft.id, _version(chance, draft), chance.choice(_STANCES), words),
        BreakSilence(silence, chance.choice(_BREAK_GROUNDS), _objected(chance), words),
        AssociateWithBreak(silence, chance.choice(_BREAK_GROUNDS), words),
        AskExtension(silence, words),
    ]
    weights = (2, 2, 0.5, 3, 4, 0.5, 1.5, 4, 5, 2.5, 1.5)
    return chance.choices(moves, weights)[0]


def _objected(chance: Random) -> tuple[int, ...]:
    return tuple(chance.choice((1, 1, 2, 2, 3, 9)) for _ in range(chance.choice((0, 1, 1, 2))))


def _chairs(chance: Random, state: State) -> AnyMove:
    draft, silence = _draft(chance, state), _silence(chance, state)
    length = chance.choice((None, 4_999, 5_000, 25_000))
    return chance.choice(
        (
            OpenMeeting(_consultation(chance, state)),
            PlaceUnderSilence(draft.id, _version(chance, draft), length, "It is late"),
            PlaceUnderSilence(draft.id, draft.version),
            PlaceUnderSilence(draft.id, draft.version),
            ExtendSilence(silence, chance.choice((1, 5_000))),
            WithdrawSilence(silence),
        )
    )


def _facilitators(chance: Random, state: State) -> AnyMove:
    seat = chance.choice((*ALLIES, "FRA"))
    moves: list[AnyMove] = [
        StartGame(),
        PauseGame("Coffee"),
        ResumeGame(),
        FireInject(chance.choice(("swarm", "second", "none"))),
        InjectIncident(Text("New", "Neuf"), Text("", ""), (seat,)),
        EndTurn(chance.random() < 0.5),
        EndGame(),
        SeatPeople(seat),
        VacateSeat(seat),
    ]
    return chance.choices(moves, (0.2, 2, 1, 2, 1, 0.4, 0.02, 1, 0.5))[0]
