"""Casebook: getting the Council together (rules 4)."""

from __future__ import annotations

from tests.rules.table import FACILITATOR, Table, kinds
from wargame.rules.moves import (
    EndTurn,
    FireInject,
    JoinRequest,
    OpenMeeting,
    RequestConsultation,
    StartGame,
    WithdrawRequest,
)

JOIN = JoinRequest("consultation/1", "security")
WITHDRAW = WithdrawRequest("consultation/1")


def test_c_001_a_meeting_opens_three_minutes_after_the_request() -> None:
    table = Table().requested(1_000)
    assert table.settle(181_000) == []
    assert kinds(table.settle(181_001)) == ["MeetingOpened", "PlacingSet"]
    item = table.state.consultation("consultation/1")
    assert item is not None
    assert (item.state, item.opened_ms, item.place_ms) == ("open", 181_000, 391_000)


def test_c_002_who_joins_before_the_opening_is_a_joint_requester() -> None:
    table = Table().requested()
    assert kinds(table.play("DEU", JOIN, 1_000)) == ["RequestJoined"]
    item = table.state.consultation("consultation/1")
    assert item is not None
    assert [r.seat for r in item.requesters] == ["POL", "DEU"]
    assert table.refused("DEU", JOIN, 2_000) == "already_joined"


def test_c_003_a_request_on_the_same_incident_joins() -> None:
    table = Table().requested()
    asked = table.play("DEU", RequestConsultation(("incident/1",), "security"), 1_000)
    assert kinds(asked) == ["RequestJoined"]


def test_c_004_a_request_on_another_incident_is_an_item_of_its_own() -> None:
    table = Table().requested()
    table.request("DEU", 1_000, "incident/2")
    item = table.state.consultation("consultation/2")
    assert item is not None
    assert item.incidents == ("incident/2",)


def test_c_005_after_the_opening_an_ally_associates_itself_and_is_not_counted() -> None:
    table = Table().opened()
    assert kinds(table.play("DEU", JOIN, 1_000)) == ["ConsultationAssociated"]
    item = table.state.consultation("consultation/1")
    assert item is not None
    assert [r.seat for r in item.requesters] == ["POL"]
    assert [r.seat for r in item.associated] == ["DEU"]


def test_c_006_a_request_stands_while_one_requester_is_left() -> None:
    table = Table().requested()
    table.play("DEU", JOIN, 1_000)
    assert kinds(table.play("POL", WITHDRAW, 2_000)) == ["RequestWithdrawn"]
    assert "MeetingOpened" in kinds(table.settle(180_001))


def test_c_007_when_nobody_is_left_the_meeting_falls() -> None:
    table = Table().requested()
    assert kinds(table.play("POL", WITHDRAW, 2_000)) == ["RequestWithdrawn", "ConsultationFell"]
    assert table.settle(500_000) == []
    assert table.refused("DEU", JOIN, 500_000) == "no_request"


def test_c_008_a_withdrawn_request_is_spent_for_this_incident_and_turn() -> None:
    table = Table().requested()
    table.play("POL", WITHDRAW, 1_000)
    again = RequestConsultation(("incident/1",), "security")
    assert table.refused("POL", again, 2_000) == "already_asked"
    table.request("DEU", 2_000)
    rejoin = JoinRequest("consultation/2", "security")
    assert table.refused("POL", rejoin, 3_000) == "already_asked"
    table.request("POL", 3_000, "incident/2")


def test_c_009_an_open_meeting_cannot_be_withdrawn() -> None:
    table = Table().opened()
    assert table.refused("POL", WITHDRAW, 1_000) == "already_open"
    assert Table().requested().refused("DEU", WITHDRAW, 1_000) == "not_requester"


def test_c_010_a_withdrawal_received_at_the_reading_of_the_opening_comes_first() -> None:
    table = Table().requested()
    assert "ConsultationFell" in kinds(table.play("POL", WITHDRAW, 180_000))
    late = Table().requested()
    assert late.refused("POL", WITHDRAW, 180_001) == "already_open"


def test_c_011_the_facilitator_may_open_sooner_and_only_once() -> None:
    table = Table().requested()
    opened = OpenMeeting("consultation/1")
    assert kinds(table.play(FACILITATOR, opened, 5_000)) == ["MeetingOpened", "PlacingSet"]
    assert table.refused(FACILITATOR, opened, 6_000) == "no_request"
    assert "MeetingOpened" not in kinds(table.settle(200_000))


def test_c_012_nothing_can_be_consulted_on_before_an_incident() -> None:
    table = Table().seated()
    table.play(FACILITATOR, StartGame(), 0)
    ask = RequestConsultation(("incident/1",), "security")
    assert table.refused("POL", ask, 1_000) == "no_incident"
    table.play(FACILITATOR, FireInject("swarm"), 1_000)
    unknown = RequestConsultation(("incident/9",), "security")
    assert table.refused("POL", unknown, 2_000) == "unknown_incident"
    assert table.refused("POL", RequestConsultation((), "security"), 2_000) == "unknown_incident"


def test_c_013_a_new_turn_allows_a_new_request_on_the_same_incident() -> None:
    table = Table().requested()
    table.play(FACILITATOR, EndTurn(), 10_000)
    table.request("POL", 11_000)
    item = table.state.consultation("consultation/2")
    assert item is not None
    assert item.turn == 2


def test_c_014_who_stands_behind_an_item_that_outlives_its_turn_does_not_ask_twice() -> None:
    table = Table().under_silence()
    table.play(FACILITATOR, EndTurn(), 10_000)
    ask = RequestConsultation(("incident/1",), "security")
    assert table.refused("POL", ask, 11_000) == "already_asked"
    assert kinds(table.play("DEU", ask, 11_000)) == ["ConsultationAssociated"]


def test_c_015_an_incident_told_to_the_council_alone_may_be_consulted_on() -> None:
    table = Table().started()
    table.play(FACILITATOR, FireInject("second"), 1_000)
    assert table.state.room("council")["incident/c1"] is not None
    table.request("EST", 2_000, "incident/c1")
