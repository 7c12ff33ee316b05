"""The things that lie on the table. Each lies whole in one compartment, under a key.

A client replaces an entity when a frame brings it again: an entity carries all of itself.
Readings `*_ms` are ms of game clock; instants `*_at` are UTC ms.
"""

from __future__ import annotations

from typing import Literal, Union

import msgspec

from wargame.rules.houserules import HouseRules
from wargame.rules.moves import BreakGround, Ground, Paragraph, Stance, Title, wire_name
from wargame.rules.scenario import Delivery, Line, Source, Starter, Text

GameStatus = Literal["waiting", "running", "ended"]
StopReason = Literal["not_started", "paused", "outage", "ended"]
HeldBy = Literal["people", "bot", "control", "absent"]
ConsultationState = Literal["requested", "open", "ended", "fallen"]
DraftState = Literal["on_table", "under_silence", "adopted", "withdrawn", "fallen_back", "ended"]
SilenceState = Literal["running", "broken", "adopted", "lapsed"]
Outcome = Literal["none", "sg_statement", "council_statement"]


class Entity(msgspec.Struct, frozen=True, tag_field="kind", tag=wire_name):
    """Base of all entities."""


# public -----------------------------------------------------------------------------------


class Game(Entity, frozen=True):
    """What is played here, key `game`."""

    scenario: str
    title: Text
    date: str
    place: Text
    summary: Text
    law: int
    house_rules: HouseRules
    status: GameStatus
    content_flags: tuple[Text, ...] = ()


class Run(msgspec.Struct, frozen=True):
    """From this instant (UTC ms) and reading on the clock ran, until the next one."""

    reading_ms: int
    at: int


class Clock(Entity, frozen=True):
    """The game clock, key `clock` (rules 7.1).

    While it runs its reading is `reading_ms + (now - anchor_at)`; while it is stopped,
    `reading_ms`. `stood_ms`: how long the room was closed in the outage that holds it now,
    or in the last one. `runs` tells the room's time of any past reading.
    """

    running: bool
    reading_ms: int
    anchor_at: int
    stopped: StopReason | None = "not_started"
    reason: str = ""
    stood_ms: int = 0
    runs: tuple[Run, ...] = ()


class Seat(Entity, frozen=True):
    """One place at the table, key `seat/POL` (rules 1). Never a person's name.

    `holder` goes up when people, bot, control and absence relieve each other (rules 1.4).
    """

    seat: str
    name: Text
    held: HeldBy
    holder: int


class Incident(Entity, frozen=True):
    """Something happened, key `incident/1`. `targets` are the allies hit (rules 4.3)."""

    id: str
    title: Text
    body: Text
    targets: tuple[str, ...]
    at_ms: int
    basis: Source


class News(Entity, frozen=True):
    """A line of the press, key `news/1`."""

    id: str
    title: Text
    body: Text
    at_ms: int
    basis: Source


class Bulletin(Entity, frozen=True):
    """What the public learns of the Council, key `bulletin/1`.

    `subject` silence_broken (`by` may be hidden) or text_adopted (then the text itself).
    """

    id: str
    subject: Literal["silence_broken", "text_adopted"]
    title: Title
    version: int
    by: str | None
    paragraphs: tuple[Paragraph, ...]
    at_ms: int


# council ----------------------------------------------------------------------------------


class Turn(Entity, frozen=True):
    """The running or last turn, key `turn` (rules 3).

    It lies in `council`: its planned end follows a silence that only the Council knows.
    """

    number: int
    opened_ms: int
    planned_end_ms: int
    rang: bool = False
    ended_ms: int | None = None
    length_ms: int = 0
    """As planned at its opening; the next turn is as long, whatever silences moved."""


class Requester(msgspec.Struct, frozen=True):
    """One ally behind a request, with its own ground and words (rules 4.2)."""

    seat: str
    ground: Ground
    words: str
    at_ms: int


class Consultation(Entity, frozen=True):
    """A consultation under Article 4, key `consultation/1` (rules 4.2).

    `opens_ms` is set at the request. `place_ms`: when drafting time is over and the
    automatic chair places a text, None while there is nothing to place.
    """

    id: str
    turn: int
    incidents: tuple[str, ...]
    state: ConsultationState
    requesters: tuple[Requester, ...]
    associated: tuple[Requester, ...]
    opens_ms: int
    opened_ms: int | None = None
    place_ms: int | None = None
    ended_ms: int | None = None
    outcome: Outcome | None = None
    spent: tuple[str, ...] = ()
    """Allies that withdrew their request: theirs is spent for this turn."""


