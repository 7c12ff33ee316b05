"""A restart of a game with 10,000 events, from the start of the process to the first view."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import time
from pathlib import Path

import pytest

from tests import serving
from tests.conftest import Evidence
from tests.figures.measuring import made

BOUND_S = 2.0
TIMES = 3


@pytest.mark.alone
@pytest.mark.timeout(180)
def test_a_restart_of_ten_thousand_events_shows_the_table_within_two_seconds(
    tmp_path: Path, evidence: Evidence
) -> None:
    folder, port = tmp_path / "data", serving.free_port()
    with serving.server(folder, port=port) as house:
        game = made(house, "ten-thousand")
        poland = house.facilitator().seat(game, "POL")
        assert house.stop() == 0
    taken = [restart(folder, port, game, poland) for _ in range(TIMES)]
    for seconds, size in taken:
        evidence(f"figure: restart of 10,000 events to first view = {seconds:.2f} s ({size} bytes)")
    evidence(f"figure: restart of 10,000 events, worst of {TIMES} = {max(taken)[0]:.2f} s")
    assert max(taken)[0] <= BOUND_S


def restart(folder: Path, port: int, game: str, poland: serving.Browser) -> tuple[float, int]:
    """Seconds from the start of the process to the first view at Poland's seat; its bytes."""
    start = time.monotonic()
    with serving.server(folder, port=port) as house:
        size = asyncio.run(first_view(poland, game))
        seconds = time.monotonic() - start
        house.stop(signal.SIGKILL)
    return seconds, size


async def first_view(poland: serving.Browser, game: str) -> int:
    while True:
        with contextlib.suppress(OSError):
            async with poland.line(game, "POL") as line:
                view = await line.view()
                assert view["rooms"]["council"]["number"] > 9_000
                return len(str(view))
