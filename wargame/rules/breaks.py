"""Breaking silence (rules 6.2): one objection is enough, in time, to the millisecond."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

import msgspec

from wargame.rules.compartments import COUNCIL, PUBLIC, ear
from wargame.rules.drafts import changed_draft, contested, on_table, reached
from wargame.rules.entities import (
    Association,
    BreakNotice,
    Broken,
    Bulletin,
    Draft,
    Silence,
)
from wargame.rules.events import (
    BreakAssociated,
    BreakAuthorLeaked,
    BreakMadePublic,
    BreakTold,
    BulletinIssued,
    ConsultationEnded,
    DraftFellBack,
    SilenceBroken,
)
from wargame.rules.facts import Fact
from wargame.rules.lawbook import (
    SPECIFIC,
    At,
    Due,
    available,
    effects,
    evolves,
    fact,
    happens,
    judge,
    laid,
    owes,
    play_refusal,
    role_refusal,
)
from wargame.rules.moves import AssociateWithBreak, BreakSilence, Paragraph
from wargame.rules.refusals import Refusal, refuse
from wargame.rules.silence import changed_silence, redrafting
from wargame.rules.state import Actor, Room, State, next_id


def in_time(silence: Silence, at: At) -> bool:
    """Whether an objection received at `at` counts; equality is in time (rules 7.2)."""
    if silence.closes_at is not None:
        return at.instant <= silence.closes_at
    return at.reading_ms <= silence.closes_ms


def _associable(view: State, silence: Silence, at: At) -> bool:
    """For a minute after a break others may stand beside it (rules 6.2)."""
    broken = silence.broken
    return broken is not None and at.reading_ms <= broken.at_ms + view.house.association_ms


def _objected_already(view: State, silence: Silence, seat: str) -> bool:
    """Whether this seat's objection is on the record, as far as the seat itself can see."""
    if view.find(BreakNotice, ear(seat), f"break/{silence.id}"):
        return True
    return any(a.seat == seat for a in silence.associations)


def _breaks_of(view: State, seat: str) -> int:
    return sum(notice.first for notice in view.every(BreakNotice, ear(seat)))


@available(BreakSilence)
def _may_break(view: State, actor: Actor, at: At) -> Refusal | None:
    refusal = role_refusal(actor, "delegation") or play_refusal(view, BreakSilence)
    if refusal:
        return refusal
    running = [s for s in view.running_silences() if in_time(s, at)]
    if not running:
        return refuse("no_silence")
    return _spent(view, actor.seat)


def _spent(view: State, seat: str) -> Refusal | None:
    most = view.house.breaks_per_ally
    if most is not None and _breaks_of(view, seat) >= most:
        return refuse("breaks_spent", most=most)
    return None


@judge(BreakSilence)
def judge_break(view: State, actor: Actor, move: BreakSilence, at: At) -> Refusal | None:
    """Refuse a break that is late, repeated, or not of this table."""
    refusal = role_refusal(actor, "delegation") or play_refusal(view, BreakSilence)
    if refusal:
        return refusal
    silence = view.silence(move.silence)
    if silence is None:
        return refuse("unknown_silence")
    if _objected_already(view, silence, actor.seat):
        return refuse("already_objected")
    if silence.state == "running":
        return _judge_running(view, actor, silence, move, at)
    if silence.state == "broken" and (in_time(silence, at) or _associable(view, silence, at)):
        return _judge_paragraphs(view, silence, move)
    if silence.state == "adopted":
        return _too_late(silence, at)
    return refuse("silence_over")


def _judge_running(
    view: State, actor: Actor, silence: Silence, move: BreakSilence, at: At
) -> Refusal | None:
    if not in_time(silence, at):
        return _too_late(silence, at)
    return _judge_paragraphs(view, silence, move) or _spent(view, actor.seat)


def _judge_paragraphs(view: State, silence: Silence, move: BreakSilence) -> Refusal | None:
    version = view.version(silence.draft, silence.version)
    assert version is not None
    most = len(version.paragraphs)
    known = all(1 <= number <= most for number in move.objected)
    return None if known else refuse("unknown_paragraph", most=most)