class Draft(Entity, frozen=True):
    """A text on the table, key `draft/1`. Its versions are entities of their own."""

    id: str
    consultation: str
    sponsor: str
    cosponsors: tuple[str, ...]
    title: Title
    state: DraftState
    version: int
    breaks: int = 0
    broken_version: int = 0
    """The last version that silence was broken on; 0 if none."""


class Version(Entity, frozen=True):
    """One version of a draft, key `draft/1/v2`. Never changes once made (rules 5)."""

    draft: str
    number: int
    author: str
    paragraphs: tuple[Paragraph, ...]
    tabled_ms: int


class Position(Entity, frozen=True):
    """Where an ally stands on a version, key `position/draft/1/POL`: the last one stated.

    `version` tells which version it was said of; it stays visible as *of v2* (rules 6.1).
    """

    seat: str
    draft: str
    version: int
    stance: Stance
    words: str
    at_ms: int


class Extension(msgspec.Struct, frozen=True):
    """One move of a deadline: old and new, who asked or gave, why (rules 5.1)."""

    from_ms: int
    to_ms: int
    asked_by: str | None
    given_by: str
    reason: str
    at_ms: int


class Broken(msgspec.Struct, frozen=True):
    """How a silence broke, as far as the Council knows (rules 6.2)."""

    at_ms: int
    by: str | None
    ground: BreakGround | None
    objected: tuple[int, ...]
    reason: str
    lift: str
    proposed: str


class Association(msgspec.Struct, frozen=True):
    """An ally that stands beside a break, on its own ground."""

    seat: str
    ground: BreakGround
    words: str
    at_ms: int


class Silence(Entity, frozen=True):
    """A version under silence, key `silence/1` (rules 6.1, 7.2).

    `deadline_ms` is shown; `closes_ms` is what objections are judged by. `closes_at`, a UTC
    instant, takes its place when the clock was stopped inside the courtesy: such a stop
    counts as running (rules 7.7).
    """

    id: str
    draft: str
    version: int
    state: SilenceState
    opened_ms: int
    deadline_ms: int
    closes_ms: int
    placed_by: str
    automatic: bool
    reason: str
    extensions: tuple[Extension, ...] = ()
    asked: tuple[str, ...] = ()
    """Delegations that asked for more time."""
    broken: Broken | None = None
    associations: tuple[Association, ...] = ()
    outcome_ms: int | None = None
    closes_at: int | None = None
    public: bool = False
    """Whether the public knows that it broke."""


# ear/POL, delegation/POL, white -------------------------------------------------------------


class BreakNotice(Entity, frozen=True):
    """Who broke and why, for the chair's ear, key `break/silence/1` (rules 2.1, 6.2)."""

    silence: str
    seat: str
    first: bool
    ground: BreakGround
    objected: tuple[int, ...]
    reason: str
    lift: str
    proposed: str
    at_ms: int


class Instructions(Entity, frozen=True):
    """What a capital told its delegation, key `instructions` (rules 1.5)."""

    seat: str
    brief: Text
    aims: tuple[Line, ...]
    red_lines: tuple[Line, ...]
    basis: Source


class Cable(Entity, frozen=True):
    """A message to one delegation, key `cable/1`."""

    id: str
    title: Text
    body: Text
    at_ms: int
    basis: Source


class Wordings(Entity, frozen=True):
    """First wordings that a delegation may start a draft from, key `wordings`, in council."""

    starters: tuple[Starter, ...]


class PlannedInject(Entity, frozen=True):
    """A line of the MSEL, key `inject/swarm`, in `white`."""

    id: str
    title: Text
    deliveries: tuple[Delivery, ...]
    planned_ms: int | None
    fired_ms: int | None = None


class Chance(Entity, frozen=True):
    """The seed of chance, key `chance`, in `white`; its hash lies in `council` (rules 8)."""

    seed: str


class SealedChance(Entity, frozen=True):
    """The hash of the seed, key `chance`, in `council`."""

    sha256: str


AnyEntity = Union[
    Game,
    Clock,
    Turn,
    Seat,
    Incident,
    News,
    Bulletin,
    Consultation,
    Draft,
    Version,
    Position,
    Silence,
    BreakNotice,
    Instructions,
    Cable,
    Wordings,
    PlannedInject,
    Chance,
    SealedChance,
]
