"""Casebook: silence placed, extended, withdrawn, adopted (rules 6.1, 6.3, 7.2, 7.3)."""

from __future__ import annotations

from tests.rules.table import FACILITATOR, Table, house, kinds, objection
from wargame.rules.entities import Bulletin
from wargame.rules.moves import (
    AskExtension,
    ExtendSilence,
    PlaceUnderSilence,
    StatePosition,
    WithdrawSilence,
)
from wargame.rules.refusals import Refusal

ASK = AskExtension("silence/1", "Capital sleeps")
EXTEND = ExtendSilence("silence/1", 30_000)
WITHDRAW = WithdrawSilence("silence/1")


def two_items(**rules: object) -> Table:
    """Two consultations, each with a draft."""
    table = house(**rules).tabled()
    table.request("DEU", 0, "incident/2")
    table.settle(180_001)
    table.table("DEU", 180_001, consultation="consultation/2")
    return table


def test_c_050_the_first_silence_of_a_consultation_is_longer_than_later_ones() -> None:
    table = Table().under_silence(1_000)
    assert table.silence().deadline_ms == 241_000
    table.play(FACILITATOR, WITHDRAW, 2_000)
    table.place(3_000)
    assert table.silence(2).deadline_ms == 183_000


def test_c_051_no_silence_is_shorter_than_the_shortest() -> None:
    table = Table().tabled()
    short = PlaceUnderSilence("draft/1", 1, 89_999)
    assert table.refused(FACILITATOR, short, 0) == "too_short"
    table.place(0, length_ms=90_000)
    assert table.silence().deadline_ms == 90_000


def test_c_052_one_silence_at_once_and_the_next_text_waits_for_its_outcome() -> None:
    table = two_items()
    table.place(181_000)
    other = PlaceUnderSilence("draft/2", 1)
    assert table.refused(FACILITATOR, other, 182_000) == "silences_at_once"
    assert kinds(table.settle(421_000)) == []
    table.break_it("USA", 421_000)
    assert kinds(table.settle(421_001)) == ["SilencePlaced"]
    assert (table.silence(2).draft, table.silence(2).opened_ms) == ("draft/2", 421_000)


def test_c_053_by_house_rule_several_texts_are_under_silence_and_are_independent() -> None:
    table = two_items(silences_at_once=2)
    table.place(181_000)
    table.place(182_000, "draft/2")
    table.break_it("USA", 183_000)
    table.settle(422_501)
    assert (table.silence(1).state, table.silence(2).state) == ("broken", "adopted")


def test_c_054_two_texts_of_one_consultation_may_both_be_adopted() -> None:
    table = house(silences_at_once=2).tabled()
    table.table("DEU", 0)
    table.place(0)
    table.place(1_000, "draft/2", 240_000)
    assert "ConsultationEnded" not in kinds(table.settle(240_501))
    assert kinds(table.settle(241_501)) == ["TextAdopted", "ConsultationEnded"]


def test_c_055_a_consultation_with_another_text_under_silence_survives_a_fall_back() -> None:
    table = house(silences_at_once=2, breaks_to_fall_back=1).tabled()
    table.table("DEU", 0)
    table.place(0)
    table.place(1_000, "draft/2", 240_000)
    assert "ConsultationEnded" not in kinds(table.break_it("USA", 2_000))
    table.settle(241_501)
    item = table.state.consultation("consultation/1")
    assert item is not None
    assert (item.state, item.outcome) == ("ended", "council_statement")


def test_c_056_at_different_strength_the_stronger_outcome_names_the_consultation() -> None:
    table = house(silences_at_once=2, breaks_to_fall_back=1).tabled()
    table.table("DEU", 0)
    table.place(0)
    table.place(1_000, "draft/2", 240_000)
    table.settle(240_501)
    table.break_it("USA", 240_600, 2)
    item = table.state.consultation("consultation/1")
    assert item is not None
    assert (item.state, item.outcome) == ("ended", "council_statement")


def test_c_057_unbroken_past_the_courtesy_a_text_is_adopted_once_at_its_deadline() -> None:
    table = Table().under_silence()
    assert table.settle(240_500) == []
    assert kinds(table.settle(240_501)) == ["TextAdopted", "ConsultationEnded"]
    assert table.settle(9_000_00) == []
    silence, draft = table.silence(), table.state.draft("draft/1")
    assert draft is not None
    assert (silence.state, silence.outcome_ms, draft.state) == ("adopted", 240_000, "adopted")


def test_c_058_an_adoption_ends_the_other_drafts_of_its_consultation() -> None:
    table = Table().tabled()
    table.table("DEU", 0)
    table.place(0)
    table.settle(240_501)
    draft = table.state.draft("draft/2")
    assert draft is not None
    assert draft.state == "ended"


def test_c_059_the_public_reads_an_adopted_text_at_once() -> None:
    table = Table().under_silence()
    table.settle(240_501)
    bulletin = table.seen("adversary").find(Bulletin, "public", "bulletin/1")
    assert bulletin is not None
    assert (bulletin.subject, len(bulletin.paragraphs)) == ("text_adopted", 2)


