"""`manage.py check_library`: what a teacher sees at the terminal."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from wargame.library.shelf import FIXTURES


def check(*files: str) -> tuple[int, str]:
    """Exit code and everything printed."""
    out = StringIO()
    try:
        call_command("check_library", *files, stdout=out, stderr=out)
    except SystemExit as left:
        return int(left.code or 0), out.getvalue()
    return 0, out.getvalue()


def test_the_house_s_fixtures_are_sound() -> None:
    code, said = check()
    assert code == 0
    assert "files are sound" in said


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A teacher's copy of the practice scenario."""
    text = (FIXTURES / "scenarios" / "practice.yaml").read_text(encoding="utf-8")
    file = tmp_path / "practice.yaml"
    file.write_text(text.replace("turn_ms", "trun_ms"), encoding="utf-8")
    return file


def test_a_broken_file_is_told_by_file_and_line_with_a_remedy(mine: Path) -> None:
    line = mine.read_text(encoding="utf-8").split("trun_ms")[0].count("\n") + 1
    code, said = check(str(mine))
    assert code == 1
    assert f'{mine}:{line}: There is no key "trun_ms" here. Did you mean "turn_ms"?' in said
    assert "Vouliez-vous" in said
    assert "Traceback" not in said


def test_each_fault_is_told_once_however_many_files_share_it(mine: Path) -> None:
    assert check(str(mine), str(mine))[1].count("Did you mean") == 1


def test_a_file_that_is_not_there_is_a_sentence() -> None:
    code, said = check("nowhere.yaml")
    assert code == 1
    assert said.startswith("nowhere.yaml: This file cannot be read. Check its name")
