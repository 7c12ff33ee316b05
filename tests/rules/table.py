"""A table in memory that a test plays at: no database, no socket, time by hand.

Times `t` are real ms since the game was started, so that `START + t` is the UTC instant. While
the clock has never stopped, `t` is the reading, too.
"""

from __future__ import annotations

import msgspec

from wargame.rules import law
from wargame.rules.compartments import COUNCIL, SERVER
from wargame.rules.entities import Silence
from wargame.rules.facts import Fact
from wargame.rules.houserules import HouseRules
from wargame.rules.lawbook import At
from wargame.rules.moves import (
    AnyMove,
    BeginHold,
    BreakSilence,
    EndHold,
    FireInject,
    OpenMeeting,
    Paragraph,
    PauseGame,
    PlaceUnderSilence,
    RequestConsultation,
    ResumeGame,
    SeatPeople,
    StartGame,
    StatePosition,
    TableDraft,
    TableVersion,
    Title,
)
from wargame.rules.opening import EMPTY, open_game
from wargame.rules.refusals import Refusal
from wargame.rules.scenario import (
    Ally,
    Delivery,
    Inject,
    Line,
    Scenario,
    SeatBrief,
    Starter,
    Text,
)
from wargame.rules.state import Actor, State, reading, view

START = 1_800_000_000_000
"""The UTC ms at which every test's clock is started."""
ALLIES = ("POL", "DEU", "USA", "HUN", "EST")
FACILITATOR = "facilitator"
BOTH = (Paragraph("We met."), Paragraph("We condemn."))


def text(words: str) -> Text:
    """The same words in both languages."""
    return Text(words, words)


def inject(name: str, *deliveries: Delivery) -> Inject:
    """A line of the plan with these deliveries."""
    return Inject(name, text(name), deliveries)


SWARM = inject(
    "swarm",
    Delivery("public", "incident", text("Swarm"), text("Drones over Poland"), ("POL",)),
    Delivery("public", "incident", text("Crash"), text("Debris on a roof"), ("POL",)),
    Delivery("public", "news", text("Night"), text("Airports closed")),
    Delivery("delegation/POL", "cable", text("Count"), text("Nineteen")),
    Delivery("delegation/DEU", "cable", text("Patriots"), text("Two batteries")),
)
SECOND = inject("second", Delivery("council", "incident", text("Again"), text("More"), ("EST",)))
MIDDLE = Starter("middle", text("Middle"), (text("The Council met."), text("It consults.")))


def scenario(
    house: HouseRules | None = None,
    *,
    middle: bool = False,
    turn_ms: int = 2_700_000,
    brief: str = "Hold the line",
    injects: tuple[Inject, ...] = (SWARM, SECOND),
) -> Scenario:
    """A small crisis with five allies."""
    return Scenario(
        id="test",
        title=text("Test"),
        date="2025-09-10",
        place=text("Brussels"),
        summary=text("A night"),
        allies=tuple(Ally(code, text(code)) for code in ALLIES),
        briefs=tuple(
            SeatBrief(c, text(f"{brief} {c}"), (Line(text("aim")),), (Line(text("red")),))
            for c in ALLIES
        ),
        injects=injects,
        starters=(MIDDLE,) if middle else (),
        turn_ms=turn_ms,
        house_rules=house or HouseRules(),
    )


