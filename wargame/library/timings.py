"""Whether a scenario's lengths can be played: house rules within their bounds, a turn that fits."""

from __future__ import annotations

from collections.abc import Iterator

from wargame.library.faults import LibraryError
from wargame.library.shapes import Lines
from wargame.rules.houserules import HouseRules
from wargame.rules.scenario import Scenario, Text

WEEK_MS = 604_800_000
_BOUNDS: dict[str, tuple[int, int]] = {
    "courtesy_ms": (0, 5_000),
    "opening_lead_ms": (0, WEEK_MS),
    "drafting_ms": (1_000, WEEK_MS),
    "redrafting_ms": (1_000, WEEK_MS),
    "silence_first_ms": (1_000, WEEK_MS),
    "silence_later_ms": (1_000, WEEK_MS),
    "silence_shortest_ms": (1_000, WEEK_MS),
    "silences_at_once": (1, 8),
    "extensions_per_silence": (0, 10),
    "association_ms": (0, WEEK_MS),
    "break_leak_after_ms": (0, WEEK_MS),
    "break_public_after_ms": (0, WEEK_MS),
    "breaks_to_fall_back": (1, 32),
    "breaks_per_ally": (1, 32),
    "hold_floor_ms": (0, WEEK_MS),
}
"""The least and the most of each house rule that is a number; lengths in ms of game clock."""


def timing_faults(scenario: Scenario, lines: Lines) -> Iterator[LibraryError]:
    """House rules out of bounds, and a turn too short for one silence."""
    rules = scenario.house_rules
    for name, (low, high) in _BOUNDS.items():
        value = getattr(rules, name)
        if value is not None and not low <= value <= high:
            yield lines.fault(("house_rules", name), *_out_of_bounds(name, value, low, high))
    yield from _shortest_faults(rules, lines)
    needed = rules.opening_lead_ms + rules.drafting_ms + rules.silence_first_ms
    if scenario.turn_ms < needed:
        yield lines.fault(("turn_ms",), *_turn_too_short(scenario.turn_ms, needed))


def _shortest_faults(rules: HouseRules, lines: Lines) -> Iterator[LibraryError]:
    for name in ("silence_first_ms", "silence_later_ms"):
        value = getattr(rules, name)
        if value < rules.silence_shortest_ms:
            path = ("house_rules", name)
            yield lines.fault(path, *_below_shortest(name, value, rules.silence_shortest_ms))


def _out_of_bounds(name: str, value: int, low: int, high: int) -> tuple[Text, Text]:
    return (
        Text(en=f"{name} cannot be {value}.", fr=f"{name} ne peut pas valoir {value}."),
        Text(en=f"Choose between {low} and {high}.", fr=f"Choisissez entre {low} et {high}."),
    )


def _below_shortest(name: str, value: int, shortest: int) -> tuple[Text, Text]:
    return (
        Text(
            en=f"{name} ({value}) is shorter than silence_shortest_ms ({shortest}).",
            fr=f"{name} ({value}) est plus court que silence_shortest_ms ({shortest}).",
        ),
        Text(
            en="Lengthen it, or lower silence_shortest_ms.",
            fr="Allongez-le, ou abaissez silence_shortest_ms.",
        ),
    )


def _turn_too_short(turn: int, needed: int) -> tuple[Text, Text]:
    return (
        Text(
            en=f"The turn ({turn} ms) ends before the first silence can ({needed} ms).",
            fr=f"Le tour ({turn} ms) finit avant que le premier silence ne le puisse "
            f"({needed} ms).",
        ),
        Text(
            en="Lengthen turn_ms, or shorten opening_lead_ms, drafting_ms or silence_first_ms.",
            fr="Allongez turn_ms, ou raccourcissez opening_lead_ms, drafting_ms ou "
            "silence_first_ms.",
        ),
    )
