"""House rules as data (rules 6.7): shown to all, each with its default and its effect."""

from __future__ import annotations

from typing import Literal

import msgspec


class HouseRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a table may choose. Lengths are ms of game clock."""

    courtesy_ms: int = 500
    """Added to a shown deadline to get the one that breaks are judged by (rules 7.2)."""
    opening_lead_ms: int = 180_000
    """From the request to the opening of the meeting (rules 4.2)."""
    drafting_ms: int = 210_000
    """From a meeting's opening until the automatic chair places a text (rules 1.2)."""
    redrafting_ms: int = 150_000
    """The same after a break."""
    silence_first_ms: int = 240_000
    silence_later_ms: int = 180_000
    silence_shortest_ms: int = 90_000
    """Lengths of the first and of later silences, and the shortest a chair may set (6.1)."""
    silences_at_once: int = 1
    extensions_per_silence: int = 2
    """How many extensions the chair may give one silence (rules 5.1)."""
    association_ms: int = 60_000
    """How long others may associate themselves with a break (rules 6.2)."""
    break_author: Literal["council", "chair", "leak"] = "council"
    """Who learns which ally broke: the Council, the chair only, or the Council later."""
    break_ground: Literal["council", "chair"] = "council"
    """Who learns the ground, reason and proposed words when the author is hidden."""
    break_leak_after_ms: int = 180_000
    """With `break_author` leak: when the name reaches the Council."""
    break_public_after_ms: int | None = 180_000
    """When the public learns that silence broke; None: by leak only, as in day games."""
    breaks_to_fall_back: int | None = 2
    """After how many breaks the automatic chair falls back (rules 1.2); None: never."""
    breaks_per_ally: int | None = None
    """The strict classroom's cap on breaks of one ally in a game (rules 6.7)."""
    adopted_text_public: bool = True
    """An adopted text is copied into `public` at once."""
    facilitator_ends_turns: bool = True
    """The planned end of a turn rings instead of ending it (rules 3.3)."""
    gallery_inside: bool = True
    """Observers read the Council (rules 1)."""
    hold_floor_ms: int = 15_000
    """After an outage a running silence has at least this (rules 7.6)."""
