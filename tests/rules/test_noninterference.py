"""Need to know (rules 2.2): nothing inside a compartment changes a byte sent to an outsider.

Two worlds get the same moves and differ in secrets alone. Everything that goes over the wire to
a reader outside those secrets has to be the same, byte for byte.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import cast

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.chances import (
    READERS,
    house_at_random,
    move_at_random,
    scenario_at_random,
    step_at_random,
)
from tests.rules.live import LiveTable
from tests.rules.table import BOTH, FACILITATOR, SECOND, SWARM, inject, objection, scenario, text
from wargame.realtime import encoding
from wargame.rules import facilitation
from wargame.rules.facts import Fact
from wargame.rules.houserules import HouseRules
from wargame.rules.lawbook import EFFECTS, At
from wargame.rules.moves import (
    AnyMove,
    AssociateWithBreak,
    BreakSilence,
    FireInject,
    OpenMeeting,
    PlaceUnderSilence,
    RequestConsultation,
    TableDraft,
    Title,
)
from wargame.rules.scenario import Delivery, Inject, Scenario
from wargame.rules.state import Actor, State, reading
from wargame.table.answers import Answer, Done
from wargame.table.judging import Judging

INSIDER = "POL"
MOVES = 80
Translate = Callable[[str, AnyMove], tuple[str, AnyMove]]
Wire = dict[str, list[bytes]]


class World:
    """One of the two: a game, and all that was sent to each outsider."""

    def __init__(self, plot: Scenario, seed: str, outsiders: tuple[str, ...]) -> None:
        self.table = LiveTable(plot, seed)
        self.sent: Wire = {seat: [] for seat in outsiders}
        self.table.started()
        self.show(0)

    def show(self, since: int) -> None:
        """Every event since, to everybody who reads its compartment."""
        for shown in self.table.shown[since:]:
            for seat, sent in self.sent.items():
                if self.table.live.reads(seat, shown.compartment):
                    sent.append(encoding.shown_message(shown)["text"])

    def play(self, seat: str, move: AnyMove, t: int, number: int) -> Answer:
        """A move, its answer to the mover, its events, and what everybody may do then."""
        since, move_id = len(self.table.shown), f"world-{number:06}"
        answer = self.table.play(seat, move, t, move_id)
        if seat in self.sent:
            readable = [n for n in getattr(answer, "numbers", ()) if self.table.live.reads(seat, n)]
            self.sent[seat].append(
                encoding.message(
                    encoding.done(move_id, answer, readable)
                    if isinstance(answer, Done)
                    else encoding.refused(move_id, answer.refusal)
                )["text"]
            )
        self.show(since)
        for reader, sent in self.sent.items():
            live = self.table.live
            may = live.may(reader, live.holder(reader), self.table.at(t).instant)
            sent.append(encoding.message(encoding.may(may))["text"])
            sent.append(encoding.message(encoding.view(live.rooms(reader)))["text"])
        return answer


def same(one: World, other: World) -> None:
    """Fail with the first reader and frame that differ."""
    for seat, sent in one.sent.items():
        for number, (here, there) in enumerate(zip(sent, other.sent[seat], strict=False)):
            assert here == there, f"{seat}, frame {number}"
        assert len(sent) == len(other.sent[seat]), seat


def secret_plot(plot: Scenario, word: str, cables: int) -> Scenario:
    """The scenario with other instructions, cables and plan for the insider."""
    told = tuple(
        Delivery(f"delegation/{INSIDER}", "cable", text(word * 9), text(word))
        for _ in range(cables)
    )
    plan: tuple[Inject, ...] = (
        msgspec.structs.replace(SWARM, deliveries=(*told, *SWARM.deliveries)),
        msgspec.structs.replace(SECOND, title=text(word), planned_ms=len(word)),
        inject(f"secret{word}", *told),
    )
    briefs = tuple(
        msgspec.structs.replace(b, brief=text(word), aims=b.aims * cables)
        if b.seat == INSIDER
        else b
        for b in plot.briefs
    )
    return msgspec.structs.replace(plot, briefs=briefs, injects=plan)


def hidden_house(chance: Random) -> HouseRules:
    """Breaks whose author and ground stay with the chair, in a game without a cap on them."""
    return msgspec.structs.replace(
        house_at_random(chance), break_author="chair", break_ground="chair", breaks_per_ally=None
    )


def run(seed: int, worlds: tuple[World, World], translate: Translate) -> None:
    """The same moves in both; `translate` says what the second world makes of one."""
    chance = Random(seed)
    t = 0
    for number in range(MOVES):
        t += step_at_random(chance)
        state = worlds[0].table.state
        now = reading(state.clock, worlds[0].table.at(t).instant)
        seat, move = move_at_random(chance, state, now)
        worlds[0].play(seat, move, t, number)
        worlds[1].play(*translate(seat, move), t, number)
    same(*worlds)


def unchanged(seat: str, move: AnyMove) -> tuple[str, AnyMove]:
    """The same move."""
    return seat, move


def other_reason(seat: str, move: AnyMove) -> tuple[str, AnyMove]:
    """A break on another ground, with other words, that nobody but the chair is told."""
    if isinstance(move, BreakSilence):
        secrets = {"ground": "resources", "reason": "r" * 99, "lift": "l", "proposed": "p"}
        return seat, msgspec.structs.replace(move, **secrets)
    if isinstance(move, AssociateWithBreak):
        return seat, msgspec.structs.replace(move, ground="resources", words="w" * 9)
    return seat, move


OUTSIDERS = tuple(r for r in READERS if r not in (INSIDER, FACILITATOR))
STRANGERS_TO_EARS = ("adviser", "adversary", "observer")
SEEDS = st.integers(min_value=0, max_value=2**40)
few = settings(max_examples=15)


@few
@given(SEEDS)
def test_instructions_cables_plans_and_the_seed_change_nothing_for_outsiders(seed: int) -> None:
    plot = scenario_at_random(Random(seed))
    worlds = (
        World(secret_plot(plot, "a", 1), "one", OUTSIDERS),
        World(secret_plot(plot, "bcd", 3), "one", OUTSIDERS),
    )
    run(seed, worlds, unchanged)


@few
@given(SEEDS)
def test_the_seed_of_chance_changes_its_sealed_hash_and_nothing_else(seed: int) -> None:
    plot = scenario_at_random(Random(seed))
    worlds = (World(plot, "one", OUTSIDERS), World(plot, "two", OUTSIDERS))
    for world in worlds:
        room = world.table.state.rooms["council"]
        assert room.pop("chance")
        world.sent = {seat: [] for seat in OUTSIDERS}
    run(seed, worlds, unchanged)


@few
@given(SEEDS)
def test_a_hidden_ground_changes_nothing_for_the_council(seed: int) -> None:
    plot = scenario_at_random(Random(seed))
    plot = msgspec.structs.replace(plot, house_rules=hidden_house(Random(seed)))
    # Each delegation may object, and knows its own words: only those with no ear compare.
    worlds = (World(plot, "s", STRANGERS_TO_EARS), World(plot, "s", STRANGERS_TO_EARS))
    run(seed, worlds, other_reason)


@few
@given(SEEDS)
def test_the_reasons_of_one_ally_change_nothing_for_the_others(seed: int) -> None:
    plot = scenario_at_random(Random(seed))
    plot = msgspec.structs.replace(plot, house_rules=hidden_house(Random(seed)))
    others = tuple(r for r in OUTSIDERS if r != "chair")
    worlds = (World(plot, "s", others), World(plot, "s", others))
    run(seed, worlds, lambda s, m: other_reason(s, m) if s == INSIDER else (s, m))


@few
@given(SEEDS)
def test_who_of_two_allies_broke_changes_nothing_for_the_others(seed: int) -> None:
    """In the second world every objection of the one is the other's, and the other way round."""
    plot = scenario_at_random(Random(seed))
    plot = msgspec.structs.replace(plot, house_rules=hidden_house(Random(seed)))
    swapped = {"DEU": "HUN", "HUN": "DEU"}
    others = tuple(r for r in OUTSIDERS if r not in ("chair", "DEU", "HUN"))

    def swap(seat: str, move: AnyMove) -> tuple[str, AnyMove]:
        objects = isinstance(move, BreakSilence | AssociateWithBreak)
        return (swapped.get(seat, seat), move) if objects else (seat, move)

    worlds = (World(plot, "s", others), World(plot, "s", others))
    run(seed, worlds, swap)


