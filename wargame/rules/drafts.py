"""Texts on the table (rules 5, 6.1): drafts, versions, co-sponsors, positions."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from wargame.rules.compartments import COUNCIL
from wargame.rules.consultation import live
from wargame.rules.entities import Draft, Outcome, Position, Silence, Version
from wargame.rules.events import (
    DraftCosponsored,
    DraftEnded,
    DraftFellBack,
    DraftTabled,
    DraftWithdrawn,
    PlacingSet,
    PositionStated,
    VersionTabled,
)
from wargame.rules.facts import Fact
from wargame.rules.lawbook import (
    At,
    available,
    effects,
    evolves,
    fact,
    judge,
    laid,
    play_refusal,
    role_refusal,
)
from wargame.rules.lifecycles import DRAFT
from wargame.rules.moves import (
    CosponsorDraft,
    Move,
    Paragraph,
    StatePosition,
    TableDraft,
    TableVersion,
    Title,
    WithdrawDraft,
)
from wargame.rules.refusals import Refusal, refuse
from wargame.rules.state import Actor, Room, State, next_id

SUPPORTERS_TO_HURRY = 2
"""Allies beside the sponsor that let the automatic chair place a text early (rules 1.2)."""


def on_table(view: State) -> list[Draft]:
    """Drafts that are open or under silence."""
    return [d for d in view.every(Draft, COUNCIL) if d.state in ("on_table", "under_silence")]


def supporters(view: State, draft: Draft) -> set[str]:
    """Who stands behind the current version, the sponsor not counted."""
    positions = view.every(Position, COUNCIL)
    said = {
        p.seat
        for p in positions
        if p.draft == draft.id and p.version == draft.version and p.stance == "support"
    }
    return (said | set(draft.cosponsors)) - {draft.sponsor}


def reached(view: State, consultation: str) -> Outcome:
    """The strongest form that a consultation's texts have reached so far (rules 6.5)."""
    states = {d.state for d in view.every(Draft, COUNCIL) if d.consultation == consultation}
    if "adopted" in states:
        return "council_statement"
    return "sg_statement" if "fallen_back" in states else "none"


def contested(view: State, draft: Draft) -> set[Paragraph]:
    """The paragraphs that breaks of this draft objected to, in the words they had."""
    words: set[Paragraph] = set()
    for silence in view.every(Silence, COUNCIL):
        if silence.draft != draft.id or silence.broken is None:
            continue
        words |= _objected(view, silence)
    return words


def _objected(view: State, silence: Silence) -> set[Paragraph]:
    version = view.version(silence.draft, silence.version)
    assert version is not None
    assert silence.broken is not None
    numbers = silence.broken.objected
    paragraphs = version.paragraphs
    return {p for n, p in enumerate(paragraphs, 1) if not numbers or n in numbers}


def _delegation(view: State, actor: Actor, kind: type[Move]) -> Refusal | None:
    return role_refusal(actor, "delegation") or play_refusal(view, kind)


def frozen(view: State, draft: Draft, at: At) -> Refusal | None:
    """Refuse what a running silence forbids: frozen, and after the deadline time is up."""
    for silence in view.running_silences():
        if silence.draft == draft.id:
            late = at.reading_ms > silence.deadline_ms
            return refuse("time_is_up") if late else refuse("frozen")
    return None


def _closed(view: State, draft: Draft, at: At) -> Refusal | None:
    """The one refusal left on a text under silence that may still be spoken about."""
    refusal = frozen(view, draft, at)
    return refusal if refusal and refusal.code == "time_is_up" else None


def _titled(title: Title) -> bool:
    return bool(title.en.strip() or title.fr.strip())


def _worded(paragraphs: Sequence[Paragraph]) -> bool:
    return all(p.en.strip() or p.fr.strip() for p in paragraphs)


@available(TableDraft)
def _may_table(view: State, actor: Actor, at: At) -> Refusal | None:
    refusal = _delegation(view, actor, TableDraft)
    if refusal:
        return refusal
    return None if any(c.state == "open" for c in live(view)) else refuse("no_meeting")


@judge(TableDraft)
def _judge_table(view: State, actor: Actor, move: TableDraft, at: At) -> Refusal | None:
    item = view.consultation(move.consultation)
    if item is None:
        return refuse("unknown_consultation")
    if item.state != "open":
        return refuse("no_meeting" if item.state == "requested" else "consultation_over")
    return None if _titled(move.title) and _worded(move.paragraphs) else refuse("empty_text")


