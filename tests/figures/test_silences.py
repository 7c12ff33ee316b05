"""How long after `closes_ms` the last of 33 sockets hears that a text is adopted."""

from __future__ import annotations

import asyncio
import re
import time
from pathlib import Path

import pytest

from tests import serving
from tests.conftest import Evidence
from tests.figures.made import LENGTH_MS, SILENCES
from tests.figures.measuring import made, percentile

BOUND_MS = 150.0
ADOPTED = re.compile(r'"kind":"text_adopted","silence":"(silence/\d+)"')
PLACE = re.compile(r'"compartment":"([^"]+)","number":(\d+)')


class Ear:
    """One socket that notes when it heard of each adoption (UTC ms of this machine)."""

    def __init__(self, line: serving.Line) -> None:
        self.line = line
        self.heard: dict[str, float] = {}
        self._heads: dict[str, int] = {}

    async def listen(self) -> None:
        """Until all silences were heard of. It acknowledges as pages do."""
        frames = 0
        while len(self.heard) < SILENCES:
            text = str(await self.line.socket.recv())
            at = time.time() * 1000
            if found := ADOPTED.search(text):
                self.heard[found[1]] = at
            if place := PLACE.search(text, 0, 200):
                self._heads[place[1]] = int(place[2])
                frames += 1
                if frames % 32 == 0:
                    await self.line.say(kind="seen", heads=self._heads)


@pytest.mark.alone
@pytest.mark.timeout(180)
async def test_the_last_of_33_sockets_hears_of_an_adoption_within_150_ms(
    tmp_path: Path, evidence: Evidence
) -> None:
    with serving.server(tmp_path / "data") as house:
        game = made(house, "many-silences")
        facilitator = house.facilitator()
        seats = [one["seat"] for one in facilitator.get(_join(facilitator, game))["seats"]]
        assert len(seats) == 32
        browsers = {seat: facilitator.seat(game, seat) for seat in seats}
        lines = [browser.line(game, seat) for seat, browser in browsers.items()]
        lines.append(facilitator.line(game, "facilitator"))
        heard, closes = await measured(lines)
    late = [max(ear[key] for ear in heard) - at for key, at in closes.items()]
    first = [min(ear[key] for ear in heard) - at for key, at in closes.items()]
    assert len(late) == SILENCES
    assert min(first) >= 0, "nothing is adopted before it is closed"
    evidence(
        f"figure: silences of {LENGTH_MS} ms = {len(late)}, each heard on {len(heard)} sockets"
    )
    for share in (0.5, 0.9, 0.99, 1.0):
        value = percentile(late, share)
        name = f"p{share * 100:.0f}"
        evidence(f"figure: past closes_ms to the last of 33 sockets, {name} = {value:.1f} ms")
    evidence(f"figure: past closes_ms to the first socket, p50 = {percentile(first, 0.5):.1f} ms")
    assert percentile(late, 0.99) <= BOUND_MS


def _join(facilitator: serving.Browser, game: str) -> str:
    return f"/api/join/{facilitator.get(f'/api/games/{game}')['code']}"


async def measured(
    lines: list[serving.Line],
) -> tuple[list[dict[str, float]], dict[str, float]]:
    """When each socket heard of each adoption, and the instant at which each silence closed."""
    for line in lines:
        await line.__aenter__()
        await line.hello()
        await line.hear("view")
    ears = [Ear(line) for line in lines]
    control = lines[-1]
    await control.done("start_game")
    started = (await control.event("game_started"))["event"]["at"]
    await control.done("fire_inject", inject="all")
    async with asyncio.TaskGroup() as group:
        for ear in ears:
            group.create_task(ear.listen())
        await ask(lines[:-1])
    closes = await closing_instants(control, started)
    for line in lines:
        await line.__aexit__()
    return [ear.heard for ear in ears], closes


async def ask(delegations: list[serving.Line]) -> None:
    """Each delegation asks for its share of the consultations, about as they are used up.

    All at once would measure a Council of 200 open consultations.
    """
    for number in range(SILENCES):
        line = delegations[number % len(delegations)]
        move = {
            "kind": "request_consultation",
            "incidents": [f"incident/{number + 1}"],
            "ground": "security",
        }
        await line.say(kind="play", id=f"ask-number-{number:03}", move=move)
        await asyncio.sleep(LENGTH_MS / 1000 * 0.95)


async def closing_instants(control: serving.Line, started: int) -> dict[str, float]:
    """UTC ms at which each silence closed, as a page reckons it: the clock never stood."""
    await control.hello()
    council = (await control.hear("view"))["rooms"]["council"]["entities"]
    silences = {key: one for key, one in council.items() if key.startswith("silence/")}
    return {key: float(started + one["closes_ms"]) for key, one in silences.items()}
