"""Who must be back before a held clock runs again (rules 7.6)."""

from __future__ import annotations

from wargame.clock.holds import Hold, begun, release

SINCE = 1_000_000
TEN = frozenset(f"seat{n}" for n in range(10))


def back(count: int) -> dict[str, int]:
    return dict.fromkeys(sorted(TEN)[:count], SINCE + 1)


def test_expected_is_who_gave_a_sign_in_the_last_fifteen_seconds() -> None:
    signs = {"POL": 100_000, "DEU": 85_000, "USA": 84_999}
    assert begun(signs, 100_000, SINCE).expected == {"POL", "DEU"}


def test_all_back_is_enough_at_once() -> None:
    assert release(Hold(SINCE, TEN), back(10), SINCE + 2) == "all_back"


def test_nobody_expected_is_all_back() -> None:
    assert release(Hold(SINCE, frozenset()), {}, SINCE) == "all_back"


def test_a_sign_from_before_the_return_is_no_return() -> None:
    signs = dict.fromkeys(TEN, SINCE - 1)
    assert release(Hold(SINCE, TEN), signs, SINCE + 5_000) is None


def test_four_fifths_are_enough_after_ten_seconds_and_not_before() -> None:
    hold = Hold(SINCE, TEN)
    assert release(hold, back(8), SINCE + 9_999) is None
    assert release(hold, back(8), SINCE + 10_000) == "most_back"
    assert release(hold, back(7), SINCE + 10_000) is None


def test_after_twenty_seconds_the_clock_runs_whoever_is_back() -> None:
    hold = Hold(SINCE, TEN)
    assert release(hold, {}, SINCE + 19_999) is None
    assert release(hold, {}, SINCE + 20_000) == "waited"


def test_somebody_else_who_came_is_nobody_who_came_back() -> None:
    assert release(Hold(SINCE, frozenset({"POL"})), {"FRA": SINCE + 5}, SINCE + 5) is None
