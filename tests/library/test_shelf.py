"""Fixtures on disk: found by name, read again when they change, broken ones told."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.library.broken import SOUND, broken, sound
from wargame.library import LibraryError, Shelf, scenario_sha256
from wargame.library.pages import read_scenario
from wargame.library.shelf import FIXTURES

ROLL = """\
as_of: 2025-09-10
basis: {grade: B}
members:
  - {seat: DEU, name: {en: Germany, fr: Allemagne}, joined: 1955}
  - {seat: POL, name: {en: Poland, fr: Pologne}, joined: 1999}
  - {seat: SWE, name: {en: Sweden, fr: Suède}, joined: 2024}
"""


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "allies.yaml").write_text(ROLL, encoding="utf-8")
    (tmp_path / "scenarios" / "sound.yaml").write_text(SOUND, encoding="utf-8")
    return Shelf(tmp_path)


def rewrite(shelf: Shelf, text: str) -> None:
    file = shelf.folder / "scenarios" / "sound.yaml"
    before = file.stat().st_mtime_ns
    file.write_text(text, encoding="utf-8")
    os.utime(file, ns=(before + 1, before + 1))


def test_a_scenario_is_found_by_the_name_of_its_file(shelf: Shelf) -> None:
    assert shelf.load("sound").title.fr == "Sain"
    assert [head.name for head in shelf.heads()] == ["sound"]


def test_an_unchanged_file_is_read_once(shelf: Shelf) -> None:
    assert shelf.load("sound") is shelf.load("sound")


def test_a_changed_file_is_read_again(shelf: Shelf) -> None:
    shelf.load("sound")
    rewrite(shelf, broken("fr: Sain", "fr: Sauf"))
    assert shelf.load("sound").title.fr == "Sauf"


def test_a_changed_roll_is_read_again_with_the_scenario(shelf: Shelf) -> None:
    shelf.load("sound")
    (shelf.folder / "allies.yaml").write_text(ROLL.replace("Suède", "La Suède"), encoding="utf-8")
    assert shelf.load("sound").allies[2].name.fr == "La Suède"


def test_an_unknown_name_is_answered_with_the_names_there_are(shelf: Shelf) -> None:
    with pytest.raises(LibraryError) as told:
        shelf.load("nowhere")
    assert told.value.remedy.en == "Choose one of: sound."


def test_a_name_cannot_lead_out_of_the_shelf(shelf: Shelf) -> None:
    with pytest.raises(LibraryError):
        shelf.load("../allies")


def test_a_broken_scenario_is_not_offered_and_its_faults_are_told(shelf: Shelf) -> None:
    rewrite(shelf, broken("fr: Sain", "de: Gesund"))
    assert shelf.heads() == ()
    assert [fault.line for fault in shelf.faults("sound")] == [2, 2]


def test_a_file_that_is_no_utf8_is_told_with_its_line(shelf: Shelf) -> None:
    file = shelf.folder / "scenarios" / "sound.yaml"
    file.write_bytes(SOUND.encode().replace(b"Sain", b"Sa\xefn"))
    (fault,) = shelf.faults("sound")
    assert (fault.line, fault.remedy.en) == (2, "Save the file again with the encoding UTF-8.")


def test_a_file_too_large_is_refused_without_reading_it_all(shelf: Shelf) -> None:
    file = shelf.folder / "scenarios" / "sound.yaml"
    file.write_bytes(b"#" * 3_000_000)
    assert "1 MiB" in shelf.faults("sound")[0].what.en


def test_a_missing_roll_is_a_sentence(shelf: Shelf) -> None:
    (shelf.folder / "allies.yaml").unlink()
    (fault,) = shelf.faults("sound")
    assert fault.what.en == "This file cannot be read."


def test_a_code_twice_in_the_roll_is_a_fault_with_its_line(shelf: Shelf) -> None:
    (shelf.folder / "allies.yaml").write_text(ROLL.replace("DEU", "POL"), encoding="utf-8")
    (fault,) = shelf.faults("sound")
    assert (fault.line, fault.place.endswith("allies.yaml:5")) == (5, True)


def test_an_ally_sits_only_from_its_year_of_accession(shelf: Shelf) -> None:
    rewrite(shelf, broken("date: 2025-09-10", "date: 2012-10-03"))
    assert [ally.seat for ally in shelf.load("sound").allies] == ["DEU", "POL"]


def test_the_fingerprint_is_of_the_contents_not_of_the_comments() -> None:
    same = read_scenario("# A comment.\n" + SOUND, "sound.yaml", Shelf(FIXTURES).roll())
    plain = read_scenario(SOUND, "sound.yaml", Shelf(FIXTURES).roll())
    assert scenario_sha256(same) == scenario_sha256(plain)
    assert len(scenario_sha256(plain)) == 64


def test_the_fingerprint_changes_with_one_word() -> None:
    other = read_scenario(SOUND.replace("came", "left"), "sound.yaml", Shelf(FIXTURES).roll())
    assert scenario_sha256(other) != scenario_sha256(sound())
