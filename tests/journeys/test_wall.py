"""The wall in a real browser: what a room sees of one turn, and whether the back row reads it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests import serving
from tests.journeys import quick, sight
from tests.journeys.screens import Screen, shots_folder
from tests.journeys.test_breaking import off_the_loop

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.alone, pytest.mark.timeout(240)]

SIZES = ((1280, 720), (1920, 1080), (1024, 768))
LANGUAGES = ("en", "fr", "both")
PARAGRAPHS = [
    {"en": "The Council has met at the request of Poland.", "fr": "Le Conseil s'est réuni."},
    {
        "en": "Allies deplore the silence of the coffee machine and stand with all who thirst.",
        "fr": "Les Alliés déplorent le silence de la machine et sont aux côtés de qui a soif.",
    },
    {"en": "The Council remains seized of the matter.", "fr": "Le Conseil reste saisi."},
]


class Wall:
    """A wall in a browser, and the hands that play the game behind it."""

    def __init__(self, browser: Browser, house: serving.House, scenario: str) -> None:
        self.house = house
        self.facilitator = house.facilitator()
        self.game = self.facilitator.open_game(scenario)
        self.ally = self.facilitator.seat(self.game, "POL")
        self.screen = Screen(browser, house.url, "wall", SIZES[0])
        self.page = self.screen.page
        link: str = self.facilitator.post(f"/api/games/{self.game}/link", seat="observer")["url"]
        self.page.goto(link)
        self.page.wait_for_url(f"**/game/{self.game}/wall")

    def control(self, move: str, **fields: Any) -> None:
        """A facilitator's move."""
        self._play(self.facilitator, "facilitator", move, fields)

    def poland(self, move: str, **fields: Any) -> None:
        """A move of Poland's."""
        self._play(self.ally, "POL", move, fields)

    def _play(self, who: serving.Browser, seat: str, move: str, fields: dict[str, Any]) -> None:
        async def play() -> None:
            async with who.line(self.game, seat) as line:
                await line.hello()
                await line.done(move, **fields)

        off_the_loop(play())

    def scene(self, name: str) -> None:
        """Wait until this picture is shown."""
        wall = self.page.get_by_test_id("wall")
        expect(wall).to_have_attribute("data-scene", name, timeout=15_000)

    def back_row_reads(self, state: str, *, quickly: bool = False) -> None:
        """Every text at every size, language and theme is large, plain and whole."""
        sizes = SIZES[:1] if quickly else SIZES
        wrong: list[str] = []
        for language, size in itertools.product(LANGUAGES, sizes):
            self.page.set_viewport_size({"width": size[0], "height": size[1]})
            for theme in ("light", "dark"):
                self.page.emulate_media(color_scheme=theme)
                where = f"{state} {size[0]}x{size[1]} {language} {theme}"
                self.page.wait_for_timeout(60)
                self._shot(where)
                wrong += [f"{where}: {fault}" for fault in sight.faults(self.page)]
            if size == sizes[-1]:
                self.page.keyboard.press("l")
        self.page.set_viewport_size({"width": SIZES[0][0], "height": SIZES[0][1]})
        assert sight.count(self.page) >= 4
        assert not wrong, "\n".join(wrong)

    def countdown_is_large(self) -> None:
        """At every size, the figures are at least the stated share of the height."""
        for width, height in SIZES:
            self.page.set_viewport_size({"width": width, "height": height})
            assert sight.countdown(self.page) >= sight.LEAST_COUNTDOWN, (width, height)
        self.page.set_viewport_size({"width": SIZES[0][0], "height": SIZES[0][1]})

    def _shot(self, where: str) -> None:
        folder = shots_folder()
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
            self.page.screenshot(path=folder / f"wall-{where.replace(' ', '-')}.png")


@contextmanager
def wall_of(browser: Browser, folder: Path, scenario: str) -> Iterator[Wall]:
    """A wall that waits for the start of a game."""
    with serving.server(folder, pages=True, program=quick.PROGRAM) as house:
        yield Wall(browser, house, scenario)


