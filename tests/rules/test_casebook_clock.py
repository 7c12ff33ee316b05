"""Casebook: pause, courtesy and outage (rules 7)."""

from __future__ import annotations

from tests.rules.table import FACILITATOR, START, Table, kinds, objection
from wargame.rules import law
from wargame.rules.compartments import SERVER
from wargame.rules.moves import (
    AskExtension,
    BeginHold,
    EndHold,
    ExtendSilence,
    FireInject,
    OpenMeeting,
    PauseGame,
    PlaceUnderSilence,
    ResumeGame,
    StatePosition,
    WithdrawSilence,
)

SUPPORT = StatePosition("draft/1", 1, "support")


def test_c_110_a_pause_stops_every_deadline_and_a_resumption_lets_it_run_on() -> None:
    table = Table().under_silence()
    table.pause(100_000)
    assert law.next_due_at(table.state) is None
    assert table.settle(900_000) == []
    table.resume(900_000)
    assert law.next_due_at(table.state) == START + 900_000 + 140_501
    assert table.settle(1_040_500) == []
    assert kinds(table.settle(1_040_501)) == ["TextAdopted", "ConsultationEnded"]
    assert table.silence().outcome_ms == 240_000


def test_c_111_a_break_received_while_the_clock_stands_counts() -> None:
    table = Table().under_silence()
    table.pause(240_000)
    table.break_it("DEU", 999_000)
    broken = table.silence().broken
    assert broken is not None
    assert broken.at_ms == 240_000


def test_c_112_other_moves_of_delegations_wait_while_the_clock_stands() -> None:
    table = Table().under_silence()
    table.pause(1_000)
    assert table.refused("DEU", SUPPORT, 2_000) == "paused"
    assert table.refused("DEU", AskExtension("silence/1"), 2_000) == "paused"
    table.resume(3_000)
    table.play("DEU", SUPPORT, 4_000)


def test_c_113_facilitators_act_while_the_clock_stands() -> None:
    table = Table().under_silence()
    table.pause(1_000)
    table.play(FACILITATOR, FireInject("second"), 2_000)
    table.play(FACILITATOR, ExtendSilence("silence/1", 10_000), 3_000)
    table.play(FACILITATOR, WithdrawSilence("silence/1"), 4_000)
    assert table.silence().outcome_ms == 1_000


def test_c_114_a_stop_inside_the_courtesy_counts_as_running() -> None:
    table = Table().under_silence()
    table.play(FACILITATOR, PauseGame(), 240_100)
    assert table.silence().closes_at == START + 240_500
    assert table.settle(240_500) == []
    assert "TextAdopted" in kinds(table.settle(240_501))


def test_c_115_a_break_inside_a_courtesy_that_runs_on_beside_a_stopped_clock_counts() -> None:
    table = Table().under_silence()
    table.pause(240_100)
    table.break_it("DEU", 240_500)
    assert table.silence().state == "broken"


def test_c_116_a_break_after_such_a_courtesy_is_too_late() -> None:
    table = Table().under_silence()
    table.pause(240_100)
    assert table.refused("DEU", objection(), 240_501) == "too_late"


def test_c_117_a_courtesy_that_runs_on_ends_at_its_instant_after_a_resumption_too() -> None:
    table = Table().under_silence()
    table.pause(240_100)
    table.resume(240_300)
    table.break_it("DEU", 240_500)


def test_c_118_a_courtesy_that_runs_on_is_decided_by_itself_while_the_clock_stands() -> None:
    """A deadline that lies between the stop and the close must not hold it up."""
    table = Table().tabled()
    table.request("DEU", 60_300, "incident/2")
    table.place(200)
    table.pause(240_250)
    assert law.next_due_at(table.state) == START + 240_701
    assert "TextAdopted" in kinds(table.settle(240_701))


def test_c_119_an_outage_puts_the_clock_back_and_costs_nobody_time() -> None:
    table = Table().under_silence()
    table.outage(100_000, 700_000)
    assert table.state.clock.stood_ms == 600_000
    assert table.silence().deadline_ms == 240_000
    assert table.settle(840_500) == []
    assert "TextAdopted" in kinds(table.settle(840_501))


def test_c_120_after_an_outage_a_running_silence_has_fifteen_seconds() -> None:
    table = Table().under_silence()
    table.outage(239_000, 500_000)
    silence = table.silence()
    assert (silence.deadline_ms, silence.closes_ms) == (254_000, 254_500)
    assert (silence.extensions[0].given_by, silence.extensions[0].reason) == ("server", "outage")


def test_c_121_an_outage_inside_the_courtesy_gives_fifteen_seconds_too() -> None:
    table = Table().under_silence()
    table.outage(240_400, 500_000)
    assert table.silence().deadline_ms == 255_400
    table.break_it("DEU", 515_500)


def test_c_122_exactly_fifteen_seconds_left_are_enough() -> None:
    table = Table().under_silence()
    table.outage(225_000, 500_000)
    assert table.silence().extensions == ()


def test_c_123_a_break_during_the_hold_counts() -> None:
    table = Table().under_silence()
    table.play(SERVER, BeginHold(START + 239_000, 1_000), 239_000)
    assert table.refused("DEU", SUPPORT, 600_000) == "paused"
    table.break_it("DEU", 600_000)
    table.play(SERVER, EndHold("waited"), 620_000)
    assert table.silence().state == "broken"


def test_c_124_the_facilitator_may_end_a_hold() -> None:
    table = Table().under_silence()
    table.play(SERVER, BeginHold(START + 239_000, 1_000), 239_000)
    assert kinds(table.play(FACILITATOR, ResumeGame(), 300_000), "public") == ["OutageEnded"]
    assert table.silence().deadline_ms == 254_000
    assert table.refused(SERVER, EndHold("waited"), 301_000) == "no_hold"


def test_c_125_what_a_hold_gave_is_not_an_extension_by_the_chair() -> None:
    table = Table().under_silence()
    table.outage(239_000, 500_000)
    asked = table.play("DEU", AskExtension("silence/1"), 501_000)
    assert kinds(asked) == ["ExtensionAsked", "SilenceExtended"]


def test_c_126_a_clock_that_stands_is_not_held() -> None:
    table = Table().under_silence()
    table.pause(1_000)
    assert table.refused(SERVER, BeginHold(START + 1_000, 5_000), 6_000) == "paused"
    assert table.refused(FACILITATOR, PauseGame(), 6_000) == "already_paused"
    table.resume(7_000)
    assert table.refused(FACILITATOR, ResumeGame(), 8_000) == "not_paused"


def test_c_127_an_extension_inside_a_hold_opens_the_courtesy_anew() -> None:
    table = Table().under_silence()
    table.pause(240_000)
    table.play(FACILITATOR, ExtendSilence("silence/1", 20_000), 300_000)
    table.resume(400_000)
    table.break_it("DEU", 420_500)


def test_c_128_the_chairs_part_is_not_played_while_the_clock_stands() -> None:
    table = Table().tabled()
    table.request("DEU", 0, "incident/2")
    table.pause(1_000)
    assert table.refused(FACILITATOR, PlaceUnderSilence("draft/1", 1), 2_000) == "paused"
    assert table.refused(FACILITATOR, OpenMeeting("consultation/2"), 2_000) == "paused"
