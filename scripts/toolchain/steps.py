"""Steps of scripts/test: each runs whatever happened before it, and all are told at the end."""

from __future__ import annotations

import os
import re
import subprocess
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from toolchain.places import REPOSITORY
from toolchain.trouble import Trouble

CLOSING_LINE = re.compile(
    r"^=+ .*(passed|failed|error|no tests ran|skipped|deselected).* in [\d.]+s.*=+$"
)


@dataclass(frozen=True)
class Outcome:
    """How one step ended. seconds is wall time; closing is pytest's own last line, if any."""

    name: str
    passed: bool
    seconds: float
    closing: str = ""


@dataclass(frozen=True)
class Step:
    """One command, or one function that raises Trouble. extra is added to the environment.

    Exit codes in fine count as passed (pytest leaves with 5 when it found no test).
    """

    name: str
    command: Sequence[str] = ()
    act: Callable[[], object] | None = None
    folder: Path = REPOSITORY
    extra: dict[str, str] = field(default_factory=dict)
    fine: tuple[int, ...] = (0,)


def run_all(steps: Iterable[Step]) -> list[Outcome]:
    """Run every step, also after a failed one."""
    return [_run(step) for step in steps]


def report(outcomes: Sequence[Outcome]) -> str:
    """The table of steps with seconds, what failed, and pytest's closing lines at the bottom."""
    lines = ["", "step                       seconds  result"]
    lines += [f"{o.name:<25} {o.seconds:>8.1f}  {_word(o)}" for o in outcomes]
    total = sum(o.seconds for o in outcomes)
    failed = [o.name for o in outcomes if not o.passed]
    lines.append(f"{'all':<25} {total:>8.1f}  {'FAILED' if failed else 'passed'}")
    if failed:
        lines += ["", "Failed: " + ", ".join(failed)]
    return "\n".join([*lines, "", *(o.closing for o in outcomes if o.closing)])


def closing_line(output: Sequence[str]) -> str:
    """Pytest's own last line ("==== 12 passed in 0.31s ====") among the lines, or nothing."""
    return next((line for line in reversed(output) if CLOSING_LINE.match(line)), "")


def _word(outcome: Outcome) -> str:
    return "passed" if outcome.passed else "FAILED"


def _run(step: Step) -> Outcome:
    print(f"\n── {step.name}", flush=True)
    start = time.monotonic()
    passed, lines = _act(step.act) if step.act else _command(step)
    return Outcome(step.name, passed, time.monotonic() - start, closing_line(lines))


def _act(act: Callable[[], object]) -> tuple[bool, list[str]]:
    try:
        act()
    except Trouble as trouble:
        print(trouble.sentence(), flush=True)
        return False, []
    return True, []


def _command(step: Step) -> tuple[bool, list[str]]:
    lines = []
    with subprocess.Popen(
        step.command,
        cwd=step.folder,
        env={**os.environ, **step.extra},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            print(line, end="", flush=True)
            lines.append(line.rstrip("\n"))
    return process.returncode in step.fine, lines
