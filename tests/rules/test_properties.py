"""What holds in every game, tried on random ones."""

from __future__ import annotations

import os
from random import Random
from typing import get_args

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import Evidence
from tests.rules.chances import READERS, move_at_random, scenario_at_random, step_at_random
from tests.rules.live import LiveTable, round_trip
from wargame.realtime import encoding
from wargame.realtime.wire import View
from wargame.rules import law, lawbook
from wargame.rules.events import AnyEvent
from wargame.rules.moves import BreakSilence
from wargame.rules.opening import EMPTY
from wargame.rules.state import view
from wargame.table.answers import Done

SEEDS = st.integers(min_value=0, max_value=2**40)
MOVES = 120
few = settings(max_examples=25)


class RandomGame:
    """A live table that somebody plays at by chance."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        self.t = 0
        self.table = LiveTable(scenario_at_random(self.chance)).started()

    def step(self) -> None:
        """Time passes, and somebody moves."""
        self.t += step_at_random(self.chance)
        now = self.table.at(self.t).reading_ms
        seat, move = move_at_random(self.chance, self.table.state, now)
        self.table.play(seat, move, self.t)

    def run(self, moves: int = MOVES) -> LiveTable:
        """So many steps."""
        for _ in range(moves):
            self.step()
        return self.table


@few
@given(SEEDS)
def test_a_replay_of_the_record_gives_the_live_state(seed: int) -> None:
    table = RandomGame(seed).run()
    assert law.replay(EMPTY, table.facts()) == table.state


@few
@given(SEEDS)
def test_a_snapshot_gives_the_state_it_was_taken_of(seed: int) -> None:
    table = RandomGame(seed).run()
    assert round_trip(table.state) == table.state


@few
@given(SEEDS)
def test_a_replay_from_a_snapshot_goes_on_as_if_nothing_had_been(seed: int) -> None:
    game = RandomGame(seed)
    game.run(MOVES // 2)
    stored, number = round_trip(game.table.state), len(game.table.entries)
    game.run(MOVES // 2)
    assert law.replay(stored, game.table.facts()[number:]) == game.table.state


Json = dict[str, dict[str, object]]


def fresh(table: LiveTable, seat: str) -> Json:
    """A fresh view as it comes over the wire."""
    message = encoding.view(table.live.rooms(seat))
    rooms = msgspec.json.decode(msgspec.json.encode(message))["rooms"]
    return {name: room["entities"] for name, room in rooms.items()}


def caught_up(table: LiveTable, seat: str, stale: Json, heads: dict[str, int]) -> Json:
    """A stale view after the frames it had missed."""
    missed = table.live.missed(seat, heads)
    assert missed is not None
    rooms = {name: dict(room) for name, room in stale.items()}
    for shown in missed:
        frame = msgspec.json.decode(encoding.shown_message(shown)["text"])
        room = rooms.setdefault(frame["compartment"], {})
        assert frame["number"] == heads.get(frame["compartment"], 0) + 1
        heads[frame["compartment"]] = frame["number"]
        for key, entity in frame["entities"].items():
            room.pop(key, None) if entity is None else room.__setitem__(key, entity)
    return rooms


@few
@given(SEEDS)
def test_a_stale_view_and_the_frames_since_give_a_fresh_view(seed: int) -> None:
    game = RandomGame(seed)
    table = game.table
    held = {seat: fresh(table, seat) for seat in READERS}
    heads = {
        seat: {name: number for name, (number, _) in table.live.rooms(seat).items()}
        for seat in READERS
    }
    for _ in range(MOVES):
        game.step()
        for seat in READERS:
            held[seat] = caught_up(table, seat, held[seat], heads[seat])
            assert held[seat] == fresh(table, seat), seat


def test_a_view_over_the_wire_is_the_view_that_the_judge_has() -> None:
    table = RandomGame(7).run()
    for seat in READERS:
        seen = view(table.state, seat).rooms
        message = encoding.view(table.live.rooms(seat))
        back = msgspec.json.decode(msgspec.json.encode(message), type=View)
        assert {name: room.entities for name, room in back.rooms.items()} == seen


@few
@given(SEEDS)
def test_an_event_changes_its_own_compartment_and_no_other(seed: int) -> None:
    table = RandomGame(seed).run()
    state = EMPTY
    for fact in table.facts():
        before, state = state, law.evolve(state, fact)
        for name, room in before.rooms.items():
            assert name == fact.compartment or state.rooms[name] is room


@few
@given(SEEDS)
def test_what_the_judge_takes_the_list_of_possible_moves_had_promised(seed: int) -> None:
    """But for a break that follows another: it is taken as standing beside it (C-082)."""
    game = RandomGame(seed)
    table = game.table
    for _ in range(MOVES):
        game.t += step_at_random(game.chance)
        table.tick(game.t)
        now = table.at(game.t).reading_ms
        seat, move = move_at_random(game.chance, table.state, now)
        promised = dict(table.live.may(seat, table.live.holder(seat), table.at(game.t).instant))
        behind = isinstance(move, BreakSilence) and not table.state.running_silences()
        broken = isinstance(move, BreakSilence) and table.state.silence(move.silence)
        behind = behind or bool(broken and broken.broken)
        if isinstance(table.play(seat, move, game.t), Done) and not behind:
            assert promised[lawbook.kind_of(move)] is None, (seat, move)


@few
@given(SEEDS)
def test_equal_views_get_equal_refusals_and_equal_possibilities(seed: int) -> None:
    """The law judges a view: what lies outside it may be taken away without a trace."""
    game = RandomGame(seed)
    game.run(MOVES // 2)
    table = game.table
    for _ in range(20):
        game.t += step_at_random(game.chance)
        table.tick(game.t)
        now = table.at(game.t).reading_ms
        seat, move = move_at_random(game.chance, table.state, now)
        at, actor = table.at(game.t), table.actor(seat)
        seen = view(table.state, seat)
        assert law.may(seen, actor, at) == law.may(view(seen, seat), actor, at)
        decided = law.decide(table.state, actor, move, at)
        refused = law.judge(seen, actor, move, at)
        assert (refused is None) == isinstance(decided, tuple)


@few
@given(SEEDS)
def test_readings_in_the_record_never_step_back_within_a_compartment(seed: int) -> None:
    table = RandomGame(seed).run()
    heads: dict[str, int] = {}
    for entry in table.entries:
        at_ms = entry.header.reading_ms
        assert at_ms >= heads.get(entry.header.compartment, 0)
        heads[entry.header.compartment] = at_ms


@few
@given(SEEDS)
def test_at_any_instant_the_next_one_due_is_foretold(seed: int) -> None:
    """Nothing happens before `next_due_at`, and something happens at it."""
    game = RandomGame(seed)
    for _ in range(MOVES):
        game.step()
        table = game.table
        due_at = law.next_due_at(table.state)
        if due_at is None:
            assert law.due(table.state, table.at(game.t + 10**9)) == ()
            continue
        for at, happens in ((due_at - 1, False), (due_at, True)):
            assert bool(law.due(table.state, table.live.at(at))) is happens


@pytest.mark.long
@pytest.mark.timeout(1_800)
def test_fifty_thousand_random_moves_keep_every_promise(evidence: Evidence) -> None:
    seed, played = int(os.environ.get("UNDER_SILENCE_SEED", "1")), 0
    while played < 50_000:
        table = RandomGame(seed).run(500)
        assert law.replay(EMPTY, table.facts()) == table.state, seed
        assert round_trip(table.state) == table.state, seed
        seed, played = seed + 1, played + 500
    evidence(f"figure: random moves replayed and restored alike = {played}, last seed {seed - 1}")


def test_random_games_see_every_kind_of_event() -> None:
    """The games that the properties are tried on are worth trying."""
    seen = {type(f.event).__name__ for seed in range(60) for f in RandomGame(seed).run().facts()}
    every = {kind.__name__ for kind in get_args(AnyEvent)}
    assert every - seen <= {"OutageBegan", "OutageEnded"}
