"""scripts/test runs every step and says at the end which failed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from toolchain import browser
from toolchain.steps import Outcome, Step, closing_line, report, run_all
from toolchain.trouble import Trouble

CLOSING = "======================== 3 passed in 0.02s ========================"


def refuse() -> None:
    """A step that cannot go on."""
    raise Trouble("No browser.", "Pas de navigateur.")


def test_a_failed_step_does_not_stop_the_next(capfd: pytest.CaptureFixture[str]) -> None:
    steps = [
        Step("first", [sys.executable, "-c", "raise SystemExit(1)"]),
        Step("second", act=refuse),
        Step("third", [sys.executable, "-c", f"print('{CLOSING}')"]),
    ]
    outcomes = run_all(steps)
    assert [outcome.passed for outcome in outcomes] == [False, False, True]
    assert outcomes[2].closing == CLOSING
    assert "Pas de navigateur." in capfd.readouterr().out


def test_an_exit_code_counts_as_passed_only_when_the_step_says_so() -> None:
    command = [sys.executable, "-c", "raise SystemExit(5)"]
    outcomes = run_all([Step("none", command), Step("none allowed", command, fine=(0, 5))])
    assert [outcome.passed for outcome in outcomes] == [False, True]


def test_the_report_names_what_failed_and_ends_with_the_closing_line() -> None:
    text = report([Outcome("lint", False, 0.1), Outcome("tests", True, 9.0, CLOSING)])
    assert "Failed: lint" in text
    assert text.splitlines()[-1] == CLOSING


@pytest.mark.parametrize(
    "line",
    ["=== 1 failed, 2 passed in 1.20s ===", "=== no tests ran in 0.01s ===",
     "=== 5 passed in 71.00s (0:01:11) ==="],
)  # fmt: skip
def test_closing_lines_of_every_outcome_are_known(line: str) -> None:
    assert closing_line(["noise", line, ""]) == line


def test_the_browser_named_by_hand_is_taken(tmp_path: Path) -> None:
    program = tmp_path / "chromium"
    program.touch(mode=0o755)
    assert browser.find({"CHROMIUM": str(program)}) == str(program)


def test_a_browser_named_by_hand_that_is_not_there_is_not_replaced(tmp_path: Path) -> None:
    assert browser.find({"CHROMIUM": str(tmp_path / "none")}) is None


def test_a_missing_browser_names_the_way_on_in_both_languages() -> None:
    assert browser.missing().sentence().count("scripts/test --no-browser") == 2