def test_the_back_row_reads_every_picture_of_a_turn(browser: Browser, tmp_path: Path) -> None:
    with wall_of(browser, tmp_path / "data", "practice") as wall:
        before_the_start(wall)
        incident(wall)
        council(wall)
        running_and_paused(wall)
        broken(wall)
        adopted(wall)
        assert wall.screen.wrong == []


def before_the_start(wall: Wall) -> None:
    """The code of the door, large, with its picture."""
    wall.scene("door")
    code = wall.facilitator.get(f"/api/games/{wall.game}")["code"]
    expect(wall.page.get_by_test_id("wall-code")).to_have_text(code)
    expect(wall.page.locator("main img")).to_be_visible()
    wall.back_row_reads("door")


def incident(wall: Wall) -> None:
    """Number, allies hit, words; the code is still there, small."""
    wall.control("start_game")
    wall.scene("calm")
    wall.control("fire_inject", inject="coffee")
    wall.scene("incident")
    expect(wall.page.get_by_test_id("wall-incident")).to_contain_text("Hit: Poland")
    expect(wall.page.get_by_test_id("wall-code-small")).to_be_visible()
    expect(wall.page.get_by_test_id("wall-ticker")).to_contain_text("Incident:")
    wall.back_row_reads("incident")


def council(wall: Wall) -> None:
    """Who asked, why; then the text on the table and where delegations stand."""
    wall.poland("request_consultation", incidents=["incident/1"], ground="security")
    wall.page.reload()
    wall.scene("council")
    expect(wall.page.get_by_test_id("wall-council")).to_contain_text("Poland")
    wall.control("open_meeting", consultation="consultation/1")
    wall.poland("table_draft", consultation="consultation/1", title="Coffee", paragraphs=PARAGRAPHS)
    wall.poland("state_position", draft="draft/1", version=1, stance="support")
    expect(wall.page.get_by_test_id("wall-stances")).to_contain_text("1")
    wall.back_row_reads("council")


def running_and_paused(wall: Wall) -> None:
    """The countdown, its sentences, the rules on one slide; the clock that stands."""
    wall.control("place_under_silence", draft="draft/1", version=1)
    wall.scene("silence")
    words = wall.page.get_by_test_id("silence-words")
    expect(words).to_contain_text("Version 1 is under silence.")
    expect(words).to_contain_text("Saying nothing is agreeing.")
    wall.countdown_is_large()
    wall.back_row_reads("running")
    wall.control("pause_game", reason="")
    wall.screen.await_phase("paused")
    wall.back_row_reads("paused")
    wall.page.keyboard.press("r")
    wall.scene("rules")
    wall.countdown_is_large()
    wall.back_row_reads("rules")
    wall.page.keyboard.press("r")
    wall.control("resume_game", reason="")


def broken(wall: Wall) -> None:
    """Silence broken: the figures stop, the ground is said."""
    wall.poland("break_silence", silence="silence/1", ground="legal_basis")
    wall.screen.await_phase("broken")
    expect(wall.page.get_by_test_id("silence-words")).to_contain_text("Legal basis")
    wall.back_row_reads("broken")
    # A screen that comes late sees where the Council stands, with the break in one line.
    wall.page.reload()
    wall.scene("council")
    expect(wall.page.get_by_test_id("wall-council")).to_contain_text("Silence broken at")
    wall.back_row_reads("after-break")


def adopted(wall: Wall) -> None:
    """A silence that held: last ten seconds, then the text."""
    changed = [{"en": "The Council has met.", "fr": "Le Conseil s'est réuni."}, *PARAGRAPHS[1:]]
    wall.poland("table_version", draft="draft/1", after=1, paragraphs=changed)
    wall.screen.await_phase("last_ten")
    wall.countdown_is_large()
    wall.back_row_reads("last-ten", quickly=True)
    wall.screen.await_phase("adopted")
    expect(wall.page.get_by_test_id("wall-text")).to_contain_text("coffee machine")
    wall.back_row_reads("adopted")
