"""The game clock (rules 7): it runs or stands, and every deadline is a reading of it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from wargame.rules.compartments import COUNCIL, PUBLIC
from wargame.rules.entities import Clock, Game, Run, Silence
from wargame.rules.events import (
    CourtesyRanOn,
    GameEnded,
    GamePaused,
    GameResumed,
    GameStarted,
    OutageBegan,
    OutageEnded,
    SilenceExtended,
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
    role_refusal,
)
from wargame.rules.moves import BeginHold, EndGame, EndHold, PauseGame, ResumeGame, StartGame
from wargame.rules.refusals import Refusal, refuse
from wargame.rules.state import Actor, Room, State, reading
from wargame.rules.turns import moved_by_deadline

HOLD_REASON = "outage"
"""The reason written on a silence whose deadline a hold has moved."""


@available(StartGame)
def _may_start(view: State, actor: Actor, at: At) -> Refusal | None:
    refusal = role_refusal(actor, "facilitator")
    return refusal or (None if view.game.status == "waiting" else refuse("already_started"))


@available(PauseGame)
def _may_pause(view: State, actor: Actor, at: At) -> Refusal | None:
    refusal = role_refusal(actor, "facilitator") or _under_way(view)
    if refusal:
        return refusal
    return None if view.clock.running else refuse("already_paused")


@available(ResumeGame)
def _may_resume(view: State, actor: Actor, at: At) -> Refusal | None:
    refusal = role_refusal(actor, "facilitator") or _under_way(view)
    return refusal or (refuse("not_paused") if view.clock.running else None)


@available(EndGame)
def _may_end(view: State, actor: Actor, at: At) -> Refusal | None:
    refusal = role_refusal(actor, "facilitator") or _under_way(view)
    return refusal or (refuse("silence_runs") if view.running_silences() else None)


@available(BeginHold)
def _may_hold(view: State, actor: Actor, at: At) -> Refusal | None:
    return role_refusal(actor, "server") or (None if view.clock.running else refuse("paused"))


@available(EndHold)
def _may_end_hold(view: State, actor: Actor, at: At) -> Refusal | None:
    held = view.clock.stopped == "outage"
    return role_refusal(actor, "server") or (None if held else refuse("no_hold"))


@judge(StartGame)
@judge(PauseGame)
@judge(ResumeGame)
@judge(EndGame)
@judge(BeginHold)
@judge(EndHold)
def _nothing_more(view: State, actor: Actor, move: object, at: At) -> Refusal | None:
    return None


def _under_way(view: State) -> Refusal | None:
    if view.game.status == "waiting":
        return refuse("not_started")
    return refuse("ended") if view.game.status == "ended" else None


@effects(StartGame)
def _start(state: State, actor: Actor, move: StartGame, at: At) -> Sequence[Fact]:
    return [fact(PUBLIC, GameStarted(at.instant))]


@effects(PauseGame)
def _pause(state: State, actor: Actor, move: PauseGame, at: At) -> Sequence[Fact]:
    courtesies = (
        fact(COUNCIL, CourtesyRanOn(s.id, at.instant + s.closes_ms - at.reading_ms))
        for s in state.running_silences()
        if s.deadline_ms < at.reading_ms and s.closes_at is None
    )
    return [fact(PUBLIC, GamePaused(at.reading_ms, at.instant, move.reason)), *courtesies]


@effects(ResumeGame)
def _resume(state: State, actor: Actor, move: ResumeGame, at: At) -> Sequence[Fact]:
    if state.clock.stopped == "outage":
        return _let_run(state, at, "facilitator")
    return [fact(PUBLIC, GameResumed(at.reading_ms, at.instant, move.reason))]


@effects(EndGame)
def _end(state: State, actor: Actor, move: EndGame, at: At) -> Sequence[Fact]:
    return [fact(PUBLIC, GameEnded(at.reading_ms, at.instant))]


@effects(BeginHold)
def _begin_hold(state: State, actor: Actor, move: BeginHold, at: At) -> Sequence[Fact]:
    stood_at = reading(state.clock, move.last_sign_at)
    return [fact(PUBLIC, OutageBegan(stood_at, move.gap_ms, at.instant))]


@effects(EndHold)
def _end_hold(state: State, actor: Actor, move: EndHold, at: At) -> Sequence[Fact]:
    return _let_run(state, at, move.why)


def _let_run(state: State, at: At, why: str) -> list[Fact]:
    """The clock goes on; a running silence has at least the floor left (rules 7.6)."""
    now, floor = at.reading_ms, state.house.hold_floor_ms
    short = [s for s in state.running_silences() if s.deadline_ms - now < floor]
    given = [fact(COUNCIL, _floored(s, now, floor)) for s in short]
    moved = moved_by_deadline(state, now + floor) if short else []
    return [fact(PUBLIC, OutageEnded(now, at.instant, why)), *given, *moved]


def _floored(silence: Silence, now: int, floor: int) -> SilenceExtended:
    return SilenceExtended(
        silence=silence.id,
        deadline_ms=now + floor,
        closes_ms=now + floor + silence.closes_ms - silence.deadline_ms,
        asked_by=None,
        by="server",
        reason=HOLD_REASON,
        at_ms=now,
    )


def _clock(room: Room) -> Clock:
    clock = room["clock"]
    assert isinstance(clock, Clock)
    return clock


def _with_status(room: Room, status: str) -> tuple[str, Game]:
    game = room["game"]
    assert isinstance(game, Game)
    return "game", msgspec.structs.replace(game, status=status)


@evolves(GameStarted)
def _started(room: Room, event: GameStarted) -> Room:
    return laid(room, ("clock", _running(room, 0, event.at)), _with_status(room, "running"))


def _standing(room: Room, reading_ms: int, at: int, stopped: str, reason: str) -> Clock:
    return msgspec.structs.replace(
        _clock(room),
        running=False,
        reading_ms=reading_ms,
        anchor_at=at,
        stopped=stopped,
        reason=reason,
    )


def _running(room: Room, reading_ms: int, at: int) -> Clock:
    clock = _clock(room)
    return msgspec.structs.replace(
        clock,
        running=True,
        reading_ms=reading_ms,
        anchor_at=at,
        stopped=None,
        reason="",
        runs=(*clock.runs, Run(reading_ms, at)),
    )


@evolves(GamePaused)
def _paused(room: Room, event: GamePaused) -> Room:
    return laid(
        room, ("clock", _standing(room, event.reading_ms, event.at, "paused", event.reason))
    )


@evolves(GameResumed)
def _resumed(room: Room, event: GameResumed) -> Room:
    return laid(room, ("clock", _running(room, event.reading_ms, event.at)))


@evolves(OutageBegan)
def _outage_began(room: Room, event: OutageBegan) -> Room:
    clock = _standing(room, event.reading_ms, event.at, "outage", "")
    return laid(room, ("clock", msgspec.structs.replace(clock, stood_ms=event.gap_ms)))


@evolves(OutageEnded)
def _outage_ended(room: Room, event: OutageEnded) -> Room:
    return laid(room, ("clock", _running(room, event.reading_ms, event.at)))


@evolves(GameEnded)
def _ended(room: Room, event: GameEnded) -> Room:
    clock = _standing(room, event.reading_ms, event.at, "ended", "")
    return laid(room, ("clock", clock), _with_status(room, "ended"))
