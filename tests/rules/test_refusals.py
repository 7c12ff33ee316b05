"""Every refusal is a sentence in both languages, and can be met (rules 7.9)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.rules.table import BOTH, FACILITATOR, Table
from wargame.rules import law
from wargame.rules.moves import (
    CosponsorDraft,
    JoinRequest,
    OpenMeeting,
    PlaceUnderSilence,
    StatePosition,
    TableDraft,
    TableVersion,
    Title,
    WithdrawDraft,
    WithdrawRequest,
)
from wargame.rules.refusals import SENTENCES, TRANSIENT, refuse

DOOR_AND_SOCKET = {"conflict", "malformed", "unknown_move", "too_fast", "busy", "restarting"}
"""The law never refuses with these."""
HERE = Path(__file__).parent
LAW = Path(law.__file__).parent


def holes(sentence: str) -> list[str]:
    """The names of a sentence's holes."""
    return sorted(re.findall(r"{(\w+)}", sentence))


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_a_refusal_says_the_same_in_both_languages(code: str) -> None:
    english, french = SENTENCES[code].en, SENTENCES[code].fr
    assert english.strip()
    assert french.strip()
    assert english != french
    assert holes(english) == holes(french)


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_a_refusal_ends_as_a_sentence_does(code: str) -> None:
    assert SENTENCES[code].en.endswith(".")
    assert SENTENCES[code].fr.endswith(".")


def named(folder: Path, pattern: str) -> Iterator[str]:
    """The codes that a folder's Python files name."""
    for file in sorted(folder.glob("*.py")):
        yield from re.findall(pattern, file.read_text(encoding="utf-8"))


def test_the_law_uses_every_code_that_is_not_the_doors() -> None:
    quoted = r'"([a-z_]+)"'
    texts = "\n".join(f.read_text(encoding="utf-8") for f in sorted(LAW.glob("*.py")))
    calls = re.findall(r"refuse\((.*?)\)", texts, re.DOTALL)
    used = {code for call in calls for code in re.findall(quoted, call)}
    assert set(SENTENCES) - used == DOOR_AND_SOCKET


def test_every_code_of_the_law_is_met_by_a_test() -> None:
    met = set(named(HERE, r'==\s*"([a-z_]+)"'))
    assert set(SENTENCES) - met - DOOR_AND_SOCKET == set()


def test_transient_refusals_are_known_codes() -> None:
    assert set(SENTENCES) >= TRANSIENT


def test_an_unknown_code_fails_where_it_is_written() -> None:
    with pytest.raises(KeyError, match="no sentence"):
        refuse("nonsense")


def test_a_refusal_that_may_be_tried_again_says_so() -> None:
    assert refuse("paused").transient
    assert not refuse("ended").transient


def two_drafts() -> Table:
    """An open meeting with two drafts, the first withdrawn."""
    table = Table().tabled()
    table.table("DEU", 0)
    table.play("POL", WithdrawDraft("draft/1"), 0)
    return table


def test_a_withdrawn_draft_is_over_and_one_that_never_was_is_unknown() -> None:
    for draft, code in (("draft/1", "draft_over"), ("draft/9", "unknown_draft")):
        for seat, move in (
            ("DEU", TableVersion(draft, 1, BOTH)),
            ("USA", CosponsorDraft(draft)),
            ("USA", StatePosition(draft, 1, "support")),
            (FACILITATOR, PlaceUnderSilence(draft, 1)),
        ):
            assert two_drafts().refused(seat, move, 1_000) == code
    assert two_drafts().refused("DEU", WithdrawDraft("draft/9"), 0) == "unknown_draft"
    assert two_drafts().refused("DEU", WithdrawDraft("draft/1"), 0) == "draft_over"


def test_a_consultation_that_fell_is_over_and_one_that_never_was_is_unknown() -> None:
    table = Table().requested()
    table.request("DEU", 0, "incident/2")
    table.play("POL", WithdrawRequest("consultation/1"), 0)
    for seat, kind in (("USA", JoinRequest), (FACILITATOR, OpenMeeting), ("DEU", WithdrawRequest)):
        grounds = ("security",) if kind is JoinRequest else ()
        fallen, unknown = kind("consultation/1", *grounds), kind("consultation/9", *grounds)
        assert table.refused(seat, fallen, 1_000) == "consultation_over"
        assert table.refused(seat, unknown, 1_000) == "unknown_consultation"
    table.play(FACILITATOR, OpenMeeting("consultation/2"), 2_000)
    draft = TableDraft("consultation/1", Title("Statement"), BOTH)
    assert table.refused("POL", draft, 3_000) == "consultation_over"
