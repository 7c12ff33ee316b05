"""Paces and windows: how fast a page may send and how far it may fall behind."""

from __future__ import annotations

from wargame.realtime.buckets import Bucket, Paces, seat_bucket
from wargame.realtime.window import MOST_BYTES, MOST_FRAMES, PATIENCE_S, Window


def test_a_bucket_gives_its_burst_then_its_rate() -> None:
    bucket = Bucket(rate=2, burst=20, at=0)
    assert [bucket.take(0) for _ in range(21)] == [True] * 20 + [False]
    assert bucket.take(0.5)
    assert not bucket.take(0.5)


def test_a_bucket_never_holds_more_than_its_burst() -> None:
    bucket = Bucket(rate=2, burst=3, at=0)
    assert [bucket.take(1000) for _ in range(4)] == [True, True, True, False]


def test_a_clock_that_steps_back_gives_nothing() -> None:
    bucket = Bucket(rate=2, burst=1, at=10)
    assert bucket.take(10)
    assert not bucket.take(5)


def test_spent_moves_leave_a_break_its_own_pace() -> None:
    paces = Paces(seat_bucket(0), at=0)
    while paces.moves.take(0):
        pass
    assert paces.urgent.take(0)


def test_sixty_four_frames_at_once_are_no_flood_and_one_more_is() -> None:
    paces = Paces(seat_bucket(0), at=0)
    assert [paces.flooding(0, 100) for _ in range(65)] == [False] * 64 + [True]


def test_a_quarter_of_a_mebibyte_at_once_is_no_flood_and_more_is() -> None:
    paces = Paces(seat_bucket(0), at=0)
    assert [paces.flooding(0, 16 * 1024) for _ in range(17)] == [False] * 16 + [True]


def fill(window: Window, frames: int, at: float, size: int = 100) -> None:
    for number in range(1, frames + 1):
        window.sent("council", number, size, at)


def test_a_full_window_is_patient_for_a_while() -> None:
    window = Window()
    fill(window, MOST_FRAMES + 1, at=0)
    assert not window.too_slow(PATIENCE_S - 0.1)
    assert window.too_slow(PATIENCE_S)


def test_sixty_four_frames_may_stay_unseen() -> None:
    window = Window()
    fill(window, MOST_FRAMES, at=0)
    assert not window.too_slow(1000)


def test_large_frames_fill_the_window_too() -> None:
    window = Window()
    fill(window, 2, at=0, size=MOST_BYTES)
    assert window.too_slow(PATIENCE_S)


def test_any_progress_renews_the_patience() -> None:
    window = Window()
    fill(window, 3 * MOST_FRAMES, at=0)
    window.seen({"council": 1}, at=14)
    assert not window.too_slow(PATIENCE_S)
    assert window.too_slow(14 + PATIENCE_S)


def test_seeing_the_same_again_is_no_progress() -> None:
    window = Window()
    fill(window, 3 * MOST_FRAMES, at=0)
    window.seen({"council": 1}, at=5)
    window.seen({"council": 1}, at=14)
    assert window.too_slow(5 + PATIENCE_S)


def test_seeing_all_empties_the_window() -> None:
    window = Window()
    fill(window, 3 * MOST_FRAMES, at=0)
    window.seen({"council": 3 * MOST_FRAMES, "public": 4}, at=1)
    assert not window.too_slow(1000)
