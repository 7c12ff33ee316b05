"""The process's time: a stamp runs ahead of the last tick by one tick at most (rules 7.3)."""

from __future__ import annotations

import pytest

from tests.clock.simulated import World
from wargame.clock.time import TICK_MS


@pytest.fixture
def world() -> World:
    return World(at=1_000_000)


def test_it_begins_with_utc(world: World) -> None:
    assert world.process_time().now() == 1_000_000


def test_between_ticks_it_moves_with_what_passes(world: World) -> None:
    time = world.process_time()
    world.passes(20)
    assert time.now() == 1_000_020


def test_it_moves_by_one_tick_at_most_until_the_next_tick(world: World) -> None:
    time = world.process_time()
    world.passes(5_000)
    assert time.now() == 1_000_000 + TICK_MS
    assert time.gap_ms() == 5_000
    time.tick()
    assert time.now() == 1_005_000
    assert time.gap_ms() == 0


def test_a_clock_set_on_the_wall_moves_nothing(world: World) -> None:
    time = world.process_time()
    world.utc -= 3_600_000
    world.passes(30)
    assert time.now() == 1_000_030
    world.utc += 7_200_000
    assert time.now() == 1_000_030


def test_it_never_steps_back_even_if_what_passes_does(world: World) -> None:
    time = world.process_time()
    world.passes(40)
    before = time.now()
    world.elapsed -= 30
    assert time.now() == before


def test_it_is_never_before_what_the_record_holds(world: World) -> None:
    time = world.process_time()
    time.not_before(1_500_000)
    assert time.now() == 1_500_000
    world.passes(10)
    assert time.now() == 1_500_010


def test_not_before_something_earlier_changes_nothing(world: World) -> None:
    time = world.process_time()
    world.passes(10)
    time.not_before(5)
    assert time.now() == 1_000_010