@effects(TableDraft)
def _table(state: State, actor: Actor, move: TableDraft, at: At) -> Sequence[Fact]:
    key = next_id(state.room(COUNCIL), "draft")
    tabled = DraftTabled(
        key, move.consultation, actor.seat, move.title, move.paragraphs, at.reading_ms
    )
    return [fact(COUNCIL, tabled)]


def _own_draft(view: State, actor: Actor, kind: type[Move], at: At) -> Refusal | None:
    refusal = _delegation(view, actor, kind)
    if refusal:
        return refusal
    drafts = on_table(view)
    if not drafts:
        return refuse("no_draft")
    mine = [d for d in drafts if d.sponsor == actor.seat]
    if not mine:
        return refuse("not_sponsor")
    frozen_ones = [frozen(view, d, at) for d in mine]
    return frozen_ones[0] if all(frozen_ones) else None


@available(TableVersion)
def _may_version(view: State, actor: Actor, at: At) -> Refusal | None:
    return _own_draft(view, actor, TableVersion, at)


@available(WithdrawDraft)
def _may_withdraw(view: State, actor: Actor, at: At) -> Refusal | None:
    return _own_draft(view, actor, WithdrawDraft, at)


def _judge_own(view: State, actor: Actor, key: str, at: At) -> Refusal | None:
    draft = view.draft(key)
    if draft is None:
        return refuse("unknown_draft")
    if draft.state not in ("on_table", "under_silence"):
        return refuse("draft_over")
    return refuse("not_sponsor") if draft.sponsor != actor.seat else frozen(view, draft, at)


@judge(TableVersion)
def _judge_version(view: State, actor: Actor, move: TableVersion, at: At) -> Refusal | None:
    refusal = _judge_own(view, actor, move.draft, at)
    if refusal:
        return refusal
    draft = view.draft(move.draft)
    assert draft is not None
    if move.after != draft.version:
        return refuse("stale_version", current=draft.version, named=move.after)
    if not _worded(move.paragraphs):
        return refuse("empty_text")
    return refuse("same_text") if _unmended(view, draft, move.paragraphs) else None


def _unmended(view: State, draft: Draft, paragraphs: tuple[Paragraph, ...]) -> bool:
    """Whether a version changes none of what the last break objected to (rules 6.2)."""
    broken = [s for s in view.every(Silence, COUNCIL) if s.draft == draft.id and s.broken]
    if not broken:
        return False
    last = view.version(draft.id, broken[-1].version)
    assert last is not None
    # Counted, because the same words may stand in a paragraph that nobody objected to.
    return all(paragraphs.count(p) >= last.paragraphs.count(p) for p in _objected(view, broken[-1]))


@effects(TableVersion)
def _version(state: State, actor: Actor, move: TableVersion, at: At) -> Sequence[Fact]:
    tabled = VersionTabled(move.draft, move.after + 1, actor.seat, move.paragraphs, at.reading_ms)
    return [fact(COUNCIL, tabled)]


@judge(WithdrawDraft)
def _judge_withdraw(view: State, actor: Actor, move: WithdrawDraft, at: At) -> Refusal | None:
    return _judge_own(view, actor, move.draft, at)


@effects(WithdrawDraft)
def _withdraw(state: State, actor: Actor, move: WithdrawDraft, at: At) -> Sequence[Fact]:
    return [fact(COUNCIL, DraftWithdrawn(move.draft, actor.seat, at.reading_ms))]


@available(CosponsorDraft)
def _may_cosponsor(view: State, actor: Actor, at: At) -> Refusal | None:
    refusal = _delegation(view, actor, CosponsorDraft)
    if refusal:
        return refusal
    drafts = on_table(view)
    if not drafts:
        return refuse("no_draft")
    others = [d for d in drafts if actor.seat not in (d.sponsor, *d.cosponsors)]
    if not others:
        return refuse("is_sponsor")
    frozen_ones = [frozen(view, d, at) for d in others]
    return frozen_ones[0] if all(frozen_ones) else None


@judge(CosponsorDraft)
def _judge_cosponsor(view: State, actor: Actor, move: CosponsorDraft, at: At) -> Refusal | None:
    draft = view.draft(move.draft)
    if draft is None:
        return refuse("unknown_draft")
    if draft.state not in ("on_table", "under_silence"):
        return refuse("draft_over")
    if actor.seat in (draft.sponsor, *draft.cosponsors):
        return refuse("is_sponsor")
    return frozen(view, draft, at)