class Table:
    """A game with everybody seated. `log` holds its facts from the first on."""

    def __init__(self, plot: Scenario | None = None, seed: str = "seed") -> None:
        self.log: list[Fact] = []
        self.state: State = EMPTY
        self._take(open_game(plot or scenario(), "00", seed))

    def _take(self, facts: tuple[Fact, ...]) -> None:
        for fact in facts:
            self.state = law.evolve(self.state, fact)
        self.log += facts

    def at(self, t: int) -> At:
        """Real time as the law takes it."""
        return At(reading(self.state.clock, START + t), START + t)

    def settle(self, t: int) -> list[Fact]:
        """Everything that is due at `t`, applied."""
        taken: list[Fact] = []
        while facts := law.due(self.state, self.at(t)):
            self._take(facts)
            taken += facts
        return taken

    def try_to(
        self, seat: str, move: AnyMove, t: int, holder: int | None = None
    ) -> tuple[Fact, ...] | Refusal:
        """Play a move received at `t`, after the deadlines before it."""
        self.settle(t)
        answer = law.decide(self.state, self.actor(seat, holder), move, self.at(t))
        if not isinstance(answer, Refusal):
            self._take(answer)
        return answer

    def play(self, seat: str, move: AnyMove, t: int) -> tuple[Fact, ...]:
        """Play a move that has to be taken."""
        answer = self.try_to(seat, move, t)
        assert not isinstance(answer, Refusal), answer.sentence("en")
        return answer

    def refused(self, seat: str, move: AnyMove, t: int) -> str:
        """The code of a move that has to be refused; nothing may have changed by it."""
        self.settle(t)
        before = self.state
        answer = self.try_to(seat, move, t)
        assert isinstance(answer, Refusal), f"{move} was taken"
        assert self.state == before
        return answer.code

    def actor(self, seat: str, holder: int | None = None) -> Actor:
        """Who sits there now."""
        found = self.state.seat(seat)
        return Actor(seat, holder if holder is not None else found.holder if found else 0)

    def seen(self, seat: str) -> State:
        """The seat's view."""
        return view(self.state, seat)

    def may(self, seat: str, move: str, t: int) -> str | None:
        """Why this kind of move is not possible now; None if it is."""
        self.settle(t)
        listed = dict(law.may(self.seen(seat), self.actor(seat), self.at(t)))
        refusal = listed[move]
        return refusal.code if refusal else None

    def silence(self, number: int = 1) -> Silence:
        """A silence by its number."""
        found = self.state.silence(f"silence/{number}")
        assert found is not None
        return found

    # Short for what most tests do ------------------------------------------------------------

    def seated(self) -> Table:
        """All allies have people."""
        for code in ALLIES:
            self.play(FACILITATOR, SeatPeople(code), 0)
        return self

    def started(self) -> Table:
        """Seated, the clock runs from t = 0, and the swarm has come."""
        self.seated().play(FACILITATOR, StartGame(), 0)
        self.play(FACILITATOR, FireInject("swarm"), 0)
        return self

    def requested(self, t: int = 0) -> Table:
        """Started, and Poland asks at `t`."""
        self.started().request("POL", t)
        return self

    def opened(self, t: int = 0) -> Table:
        """Requested, and the facilitator opens the meeting at once."""
        self.requested(t).play(FACILITATOR, OpenMeeting("consultation/1"), t)
        return self

    def tabled(self, t: int = 0) -> Table:
        """Opened, with Poland's draft of two paragraphs."""
        self.opened(t).table("POL", t)
        return self

    def under_silence(self, t: int = 0, length_ms: int | None = None) -> Table:
        """Tabled, and placed at `t`: with default house rules until t + 240 s."""
        self.tabled(t).place(t, length_ms=length_ms)
        return self

    def request(self, seat: str, t: int, incident: str = "incident/1") -> None:
        """Ask for consultation."""
        self.play(seat, RequestConsultation((incident,), "security"), t)

    def table(
        self,
        seat: str,
        t: int,
        paragraphs: tuple[Paragraph, ...] = BOTH,
        consultation: str = "consultation/1",
    ) -> None:
        """Table a draft."""
        self.play(seat, TableDraft(consultation, Title("Statement"), paragraphs), t)

    def next_version(self, seat: str, t: int, *words: str, draft: str = "draft/1") -> None:
        """Table the next version of a draft in these paragraphs."""
        found = self.state.draft(draft)
        assert found is not None
        paragraphs = tuple(Paragraph(w) for w in words)
        self.play(seat, TableVersion(draft, found.version, paragraphs), t)

    def place(self, t: int, draft: str = "draft/1", length_ms: int | None = None) -> None:
        """The facilitator puts the current version under silence."""
        found = self.state.draft(draft)
        assert found is not None
        self.play(FACILITATOR, PlaceUnderSilence(draft, found.version, length_ms), t)

    def break_it(self, seat: str, t: int, number: int = 1, *objected: int) -> tuple[Fact, ...]:
        """Break silence on legal grounds."""
        return self.play(seat, objection(number, *objected), t)

    def position(self, seat: str, t: int, stance: str, version: int = 1) -> tuple[Fact, ...]:
        """State a position on draft/1."""
        move = msgspec.convert(
            {"kind": "state_position", "draft": "draft/1", "version": version, "stance": stance},
            StatePosition,
        )
        return self.play(seat, move, t)

    def pause(self, t: int) -> None:
        """Stop the clock."""
        self.play(FACILITATOR, PauseGame(), t)

    def resume(self, t: int) -> None:
        """Let it run."""
        self.play(FACILITATOR, ResumeGame(), t)

    def outage(self, since: int, until: int) -> None:
        """No server lived from `since` to `until`; then everybody is back at once."""
        self.play(SERVER, BeginHold(START + since, until - since), since)
        self.play(SERVER, EndHold("all_back"), until)


def objection(number: int = 1, *objected: int) -> BreakSilence:
    """A break with a reason, proposed words and what would lift it."""
    return BreakSilence(
        f"silence/{number}", "legal_basis", objected, "No basis", "A basis", "Other words"
    )


def house(**rules: object) -> Table:
    """A table with these house rules, all others by default."""
    return Table(scenario(msgspec.convert(rules, HouseRules, strict=True)))


def kinds(facts: tuple[Fact, ...] | list[Fact], compartment: str = COUNCIL) -> list[str]:
    """The events of a compartment by name, in order."""
    return [type(f.event).__name__ for f in facts if f.compartment == compartment]
