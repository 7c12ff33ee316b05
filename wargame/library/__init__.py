"""The library: fixtures that a teacher can edit, read into the law's types.

Every fault of a fixture is a LibraryError with file, line and remedy; nothing else is raised.
"""

from __future__ import annotations

from wargame.library.faults import LibraryError
from wargame.library.pages import read_scenario, scenario_sha256
from wargame.library.shelf import (
    ScenarioHead,
    Shelf,
    allies,
    broken_scenarios,
    list_scenarios,
    load_scenario,
)

__all__ = [
    "LibraryError",
    "ScenarioHead",
    "Shelf",
    "allies",
    "broken_scenarios",
    "list_scenarios",
    "load_scenario",
    "read_scenario",
    "scenario_sha256",
]
