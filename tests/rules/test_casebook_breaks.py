"""Casebook: breaking silence and standing beside a break (rules 6.2, 6.5)."""

from __future__ import annotations

from tests.rules.table import Table, house, kinds, objection
from wargame.rules.entities import BreakNotice, Bulletin
from wargame.rules.events import DraftFellBack
from wargame.rules.facts import Fact
from wargame.rules.moves import AssociateWithBreak, Paragraph

BESIDE = AssociateWithBreak("silence/1", "escalation", "So do we")


def rooms(facts: tuple[Fact, ...]) -> set[str]:
    """The compartments that facts lie in."""
    return {fact.compartment for fact in facts}


def fell_back(facts: tuple[Fact, ...]) -> DraftFellBack:
    """The fall back among facts."""
    return next(f.event for f in facts if isinstance(f.event, DraftFellBack))


def broken_twice(table: Table, *second: int) -> tuple[Fact, ...]:
    """Two breaks; the second objects to these paragraphs of three."""
    table.break_it("DEU", 1_000, 1, 2)
    table.next_version("POL", 2_000, "We met.", "We regret.", "We watch.")
    table.place(3_000)
    return table.break_it("HUN", 4_000, 2, *second)


def test_c_080_a_break_ends_the_round_and_the_draft_is_back_on_the_table() -> None:
    table = Table().under_silence()
    facts = table.break_it("DEU", 1_000)
    assert kinds(facts) == ["SilenceBroken", "PlacingSet"]
    draft = table.state.draft("draft/1")
    assert draft is not None
    assert (draft.state, draft.breaks, draft.broken_version) == ("on_table", 1, 1)
    assert table.settle(170_000) == []


def test_c_081_a_break_that_follows_another_is_taken_as_standing_beside_it() -> None:
    table = Table().under_silence()
    table.break_it("DEU", 1_000)
    assert kinds(table.play("HUN", objection(), 1_001)) == ["BreakAssociated"]
    draft = table.state.draft("draft/1")
    assert draft is not None
    assert draft.breaks == 1


def test_c_082_a_break_in_time_is_answered_done_however_long_after_the_first() -> None:
    table = Table().under_silence()
    table.break_it("DEU", 1_000)
    assert kinds(table.play("HUN", objection(), 240_500)) == ["BreakAssociated"]
    assert table.refused("USA", objection(), 240_501) == "silence_over"


def test_c_083_for_a_minute_others_may_stand_beside_a_break() -> None:
    table = Table().under_silence()
    assert table.refused("HUN", BESIDE, 500) == "not_broken"
    table.break_it("DEU", 240_000)
    table.play("HUN", BESIDE, 300_000)
    assert [a.seat for a in table.silence().associations] == ["HUN"]
    assert table.refused("USA", BESIDE, 300_001) == "not_broken"


def test_c_084_an_objection_is_on_the_record_once() -> None:
    table = Table().under_silence()
    table.break_it("DEU", 1_000)
    table.play("HUN", BESIDE, 2_000)
    for seat in ("DEU", "HUN"):
        assert table.refused(seat, objection(), 3_000) == "already_objected"
        assert table.refused(seat, BESIDE, 3_000) == "already_objected"


def test_c_085_in_the_strict_classroom_an_ally_breaks_so_often_and_no_more() -> None:
    table = house(breaks_per_ally=1).under_silence()
    table.break_it("DEU", 1_000)
    table.next_version("POL", 2_000, "Other.")
    table.place(3_000)
    assert table.refused("DEU", objection(2), 4_000) == "breaks_spent"
    table.break_it("HUN", 5_000, 2)


def test_c_086_standing_beside_a_break_costs_no_capped_break() -> None:
    table = house(breaks_per_ally=1, breaks_to_fall_back=None).under_silence()
    table.break_it("DEU", 1_000)
    table.play("HUN", objection(), 2_000)
    table.next_version("POL", 3_000, "Other.")
    table.place(3_000)
    table.break_it("HUN", 4_000, 2)
    table.play("DEU", objection(2), 5_000)


def test_c_087_by_house_rule_the_author_of_a_break_is_known_to_the_chair_only() -> None:
    table = house(break_author="chair").under_silence()
    facts = table.break_it("DEU", 1_000)
    assert rooms(facts) == {"council", "ear/DEU"}
    broken = table.silence().broken
    assert broken is not None
    assert (broken.by, broken.reason) == (None, "No basis")
    assert table.seen("chair").find(BreakNotice, "ear/DEU", "break/silence/1")
    assert not table.seen("HUN").room("ear/DEU")


