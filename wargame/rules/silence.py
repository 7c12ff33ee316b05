"""The silence procedure (rules 6.1, 6.3, 7.2): place, extend, withdraw, adopt once."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from wargame.rules.compartments import CHAIR_SEAT, COUNCIL, PUBLIC
from wargame.rules.consultation import live
from wargame.rules.drafts import changed_draft, on_table, reached, supporters
from wargame.rules.entities import Bulletin, Consultation, Draft, Extension, Silence, Wordings
from wargame.rules.events import (
    BulletinIssued,
    ConsultationEnded,
    CourtesyRanOn,
    DraftEnded,
    DraftTabled,
    ExtensionAsked,
    ExtensionRefused,
    PlacingSet,
    SilenceExtended,
    SilencePlaced,
    SilenceWithdrawn,
    TextAdopted,
)
from wargame.rules.facts import Fact
from wargame.rules.lawbook import (
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
from wargame.rules.lifecycles import SILENCE
from wargame.rules.moves import (
    AskExtension,
    ExtendSilence,
    Move,
    Paragraph,
    PlaceUnderSilence,
    Title,
    WithdrawSilence,
)
from wargame.rules.refusals import Refusal, refuse
from wargame.rules.state import Actor, Room, State, next_id
from wargame.rules.turns import moved_by_deadline

MIDDLE = "middle"
"""The scenario's wording that the automatic chair tables when nothing lies there (1.2)."""


def _chairing(view: State, actor: Actor, kind: type[Move]) -> Refusal | None:
    """The chair's acts; facilitators may make them, while the clock stands, too (7.7)."""
    refusal = role_refusal(actor, "chair", "facilitator")
    if refusal is None and view.game.status != "running":
        return play_refusal(view, kind)
    return refusal


def placeable(view: State, item: Consultation) -> list[Draft]:
    """Drafts of a consultation whose version may go under silence, most supported first."""
    ready = [
        d
        for d in view.every(Draft, COUNCIL)
        if d.consultation == item.id and d.state == "on_table" and d.version != d.broken_version
    ]
    return sorted(ready, key=lambda d: -len(supporters(view, d)))


def _slots_free(view: State) -> bool:
    return len(view.running_silences()) < view.house.silences_at_once


@available(PlaceUnderSilence)
def _may_place(view: State, actor: Actor, at: At) -> Refusal | None:
    refusal = role_refusal(actor, "chair", "facilitator")
    refusal = refusal or play_refusal(view, PlaceUnderSilence)
    if refusal:
        return refusal
    if not on_table(view):
        return refuse("no_draft")
    if not _slots_free(view):
        return refuse("silences_at_once", most=view.house.silences_at_once)
    ready = any(placeable(view, c) for c in live(view))
    return None if ready else refuse("same_text")


