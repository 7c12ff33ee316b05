"""One line per event, and the lifecycles as a page."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from tests.rules.table import Table
from tests.rules.test_properties import RandomGame
from wargame.rules import graphs
from wargame.rules.events import AnyEvent
from wargame.rules.lifecycles import SILENCE
from wargame.rules.notation import _SAY, clock, line

LIFECYCLES = Path(__file__).parents[2] / "docs" / "lifecycles.md"


def test_a_break_is_one_line() -> None:
    table = Table().under_silence()
    broken = table.break_it("DEU", 1_000)[0]
    assert line(broken, 450_000) == "council 00:07:30 DEU breaks silence-1: legal_basis"


def test_every_event_has_its_words() -> None:
    assert set(_SAY) == set(get_args(AnyEvent))


def test_every_fact_of_a_random_game_is_one_line() -> None:
    for seed in range(5):
        for fact in RandomGame(seed).run().facts():
            written = line(fact, 3_600_000)
            assert written.startswith(f"{fact.compartment} 01:00:00 ")
            assert "\n" not in written
            assert not written.endswith(" ")


def test_hours_are_shown_as_long_as_a_game_lasts() -> None:
    assert clock(0) == "00:00:00"
    assert clock(359_999_999) == "99:59:59"


def test_a_lifecycle_is_drawn_from_its_first_state_to_its_last() -> None:
    drawn = graphs.graph(SILENCE)
    assert "[*] --> running" in drawn
    assert "running --> adopted" in drawn
    assert "adopted --> [*]" in drawn


def test_the_page_of_lifecycles_is_fresh() -> None:
    assert LIFECYCLES.read_text(encoding="utf-8") == graphs.page()
