"""Letterboxes of open streams, without a server: whose they are, and how long they may be quiet."""

from __future__ import annotations

from typing import cast

import pytest

from wargame.realtime.letterbox import FIRST_S, QUIET_S, Letterbox, Letterboxes
from wargame.realtime.page import SeatPage

GAME = "0" * 32


class AtWarsaw:
    """As much of a page as a letterbox looks at."""

    game = GAME
    seat = "POL"


@pytest.fixture
def boxes() -> Letterboxes:
    return Letterboxes()


@pytest.fixture
def box(boxes: Letterboxes) -> Letterbox:
    return boxes.hang(cast(SeatPage, AtWarsaw()), "session", at=100.0)


def test_a_letterbox_opens_for_its_own_page(boxes: Letterboxes, box: Letterbox) -> None:
    assert boxes.find(box.id, GAME, "POL", "session") is box


@pytest.mark.parametrize(
    ("game", "seat", "session"),
    [
        (GAME, "POL", "another"),
        (GAME, "POL", ""),
        (GAME, "EST", "session"),
        ("1", "POL", "session"),
    ],
)
def test_a_letterbox_stays_shut_for_everybody_else(
    boxes: Letterboxes, box: Letterbox, game: str, seat: str, session: str
) -> None:
    assert boxes.find(box.id, game, seat, session) is None


def test_a_letterbox_that_was_taken_down_is_not_found(boxes: Letterboxes, box: Letterbox) -> None:
    boxes.take_down(box)
    boxes.take_down(box)
    assert boxes.find(box.id, GAME, "POL", "session") is None


def test_a_page_that_never_says_hello_is_given_up_after_ten_seconds(box: Letterbox) -> None:
    assert box.quiet_for(100.0 + FIRST_S - 0.5) == 0.5
    assert box.quiet_for(100.0 + FIRST_S) == 0


def test_a_page_that_posts_once_a_minute_is_never_given_up(box: Letterbox) -> None:
    for minute in range(1, 10):
        at = 100.0 + 60 * minute
        box.heard(at)
        assert box.quiet_for(at + 60) == QUIET_S - 60
    assert box.quiet_for(at + QUIET_S) == 0


def test_ids_are_128_bits_and_never_the_same(boxes: Letterboxes) -> None:
    ids = {boxes.hang(cast(SeatPage, AtWarsaw()), "session", at=0).id for _ in range(100)}
    assert len(ids) == 100
    assert all(len(bytes.fromhex(one)) == 16 for one in ids)