def test_c_060_a_break_received_at_the_deadline_counts() -> None:
    table = Table().under_silence()
    table.break_it("DEU", 240_000)
    assert table.silence().state == "broken"


def test_c_061_a_break_received_at_the_end_of_the_courtesy_counts() -> None:
    table = Table().under_silence()
    table.break_it("DEU", 240_500)
    assert table.silence().state == "broken"


def test_c_062_a_break_one_millisecond_later_is_too_late_and_is_told_how_late() -> None:
    table = Table().under_silence()
    answer = table.try_to("DEU", objection(), 240_501)
    assert isinstance(answer, Refusal)
    assert answer.code == "too_late"
    assert "received 0.6 s after the deadline (0.5 s are allowed)" in answer.sentence("en")
    assert "reçue 0.6 s" in answer.sentence("fr").replace(",", ".")
    assert table.silence().state == "adopted"


def test_c_063_after_the_deadline_only_objections_are_taken_on_that_text() -> None:
    table = Table().under_silence()
    for seat, move in (
        ("DEU", ASK),
        ("DEU", StatePosition("draft/1", 1, "support")),
        (FACILITATOR, EXTEND),
        (FACILITATOR, WITHDRAW),
    ):
        assert table.refused(seat, move, 240_001) == "time_is_up"
    table.break_it("DEU", 240_001)


def test_c_064_what_is_asked_at_the_deadline_itself_is_still_taken() -> None:
    table = Table().under_silence()
    table.play("DEU", ASK, 240_000)
    assert table.silence().deadline_ms == 360_000


def test_c_065_the_first_request_for_time_gets_half_the_length() -> None:
    table = Table().under_silence()
    assert kinds(table.play("DEU", ASK, 1_000)) == ["ExtensionAsked", "SilenceExtended"]
    silence = table.silence()
    assert (silence.deadline_ms, silence.closes_ms) == (360_000, 360_500)
    moved = silence.extensions[0]
    assert (moved.from_ms, moved.to_ms, moved.asked_by, moved.given_by) == (
        240_000,
        360_000,
        "DEU",
        "chair",
    )


def test_c_066_a_second_request_for_time_is_refused_by_the_chair_on_the_record() -> None:
    table = Table().under_silence()
    table.play("DEU", ASK, 1_000)
    assert kinds(table.play("USA", ASK, 2_000)) == ["ExtensionAsked", "ExtensionRefused"]
    assert table.silence().deadline_ms == 360_000


def test_c_067_a_delegation_asks_once_on_one_silence() -> None:
    table = Table().under_silence()
    table.play("DEU", ASK, 1_000)
    assert table.refused("DEU", ASK, 2_000) == "extension_asked"


def test_c_068_the_facilitator_extends_as_often_as_it_wants_in_the_chairs_stead() -> None:
    table = Table().under_silence()
    for n in range(3):
        table.play(FACILITATOR, EXTEND, 1_000 + n)
    assert table.silence().deadline_ms == 330_000
    assert kinds(table.play("DEU", ASK, 2_000)) == ["ExtensionAsked", "ExtensionRefused"]


def test_c_069_a_chair_has_two_extensions_for_a_silence() -> None:
    table = Table().under_silence()
    table.play("chair", EXTEND, 1_000)
    table.play("chair", EXTEND, 2_000)
    assert table.refused("chair", EXTEND, 3_000) == "extensions_spent"


def test_c_070_a_withdrawn_silence_lapses_and_the_same_text_may_go_again() -> None:
    table = Table().under_silence()
    table.play(FACILITATOR, WITHDRAW, 240_000)
    assert (table.silence().state, table.silence().outcome_ms) == ("lapsed", 240_000)
    assert table.refused("DEU", objection(), 240_100) == "silence_over"
    assert kinds(table.settle(390_000)) == []
    assert kinds(table.settle(390_001)) == ["SilencePlaced"]


def test_c_071_what_a_person_in_the_chair_places_is_not_automatic() -> None:
    table = Table().tabled()
    table.play("chair", PlaceUnderSilence("draft/1", 1), 0)
    assert (table.silence().placed_by, table.silence().automatic) == ("chair", False)


def test_c_072_silences_that_end_at_one_reading_are_decided_in_order_of_their_start() -> None:
    table = two_items(silences_at_once=2)
    table.place(181_000, "draft/2", 200_000)
    table.place(182_000, "draft/1", 199_000)
    adopted = [f.event for f in table.settle(381_501) if type(f.event).__name__ == "TextAdopted"]
    assert [getattr(event, "draft", "") for event in adopted] == ["draft/2", "draft/1"]


def test_c_073_who_may_place_and_what_is_there_to_place() -> None:
    table = Table().opened()
    place = PlaceUnderSilence("draft/1", 1)
    assert table.refused("DEU", place, 0) == "not_your_move"
    assert table.refused(FACILITATOR, place, 0) == "no_draft"
    table.table("POL", 0)
    stale = PlaceUnderSilence("draft/1", 2)
    assert table.refused(FACILITATOR, stale, 0) == "stale_version"
    table.place(0)
    table.break_it("DEU", 1_000)
    assert table.refused(FACILITATOR, place, 2_000) == "same_text"