@judge(PlaceUnderSilence)
def _judge_place(view: State, actor: Actor, move: PlaceUnderSilence, at: At) -> Refusal | None:
    draft = view.draft(move.draft)
    if draft is None:
        return refuse("unknown_draft")
    if draft.state != "on_table":
        return refuse("frozen" if draft.state == "under_silence" else "draft_over")
    if move.version != draft.version:
        return refuse("stale_version", current=draft.version, named=move.version)
    if draft.version == draft.broken_version:
        return refuse("same_text")
    shortest = view.house.silence_shortest_ms
    if move.length_ms is not None and move.length_ms < shortest:
        return refuse("too_short", least=shortest // 1000)
    return None


@effects(PlaceUnderSilence)
def _place(state: State, actor: Actor, move: PlaceUnderSilence, at: At) -> Sequence[Fact]:
    draft = state.draft(move.draft)
    assert draft is not None
    length = move.length_ms or _default_length(state, draft)
    terms = (length, actor.seat, move.reason)
    return _placed(state, draft.id, draft.version, terms, at.reading_ms, automatic=False)


def _default_length(state: State, draft: Draft) -> int:
    return _default_length_of(state, draft.consultation)


def _default_length_of(state: State, consultation: str) -> int:
    """The first silence of a consultation is longer than later ones (rules 6.1)."""
    drafts = {d.id for d in state.every(Draft, COUNCIL) if d.consultation == consultation}
    later = any(s.draft in drafts for s in state.every(Silence, COUNCIL))
    return state.house.silence_later_ms if later else state.house.silence_first_ms


def _placed(
    state: State,
    draft: str,
    version: int,
    terms: tuple[int, str, str],
    now: int,
    *,
    automatic: bool,
) -> list[Fact]:
    """`terms`: the length in ms, who places it, and why."""
    length, by, reason = terms
    placed = SilencePlaced(
        id=next_id(state.room(COUNCIL), "silence"),
        draft=draft,
        version=version,
        by=by,
        automatic=automatic,
        reason=reason,
        at_ms=now,
        deadline_ms=now + length,
        closes_ms=now + length + state.house.courtesy_ms,
    )
    return [fact(COUNCIL, placed), *moved_by_deadline(state, placed.deadline_ms)]


# The automatic chair -----------------------------------------------------------------------


@owes("placing")
def _placing_owed(state: State) -> Sequence[Due]:
    """When drafting time is over the automatic chair places a text (rules 1.2)."""
    if not _slots_free(state):
        return []
    freed = max((s.outcome_ms or 0 for s in state.every(Silence, COUNCIL)), default=0)
    owed = []
    for i, item in enumerate(live(state)):
        if item.state != "open" or item.place_ms is None or _silent(state, item):
            continue
        ready = placeable(state, item)
        if ready:
            version = state.version(ready[0].id, ready[0].version)
            assert version is not None
            at_ms = max(item.place_ms, freed, version.tabled_ms)
        elif _middle(state) and not _texts(state, item) and reached(state, item.id) == "none":
            at_ms = max(item.place_ms, freed)
        else:
            continue
        owed.append(Due(at_ms, 1, i, f"placing:{item.id}"))
    return owed


def _silent(state: State, item: Consultation) -> bool:
    texts = {d.id for d in _texts(state, item)}
    return any(s.draft in texts for s in state.running_silences())


def _texts(state: State, item: Consultation) -> list[Draft]:
    drafts = state.every(Draft, COUNCIL)
    return [
        d for d in drafts if d.consultation == item.id and d.state in ("on_table", "under_silence")
    ]


def _middle(state: State) -> tuple[Title, tuple[Paragraph, ...]] | None:
    wordings = state.find(Wordings, COUNCIL, "wordings")
    for starter in wordings.starters if wordings else ():
        if starter.id == MIDDLE:
            return Title(starter.title.en, starter.title.fr), tuple(
                Paragraph(p.en, p.fr) for p in starter.paragraphs
            )
    return None


@happens("placing")
def _placing(state: State, due: Due) -> Sequence[Fact]:
    item = state.consultation(due.key.split(":", 1)[1])
    assert item is not None
    ready = placeable(state, item)
    if ready:
        terms = (_default_length(state, ready[0]), CHAIR_SEAT, "")
        return _placed(state, ready[0].id, ready[0].version, terms, due.at_ms, automatic=True)
    middle = _middle(state)
    assert middle is not None
    key = next_id(state.room(COUNCIL), "draft")
    tabled = DraftTabled(key, item.id, CHAIR_SEAT, middle[0], middle[1], due.at_ms)
    terms = (_default_length_of(state, item.id), CHAIR_SEAT, "")
    return [
        fact(COUNCIL, tabled),
        *_placed(state, key, 1, terms, due.at_ms, automatic=True),
    ]


# Extension and withdrawal ------------------------------------------------------------------


def _running(view: State, key: str, at: At) -> Silence | Refusal:
    silence = view.silence(key)
    if silence is None:
        return refuse("unknown_silence")
    if silence.state != "running":
        return refuse("silence_over")
    return refuse("time_is_up") if at.reading_ms > silence.deadline_ms else silence


def _some_running(view: State, at: At) -> Refusal | None:
    running = view.running_silences()
    if not running:
        return refuse("no_silence")
    open_ones = [s for s in running if at.reading_ms <= s.deadline_ms]
    return None if open_ones else refuse("time_is_up")


@available(AskExtension)
def _may_ask(view: State, actor: Actor, at: At) -> Refusal | None:
    refusal = role_refusal(actor, "delegation") or play_refusal(view, AskExtension)
    if refusal is None:
        refusal = _some_running(view, at)
    if refusal is None and all(actor.seat in s.asked for s in view.running_silences()):
        return refuse("extension_asked")
    return refusal


@judge(AskExtension)
def _judge_ask(view: State, actor: Actor, move: AskExtension, at: At) -> Refusal | None:
    silence = _running(view, move.silence, at)
    if isinstance(silence, Refusal):
        return silence
    return refuse("extension_asked") if actor.seat in silence.asked else None


@effects(AskExtension)
def _ask(state: State, actor: Actor, move: AskExtension, at: At) -> Sequence[Fact]:
    """The automatic chair gives the first extension, half the length, and no later one."""
    silence = state.silence(move.silence)
    assert silence is not None
    now = at.reading_ms
    asked = fact(COUNCIL, ExtensionAsked(silence.id, actor.seat, move.reason, now))
    if _given(silence) or state.house.extensions_per_silence < 1:
        refused = ExtensionRefused(silence.id, actor.seat, True, now)
        return [asked, fact(COUNCIL, refused)]
    by_ms = (silence.deadline_ms - silence.opened_ms) // 2
    return [asked, *_extended(state, silence, by_ms, actor.seat, "chair", move.reason, now)]


def _given(silence: Silence) -> int:
    """Extensions the chair gave; what a hold after an outage moved is not one."""
    return sum(e.given_by != "server" for e in silence.extensions)


def _extended(
    state: State,
    silence: Silence,
    by_ms: int,
    asked_by: str | None,
    by: str,
    reason: str,
    now: int,
) -> list[Fact]:
    deadline = silence.deadline_ms + by_ms
    moved = SilenceExtended(
        silence.id, deadline, silence.closes_ms + by_ms, asked_by, by, reason, now
    )
    return [fact(COUNCIL, moved), *moved_by_deadline(state, deadline)]


@available(ExtendSilence)
def _may_extend(view: State, actor: Actor, at: At) -> Refusal | None:
    return _chairing(view, actor, ExtendSilence) or _some_running(view, at)


@judge(ExtendSilence)
def _judge_extend(view: State, actor: Actor, move: ExtendSilence, at: At) -> Refusal | None:
    silence = _running(view, move.silence, at)
    if isinstance(silence, Refusal):
        return silence
    most = view.house.extensions_per_silence
    spent = actor.seat == "chair" and _given(silence) >= most
    return refuse("extensions_spent", most=most) if spent else None


@effects(ExtendSilence)
def _extend(state: State, actor: Actor, move: ExtendSilence, at: At) -> Sequence[Fact]:
    silence = state.silence(move.silence)
    assert silence is not None
    return _extended(state, silence, move.by_ms, None, actor.seat, move.reason, at.reading_ms)


@available(WithdrawSilence)
def _may_withdraw(view: State, actor: Actor, at: At) -> Refusal | None:
    return _chairing(view, actor, WithdrawSilence) or _some_running(view, at)


@judge(WithdrawSilence)
def _judge_withdraw(view: State, actor: Actor, move: WithdrawSilence, at: At) -> Refusal | None:
    silence = _running(view, move.silence, at)
    return silence if isinstance(silence, Refusal) else None


@effects(WithdrawSilence)
def _withdraw(state: State, actor: Actor, move: WithdrawSilence, at: At) -> Sequence[Fact]:
    silence = state.silence(move.silence)
    assert silence is not None
    gone = SilenceWithdrawn(silence.id, actor.seat, move.reason, at.reading_ms)
    return [fact(COUNCIL, gone), *redrafting(state, silence, at.reading_ms)]


def redrafting(state: State, silence: Silence, now: int) -> list[Fact]:
    """The text is back on the table: the automatic chair waits for the next version."""
    draft = state.draft(silence.draft)
    assert draft is not None
    return [fact(COUNCIL, PlacingSet(draft.consultation, now + state.house.redrafting_ms))]


# The deadline ------------------------------------------------------------------------------


@owes("silence")
def _owed(state: State) -> Sequence[Due]:
    return [
        Due(s.closes_ms, 0, s.opened_ms, f"silence:{s.id}", s.closes_at)
        for s in state.running_silences()
    ]


@happens("silence")
def _adopted(state: State, due: Due) -> Sequence[Fact]:
    """Past the courtesy and nobody objected: adopted, recorded at the deadline (7.2)."""
    silence = state.silence(due.key.split(":", 1)[1])
    assert silence is not None
    draft = state.draft(silence.draft)
    version = state.version(silence.draft, silence.version)
    assert draft is not None
    assert version is not None
    now = silence.deadline_ms
    facts = [
        fact(COUNCIL, TextAdopted(silence.id, draft.id, version.number, now)),
        *_item_over(state, draft, now),
    ]
    if state.house.adopted_text_public:
        bulletin = Bulletin(
            next_id(state.room(PUBLIC), "bulletin"),
            "text_adopted",
            draft.title,
            version.number,
            None,
            version.paragraphs,
            now,
        )
        facts.append(fact(PUBLIC, BulletinIssued(bulletin)))
    return facts


def _item_over(state: State, adopted: Draft, now: int) -> list[Fact]:
    """The consultation ends with its outcome, unless another of its texts is under silence."""
    items = state.every(Draft, COUNCIL)
    others = [d for d in items if d.consultation == adopted.consultation and d.id != adopted.id]
    if any(d.state == "under_silence" for d in others):
        return []
    ended = [fact(COUNCIL, DraftEnded(d.id, now)) for d in others if d.state == "on_table"]
    over = ConsultationEnded(adopted.consultation, "council_statement", now)
    return [*ended, fact(COUNCIL, over)]


def changed_silence(room: Room, key: str, **changes: object) -> tuple[str, Silence]:
    """The silence with changes, for laying into the room; its lifecycle is checked."""
    silence = room[key]
    assert isinstance(silence, Silence)
    after = changes.get("state")
    if isinstance(after, str):
        SILENCE.check(silence.state, after)
    return key, msgspec.structs.replace(silence, **changes)


@evolves(SilencePlaced)
def _was_placed(room: Room, event: SilencePlaced) -> Room:
    silence = Silence(
        id=event.id,
        draft=event.draft,
        version=event.version,
        state="running",
        opened_ms=event.at_ms,
        deadline_ms=event.deadline_ms,
        closes_ms=event.closes_ms,
        placed_by=event.by,
        automatic=event.automatic,
        reason=event.reason,
    )
    return laid(room, (event.id, silence), changed_draft(room, event.draft, state="under_silence"))


@evolves(ExtensionAsked)
def _was_asked(room: Room, event: ExtensionAsked) -> Room:
    silence = room[event.silence]
    assert isinstance(silence, Silence)
    return laid(room, changed_silence(room, event.silence, asked=(*silence.asked, event.by)))


@evolves(ExtensionRefused)
def _was_refused(room: Room, event: ExtensionRefused) -> Room:
    return room


@evolves(SilenceExtended)
def _was_extended(room: Room, event: SilenceExtended) -> Room:
    silence = room[event.silence]
    assert isinstance(silence, Silence)
    moved = Extension(
        silence.deadline_ms,
        event.deadline_ms,
        event.asked_by,
        event.by,
        event.reason,
        event.at_ms,
    )
    return laid(
        room,
        changed_silence(
            room,
            event.silence,
            deadline_ms=event.deadline_ms,
            closes_ms=event.closes_ms,
            closes_at=None,
            extensions=(*silence.extensions, moved),
        ),
    )


@evolves(CourtesyRanOn)
def _ran_on(room: Room, event: CourtesyRanOn) -> Room:
    return laid(room, changed_silence(room, event.silence, closes_at=event.closes_at))


@evolves(SilenceWithdrawn)
def _was_withdrawn(room: Room, event: SilenceWithdrawn) -> Room:
    key, silence = changed_silence(room, event.silence, state="lapsed", outcome_ms=event.at_ms)
    return laid(room, (key, silence), changed_draft(room, silence.draft, state="on_table"))


@evolves(TextAdopted)
def _was_adopted(room: Room, event: TextAdopted) -> Room:
    return laid(
        room,
        changed_silence(room, event.silence, state="adopted", outcome_ms=event.at_ms),
        changed_draft(room, event.draft, state="adopted"),
    )
