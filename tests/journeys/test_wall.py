"""The wall in a real browser: what a room sees of one turn, and whether the back row reads it."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import msgspec
import pytest
from playwright.sync_api import Browser, expect

from tests import serving
from tests.journeys import quick, sight
from tests.journeys.screens import PHONE, Screen, shots_folder
from tests.journeys.test_breaking import off_the_loop
from wargame.library import load_scenario

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.alone, pytest.mark.timeout(240)]

SIZES = ((1280, 720), (1920, 1080), (1024, 768))
LANGUAGES = ("en", "fr", "both")
TITLE = {"en": "Coffee", "fr": "Café"}
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
        self.facilitator = house.facilitator()
        self.game = self.facilitator.open_game(scenario)
        self.ally = self.facilitator.seat(self.game, "POL")
        self.screen = Screen(browser, house.url, "wall", SIZES[0])
        self.page = self.screen.page

    def come_by_link(self) -> None:
        """Another screen, that somebody gave the wall's link."""
        link: str = self.facilitator.post(f"/api/games/{self.game}/link", seat="observer")["url"]
        self.page.goto(link)
        self.page.wait_for_url(f"**/game/{self.game}/wall")

    def come_from_control(self) -> None:
        """The facilitator's own browser: the button in the control room opens a tab."""
        sid = self.facilitator.cookies().partition("sid=")[2].partition(";")[0]
        self.screen.context.add_cookies([{"name": "sid", "value": sid, "url": self.screen.url}])
        self.screen.goto(f"/game/{self.game}/control")
        with self.screen.context.expect_page() as opened:
            self.screen.press("wall-open")
        self.page.close()
        self.page = self.screen.page = opened.value
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


def test_the_back_row_reads_every_picture_of_a_turn(browser: Browser, tmp_path: Path) -> None:
    with serving.server(tmp_path / "data", pages=True, program=quick.PROGRAM) as house:
        wall = Wall(browser, house, "practice")
        wall.come_by_link()
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
    wall.screen.can_be_used_by_all()
    the_hand_at_the_screen(wall)


def the_hand_at_the_screen(wall: Wall) -> None:
    """The switches show while a hand moves; sound is off until somebody wants it."""
    tools, sound = wall.page.get_by_test_id("wall-tools"), wall.page.get_by_test_id("wall-sound")
    expect(tools).to_have_css("opacity", "0")
    wall.page.mouse.move(300, 300)
    wall.page.mouse.move(310, 310)
    expect(tools).to_have_css("opacity", "1")
    expect(sound).to_have_attribute("aria-pressed", "false")
    wall.page.keyboard.press("s")
    expect(sound).to_have_attribute("aria-pressed", "true")
    wall.page.mouse.move(320, 320)
    wall.back_row_reads("tools", quickly=True)


def council(wall: Wall) -> None:
    """Who asked, why; then the text on the table and where delegations stand."""
    wall.poland("request_consultation", incidents=["incident/1"], ground="security")
    wall.page.reload()
    wall.scene("council")
    expect(wall.page.get_by_test_id("wall-council")).to_contain_text("Poland")
    wall.control("open_meeting", consultation="consultation/1")
    wall.poland("table_draft", consultation="consultation/1", title=TITLE, paragraphs=PARAGRAPHS)
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


LONG = {
    "en": "Between 23:30 and 06:30 nineteen objects crossed the border from the east. Three or "
    "four were brought down, the others fell by themselves; four airports closed for hours, and "
    "a house was damaged. Nobody was hurt. Investigators collect the wreckage.",
    "fr": "Entre 23 h 30 et 6 h 30, dix-neuf objets ont franchi la frontière par l'est. Trois ou "
    "quatre ont été abattus, les autres sont tombés d'eux-mêmes ; quatre aéroports ont fermé des "
    "heures, une maison a été endommagée. Personne n'est blessé. Les débris sont recueillis.",
}
LONG_TITLE = {
    "en": "Drones seen over four airports in two nights",
    "fr": "Des drones aperçus au-dessus de quatre aéroports en deux nuits",
}


def test_long_words_a_lost_server_and_a_second_incident_stay_readable(
    browser: Browser, tmp_path: Path
) -> None:
    folder, port = tmp_path / "data", serving.free_port()
    with serving.server(folder, pages=True, port=port, program=quick.PROGRAM) as house:
        wall = Wall(browser, house, "drones-over-poland")
        wall.come_from_control()
        text_of_a_real_length(wall)
        an_incident_takes_over(wall)
        wall.screen.line_may_be_lost = True
        house.kill()
        expect(wall.page.get_by_test_id("wall-notice").first).to_contain_text("lost the server")
        wall.back_row_reads("lost", quickly=True)
    with serving.server(folder, pages=True, port=port, program=quick.PROGRAM):
        wall.screen.await_phase("outage")
        wall.back_row_reads("outage", quickly=True)
        hold_to_the_end(wall)


def text_of_a_real_length(wall: Wall) -> None:
    """The scenario's own middle wording, put under silence."""
    wall.control("start_game")
    wall.control("fire_inject", inject="swarm")
    wall.scene("incident")
    wall.back_row_reads("long-incident")
    wall.poland("request_consultation", incidents=["incident/1"], ground="security")
    wall.control("open_meeting", consultation="consultation/1")
    for version, starter in enumerate(("soft", "middle")):
        paragraphs = [msgspec.to_builtins(one) for one in wording(starter)]
        if version == 0:
            title = {"en": "Statement on the drones over Poland"}
            consultation = "consultation/1"
            wall.poland(
                "table_draft", consultation=consultation, title=title, paragraphs=paragraphs
            )
            wall.control("place_under_silence", draft="draft/1", version=1)
            wall.poland("break_silence", silence="silence/1", ground="wants_stronger_text")
        else:
            wall.poland("table_version", draft="draft/1", after=1, paragraphs=paragraphs)
    wall.screen.await_phase("running")


def wording(starter: str) -> tuple[Any, ...]:
    """The paragraphs of one of the scenario's first wordings."""
    (found,) = (one for one in load_scenario("drones-over-poland").starters if one.id == starter)
    return found.paragraphs


def an_incident_takes_over(wall: Wall) -> None:
    """It fills the picture for a while; the countdown stays, smaller and still large enough."""
    wall.control("extend_silence", silence="silence/2", by_ms=36_000, reason="")
    targets = ["POL", "DEU", "LTU", "ROU"]
    wall.control("inject_incident", title=LONG_TITLE, body=LONG, targets=targets)
    wall.scene("incident")
    wall.countdown_is_large()
    wall.back_row_reads("incident-in-silence", quickly=True)


def hold_to_the_end(wall: Wall) -> None:
    """Adopted: the whole text, or as much of it as can be read from the back."""
    wall.control("resume_game", reason="")
    wall.screen.await_phase("last_ten")
    wall.screen.await_phase("adopted")
    expect(wall.page.get_by_test_id("wall-text")).to_contain_text("North Atlantic Council")
    wall.back_row_reads("long-adopted")


def test_a_phone_learns_that_it_reached_the_server_and_that_the_line_works(
    browser: Browser, tmp_path: Path
) -> None:
    with serving.server(tmp_path / "data", pages=True) as house:
        phone = Screen(browser, house.url, "check", PHONE)
        phone.goto("/check")
        check = phone.see("check")
        expect(check).to_have_attribute("data-line", "works")
        for words in ("This device reached the server.", "Cet appareil joint le serveur."):
            expect(check).to_contain_text(words)
        expect(check).to_contain_text(house.url)
        phone.fits()
        phone.can_be_used_by_all()
        phone.shot("check")
        assert phone.wrong == []
