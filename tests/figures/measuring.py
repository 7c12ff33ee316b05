"""Real servers, and games made for measuring in their data folders."""

from __future__ import annotations

import subprocess
import sys

from tests import serving


def made(house: serving.House, name: str) -> str:
    """Make a game in the server's data folder; its id."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.figures.made", name],
        cwd=serving.REPOSITORY,
        env=serving.surroundings(UNDER_SILENCE_DATA=str(house.folder)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def percentile(values: list[float], share: float) -> float:
    """The smallest value that this share of all values does not exceed."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * int(share * 100) // 100) - 1)]