# Leaks that must be seen ------------------------------------------------------------------------


def one_counter(judging: Judging, fact: Fact, *rest: object) -> int:
    """Numbers its events through all compartments, as a naive log would."""
    enter(judging, fact, *rest)  # type: ignore[arg-type]
    return judging.number


enter = Judging._enter


def counted_through_all_rooms(state: State, delivery: Delivery, slot: int) -> str:
    """An id of the Council that knows how much lies in rooms that its readers do not read."""
    if delivery.to != "council":
        return numbered(state, delivery, slot)
    return f"{delivery.form}/{slot + sum(len(room) for room in state.rooms.values())}"


numbered = facilitation._numbered


def a_short_game(worlds: tuple[World, World]) -> None:
    """Injects, a request, a draft, a silence and a break by the insider."""
    moves: list[tuple[str, AnyMove]] = [
        (INSIDER, RequestConsultation(("incident/1",), "security")),
        (FACILITATOR, FireInject("second")),
        (FACILITATOR, OpenMeeting("consultation/1")),
        ("DEU", TableDraft("consultation/1", Title("Statement"), BOTH)),
        (FACILITATOR, PlaceUnderSilence("draft/1", 1)),
        (INSIDER, objection()),
    ]
    for number, (seat, move) in enumerate(moves):
        assert isinstance(worlds[0].play(seat, move, number, number), Done)
        assert isinstance(worlds[1].play(*other_reason(seat, move), number, number), Done)


