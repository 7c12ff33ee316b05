"""manage.py with lengths that a browser journey can wait for; a program for tests/serving.py."""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec

REPOSITORY = Path(__file__).resolve().parents[2]
FIRST_MS = 60_000
LATER_MS = 16_000
FLOOR_MS = 15_000
"""What a silence has at least after an outage (rules 7.6)."""
PROGRAM = Path(__file__)


def main() -> None:
    """Shorten the house rules of every scenario, then run the command."""
    from wargame.library import shelf
    from wargame.rules.scenario import Scenario

    class QuickShelf(shelf.Shelf):
        """The house's fixtures with quick house rules."""

        def load_file(self, file: Path) -> Scenario:
            scenario = super().load_file(file)
            rules = msgspec.structs.replace(
                scenario.house_rules,
                redrafting_ms=4_000,
                silence_first_ms=FIRST_MS,
                silence_later_ms=LATER_MS,
                hold_floor_ms=FLOOR_MS,
            )
            return msgspec.structs.replace(scenario, house_rules=rules)

    shelf.HOUSE = QuickShelf(shelf.FIXTURES)
    import manage

    manage.main()


if __name__ == "__main__":
    sys.path.insert(0, str(REPOSITORY))
    main()
