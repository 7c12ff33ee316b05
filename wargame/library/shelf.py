"""Where the fixtures stand, and reading them again only when a file changed."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

from wargame.library.faults import LibraryError
from wargame.library.marked import MAX_BYTES, decode, too_large
from wargame.library.pages import read_scenario
from wargame.library.roll import Roll, read_roll
from wargame.rules.scenario import Ally, Scenario, Text

REPOSITORY = Path(__file__).resolve().parents[2]
FIXTURES = REPOSITORY / "fixtures"
_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")


class ScenarioHead(msgspec.Struct, frozen=True):
    """What a person who chooses a scenario sees. `name` is what `load_scenario` takes."""

    name: str
    title: Text
    date: str
    place: Text
    summary: Text
    content_flags: tuple[Text, ...]
    cast: tuple[str, ...]


Stamp = tuple[int, int, int]
Sources = tuple[Path, ...]
Read = TypeVar("Read")


class _Kept(Generic[Read]):
    """What was read from files, until one of them changes."""

    def __init__(self) -> None:
        self._kept: dict[Sources, tuple[tuple[Stamp, ...], Read]] = {}

    def get(self, sources: Sources, read: Callable[[], Read]) -> Read:
        # Stamped before reading: a file changed meanwhile is read again next time.
        stamps = tuple(_stamp(source) for source in sources)
        known = self._kept.get(sources)
        if known is None or known[0] != stamps:
            known = (stamps, read())
            self._kept[sources] = known
        return known[1]


class Shelf:
    """The fixtures below one folder: `allies.yaml` and `scenarios/NAME.yaml`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._rolls: _Kept[Roll] = _Kept()
        self._scenarios: _Kept[Scenario] = _Kept()

    def roll(self) -> Roll:
        """The roll of the Alliance. Raises LibraryError."""
        file = self.folder / "allies.yaml"
        return self._rolls.get((file,), lambda: read_roll(_text(file), shown(file)))

    def load(self, name: str) -> Scenario:
        """The scenario in `scenarios/NAME.yaml`. Raises LibraryError."""
        if name not in self.names():
            raise self._unknown(name)
        return self.load_file(self.folder / "scenarios" / f"{name}.yaml")

    def load_file(self, file: Path) -> Scenario:
        """The scenario in this file. Raises LibraryError."""
        roll = self.roll()
        sources = (file, self.folder / "allies.yaml")
        return self._scenarios.get(sources, lambda: read_scenario(_text(file), shown(file), roll))

    def names(self) -> tuple[str, ...]:
        """The scenarios there are, sound or not, in alphabetical order."""
        stems = (file.stem for file in (self.folder / "scenarios").glob("*.yaml"))
        return tuple(sorted(stem for stem in stems if _NAME.fullmatch(stem)))

    def heads(self) -> tuple[ScenarioHead, ...]:
        """The heads of the scenarios that can be played."""
        return tuple(_head(self.load(name)) for name in self.names() if not self.faults(name))

    def faults(self, name: str) -> tuple[LibraryError, ...]:
        """What keeps this scenario from being played; empty if nothing."""
        try:
            self.load(name)
        except LibraryError as first:
            return first.all()
        return ()

    def _unknown(self, name: str) -> LibraryError:
        there = ", ".join(self.names())
        return LibraryError(
            shown(self.folder / "scenarios"),
            0,
            Text(en=f'There is no scenario "{name}".', fr=f"Il n'y a pas de scénario « {name} »."),
            Text(en=f"Choose one of: {there}.", fr=f"Choisissez parmi : {there}."),
        )


HOUSE = Shelf(FIXTURES)
"""The fixtures of this repository."""


def load_scenario(name: str) -> Scenario:
    """The house's scenario of this name, read again if its file changed. Raises LibraryError."""
    return HOUSE.load(name)


def list_scenarios() -> tuple[ScenarioHead, ...]:
    """The house's scenarios that can be played, in order of their names."""
    return HOUSE.heads()


def broken_scenarios() -> tuple[LibraryError, ...]:
    """The faults of the house's scenarios that cannot be played."""
    return tuple(fault for name in HOUSE.names() for fault in HOUSE.faults(name))


def allies(date: str = "") -> tuple[Ally, ...]:
    """The members of the Alliance at `date` (YYYY-MM-DD; empty: at the date of the roll)."""
    roll = HOUSE.roll()
    return roll.at(date or roll.as_of)


def shown(file: Path) -> str:
    """The file as an error names it: from the repository's folder if it lies there."""
    absolute = file.absolute()
    return str(absolute.relative_to(REPOSITORY) if absolute.is_relative_to(REPOSITORY) else file)


def _head(scenario: Scenario) -> ScenarioHead:
    return ScenarioHead(
        name=scenario.id,
        title=scenario.title,
        date=scenario.date,
        place=scenario.place,
        summary=scenario.summary,
        content_flags=scenario.content_flags,
        cast=scenario.cast,
    )


def _stamp(file: Path) -> Stamp:
    try:
        found = file.stat()
    except OSError:
        raise _unreadable(file) from None
    return (found.st_mtime_ns, found.st_size, found.st_ino)


def _text(file: Path) -> str:
    try:
        with file.open("rb") as source:
            raw = source.read(MAX_BYTES + 1)
    except OSError:
        raise _unreadable(file) from None
    if len(raw) > MAX_BYTES:
        raise too_large(shown(file))
    return decode(raw, shown(file))


def _unreadable(file: Path) -> LibraryError:
    return LibraryError(
        shown(file),
        0,
        Text(en="This file cannot be read.", fr="Ce fichier ne peut pas être lu."),
        Text(
            en="Check its name, and that you may read it.",
            fr="Vérifiez son nom, et que vous avez le droit de le lire.",
        ),
    )
