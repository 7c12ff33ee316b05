"""Casebook: drafts, versions, supporters, the automatic chair's placing (rules 1.2, 5, 6.1)."""

from __future__ import annotations

from tests.rules.table import BOTH, FACILITATOR, Table, kinds, scenario
from wargame.rules.entities import Position
from wargame.rules.events import SilencePlaced
from wargame.rules.houserules import HouseRules
from wargame.rules.moves import (
    CosponsorDraft,
    Paragraph,
    StatePosition,
    TableDraft,
    TableVersion,
    Title,
    WithdrawDraft,
    WithdrawSilence,
)

SIGN = CosponsorDraft("draft/1")
NEXT = TableVersion("draft/1", 1, (Paragraph("Other."),))


def placed(table: Table, t: int) -> list[str]:
    """The drafts put under silence by the clockwork up to `t`."""
    return [f.event.draft for f in table.settle(t) if isinstance(f.event, SilencePlaced)]


def test_c_020_a_draft_needs_an_open_meeting() -> None:
    table = Table().requested()
    draft = TableDraft("consultation/1", Title("Statement"), BOTH)
    assert table.refused("POL", draft, 1_000) == "no_meeting"
    table.settle(180_001)
    table.play("POL", draft, 180_001)


def test_c_021_a_version_written_from_an_older_one_is_refused_as_stale() -> None:
    table = Table().tabled()
    table.next_version("POL", 1_000, "Other.")
    assert table.refused("POL", NEXT, 2_000) == "stale_version"
    stale = StatePosition("draft/1", 1, "support")
    assert table.refused("DEU", stale, 2_000) == "stale_version"


def test_c_022_a_text_under_silence_is_frozen() -> None:
    table = Table().under_silence()
    assert table.refused("POL", NEXT, 1_000) == "frozen"
    assert table.refused("POL", WithdrawDraft("draft/1"), 1_000) == "frozen"
    assert table.refused("DEU", SIGN, 1_000) == "frozen"


def test_c_023_the_text_that_was_broken_does_not_come_back_unchanged() -> None:
    table = Table().under_silence()
    table.break_it("DEU", 1_000)
    same = TableVersion("draft/1", 1, BOTH)
    assert table.refused("POL", same, 2_000) == "same_text"
    table.next_version("POL", 3_000, "We met again.", "We regret.")
    back = TableVersion("draft/1", 2, BOTH)
    assert table.refused("POL", back, 4_000) == "same_text"


def test_c_024_a_version_that_leaves_what_was_objected_to_is_refused() -> None:
    table = Table().under_silence()
    table.break_it("DEU", 1_000, 1, 2)
    beside = TableVersion("draft/1", 1, (Paragraph("We gathered."), BOTH[1]))
    assert table.refused("POL", beside, 2_000) == "same_text"
    table.next_version("POL", 3_000, "We met.", "We regret.")


def test_c_025_only_the_sponsor_writes_the_next_version_or_takes_the_draft_back() -> None:
    table = Table().tabled()
    assert table.refused("DEU", NEXT, 1_000) == "not_sponsor"
    assert table.refused("DEU", WithdrawDraft("draft/1"), 1_000) == "not_sponsor"
    table.play("POL", WithdrawDraft("draft/1"), 2_000)
    assert table.refused("POL", NEXT, 3_000) == "no_draft"
    assert placed(table, 900_000) == []


def test_c_026_a_co_sponsor_stays_with_the_next_version() -> None:
    table = Table().tabled()
    table.play("DEU", SIGN, 1_000)
    table.next_version("POL", 2_000, "Other.")
    draft = table.state.draft("draft/1")
    assert draft is not None
    assert draft.cosponsors == ("DEU",)
    assert table.refused("DEU", SIGN, 3_000) == "is_sponsor"
    assert table.refused("POL", SIGN, 3_000) == "is_sponsor"


def test_c_027_a_position_is_of_one_version_and_stays_visible_as_of_that_one() -> None:
    table = Table().tabled()
    table.position("DEU", 1_000, "support")
    table.next_version("POL", 2_000, "Other.")
    said = table.state.find(Position, "council", "position/draft/1/DEU")
    assert said is not None
    assert (said.version, said.stance) == (1, "support")


def test_c_028_positions_are_taken_under_silence_until_its_deadline() -> None:
    table = Table().under_silence()
    table.position("DEU", 240_000, "reservation")
    late = StatePosition("draft/1", 1, "support")
    assert table.refused("DEU", late, 240_001) == "time_is_up"


