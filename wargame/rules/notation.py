"""One line of English per event, for lists of the record: pure, without colour or width.

`council 00:07:30 DEU breaks silence-1: legal_basis`. The time is the game clock's.
An id stands with a dash, so that a line is cut into words at its blanks.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from wargame.rules import events
from wargame.rules.facts import Fact

Say = Callable[[Any], str]
_ID = re.compile(r"\b([a-z]+)/(c?[0-9]+)\b")


def line(fact: Fact, reading_ms: int) -> str:
    """One fact as a line: compartment, reading of the game clock, what happened."""
    return f"{fact.compartment} {clock(reading_ms)} {words(fact.event)}"


def words(event: events.AnyEvent) -> str:
    """What happened, without its time and place; one line whatever its texts hold."""
    said = _ID.sub(r"\1-\2", _SAY[type(event)](event))
    return " ".join(said.split())


def clock(reading_ms: int) -> str:
    """A reading as hours, minutes and whole seconds: `00:07:30`."""
    seconds = reading_ms // 1000
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def _by(seat: str | None) -> str:
    return seat or "somebody"


def _because(reason: object) -> str:
    return f": {reason}" if reason else ""


def _quoted(title: str) -> str:
    return f'"{title}"'


def _automatic(event: Any) -> str:
    return " (automatic)" if event.automatic else ""


def _listed(items: tuple[Any, ...]) -> str:
    return ", ".join(str(item) for item in items) or "all"


def _told(event: events.BreakTold) -> str:
    verb = "breaks" if event.first else "stands beside the break of"
    return f"{event.by} {verb} {event.silence}{_because(event.ground)}"


def _bulletin(event: events.BulletinIssued) -> str:
    it = event.bulletin
    outcome = "adopted" if it.subject == "text_adopted" else f"broken by {_by(it.by)}"
    return f"bulletin: {_quoted(it.title.en or it.title.fr)} v{it.version} {outcome}"


def _hit(event: events.IncidentHappened) -> str:
    it = event.incident
    targets = f" against {_listed(it.targets)}" if it.targets else ""
    return f"{it.id} happens{targets}: {_quoted(it.title.en)}"


def _extended(event: events.SilenceExtended) -> str:
    asked = f", asked by {event.asked_by}" if event.asked_by else ""
    return f"{event.by} extends {event.silence} to {clock(event.deadline_ms)}{asked}" + _because(
        event.reason
    )


def _placing(event: events.PlacingSet) -> str:
    if event.place_ms is None:
        return f"no text of {event.consultation} is to be placed"
    return f"a text of {event.consultation} is to be placed at {clock(event.place_ms)}"


def _broken(event: events.SilenceBroken) -> str:
    return f"{_by(event.by)} breaks {event.silence}{_because(event.ground)}"


_SAY: dict[type[Any], Say] = {
    events.GameOpened: lambda e: f"game of {e.game.scenario} opened, {len(e.seats)} seats",
    events.GameStarted: lambda e: "the clock starts",
    events.GamePaused: lambda e: "the clock is stopped" + _because(e.reason),
    events.GameResumed: lambda e: "the clock runs again" + _because(e.reason),
    events.OutageBegan: lambda e: f"nobody kept the clock for {e.gap_ms} ms",
    events.OutageEnded: lambda e: f"the room is open again: {e.why}",
    events.GameEnded: lambda e: "the game ends",
    events.TurnOpened: lambda e: f"turn {e.number} opens, to end at {clock(e.planned_end_ms)}",
    events.TurnRang: lambda e: "the turn's planned end rings",
    events.TurnMoved: lambda e: f"the turn's end moves to {clock(e.planned_end_ms)}",
    events.TurnEnded: lambda e: "the turn ends",
    events.SeatChanged: lambda e: f"{e.seat} is held by {e.held}, holder {e.holder}",
    events.IncidentHappened: _hit,
    events.NewsPublished: lambda e: f"{e.news.id}: {_quoted(e.news.title.en)}",
    events.BulletinIssued: _bulletin,
    events.WordingsLaid: lambda e: f"{len(e.starters)} wordings lie ready",
    events.ChanceSealed: lambda e: f"chance is sealed as {e.sha256[:12]}",
    events.ConsultationRequested: lambda e: (
        f"{e.by} requests {e.id} on {_listed(e.incidents)}: {e.ground}"
    ),
    events.RequestJoined: lambda e: f"{e.by} joins {e.consultation}: {e.ground}",
    events.ConsultationAssociated: lambda e: (
        f"{e.by} associates itself with {e.consultation}: {e.ground}"
    ),
    events.RequestWithdrawn: lambda e: f"{e.by} withdraws its request of {e.consultation}",
    events.ConsultationFell: lambda e: f"{e.consultation} falls",
    events.MeetingOpened: lambda e: f"{e.by} opens {e.consultation}{_automatic(e)}",
    events.ConsultationEnded: lambda e: f"{e.consultation} ends: {e.outcome}",
    events.PlacingSet: _placing,
    events.DraftTabled: lambda e: f"{e.by} tables {e.id}: {_quoted(e.title.en or e.title.fr)}",
    events.VersionTabled: lambda e: f"{e.by} tables v{e.number} of {e.draft}",
    events.DraftWithdrawn: lambda e: f"{e.by} withdraws {e.draft}",
    events.DraftFellBack: lambda e: (
        f"{e.draft} falls back to {e.form}, {len(e.kept)} paragraphs kept{_automatic(e)}"
    ),
    events.DraftEnded: lambda e: f"{e.draft} leaves the table",
    events.DraftCosponsored: lambda e: f"{e.by} co-sponsors {e.draft}",
    events.PositionStated: lambda e: (
        f"{e.by} on v{e.version} of {e.draft}: {e.stance}{_because(e.words)}"
    ),
    events.SilencePlaced: lambda e: (
        f"{e.by} puts v{e.version} of {e.draft} under {e.id} "
        f"until {clock(e.deadline_ms)}{_automatic(e)}{_because(e.reason)}"
    ),
    events.ExtensionAsked: lambda e: f"{e.by} asks for time on {e.silence}{_because(e.reason)}",
    events.ExtensionRefused: lambda e: f"no more time on {e.silence} for {e.to}{_automatic(e)}",
    events.SilenceExtended: _extended,
    events.CourtesyRanOn: lambda e: f"the courtesy of {e.silence} runs on beside the stopped clock",
    events.SilenceWithdrawn: lambda e: f"{e.by} withdraws {e.silence}{_because(e.reason)}",
    events.SilenceBroken: _broken,
    events.BreakAssociated: lambda e: (
        f"{e.by} stands beside the break of {e.silence}: {e.ground}{_because(e.words)}"
    ),
    events.BreakAuthorLeaked: lambda e: f"{e.by} is known to have broken {e.silence}: {e.ground}",
    events.BreakMadePublic: lambda e: f"the public knows that {e.silence} broke",
    events.TextAdopted: lambda e: f"v{e.version} of {e.draft} is adopted under {e.silence}",
    events.BreakTold: _told,
    events.InstructionsGiven: lambda e: f"instructions for {e.instructions.seat}",
    events.CableSent: lambda e: f"{e.cable.id}: {_quoted(e.cable.title.en)}",
    events.PlanLaid: lambda e: f"a plan of {len(e.injects)} injects is laid",
    events.SeedDrawn: lambda e: "the seed of chance is drawn",
    events.InjectFired: lambda e: f"inject {e.inject} goes out",
}
