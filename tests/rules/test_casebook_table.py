"""Casebook: turns, seats, injects and the end of a game (rules 1.4, 2, 3, 9)."""

from __future__ import annotations

from tests.rules.table import ALLIES, FACILITATOR, Table, inject, kinds, scenario, text
from wargame.rules.entities import Cable, Consultation, Incident
from wargame.rules.houserules import HouseRules
from wargame.rules.moves import (
    EndGame,
    EndTurn,
    FireInject,
    InjectIncident,
    PauseGame,
    RequestConsultation,
    SeatPeople,
    StartGame,
    VacateSeat,
    WithdrawSilence,
)
from wargame.rules.refusals import Refusal
from wargame.rules.scenario import Delivery

ASK = RequestConsultation(("incident/1",), "security")


def item(table: Table) -> Consultation:
    """The first consultation."""
    found = table.state.consultation("consultation/1")
    assert found is not None
    return found


def ending(turn_ms: int) -> Table:
    """A table whose turns the server ends."""
    return Table(scenario(HouseRules(facilitator_ends_turns=False), turn_ms=turn_ms))


def turn(table: Table) -> tuple[int, int, int]:
    """The turn's number, opening and planned end."""
    found = table.state.turn
    assert found is not None
    return found.number, found.opened_ms, found.planned_end_ms


def test_c_140_the_planned_end_of_a_turn_rings() -> None:
    table = Table(scenario(turn_ms=60_000)).started()
    assert table.settle(60_000) == []
    assert kinds(table.settle(60_001)) == ["TurnRang"]
    assert table.settle(900_000) == []
    assert turn(table)[0] == 1


def test_c_141_by_house_rule_the_server_ends_the_turn_and_opens_the_next() -> None:
    table = ending(60_000).started()
    assert kinds(table.settle(60_001)) == ["TurnEnded", "TurnOpened"]
    assert turn(table) == (2, 60_000, 120_000)


def test_c_142_a_later_deadline_of_a_silence_moves_the_planned_end() -> None:
    table = Table(scenario(turn_ms=60_000)).under_silence()
    assert turn(table)[2] == 240_000
    table.play(FACILITATOR, WithdrawSilence("silence/1"), 1_000)
    assert turn(table)[2] == 240_000


def test_c_143_fifteen_seconds_after_an_outage_move_the_planned_end_too() -> None:
    table = Table(scenario(turn_ms=60_000)).under_silence()
    table.outage(239_000, 300_000)
    assert turn(table)[2] == 254_000


def test_c_144_a_consultation_without_a_text_under_silence_ends_with_the_turn() -> None:
    table = Table().tabled()
    ended = table.play(FACILITATOR, EndTurn(), 1_000)
    assert kinds(ended) == ["DraftEnded", "ConsultationEnded", "TurnEnded", "TurnOpened"]
    assert item(table).outcome == "none"


def test_c_145_an_open_silence_runs_on_past_the_turns_end() -> None:
    table = Table().under_silence()
    assert kinds(table.play(FACILITATOR, EndTurn(), 1_000)) == ["TurnEnded", "TurnOpened"]
    assert item(table).state == "open"
    assert "TextAdopted" in kinds(table.settle(240_501))


def test_c_146_an_open_silence_may_be_withdrawn_in_the_same_act() -> None:
    table = Table().under_silence()
    ended = table.play(FACILITATOR, EndTurn(withdraw_silences=True), 1_000)
    assert kinds(ended)[:2] == ["SilenceWithdrawn", "DraftEnded"]
    assert (table.silence().state, item(table).state) == ("lapsed", "ended")


def test_c_147_the_turns_end_withdraws_no_text_whose_deadline_has_passed() -> None:
    table = Table().under_silence()
    ended = table.play(FACILITATOR, EndTurn(withdraw_silences=True), 240_001)
    assert "SilenceWithdrawn" not in kinds(ended)
    table.break_it("DEU", 240_500)


def test_c_148_at_one_reading_a_silence_is_decided_before_the_turns_end() -> None:
    table = ending(240_000).under_silence()
    facts = kinds(table.settle(241_000))
    assert facts == ["TextAdopted", "ConsultationEnded", "TurnEnded", "TurnOpened"]
    assert turn(table)[1] == 240_000


def test_c_149_a_facilitator_ends_a_turn_while_the_clock_stands() -> None:
    table = Table().opened()
    table.pause(1_000)
    table.play(FACILITATOR, EndTurn(), 5_000)
    assert turn(table)[:2] == (2, 1_000)


def test_c_150_a_game_does_not_end_while_a_silence_runs() -> None:
    table = Table().under_silence()
    assert table.refused(FACILITATOR, EndGame(), 1_000) == "silence_runs"
    table.play(FACILITATOR, WithdrawSilence("silence/1"), 2_000)
    table.play(FACILITATOR, EndGame(), 3_000)
    assert table.refused("POL", ASK, 4_000) == "ended"
    assert table.refused(FACILITATOR, PauseGame(), 4_000) == "ended"
    assert table.settle(9_000_000) == []


