"""An event and where it lies: what the law answers with, and all that evolves a state."""

from __future__ import annotations

import msgspec

from wargame.rules.events import AnyEvent


class Fact(msgspec.Struct, frozen=True):
    """One event in its compartment (rules 2.1)."""

    compartment: str
    event: AnyEvent