def test_c_029_the_same_position_is_not_stated_twice() -> None:
    table = Table().tabled()
    table.position("DEU", 1_000, "support")
    assert table.refused("DEU", StatePosition("draft/1", 1, "support"), 2_000) == "same_position"


def test_c_030_two_supporters_beside_the_sponsor_hurry_the_automatic_chair() -> None:
    table = Table().tabled()
    table.position("POL", 1_000, "support")
    assert kinds(list(table.position("DEU", 2_000, "support"))) == ["PositionStated"]
    assert kinds(table.play("USA", SIGN, 3_000)) == ["DraftCosponsored", "PlacingSet"]
    assert placed(table, 3_000) == []
    assert placed(table, 3_001) == ["draft/1"]
    assert table.silence().deadline_ms == 243_000


def test_c_031_support_that_was_taken_back_hurries_nobody() -> None:
    table = Table().under_silence()
    table.position("DEU", 1_000, "support")
    table.position("USA", 2_000, "support")
    table.play(FACILITATOR, WithdrawSilence("silence/1"), 3_000)
    assert kinds(list(table.position("DEU", 4_000, "reservation"))) == ["PositionStated"]
    assert placed(table, 153_000) == []
    assert placed(table, 153_001) == ["draft/1"]


def test_c_032_a_text_has_a_title_and_words_in_every_paragraph() -> None:
    table = Table().opened()
    untitled = TableDraft("consultation/1", Title(" "), BOTH)
    empty = TableDraft("consultation/1", Title("Statement"), (Paragraph("a"), Paragraph(" ")))
    assert table.refused("POL", untitled, 1_000) == "empty_text"
    assert table.refused("POL", empty, 1_000) == "empty_text"
    table.table("POL", 1_000, (Paragraph("", "Réunis."),))


def test_c_033_when_drafting_time_is_over_the_most_supported_version_is_placed() -> None:
    table = Table().tabled()
    table.table("DEU", 1_000)
    table.play("USA", CosponsorDraft("draft/2"), 2_000)
    assert placed(table, 210_000) == []
    assert placed(table, 210_001) == ["draft/2"]
    assert (table.silence().placed_by, table.silence().automatic) == ("chair", True)


def test_c_034_at_equal_support_the_first_tabled_is_placed() -> None:
    table = Table().tabled()
    table.table("DEU", 1_000)
    assert placed(table, 210_001) == ["draft/1"]


def test_c_035_with_nothing_on_the_table_the_chair_tables_the_middle_text() -> None:
    table = Table(scenario(middle=True)).opened()
    facts = table.settle(210_001)
    assert kinds(facts) == ["DraftTabled", "SilencePlaced"]
    draft = table.state.draft("draft/1")
    assert draft is not None
    assert (draft.sponsor, draft.state) == ("chair", "under_silence")


def test_c_036_with_a_draft_on_the_table_no_middle_text_comes() -> None:
    table = Table(scenario(middle=True)).tabled()
    assert placed(table, 210_001) == ["draft/1"]
    draft = table.state.draft("draft/1")
    assert draft is not None
    assert draft.sponsor == "POL"


def test_c_037_without_text_or_middle_text_the_chair_places_nothing() -> None:
    table = Table().opened()
    assert placed(table, 900_000) == []
    table.table("POL", 900_000)
    assert placed(table, 900_001) == ["draft/1"]


def test_c_038_a_broken_version_is_not_placed_again() -> None:
    table = Table().under_silence()
    table.break_it("DEU", 1_000)
    assert placed(table, 900_000) == []


def test_c_039_a_mended_version_is_placed_when_redrafting_time_is_over() -> None:
    table = Table().under_silence()
    table.break_it("DEU", 1_000)
    table.next_version("POL", 2_000, "Other.")
    assert placed(table, 151_000) == []
    assert placed(table, 151_001) == ["draft/1"]
    assert table.silence(2).deadline_ms == 151_000 + 180_000


def test_c_040_after_an_outcome_no_middle_text_comes() -> None:
    rules = HouseRules(breaks_to_fall_back=1)
    table = Table(scenario(rules, middle=True)).tabled()
    table.table("DEU", 0)
    table.place(0)
    table.break_it("USA", 1_000)
    table.play("DEU", WithdrawDraft("draft/2"), 2_000)
    item = table.state.consultation("consultation/1")
    assert item is not None
    assert item.state == "open"
    assert placed(table, 900_000) == []