def test_c_151_a_turn_that_ends_after_an_adoption_beside_it_keeps_its_outcome() -> None:
    table = Table(scenario(HouseRules(silences_at_once=2))).tabled()
    table.table("DEU", 0)
    table.place(0)
    table.place(1_000, "draft/2", 240_000)
    table.settle(240_501)
    table.break_it("USA", 240_600, 2)
    table.play(FACILITATOR, EndTurn(), 250_000)
    assert (item(table).state, item(table).outcome) == ("ended", "council_statement")


def test_c_152_the_next_turn_is_as_long_as_the_scenario_says() -> None:
    table = Table(scenario(turn_ms=60_000)).under_silence()
    assert turn(table)[2] == 240_000
    table.play(FACILITATOR, EndTurn(), 10_000)
    assert turn(table) == (2, 10_000, 70_000)


def test_c_160_a_move_of_an_older_holder_is_refused() -> None:
    table = Table().started()
    table.play(FACILITATOR, VacateSeat("POL"), 1_000)
    table.play(FACILITATOR, SeatPeople("POL"), 2_000)
    answer = table.try_to("POL", ASK, 3_000, holder=1)
    assert isinstance(answer, Refusal)
    assert answer.code == "stale_holder"
    table.play("POL", ASK, 3_000)


def test_c_161_a_second_person_at_a_seat_changes_no_holder() -> None:
    table = Table().seated()
    assert table.refused(FACILITATOR, SeatPeople("POL"), 0) == "seat_already_so"
    assert table.actor("POL").holder == 1


def test_c_162_an_absent_ally_does_not_object() -> None:
    table = Table().under_silence()
    for code in ALLIES:
        table.play(FACILITATOR, VacateSeat(code), 1_000)
    assert "TextAdopted" in kinds(table.settle(240_501))


def test_c_163_seats_that_are_not_at_this_table_are_refused() -> None:
    table = Table().started()
    assert table.refused(FACILITATOR, SeatPeople("FRA"), 0) == "unknown_seat"
    assert table.refused("FRA", ASK, 0) == "unknown_seat"
    stray = InjectIncident(text("x"), text("y"), ("FRA",))
    assert table.refused(FACILITATOR, stray, 0) == "unknown_seat"


def test_c_164_nothing_is_played_before_the_clock_is_started() -> None:
    table = Table().seated()
    assert table.refused("POL", ASK, 0) == "not_started"
    assert table.refused(FACILITATOR, FireInject("swarm"), 0) == "not_started"
    assert table.settle(9_000_000) == []
    table.play(FACILITATOR, StartGame(), 9_000_000)
    assert table.refused(FACILITATOR, StartGame(), 9_000_001) == "already_started"


def test_c_170_an_inject_reaches_each_compartment_it_names_and_no_other() -> None:
    table = Table().started()
    assert table.seen("POL").find(Cable, "delegation/POL", "cable/1")
    assert not table.seen("DEU").room("delegation/POL")
    assert "delegation/POL" in table.seen(FACILITATOR).rooms


def test_c_171_two_incidents_of_one_inject_get_numbers_of_their_own() -> None:
    incidents = list(Table().started().state.every(Incident, "public"))
    assert [(i.id, i.title.en) for i in incidents] == [
        ("incident/1", "Swarm"),
        ("incident/2", "Crash"),
    ]


def test_c_172_an_inject_is_fired_once() -> None:
    table = Table().started()
    assert table.refused(FACILITATOR, FireInject("swarm"), 1_000) == "already_fired"
    assert table.refused(FACILITATOR, FireInject("none"), 1_000) == "unknown_inject"


def test_c_173_a_facilitator_invents_an_incident_that_no_plan_foresaw() -> None:
    table = Table().started()
    table.play(FACILITATOR, InjectIncident(text("Cable cut"), text("Sea"), ("EST",)), 1_000)
    found = table.state.find(Incident, "public", "incident/3")
    assert found is not None
    assert (found.targets, found.basis.grade) == (("EST",), "J")
    empty = InjectIncident(text(" "), text(""))
    assert table.refused(FACILITATOR, empty, 1_000) == "empty_text"


def test_c_174_incidents_of_the_council_and_of_the_public_have_numbers_of_their_own() -> None:
    """A request names an id; one id must mean one incident to whoever reads both rooms."""
    told = inject("told", Delivery("council", "incident", text("Told"), text("In council")))
    table = Table(scenario(injects=(told,))).seated()
    table.play(FACILITATOR, StartGame(), 0)
    table.play(FACILITATOR, InjectIncident(text("Seen"), text("In public")), 0)
    table.play(FACILITATOR, FireInject("told"), 0)
    seen = [i.id for room in ("public", "council") for i in table.state.every(Incident, room)]
    assert len(set(seen)) == 2


def test_c_175_observers_read_the_council_while_the_gallery_is_inside() -> None:
    inside = Table().started()
    outside = Table(scenario(HouseRules(gallery_inside=False))).started()
    assert "council" in inside.seen("observer").rooms
    assert set(outside.seen("observer").rooms) == {"public"}
