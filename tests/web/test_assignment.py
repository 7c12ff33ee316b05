"""Who gets which seat when a facilitator admits (pure)."""

from __future__ import annotations

from collections import Counter

from wargame.rules.scenario import Text
from wargame.table.seats import Sat, assign

ORDER = ["USA", "POL", "ALB", "BEL"]
"""Cast first, then the others."""


def people(*wishes: str | None) -> list[Sat]:
    """Persons p0, p1 … in order of arrival, with these wishes."""
    return [
        Sat(f"p{n}", "game", Text("", ""), None, "waiting", "", wish, n)
        for n, wish in enumerate(wishes)
    ]


def given(*wishes: str | None, held: dict[str, int] | None = None) -> list[str]:
    """The seats they get, in order of arrival."""
    return [each.seat for each in assign(people(*wishes), Counter(held), ORDER)]


def test_people_without_a_wish_fill_the_cast_in_its_order_then_the_rest() -> None:
    assert given(None, None, None, None) == ["USA", "POL", "ALB", "BEL"]


def test_a_wish_is_met_if_nobody_sits_there() -> None:
    assert given("BEL", None) == ["BEL", "USA"]


def test_a_later_wish_is_not_taken_by_somebody_who_has_none() -> None:
    assert given(None, "USA") == ["POL", "USA"]


def test_of_two_with_one_wish_the_first_to_arrive_gets_it() -> None:
    assert given("BEL", "BEL") == ["BEL", "USA"]


def test_a_wish_for_a_held_seat_gives_the_first_free_one() -> None:
    assert given("POL", held={"POL": 1}) == ["USA"]


def test_a_wish_that_is_no_seat_counts_as_none() -> None:
    assert given("XXX") == ["USA"]


def test_when_every_seat_has_somebody_the_emptiest_is_shared() -> None:
    assert given(None, None, held={"USA": 2, "POL": 1, "ALB": 1, "BEL": 1}) == ["POL", "ALB"]


def test_nobody_is_seated_where_there_are_no_seats() -> None:
    assert assign(people(None), Counter(), []) == []
