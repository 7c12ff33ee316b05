"""What a mover hears back (rules 7.9): done with its place in the record, or refused."""

from __future__ import annotations

from typing import Protocol, Union

import msgspec

from wargame.rules.refusals import Refusal


class Done(msgspec.Struct, frozen=True, tag_field="kind", tag="done"):
    """The move is committed.

    `numbers`: compartment to the last of the move's events there, of all compartments it
    touched; whoever shows it drops those that the mover may not read. `at_ms` is the
    reading it was judged at, `at` the instant (UTC ms) it was decided.
    """

    numbers: dict[str, int]
    at_ms: int
    at: int


class Refused(msgspec.Struct, frozen=True, tag_field="kind", tag="refused"):
    """The move was not taken."""

    refusal: Refusal


Answer = Union[Done, Refused]


class Time(Protocol):
    """The source of instants. The live one ticks; tests and rehearsal bring their own."""

    def now(self) -> int:
        """The instant, UTC ms. Between two ticks it moves by one tick at most."""
        ...