def test_c_088_by_house_rule_ground_and_reason_stay_with_the_chair_too() -> None:
    table = house(break_author="chair", break_ground="chair").under_silence()
    table.break_it("DEU", 1_000, 1, 2)
    broken = table.silence().broken
    assert broken is not None
    assert (broken.ground, broken.reason, broken.lift, broken.proposed) == (None, "", "", "")
    assert broken.objected == (2,)


def test_c_089_by_house_rule_the_council_learns_the_author_later() -> None:
    table = house(break_author="leak", break_ground="chair").under_silence()
    table.break_it("DEU", 1_000)
    table.settle(181_000)
    assert table.silence().broken.by is None  # type: ignore[union-attr]
    assert "BreakAuthorLeaked" in kinds(table.settle(181_001))
    broken = table.silence().broken
    assert broken is not None
    assert (broken.by, broken.ground, broken.reason) == ("DEU", "legal_basis", "No basis")


def test_c_090_who_stands_beside_a_hidden_break_is_as_hidden() -> None:
    table = house(break_author="chair").under_silence()
    table.break_it("DEU", 1_000)
    assert rooms(table.play("HUN", BESIDE, 2_000)) == {"ear/HUN"}
    assert rooms(table.play("USA", objection(), 2_000)) == {"ear/USA"}
    assert table.silence().associations == ()


def test_c_091_who_stands_beside_a_break_whose_author_has_leaked_is_named() -> None:
    table = house(break_author="leak", break_leak_after_ms=10_000).under_silence()
    table.break_it("DEU", 1_000)
    table.play("USA", BESIDE, 11_000)
    table.play("HUN", BESIDE, 11_001)
    assert [a.seat for a in table.silence().associations] == ["HUN"]


def test_c_092_the_public_learns_after_three_minutes_that_silence_broke_and_by_whom() -> None:
    table = Table().under_silence()
    table.break_it("DEU", 1_000)
    assert table.settle(181_000) == []
    assert kinds(table.settle(181_001), "public") == ["BulletinIssued"]
    bulletin = table.seen("observer").find(Bulletin, "public", "bulletin/1")
    assert bulletin is not None
    assert (bulletin.subject, bulletin.by, bulletin.paragraphs) == ("silence_broken", "DEU", ())


def test_c_093_a_hidden_author_is_hidden_from_the_public_too() -> None:
    table = house(break_author="chair").under_silence()
    table.break_it("DEU", 1_000)
    table.settle(181_001)
    bulletin = table.state.find(Bulletin, "public", "bulletin/1")
    assert bulletin is not None
    assert bulletin.by is None


def test_c_094_after_two_breaks_the_chair_falls_back_and_keeps_the_words_not_in_dispute() -> None:
    table = Table().under_silence()
    facts = broken_twice(table, 2)
    assert [p.en for p in fell_back(facts).kept] == ["We met.", "We watch."]
    item, draft = table.state.consultation("consultation/1"), table.state.draft("draft/1")
    assert item is not None
    assert draft is not None
    assert (item.state, item.outcome, draft.state) == ("ended", "sg_statement", "fallen_back")


def test_c_095_after_an_objection_to_all_of_the_text_nothing_is_kept() -> None:
    assert fell_back(broken_twice(Table().under_silence())).kept == ()


def test_c_096_a_fall_back_leaves_a_consultation_open_that_has_another_draft() -> None:
    table = Table().tabled()
    table.table("USA", 0)
    table.place(0)
    assert "ConsultationEnded" not in kinds(broken_twice(table))
    assert kinds(table.settle(154_001)) == ["SilencePlaced"]


def test_c_097_an_objection_names_paragraphs_of_the_text_or_all_of_it() -> None:
    table = Table().under_silence()
    assert table.refused("DEU", objection(1, 3), 1_000) == "unknown_paragraph"
    assert table.refused("DEU", objection(1, 0), 1_000) == "unknown_paragraph"
    table.break_it("DEU", 1_000, 1, 2, 2, 1)
    assert table.silence().broken.objected == (1, 2)  # type: ignore[union-attr]
    assert table.refused("HUN", objection(1, 3), 2_000) == "unknown_paragraph"


def test_c_098_there_is_nothing_to_break_where_no_silence_runs() -> None:
    table = Table().tabled()
    assert table.refused("DEU", objection(), 1_000) == "unknown_silence"
    assert table.may("DEU", "break_silence", 1_000) == "no_silence"


def test_c_099_a_mended_paragraph_counts_though_the_same_words_stand_elsewhere() -> None:
    table = Table().opened()
    table.table("POL", 0, (Paragraph("We met."), Paragraph("We met.")))
    table.place(0)
    table.break_it("DEU", 1_000, 1, 1)
    table.next_version("POL", 2_000, "We gathered.", "We met.")