def _too_late(silence: Silence, at: At) -> Refusal:
    """How late, in tenths of a second rounded up, so that late never reads as allowed."""
    if silence.closes_at is not None:
        past = at.instant - silence.closes_at + silence.closes_ms - silence.deadline_ms
    else:
        past = at.reading_ms - silence.deadline_ms
    allowed = (silence.closes_ms - silence.deadline_ms) / 1000
    return refuse("too_late", late=ceil(past / 100) / 10, allowed=allowed)


SPECIFIC.add(BreakSilence)


@effects(BreakSilence)
def _break(state: State, actor: Actor, move: BreakSilence, at: At) -> Sequence[Fact]:
    silence = state.silence(move.silence)
    assert silence is not None
    if silence.state == "broken":
        return _beside(state, actor, silence, move, at)
    now, house = at.reading_ms, state.house
    named = house.break_author == "council"
    grounded = named or house.break_ground == "council"
    broken = SilenceBroken(
        silence=silence.id,
        by=actor.seat if named else None,
        ground=move.ground if grounded else None,
        objected=tuple(sorted(set(move.objected))),
        reason=move.reason if grounded else "",
        lift=move.lift if grounded else "",
        proposed=move.proposed if grounded else "",
        at_ms=now,
    )
    return [
        fact(COUNCIL, broken),
        fact(ear(actor.seat), _told(silence, actor, move, now, first=True)),
        *_back_to_the_table(state, silence, broken, now),
    ]


def _told(
    silence: Silence, actor: Actor, move: BreakSilence, now: int, *, first: bool
) -> BreakTold:
    return BreakTold(
        silence=silence.id,
        by=actor.seat,
        first=first,
        ground=move.ground,
        objected=tuple(sorted(set(move.objected))),
        reason=move.reason,
        lift=move.lift,
        proposed=move.proposed,
        at_ms=now,
    )


def _back_to_the_table(
    state: State, silence: Silence, broken: SilenceBroken, now: int
) -> list[Fact]:
    """A new version may follow; after the last allowed break the chair falls back (1.2)."""
    draft = state.draft(silence.draft)
    assert draft is not None
    most = state.house.breaks_to_fall_back
    if most is None or draft.breaks + 1 < most:
        return redrafting(state, silence, now)
    kept = _undisputed(state, draft, silence, broken)
    facts = [fact(COUNCIL, DraftFellBack(draft.id, "sg_statement", kept, True, now))]
    others = (d for d in on_table(state) if d.consultation == draft.consultation)
    if all(d.id == draft.id for d in others):
        before = reached(state, draft.consultation)
        form = "sg_statement" if before == "none" else before
        facts.append(fact(COUNCIL, ConsultationEnded(draft.consultation, form, now)))
    return facts


def _undisputed(
    state: State, draft: Draft, silence: Silence, broken: SilenceBroken
) -> tuple[Paragraph, ...]:
    version = state.version(draft.id, silence.version)
    assert version is not None
    disputed = contested(state, draft)
    return tuple(
        p
        for n, p in enumerate(version.paragraphs, 1)
        if broken.objected and n not in broken.objected and p not in disputed
    )


@available(AssociateWithBreak)
def _may_associate(view: State, actor: Actor, at: At) -> Refusal | None:
    refusal = role_refusal(actor, "delegation") or play_refusal(view, AssociateWithBreak)
    if refusal:
        return refusal
    broken = [s for s in view.every(Silence, COUNCIL) if _associable(view, s, at)]
    if not broken:
        return refuse("not_broken")
    said = all(_objected_already(view, s, actor.seat) for s in broken)
    return refuse("already_objected") if said else None


@judge(AssociateWithBreak)
def _judge_associate(view: State, actor: Actor, move: AssociateWithBreak, at: At) -> Refusal | None:
    silence = view.silence(move.silence)
    if silence is None:
        return refuse("unknown_silence")
    if silence.broken is None:
        return refuse("not_broken")
    if _objected_already(view, silence, actor.seat):
        return refuse("already_objected")
    return None if _associable(view, silence, at) else refuse("silence_over")


@effects(AssociateWithBreak)
def _associate(state: State, actor: Actor, move: AssociateWithBreak, at: At) -> Sequence[Fact]:
    silence = state.silence(move.silence)
    assert silence is not None
    words = BreakSilence(silence.id, move.ground, reason=move.words)
    return _beside(state, actor, silence, words, at)


