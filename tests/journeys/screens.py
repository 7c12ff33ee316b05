"""A person's browser window: what is done in it, and what must hold of every picture in it."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, expect

Language = Literal["en", "fr"]
LAPTOP = (1280, 800)
TABLET = (768, 1024)
PHONE = (360, 780)
SIZES = (PHONE, TABLET, LAPTOP)
_LOCALES = {"en": "en-GB", "fr": "fr-FR"}
_UNREACHABLE = re.compile(r"WebSocket connection to|ERR_CONNECTION_REFUSED|Failed to fetch")
_CLOCK_TIME = re.compile(r"\d\d:\d\d:\d\d")
_SERIOUS = {"serious", "critical"}
WAIT_MS = 15_000
Shots = Path | None


def shots_folder() -> Shots:
    """Where pictures of the main states are kept, if anywhere."""
    named = os.environ.get("UNDER_SILENCE_SHOTS")
    return Path(named) if named else None


class Screen:
    """One person's window on the house. `wrong` is what the browser complained of."""

    def __init__(
        self,
        browser: Browser,
        url: str,
        name: str,
        size: tuple[int, int] = LAPTOP,
        language: Language = "en",
    ) -> None:
        self.url = url
        self.name = name
        self.size = size
        self.language = language
        self.touch = size == PHONE
        self.wrong: list[str] = []
        self.line_may_be_lost = False
        """No server answers just now: what the browser says about that is no fault."""
        self.context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            locale=_LOCALES[language],
            has_touch=self.touch,
        )
        self.context.set_default_timeout(WAIT_MS)
        self.page: Page = self.context.new_page()
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.wrong.append(f"page error: {error}"))

    def _heard(self, message: ConsoleMessage) -> None:
        if self.line_may_be_lost and _UNREACHABLE.search(message.text):
            return
        if message.type in ("error", "warning"):
            self.wrong.append(f"{message.type}: {message.text}")

    def goto(self, path: str) -> None:
        """Open an address of the house."""
        self.page.goto(self.url + path)

    def see(self, name: str) -> Locator:
        """The part of this name, once it can be seen."""
        part = self.page.get_by_test_id(name).first
        expect(part).to_be_visible(timeout=WAIT_MS)
        return part

    def press(self, name: str) -> None:
        """Tap it on a phone, click it elsewhere."""
        part = self.see(name)
        if self.touch:
            part.tap()
        else:
            part.click()

    def write(self, name: str, words: str) -> None:
        """Put these words in a field."""
        self.see(name).fill(words)

    def act(self, move: str) -> None:
        """Open the form of a move, from the moves that this seat may make now."""
        if self.touch:
            self.press("tab-moves")
        self.press(f"move-{move}")

    def await_phase(self, *phases: str) -> None:
        """Wait until the countdown is in one of these phases."""
        chosen = re.compile("|".join(f"^{phase}$" for phase in phases))
        countdown = self.page.get_by_test_id("countdown").first
        expect(countdown).to_have_attribute("data-phase", chosen, timeout=45_000)

    def await_line(self, *states: str) -> None:
        """Wait until the page says that its line is in one of these states."""
        expect(self.page.get_by_test_id("connection")).to_have_attribute(
            "data-state", re.compile("|".join(states)), timeout=WAIT_MS
        )

    def seconds_left(self) -> int:
        """What the countdown shows, in seconds."""
        minutes, seconds = self.see("countdown").inner_text().strip().split(":")
        return int(minutes) * 60 + int(seconds)

    def deadline(self) -> str:
        """The time of day at which the silence ends, as the sentence beside the figures says."""
        found = _CLOCK_TIME.search(self.see("silence-words").inner_text())
        assert found, self.see("silence-words").inner_text()
        return found.group()

    def fits(self) -> None:
        """Nothing to scroll sideways, at this size."""
        widths = self.page.evaluate(
            "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
        )
        assert widths[0] <= widths[1], f"{self.name} is {widths[0]} wide on {widths[1]} px"

    def fits_every_size(self) -> None:
        """Nothing to scroll sideways on a phone, a tablet, a laptop."""
        for width, height in SIZES:
            self.page.set_viewport_size({"width": width, "height": height})
            self.fits()
        self.page.set_viewport_size({"width": self.size[0], "height": self.size[1]})

    def can_be_used_by_all(self) -> None:
        """Axe finds nothing serious."""
        found = Axe().run(self.page).response["violations"]
        grave = [
            f"{one['id']} ({one['impact']}): {[node['target'] for node in one['nodes']][:4]}"
            for one in found
            if one["impact"] in _SERIOUS
        ]
        assert not grave, f"{self.name}: {grave}"

    def shot(self, state: str, *, both: bool = False, whole: bool = False) -> None:
        """A picture of this state, light and dark; `both`: in both languages."""
        if shots_folder() is None:
            return
        self.page.evaluate("scrollTo(0, 0)")
        self._two_themes(state, self.language, whole)
        if both:
            other: Language = "fr" if self.language == "en" else "en"
            self.page.get_by_test_id(f"language-{other}").first.click()
            self._two_themes(state, other, whole)
            self.page.get_by_test_id(f"language-{self.language}").first.click()

    def _two_themes(self, state: str, language: str, whole: bool) -> None:
        folder = shots_folder()
        assert folder is not None
        for theme in ("dark", "light"):
            self.page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
            file = folder / f"{state}-{self.name}-{language}-{theme}.png"
            self.page.screenshot(path=file, full_page=whole)


def await_record(screen: Screen, move: str) -> None:
    """Wait until the server has taken the move that was sent from this place."""
    receipt = screen.page.locator(f'[data-testid=receipt][data-place="{move}"]').first
    expect(receipt).to_have_attribute("data-state", "done", timeout=WAIT_MS)