def two_worlds() -> tuple[World, World]:
    """Two worlds that differ in every secret at once."""
    plot = scenario(HouseRules(break_author="chair", break_ground="chair"))
    others = tuple(r for r in OUTSIDERS if r != "chair")
    return (
        World(secret_plot(plot, "a", 1), "s", others),
        World(secret_plot(plot, "bcd", 3), "s", others),
    )


def test_two_worlds_with_other_secrets_look_the_same_from_outside() -> None:
    worlds = two_worlds()
    a_short_game(worlds)
    same(*worlds)


def test_a_counter_shared_between_compartments_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Judging, "_enter", one_counter)
    worlds = two_worlds()
    a_short_game(worlds)
    with pytest.raises(AssertionError, match="frame"):
        same(*worlds)


def test_ids_counted_through_all_rooms_are_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facilitation, "_numbered", counted_through_all_rooms)
    worlds = two_worlds()
    a_short_game(worlds)
    with pytest.raises(AssertionError, match="frame"):
        same(*worlds)


def test_a_reason_told_to_the_council_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    effects = EFFECTS[BreakSilence]

    def talkative(state: State, actor: Actor, move: BreakSilence, at: At) -> list[Fact]:
        facts = list(effects(state, actor, move, at))
        told = msgspec.structs.replace(facts[0].event, reason=move.reason)
        return [Fact(facts[0].compartment, told), *facts[1:]]

    monkeypatch.setitem(cast(dict[object, object], EFFECTS), BreakSilence, talkative)
    worlds = two_worlds()
    a_short_game(worlds)
    with pytest.raises(AssertionError, match="frame"):
        same(*worlds)