def _beside(state: State, actor: Actor, silence: Silence, move: BreakSilence, at: At) -> list[Fact]:
    """An association lies where the author's name lies (rules 6.2)."""
    now = at.reading_ms
    told = fact(ear(actor.seat), _told(silence, actor, move, now, first=False))
    if silence.broken is None or silence.broken.by is None:
        return [told]
    stood = BreakAssociated(silence.id, actor.seat, move.ground, move.reason, now)
    return [fact(COUNCIL, stood), told]


# What becomes known later ------------------------------------------------------------------


@owes("known")
def _owed(state: State) -> Sequence[Due]:
    owed = []
    for i, silence in enumerate(state.every(Silence, COUNCIL)):
        if silence.broken is None:
            continue
        at_ms, house = silence.broken.at_ms, state.house
        if house.break_public_after_ms is not None and not silence.public:
            owed.append(Due(at_ms + house.break_public_after_ms, 2, i, f"known:{silence.id}"))
        if house.break_author == "leak" and silence.broken.by is None:
            owed.append(Due(at_ms + house.break_leak_after_ms, 2, i, f"leak:{silence.id}"))
    return owed


@happens("known")
def _known(state: State, due: Due) -> Sequence[Fact]:
    silence = state.silence(due.key.split(":", 1)[1])
    assert silence is not None
    assert silence.broken is not None
    draft = state.draft(silence.draft)
    assert draft is not None
    bulletin = Bulletin(
        next_id(state.room(PUBLIC), "bulletin"),
        "silence_broken",
        draft.title,
        silence.version,
        silence.broken.by,
        (),
        due.at_ms,
    )
    return [
        fact(COUNCIL, BreakMadePublic(silence.id)),
        fact(PUBLIC, BulletinIssued(bulletin)),
    ]


@happens("leak")
def _leaked(state: State, due: Due) -> Sequence[Fact]:
    key = due.key.split(":", 1)[1]
    for name in state.rooms:
        notice = state.find(BreakNotice, name, f"break/{key}")
        if notice is not None and notice.first:
            leak = BreakAuthorLeaked(key, notice.seat, notice.ground, notice.reason)
            return [fact(COUNCIL, leak)]
    raise AssertionError(f"{key} broke without an author")


@evolves(SilenceBroken)
def _was_broken(room: Room, event: SilenceBroken) -> Room:
    broken = Broken(
        event.at_ms,
        event.by,
        event.ground,
        event.objected,
        event.reason,
        event.lift,
        event.proposed,
    )
    key, silence = changed_silence(
        room, event.silence, state="broken", broken=broken, outcome_ms=event.at_ms
    )
    draft = room[silence.draft]
    assert isinstance(draft, Draft)
    back = changed_draft(
        room,
        draft.id,
        state="on_table",
        breaks=draft.breaks + 1,
        broken_version=silence.version,
    )
    return laid(room, (key, silence), back)


@evolves(BreakAssociated)
def _was_associated(room: Room, event: BreakAssociated) -> Room:
    silence = room[event.silence]
    assert isinstance(silence, Silence)
    stood = Association(event.by, event.ground, event.words, event.at_ms)
    return laid(
        room,
        changed_silence(room, event.silence, associations=(*silence.associations, stood)),
    )


@evolves(BreakAuthorLeaked)
def _was_leaked(room: Room, event: BreakAuthorLeaked) -> Room:
    silence = room[event.silence]
    assert isinstance(silence, Silence)
    assert silence.broken is not None
    known = msgspec.structs.replace(
        silence.broken, by=event.by, ground=event.ground, reason=event.reason
    )
    return laid(room, changed_silence(room, event.silence, broken=known))


@evolves(BreakMadePublic)
def _made_public(room: Room, event: BreakMadePublic) -> Room:
    return laid(room, changed_silence(room, event.silence, public=True))


@evolves(BreakTold)
def _was_told(room: Room, event: BreakTold) -> Room:
    notice = BreakNotice(
        event.silence,
        event.by,
        event.first,
        event.ground,
        event.objected,
        event.reason,
        event.lift,
        event.proposed,
        event.at_ms,
    )
    return laid(room, (f"break/{event.silence}", notice))


@evolves(BulletinIssued)
def _was_issued(room: Room, event: BulletinIssued) -> Room:
    return laid(room, (event.bulletin.id, event.bulletin))
