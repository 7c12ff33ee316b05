"""The silence procedure against an independent model of its timing (rules 6.3, 7)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.conftest import Evidence
from tests.rules.live import LiveTable, Stamped
from tests.rules.reference import ModelSilence, Stopwatch
from tests.rules.table import ALLIES, BOTH, FACILITATOR, START, objection, scenario, text
from wargame.rules import breaks, lawbook
from wargame.rules.compartments import SERVER
from wargame.rules.entities import Silence
from wargame.rules.events import TextAdopted
from wargame.rules.houserules import HouseRules
from wargame.rules.lawbook import At, Due
from wargame.rules.moves import (
    AnyMove,
    AskExtension,
    BeginHold,
    EndHold,
    ExtendSilence,
    InjectIncident,
    OpenMeeting,
    Paragraph,
    PauseGame,
    PlaceUnderSilence,
    RequestConsultation,
    ResumeGame,
    TableDraft,
    TableVersion,
    Title,
    WithdrawSilence,
)
from wargame.table.answers import Answer, Done
from wargame.table.judging import Judging

LENGTH, COURTESY, FLOOR = 5_000, 500, 2_000
Step = tuple[str, int]
"""By so many ms, or up to an edge of the running silence and so many ms past it."""
STEPS = st.one_of(
    st.tuples(
        st.just("by"), st.sampled_from((0, 0, 1, 2, 50, 498, 499, 500, 501, 1_000, 2_500, 4_000))
    ),
    st.tuples(st.sampled_from(("deadline", "close")), st.sampled_from((-1, 0, 1))),
)
ALLY = st.sampled_from(ALLIES)
HOUSE = HouseRules(
    courtesy_ms=COURTESY,
    silence_first_ms=LENGTH,
    silence_later_ms=LENGTH,
    silence_shortest_ms=1,
    hold_floor_ms=FLOOR,
    association_ms=0,
    breaks_to_fall_back=None,
    redrafting_ms=600_000,
)


class Silences(RuleBasedStateMachine):
    """One draft put under silence again and again, by a table that stops, dies and repeats."""

    def __init__(self) -> None:
        super().__init__()
        self.t = 0
        self.clock = Stopwatch()
        self.model: ModelSilence | None = None
        self.number = 0
        self.item = 0
        self.version = 0
        self.held = False
        self.heard: set[str] = set()
        self.sent: list[tuple[Stamped, Answer]] = []
        self.table = LiveTable(scenario(HOUSE, turn_ms=10**9))

    @initialize(length=st.sampled_from((None, 1_000)))
    def begin(self, length: int | None) -> None:
        """Everything up to the first silence, at t = 0."""
        self.table.started()
        self.place(length)

    @property
    def draft(self) -> str:
        """The draft that is spoken about now."""
        return f"draft/{self.item}"

    def _table_a_draft(self) -> None:
        """A new incident, a new consultation, a new draft."""
        self.item += 1
        self.version = 1
        incident, consultation = f"incident/{self.item}", f"consultation/{self.item}"
        if self.item > 2:
            self._done(FACILITATOR, InjectIncident(text("Again"), text("More")))
        self._done("POL", RequestConsultation((incident,), "security"))
        self._done(FACILITATOR, OpenMeeting(consultation))
        self._done("POL", TableDraft(consultation, Title("Statement"), BOTH))

    def _table_a_version(self) -> None:
        new = (Paragraph(f"Version {self.version + 1}"),)
        self._done("POL", TableVersion(self.draft, self.version, new))
        self.version += 1

    def _play(self, seat: str, move: AnyMove, at: int | None = None) -> Answer:
        self.table.ids += 1
        stamped = (seat, move, self.t if at is None else at, f"m-{self.table.ids:08}")
        answer = self.table.batch([stamped], self.t)[0]
        self.sent.append((stamped, answer))
        return answer

    def _done(self, seat: str, move: AnyMove) -> None:
        answer = self._play(seat, move)
        assert isinstance(answer, Done), answer

    @property
    def running(self) -> bool:
        """Whether the model's clock runs."""
        return self.clock.since is not None

    def _length(self, step: Step) -> int:
        edge, ms = step
        if edge == "by" or self.model is None:
            return max(0, ms)
        if self.model.real_end is not None:
            return max(0, self.model.real_end + ms - self.t)
        late = COURTESY if edge == "close" else 0
        return max(0, self.model.deadline + late + ms - self.clock.reading(self.t))

    def _pass(self, step: Step) -> None:
        """Time passes for the model; the table may not even have looked yet."""
        self.t += self._length(step)
        if self.model is not None:
            self.model.pass_time(self.clock, self.t)

    @property
    def is_silent(self) -> bool:
        """Whether the model has a silence under way."""
        return self.model is not None and self.model.outcome is None

    # The game goes on -----------------------------------------------------------------------

    @rule(step=STEPS)
    def tick(self, step: Step) -> None:
        """Time passes, and the timekeeper looks."""
        self._pass(step)
        self.table.tick(self.t)

    @precondition(lambda self: not self.is_silent and self.running)
    @rule(length=st.sampled_from((None, 1_000, 3_000)))
    def place(self, length: int | None) -> None:
        """The next version goes under silence; after an adoption, a new draft."""
        self.table.tick(self.t)
        if self.model is None or self.model.outcome == "adopted":
            self._table_a_draft()
        else:
            self._table_a_version()
        self._done(FACILITATOR, PlaceUnderSilence(self.draft, self.version, length))
        self.number += 1
        now = self.clock.reading(self.t)
        self.model = ModelSilence(now, length or LENGTH, COURTESY)
        self.heard = set()

    @precondition(lambda self: self.model is not None)
    @rule(ally=ALLY, step=STEPS, late=STEPS)
    def break_silence(self, ally: str, step: Step, late: Step) -> None:
        """A break is received now, and decided `late` ms later, before anybody looked."""
        assert self.model is not None
        if ally in self.heard:
            return
        self._pass(step)
        received = self.t
        expected = self.model.objected(self.clock, received)
        if self.running:
            self._pass(late)
        answer = self._play(ally, objection(self.number), received)
        assert isinstance(answer, Done) is expected, (answer, received)
        if expected:
            self.heard.add(ally)

    @precondition(lambda self: self.is_silent)
    @rule(ally=ALLY, gap=STEPS, step=STEPS)
    def break_and_tick_in_one_batch(self, ally: str, gap: Step, step: Step) -> None:
        """Two breaks wait together; stamps decide, not the order of arrival."""
        assert self.model is not None
        other = next(a for a in ALLIES if a not in self.heard | {ally})
        if ally in self.heard:
            return
        self._pass(step)
        first = self.t
        wanted = [self.model.objected(self.clock, first)]
        self._pass(gap if self.running else ("by", 0))
        wanted.append(self.model.objected(self.clock, self.t))
        self.table.ids += 2
        ids = (f"m-{self.table.ids:08}", f"n-{self.table.ids:08}")
        moves: list[Stamped] = [
            (ally, objection(self.number), first, ids[0]),
            (other, objection(self.number), self.t, ids[1]),
        ]
        answers = self.table.batch(moves, self.t)
        assert [isinstance(answer, Done) for answer in answers] == wanted
        self.heard |= {s for s, taken in zip((ally, other), wanted, strict=True) if taken}

    # Stops -----------------------------------------------------------------------------------

    @precondition(lambda self: self.running)
    @rule(step=STEPS)
    def pause(self, step: Step) -> None:
        """The facilitator stops the clock."""
        self._pass(step)
        self._done(FACILITATOR, PauseGame())
        if self.model is not None:
            self.model.paused(self.clock, self.t)
        self.clock.stop(self.t)

    @precondition(lambda self: not self.running and not self.held)
    @rule(step=STEPS)
    def resume(self, step: Step) -> None:
        """The facilitator lets it run."""
        self._pass(step)
        self._done(FACILITATOR, ResumeGame())
        self.clock.go(self.t)

    @precondition(lambda self: self.running)
    @rule(step=STEPS, gap=STEPS, dead=st.booleans())
    def outage_begins(self, step: Step, gap: Step, dead: bool) -> None:
        """The last sign of life is now; `gap` ms later somebody keeps the clock again."""
        self._pass(step)
        self.clock.stop(self.t)
        if dead:
            self.table.restart()
        stood = self._length(gap)
        self._done(SERVER, BeginHold(START + self.t, stood))
        self.held = True
        self.t += stood

    @precondition(lambda self: self.held)
    @rule(step=STEPS, facilitator=st.booleans())
    def outage_ends(self, step: Step, facilitator: bool) -> None:
        """Enough people are back; a running silence has at least the floor (rules 7.6)."""
        self._pass(step)
        mover, move = (FACILITATOR, ResumeGame()) if facilitator else (SERVER, EndHold("all_back"))
        self._done(mover, move)
        now = self.clock.reading(self.t)
        if self.is_silent and self.model is not None and self.model.deadline - now < FLOOR:
            self.model.moved(now + FLOOR)
        self.clock.go(self.t)
        self.held = False

    @rule()
    def restart(self) -> None:
        """The process dies and another reads the record at once."""
        self.table.restart()

    # Moved deadlines, repeated moves ---------------------------------------------------------

    @precondition(lambda self: self.model is not None)
    @rule(step=STEPS, by=st.sampled_from((1, 500, 3_000)))
    def extend(self, step: Step, by: int) -> None:
        """The facilitator gives time, while the deadline has not passed."""
        self._pass(step)
        assert self.model is not None
        allowed = self.model.open_to_moves(self.clock, self.t)
        answer = self._play(FACILITATOR, ExtendSilence(f"silence/{self.number}", by))
        assert isinstance(answer, Done) is allowed, answer
        if allowed:
            self.model.moved(self.model.deadline + by)

    @precondition(lambda self: self.is_silent)
    @rule(step=STEPS)
    def withdraw(self, step: Step) -> None:
        """The text is taken back, while the deadline has not passed."""
        self._pass(step)
        assert self.model is not None
        allowed = self.model.open_to_moves(self.clock, self.t)
        answer = self._play(FACILITATOR, WithdrawSilence(f"silence/{self.number}"))
        assert isinstance(answer, Done) is allowed, answer
        if allowed:
            self.model.outcome = "lapsed"

    @precondition(lambda self: self.is_silent and self.running)
    @rule(step=STEPS, ally=ALLY)
    def ask_for_time(self, step: Step, ally: str) -> None:
        """A delegation asks; the automatic chair gives half the length, once."""
        self._pass(step)
        assert self.model is not None
        before = self._silence()
        given = any(e.given_by != "server" for e in before.extensions)
        allowed = self.model.open_to_moves(self.clock, self.t) and ally not in before.asked
        answer = self._play(ally, AskExtension(before.id))
        assert isinstance(answer, Done) is allowed, answer
        if allowed and not given:
            length = self.model.deadline - self.model.opened
            self.model.moved(self.model.deadline + length // 2)

    @precondition(lambda self: bool(self.sent))
    @rule(data=st.data())
    def send_again(self, data: st.DataObject) -> None:
        """A client that heard nothing sends the same move under the same id."""
        stamped, answer = data.draw(st.sampled_from(self.sent[-12:]))
        if not isinstance(answer, Done) and answer.refusal.transient:
            return
        before = len(self.table.entries)
        self.table.tick(self.t)
        due = len(self.table.entries)
        seat, move, _, move_id = stamped
        again = self.table.batch([(seat, move, self.t, move_id)], self.t)[0]
        assert again == answer
        assert len(self.table.entries) == due >= before

    # What always holds -----------------------------------------------------------------------

    def _silence(self) -> Silence:
        found = self.table.state.silence(f"silence/{self.number}")
        assert found is not None
        return found

    @invariant()
    def the_clock_is_the_stopwatch(self) -> None:
        """It never runs while stopped, and never steps back."""
        if self.table.state.game.status == "running":
            assert self.table.at(self.t).reading_ms == self.clock.reading(self.t)

    @invariant()
    def the_outcome_is_the_models(self) -> None:
        """Looked at now, table and model agree on what became of the silence."""
        if self.model is None:
            return
        self.table.tick(self.t)
        self.model.pass_time(self.clock, self.t)
        found = self._silence()
        assert found.state == (self.model.outcome or "running")
        assert found.deadline_ms == self.model.deadline
        if found.state == "adopted":
            assert found.outcome_ms == found.deadline_ms

    @invariant()
    def a_text_is_adopted_once(self) -> None:
        """One event for each silence that was kept, whatever died meanwhile."""
        kept = [e.event for e in self.table.shown if isinstance(e.event, TextAdopted)]
        assert len({event.silence for event in kept}) == len(kept)

    @invariant()
    def readings_never_step_back(self) -> None:
        """In the order of the record."""
        readings = [e.header.reading_ms for e in self.table.entries[-20:]]
        assert readings == sorted(readings)


SMALL = settings(max_examples=150, stateful_step_count=40, deadline=None)
LONG = settings(
    max_examples=1_000,
    stateful_step_count=50,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
HUNT = settings(
    max_examples=400,
    stateful_step_count=30,
    deadline=None,
    database=None,
    derandomize=True,
    report_multiple_bugs=False,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)


def test_silences_keep_time_as_the_model_does() -> None:
    run_state_machine_as_test(Silences, settings=SMALL)  # type: ignore[no-untyped-call]


@pytest.mark.long
@pytest.mark.timeout(1_800)
def test_silences_keep_time_as_the_model_does_for_fifty_thousand_steps(
    evidence: Evidence,
) -> None:
    run_state_machine_as_test(Silences, settings=LONG)  # type: ignore[no-untyped-call]
    evidence(f"figure: games of up to {LONG.stateful_step_count} steps = {LONG.max_examples}")


# Four mutants, each of which the machine must catch ------------------------------------------


def _closes_at_equality(kept: Silence, at: At) -> bool:
    return at.reading_ms < kept.closes_ms if kept.closes_at is None else at.instant < kept.closes_at


def _early(due: Due, at: At) -> bool:
    return due.at_ms <= at.reading_ms if due.instant is None else due.instant <= at.instant


def _without_courtesy(kept: Silence, at: At) -> bool:
    return at.reading_ms <= kept.deadline_ms


class _Forgetful(dict[tuple[str, str], tuple[bytes, bytes]]):
    """Receipts that nobody finds again."""

    def get(self, key: object, default: object = None) -> None:  # type: ignore[override]
        """Nothing."""


_answer = Judging._answer


def _forget(judging: Judging, waiting: object) -> Answer:
    judging.receipts = _Forgetful(judging.receipts)
    judging._live.receipts = _Forgetful(judging._live.receipts)
    return _answer(judging, waiting)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Mutant:
    """One wrong line of law, put in place of the right one."""

    name: str
    where: object
    attribute: str
    wrong: Callable[..., object]


MUTANTS = (
    Mutant("a break at closes_ms is late", breaks, "in_time", _closes_at_equality),
    Mutant("a silence closes at closes_ms, not past it", lawbook.Due, "passed", _early),
    Mutant("the courtesy is ignored", breaks, "in_time", _without_courtesy),
    Mutant("a move sent twice happens twice", Judging, "_answer", _forget),
)


@pytest.mark.slow
@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_the_machine_catches_a_planted_mutant(mutant: Mutant) -> None:
    with (
        patch.object(mutant.where, mutant.attribute, mutant.wrong),
        pytest.raises(AssertionError),
    ):
        run_state_machine_as_test(Silences, settings=HUNT)  # type: ignore[no-untyped-call]
