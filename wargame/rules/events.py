"""What happened. An event is noun and past participle and lies in one compartment (rules 2.1).

Events carry everything `evolve` needs, readings and instants included, so that a replay
asks no clock. Readings `*_ms` are ms of game clock, instants `*_at` UTC ms.
"""

from __future__ import annotations

from typing import Union

import msgspec

from wargame.rules.entities import (
    Bulletin,
    Cable,
    Game,
    HeldBy,
    Incident,
    Instructions,
    News,
    Outcome,
    PlannedInject,
    Seat,
)
from wargame.rules.moves import BreakGround, Ground, Paragraph, Stance, Title, wire_name
from wargame.rules.scenario import Starter


class Event(msgspec.Struct, frozen=True, tag_field="kind", tag=wire_name):
    """Base of all events. `by` is the seat that acted, `server` for the clockwork."""


# public -----------------------------------------------------------------------------------


class GameOpened(Event, frozen=True):
    """The first event: law, scenario's hash, seats, house rules (rules 8)."""

    game: Game
    seats: tuple[Seat, ...]
    scenario_sha256: str


class GameStarted(Event, frozen=True):
    """The clock starts at reading 0."""

    at: int


class GamePaused(Event, frozen=True):
    """The clock stands."""

    reading_ms: int
    at: int
    reason: str


class GameResumed(Event, frozen=True):
    """The clock runs again from `reading_ms`."""

    reading_ms: int
    at: int
    reason: str


class OutageBegan(Event, frozen=True):
    """Nobody kept the clock for `gap_ms`; it is put back to the last reading (rules 7.6)."""

    reading_ms: int
    gap_ms: int
    at: int


class OutageEnded(Event, frozen=True):
    """The room is open again: the clock goes on (rules 7.6). `why` as in the move EndHold."""

    reading_ms: int
    at: int
    why: str


class GameEnded(Event, frozen=True):
    """Nothing more is played."""

    reading_ms: int
    at: int


class SeatChanged(Event, frozen=True):
    """Another kind of holder sits here (rules 1.4)."""

    seat: str
    held: HeldBy
    holder: int


class IncidentHappened(Event, frozen=True):
    """An incident, visible to everybody in its compartment."""

    incident: Incident


class NewsPublished(Event, frozen=True):
    """The press writes."""

    news: News


class BulletinIssued(Event, frozen=True):
    """The public learns of an outcome in the Council."""

    bulletin: Bulletin


# council ----------------------------------------------------------------------------------


class TurnOpened(Event, frozen=True):
    """A turn begins, with its planned end."""

    number: int
    at_ms: int
    planned_end_ms: int


class TurnRang(Event, frozen=True):
    """The planned end is reached; the facilitator ends the turn (rules 3.3)."""

    at_ms: int


class TurnMoved(Event, frozen=True):
    """A silence's new deadline lies later: the planned end moves there (rules 3.3)."""

    planned_end_ms: int


class TurnEnded(Event, frozen=True):
    """The turn is over."""

    at_ms: int


class WordingsLaid(Event, frozen=True):
    """The scenario's first wordings lie ready."""

    starters: tuple[Starter, ...]


class ChanceSealed(Event, frozen=True):
    """The hash of the seed (rules 8)."""

    sha256: str


class ConsultationRequested(Event, frozen=True):
    """An ally asked for consultation; the meeting opens at `opens_ms` (rules 4.2)."""

    id: str
    turn: int
    incidents: tuple[str, ...]
    by: str
    ground: Ground
    words: str
    at_ms: int
    opens_ms: int


class RequestJoined(Event, frozen=True):
    """Another ally stands behind the request."""

    consultation: str
    by: str
    ground: Ground
    words: str
    at_ms: int


class ConsultationAssociated(Event, frozen=True):
    """After the opening: recorded, not counted (rules 4.2)."""

    consultation: str
    by: str
    ground: Ground
    words: str
    at_ms: int


class RequestWithdrawn(Event, frozen=True):
    """An ally took its request back."""

    consultation: str
    by: str
    at_ms: int


class ConsultationFell(Event, frozen=True):
    """No requester is left: the meeting does not take place."""

    consultation: str
    at_ms: int


class MeetingOpened(Event, frozen=True):
    """The chair opens the meeting."""

    consultation: str
    by: str
    automatic: bool
    at_ms: int


class ConsultationEnded(Event, frozen=True):
    """The consultation is over, with the form of its outcome (rules 6.5)."""

    consultation: str
    outcome: Outcome
    at_ms: int


class PlacingSet(Event, frozen=True):
    """When the automatic chair will put a text under silence; None: not now (rules 1.2)."""

    consultation: str
    place_ms: int | None


class DraftTabled(Event, frozen=True):
    """A first version lies on the table."""

    id: str
    consultation: str
    by: str
    title: Title
    paragraphs: tuple[Paragraph, ...]
    at_ms: int


class VersionTabled(Event, frozen=True):
    """The next version of a draft."""

    draft: str
    number: int
    by: str
    paragraphs: tuple[Paragraph, ...]
    at_ms: int