@effects(CosponsorDraft)
def _cosponsor(state: State, actor: Actor, move: CosponsorDraft, at: At) -> Sequence[Fact]:
    draft = state.draft(move.draft)
    assert draft is not None
    behind = supporters(state, draft) | {actor.seat}
    signed = fact(COUNCIL, DraftCosponsored(draft.id, actor.seat, at.reading_ms))
    return [signed, *_hurry(state, draft, behind, at.reading_ms)]


@available(StatePosition)
def _may_position(view: State, actor: Actor, at: At) -> Refusal | None:
    refusal = _delegation(view, actor, StatePosition)
    if refusal:
        return refusal
    drafts = on_table(view)
    if not drafts:
        return refuse("no_draft")
    closed = [_closed(view, d, at) for d in drafts]
    return closed[0] if all(closed) else None


@judge(StatePosition)
def _judge_position(view: State, actor: Actor, move: StatePosition, at: At) -> Refusal | None:
    draft = view.draft(move.draft)
    if draft is None:
        return refuse("unknown_draft")
    if draft.state not in ("on_table", "under_silence"):
        return refuse("draft_over")
    if move.version != draft.version:
        return refuse("stale_version", current=draft.version, named=move.version)
    last = view.find(Position, COUNCIL, f"position/{draft.id}/{actor.seat}")
    said = (move.version, move.stance, move.words)
    if last is not None and (last.version, last.stance, last.words) == said:
        return refuse("same_position")
    return _closed(view, draft, at)


@effects(StatePosition)
def _position(state: State, actor: Actor, move: StatePosition, at: At) -> Sequence[Fact]:
    draft = state.draft(move.draft)
    assert draft is not None
    stated = PositionStated(
        draft.id, move.version, actor.seat, move.stance, move.words, at.reading_ms
    )
    behind = supporters(state, draft)
    if move.stance == "support":
        behind |= {actor.seat}
    elif actor.seat not in draft.cosponsors:
        behind -= {actor.seat}
    return [fact(COUNCIL, stated), *_hurry(state, draft, behind, at.reading_ms)]


def _hurry(state: State, draft: Draft, behind: set[str], now: int) -> list[Fact]:
    """With two supporters beside the sponsor the automatic chair places at once (1.2)."""
    item = state.consultation(draft.consultation)
    enough = len(behind - {draft.sponsor}) >= SUPPORTERS_TO_HURRY
    if item is None or draft.state != "on_table" or draft.version == draft.broken_version:
        return []
    if not enough or item.place_ms is None or item.place_ms <= now:
        return []
    return [fact(COUNCIL, PlacingSet(item.id, now))]


def changed_draft(room: Room, key: str, **changes: object) -> tuple[str, Draft]:
    """The draft with changes, for laying into the room; its lifecycle is checked."""
    draft = room[key]
    assert isinstance(draft, Draft)
    after = changes.get("state")
    if isinstance(after, str):
        DRAFT.check(draft.state, after)
    return key, msgspec.structs.replace(draft, **changes)


@evolves(DraftTabled)
def _tabled(room: Room, event: DraftTabled) -> Room:
    draft = Draft(event.id, event.consultation, event.by, (), event.title, "on_table", 1)
    version = Version(event.id, 1, event.by, event.paragraphs, event.at_ms)
    return laid(room, (event.id, draft), (f"{event.id}/v1", version))


@evolves(VersionTabled)
def _version_tabled(room: Room, event: VersionTabled) -> Room:
    version = Version(event.draft, event.number, event.by, event.paragraphs, event.at_ms)
    return laid(
        room,
        changed_draft(room, event.draft, version=event.number),
        (f"{event.draft}/v{event.number}", version),
    )


@evolves(DraftWithdrawn)
def _withdrawn(room: Room, event: DraftWithdrawn) -> Room:
    return laid(room, changed_draft(room, event.draft, state="withdrawn"))


@evolves(DraftEnded)
def _ended(room: Room, event: DraftEnded) -> Room:
    return laid(room, changed_draft(room, event.draft, state="ended"))


@evolves(DraftFellBack)
def _fell_back(room: Room, event: DraftFellBack) -> Room:
    return laid(room, changed_draft(room, event.draft, state="fallen_back"))


@evolves(DraftCosponsored)
def _cosponsored(room: Room, event: DraftCosponsored) -> Room:
    draft = room[event.draft]
    assert isinstance(draft, Draft)
    return laid(room, changed_draft(room, event.draft, cosponsors=(*draft.cosponsors, event.by)))


@evolves(PositionStated)
def _stated(room: Room, event: PositionStated) -> Room:
    position = Position(
        event.by, event.draft, event.version, event.stance, event.words, event.at_ms
    )
    return laid(room, (f"position/{event.draft}/{event.by}", position))
