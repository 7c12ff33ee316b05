"""What a seat may do (rules 5, 9). A move is verb and noun; its wire name is derived."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Union

import msgspec

from wargame.rules.scenario import Text

Ground = Literal["territorial_integrity", "political_independence", "security"]
"""Treaty grounds of a request (Article 4; rules 4.2)."""
BreakGround = Literal[
    "attribution_not_proven",
    "legal_basis",
    "premature_timing",
    "escalation",
    "no_parliament_mandate",
    "resources",
    "linkage_to_other_dispute",
    "wants_stronger_text",
    "instructions_pending",
]
"""Grounds of a break (domain A3)."""
Stance = Literal["support", "can_accept", "reservation", "cannot_accept", "awaiting_instructions"]

Words = Annotated[str, msgspec.Meta(max_length=2000)]
ShortWords = Annotated[str, msgspec.Meta(max_length=280)]
Id = Annotated[str, msgspec.Meta(min_length=1, max_length=80)]
LengthMs = Annotated[int, msgspec.Meta(ge=1, le=604_800_000)]


def wire_name(name: str) -> str:
    """`BreakSilence` -> `break_silence`."""
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in name).lstrip("_")


class Paragraph(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One numbered paragraph of a text, in either language or both (rules 11)."""

    en: Words = ""
    fr: Words = ""


class Title(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The heading of a text, in either language or both."""

    en: ShortWords = ""
    fr: ShortWords = ""


class Move(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag=wire_name
):
    """What a client asks for. The seat is never in it: it comes from the connection."""


# Delegations ---------------------------------------------------------------------------


class RequestConsultation(Move, frozen=True):
    """Ask for consultation under Article 4 (rules 4.2). Nobody can refuse it."""

    incidents: tuple[Id, ...]
    ground: Ground
    words: Words = ""


class JoinRequest(Move, frozen=True):
    """Join a consultation asked for by another; once it is open, associate with it."""

    consultation: Id
    ground: Ground
    words: Words = ""


class WithdrawRequest(Move, frozen=True):
    """Take one's own request back before the meeting opens (rules 4.2)."""

    consultation: Id


class TableDraft(Move, frozen=True):
    """Put a first version on the table of an open meeting."""

    consultation: Id
    title: Title
    paragraphs: Annotated[tuple[Paragraph, ...], msgspec.Meta(min_length=1, max_length=24)]


class TableVersion(Move, frozen=True):
    """The sponsor's next version. `after` is the version it was written from."""

    draft: Id
    after: int
    paragraphs: Annotated[tuple[Paragraph, ...], msgspec.Meta(min_length=1, max_length=24)]


class WithdrawDraft(Move, frozen=True):
    """The sponsor takes its draft off the table, while it is not under silence."""

    draft: Id


class CosponsorDraft(Move, frozen=True):
    """Put one's name beside the sponsor's."""

    draft: Id


class StatePosition(Move, frozen=True):
    """Say to the Council where one stands on a version."""

    draft: Id
    version: int
    stance: Stance
    words: ShortWords = ""


class BreakSilence(Move, frozen=True):
    """Object before the deadline (rules 6.2). Irrevocable for that version.

    `objected` are paragraph numbers from 1; empty means all of the text.
    """

    silence: Id
    ground: BreakGround
    objected: tuple[int, ...] = ()
    reason: Words = ""
    lift: Words = ""
    proposed: Words = ""


class AssociateWithBreak(Move, frozen=True):
    """Stand beside a break, on one's own ground (rules 6.2)."""

    silence: Id
    ground: BreakGround
    words: Words = ""


class AskExtension(Move, frozen=True):
    """Ask the chair for more time on a running silence."""

    silence: Id
    reason: ShortWords = ""


# Chair, and facilitators in its stead -----------------------------------------------------


class OpenMeeting(Move, frozen=True):
    """Open a requested consultation now (rules 4.2)."""

    consultation: Id


class PlaceUnderSilence(Move, frozen=True):
    """Put a version under silence. Without `length_ms` the house rules' length."""

    draft: Id
    version: int
    length_ms: LengthMs | None = None
    reason: ShortWords = ""


class ExtendSilence(Move, frozen=True):
    """Move a running silence's deadline by `by_ms`."""

    silence: Id
    by_ms: LengthMs
    reason: ShortWords = ""


class WithdrawSilence(Move, frozen=True):
    """Take the text back from silence before its deadline: it lapses."""

    silence: Id
    reason: ShortWords = ""


# Facilitators ----------------------------------------------------------------------------


class StartGame(Move, frozen=True):
    """Start the game clock for the first time."""


class PauseGame(Move, frozen=True):
    """Stop the game clock for everybody (rules 7.1)."""

    reason: ShortWords = ""


class ResumeGame(Move, frozen=True):
    """Let a stopped clock run again; ends a hold after an outage too (rules 7.6)."""

    reason: ShortWords = ""


class FireInject(Move, frozen=True):
    """Let a planned inject happen now (rules 9)."""

    inject: Id


class InjectIncident(Move, frozen=True):
    """An incident that no plan foresaw, in the facilitator's own words."""

    title: Text
    body: Text
    targets: tuple[Id, ...] = ()


class EndTurn(Move, frozen=True):
    """End the turn. It decides no text: silences run on, or lapse if told to (rules 3.3)."""

    withdraw_silences: bool = False


class EndGame(Move, frozen=True):
    """Close the game; refused while a silence runs (rules 3.3)."""


class SeatPeople(Move, frozen=True):
    """Let people hold a seat (an admission)."""

    seat: Id


class VacateSeat(Move, frozen=True):
    """Make a seat absent: it objects to nothing (rules 1.3)."""

    seat: Id


# The server -------------------------------------------------------------------------------


class BeginHold(Move, frozen=True):
    """The clock stood from `last_sign_at` (UTC ms) for `gap_ms`: stop it there (rules 7.6)."""

    last_sign_at: int
    gap_ms: int


class EndHold(Move, frozen=True):
    """Enough people are back, or twenty seconds passed: let the clock run (rules 7.6)."""

    why: Literal["all_back", "most_back", "waited", "facilitator"]


DelegationMove = Union[
    RequestConsultation,
    JoinRequest,
    WithdrawRequest,
    TableDraft,
    TableVersion,
    WithdrawDraft,
    CosponsorDraft,
    StatePosition,
    BreakSilence,
    AssociateWithBreak,
    AskExtension,
]
ChairMove = Union[OpenMeeting, PlaceUnderSilence, ExtendSilence, WithdrawSilence]
FacilitatorMove = Union[
    StartGame,
    PauseGame,
    ResumeGame,
    FireInject,
    InjectIncident,
    EndTurn,
    EndGame,
    SeatPeople,
    VacateSeat,
]
ServerMove = Union[BeginHold, EndHold]
PlayerMove = Union[DelegationMove, ChairMove, FacilitatorMove]
"""What may arrive from outside; the server's own moves cannot."""
AnyMove = Union[PlayerMove, ServerMove]


def kinds(union: Any) -> dict[str, type[Move]]:
    """Wire name to move type, for one of the unions above."""
    return {wire_name(kind.__name__): kind for kind in union.__args__}