class DraftWithdrawn(Event, frozen=True):
    """Its sponsor took it off the table."""

    draft: str
    by: str
    at_ms: int


class DraftFellBack(Event, frozen=True):
    """The chair falls back to a weaker form; `kept` are words not in dispute (rules 6.5)."""

    draft: str
    form: Outcome
    kept: tuple[Paragraph, ...]
    automatic: bool
    at_ms: int


class DraftEnded(Event, frozen=True):
    """Another outcome or the turn's end took it off the table."""

    draft: str
    at_ms: int


class DraftCosponsored(Event, frozen=True):
    """An ally put its name beside the sponsor's."""

    draft: str
    by: str
    at_ms: int


class PositionStated(Event, frozen=True):
    """An ally said where it stands."""

    draft: str
    version: int
    by: str
    stance: Stance
    words: str
    at_ms: int


class SilencePlaced(Event, frozen=True):
    """A version is under silence; it is frozen."""

    id: str
    draft: str
    version: int
    by: str
    automatic: bool
    reason: str
    at_ms: int
    deadline_ms: int
    closes_ms: int


class ExtensionAsked(Event, frozen=True):
    """A delegation asked for more time; the chair's answer follows."""

    silence: str
    by: str
    reason: str
    at_ms: int


class ExtensionRefused(Event, frozen=True):
    """The chair does not give more time."""

    silence: str
    to: str
    automatic: bool
    at_ms: int


class SilenceExtended(Event, frozen=True):
    """The deadline moves, for everybody."""

    silence: str
    deadline_ms: int
    closes_ms: int
    asked_by: str | None
    by: str
    reason: str
    at_ms: int


class CourtesyRanOn(Event, frozen=True):
    """The clock was stopped inside the courtesy, which ends at an instant now (rules 7.7)."""

    silence: str
    closes_at: int


class SilenceWithdrawn(Event, frozen=True):
    """The text is taken back: lapsed."""

    silence: str
    by: str
    reason: str
    at_ms: int


class SilenceBroken(Event, frozen=True):
    """Somebody objected in time. What the house rules hide is None or empty here."""

    silence: str
    by: str | None
    ground: BreakGround | None
    objected: tuple[int, ...]
    reason: str
    lift: str
    proposed: str
    at_ms: int


class BreakAssociated(Event, frozen=True):
    """An ally stands beside the break (rules 6.2)."""

    silence: str
    by: str
    ground: BreakGround
    words: str
    at_ms: int


class BreakAuthorLeaked(Event, frozen=True):
    """By house rule the Council learns who broke."""

    silence: str
    by: str
    ground: BreakGround
    reason: str


class BreakMadePublic(Event, frozen=True):
    """By house rule the public learns that silence broke; its own bulletin says so (6.2)."""

    silence: str


class TextAdopted(Event, frozen=True):
    """Nobody objected. Recorded at the deadline (rules 7.2)."""

    silence: str
    draft: str
    version: int
    at_ms: int


# ear/POL, delegation/POL, white -------------------------------------------------------------


class BreakTold(Event, frozen=True):
    """Who objected and why, in the chair's ear. `first`: this is what broke the silence."""

    silence: str
    by: str
    first: bool
    ground: BreakGround
    objected: tuple[int, ...]
    reason: str
    lift: str
    proposed: str
    at_ms: int


class InstructionsGiven(Event, frozen=True):
    """A capital instructs its delegation."""

    instructions: Instructions


class CableSent(Event, frozen=True):
    """A message to one delegation."""

    cable: Cable


class PlanLaid(Event, frozen=True):
    """The MSEL, for facilitators only."""

    injects: tuple[PlannedInject, ...]


class SeedDrawn(Event, frozen=True):
    """The seed of chance."""

    seed: str


class InjectFired(Event, frozen=True):
    """A planned inject went out."""

    inject: str
    at_ms: int


AnyEvent = Union[
    GameOpened,
    GameStarted,
    GamePaused,
    GameResumed,
    OutageBegan,
    OutageEnded,
    GameEnded,
    TurnOpened,
    TurnRang,
    TurnMoved,
    TurnEnded,
    SeatChanged,
    IncidentHappened,
    NewsPublished,
    BulletinIssued,
    WordingsLaid,
    ChanceSealed,
    ConsultationRequested,
    RequestJoined,
    ConsultationAssociated,
    RequestWithdrawn,
    ConsultationFell,
    MeetingOpened,
    ConsultationEnded,
    PlacingSet,
    DraftTabled,
    VersionTabled,
    DraftWithdrawn,
    DraftFellBack,
    DraftEnded,
    DraftCosponsored,
    PositionStated,
    SilencePlaced,
    ExtensionAsked,
    ExtensionRefused,
    SilenceExtended,
    CourtesyRanOn,
    SilenceWithdrawn,
    SilenceBroken,
    BreakAssociated,
    BreakAuthorLeaked,
    BreakMadePublic,
    TextAdopted,
    BreakTold,
    InstructionsGiven,
    CableSent,
    PlanLaid,
    SeedDrawn,
    InjectFired,
]
