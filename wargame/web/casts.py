"""Which seats a scenario fills first."""

from __future__ import annotations

from wargame.library import LibraryError, load_scenario


def cast_of(scenario: str) -> tuple[str, ...]:
    """The cast of the scenario, in order; empty if its fixture is gone or broken meanwhile.

    A game goes on without its fixture; only the order of seating is lost. Reads files.
    """
    try:
        return load_scenario(scenario).cast
    except LibraryError:
        return ()
