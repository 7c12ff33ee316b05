"""Every house rule has a default, and is tested for its effect (rules 6.7)."""

from __future__ import annotations

import msgspec

from tests.rules.table import FACILITATOR, Table, house, kinds, objection, scenario
from wargame.rules.houserules import HouseRules
from wargame.rules.moves import (
    AskExtension,
    AssociateWithBreak,
    ExtendSilence,
    PlaceUnderSilence,
)

ASK = AskExtension("silence/1")


def test_courtesy_ms_is_added_to_the_shown_deadline() -> None:
    table = house(courtesy_ms=2_000).under_silence()
    table.break_it("DEU", 242_000)
    assert house(courtesy_ms=0).under_silence().refused("DEU", objection(), 240_001) == "too_late"


def test_opening_lead_ms_is_the_way_from_request_to_meeting() -> None:
    table = house(opening_lead_ms=60_000).requested()
    assert table.settle(60_000) == []
    assert "MeetingOpened" in kinds(table.settle(60_001))


def test_drafting_ms_is_the_way_from_meeting_to_silence() -> None:
    table = house(drafting_ms=60_000).tabled()
    assert table.settle(60_000) == []
    assert "SilencePlaced" in kinds(table.settle(60_001))


def test_redrafting_ms_is_the_way_from_a_break_to_the_next_silence() -> None:
    table = house(redrafting_ms=20_000).under_silence()
    table.break_it("DEU", 1_000)
    table.next_version("POL", 2_000, "Other.")
    assert table.settle(21_000) == []
    assert "SilencePlaced" in kinds(table.settle(21_001))


def test_silence_first_ms_is_the_first_length() -> None:
    assert house(silence_first_ms=100_000).under_silence().silence().deadline_ms == 100_000


def test_silence_later_ms_is_every_other_length() -> None:
    table = house(silence_later_ms=100_000).under_silence()
    table.break_it("DEU", 1_000)
    table.next_version("POL", 2_000, "Other.")
    table.place(2_000)
    assert table.silence(2).deadline_ms == 102_000


def test_silence_shortest_ms_is_the_least_a_chair_may_set() -> None:
    table = house(silence_shortest_ms=300_000).tabled()
    short = PlaceUnderSilence("draft/1", 1, 299_999)
    assert table.refused(FACILITATOR, short, 0) == "too_short"
    table.place(0, length_ms=300_000)


def test_silences_at_once_is_how_many_run() -> None:
    table = house(silences_at_once=2).under_silence()
    for seat in ("DEU", "USA"):
        table.table(seat, 0)
    table.place(0, "draft/2")
    third = PlaceUnderSilence("draft/3", 1)
    assert table.refused(FACILITATOR, third, 0) == "silences_at_once"


def test_extensions_per_silence_bounds_the_chair() -> None:
    table = house(extensions_per_silence=1).under_silence()
    table.play("chair", ExtendSilence("silence/1", 1_000), 0)
    again = ExtendSilence("silence/1", 1_000)
    assert table.refused("chair", again, 0) == "extensions_spent"
    none = house(extensions_per_silence=0).under_silence()
    assert kinds(none.play("DEU", ASK, 0)) == ["ExtensionAsked", "ExtensionRefused"]


def test_association_ms_is_how_long_others_stand_beside_a_break() -> None:
    beside = AssociateWithBreak("silence/1", "escalation")
    table = house(association_ms=5_000).under_silence()
    table.break_it("DEU", 1_000)
    table.play("HUN", beside, 6_000)
    assert table.refused("USA", beside, 6_001) == "not_broken"


def test_break_author_is_who_learns_the_name() -> None:
    for who, by in (("council", "DEU"), ("chair", None), ("leak", None)):
        table = house(break_author=who).under_silence()
        table.break_it("DEU", 1_000)
        broken = table.silence().broken
        assert broken is not None
        assert broken.by == by


def test_break_ground_is_who_learns_the_ground_of_a_hidden_author() -> None:
    for who, ground in (("council", "legal_basis"), ("chair", None)):
        table = house(break_author="chair", break_ground=who).under_silence()
        table.break_it("DEU", 1_000)
        broken = table.silence().broken
        assert broken is not None
        assert broken.ground == ground


def test_break_leak_after_ms_is_when_the_name_reaches_the_council() -> None:
    table = house(break_author="leak", break_leak_after_ms=7_000).under_silence()
    table.break_it("DEU", 1_000)
    assert table.settle(8_000) == []
    assert kinds(table.settle(8_001)) == ["BreakAuthorLeaked"]


def test_break_public_after_ms_is_when_the_public_learns() -> None:
    table = house(break_public_after_ms=7_000).under_silence()
    table.break_it("DEU", 1_000)
    assert kinds(table.settle(8_001), "public") == ["BulletinIssued"]
    never = house(break_public_after_ms=None).under_silence()
    never.break_it("DEU", 1_000)
    assert never.settle(2_000_000) == []


def test_breaks_to_fall_back_is_how_many_breaks_a_draft_bears() -> None:
    once = house(breaks_to_fall_back=1).under_silence()
    assert "DraftFellBack" in kinds(once.break_it("DEU", 1_000))
    never = house(breaks_to_fall_back=None).under_silence()
    for n in range(1, 4):
        assert "DraftFellBack" not in kinds(never.break_it("DEU", n * 1_000, n))
        never.next_version("POL", n * 1_000, f"Version {n}")
        never.place(n * 1_000)


def test_breaks_per_ally_is_the_strict_classrooms_cap() -> None:
    table = house(breaks_per_ally=1, breaks_to_fall_back=None).under_silence()
    table.break_it("DEU", 1_000)
    table.next_version("POL", 2_000, "Other.")
    table.place(2_000)
    assert table.refused("DEU", objection(2), 3_000) == "breaks_spent"


def test_adopted_text_public_copies_the_text() -> None:
    for rule, told in ((True, ["BulletinIssued"]), (False, [])):
        table = house(adopted_text_public=rule).under_silence()
        assert kinds(table.settle(240_501), "public") == told


def test_facilitator_ends_turns_makes_the_planned_end_ring() -> None:
    for rule, event in ((True, "TurnRang"), (False, "TurnEnded")):
        rules = HouseRules(facilitator_ends_turns=rule)
        table = Table(scenario(rules, turn_ms=60_000)).started()
        assert kinds(table.settle(60_001))[0] == event


def test_gallery_inside_lets_observers_read_the_council() -> None:
    for rule in (True, False):
        assert ("council" in house(gallery_inside=rule).started().seen("observer").rooms) is rule


def test_hold_floor_ms_is_what_an_outage_leaves_at_least() -> None:
    table = house(hold_floor_ms=60_000).under_silence()
    table.outage(239_000, 500_000)
    assert table.silence().deadline_ms == 299_000


def test_each_house_rule_has_a_test_that_names_it() -> None:
    tests = [name for name in globals() if name.startswith("test_")]
    fields = [field.name for field in msgspec.structs.fields(HouseRules)]
    untested = [f for f in fields if not any(t.startswith(f"test_{f}_") for t in tests)]
    assert untested == []
