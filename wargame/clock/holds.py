"""After an outage: whether enough people are back for the clock to run (rules 7.6)."""

from __future__ import annotations

from typing import Literal

import msgspec

SIGN_MS = 15_000
"""Who gave a sign this long before the last live reading was there."""
MOST = 0.8
MOST_AFTER_MS = 10_000
ALL_AFTER_MS = 20_000

Why = Literal["all_back", "most_back", "waited"]


class Hold(msgspec.Struct, frozen=True):
    """A clock that waits. `expected`: seats that were there; `since`: UTC ms."""

    since: int
    expected: frozenset[str]


def begun(signs: dict[str, int], last_live: int, since: int) -> Hold:
    """The hold that starts at `since`, for whoever had been there at `last_live`."""
    there = (seat for seat, sign in signs.items() if sign >= last_live - SIGN_MS)
    return Hold(since, frozenset(there))


def release(hold: Hold, signs: dict[str, int], now: int) -> Why | None:
    """Why the clock may run again, or None while it must wait."""
    back = sum(1 for seat in hold.expected if signs.get(seat, -1) >= hold.since)
    waited = now - hold.since
    if back == len(hold.expected):
        return "all_back"
    if waited >= MOST_AFTER_MS and back >= MOST * len(hold.expected):
        return "most_back"
    return "waited" if waited >= ALL_AFTER_MS else None
