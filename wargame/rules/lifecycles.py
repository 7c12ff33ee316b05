"""The lives of things on the table, each declared once; a wrong graph fails at import."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from wargame.rules.entities import ConsultationState, DraftState, SilenceState


class Lifecycle:
    """A graph of states. `step` is the only way from one to the next."""

    def __init__(self, name: str, states: object, steps: Mapping[str, tuple[str, ...]]) -> None:
        known = set(get_args(states))
        named = set(steps) | {to for ends in steps.values() for to in ends}
        if named != known:
            raise ValueError(f"{name}: the graph and the states differ in {named ^ known}")
        self.name = name
        self.steps = dict(steps)

    def check(self, before: str, after: str) -> None:
        """Fail if the law does not know this step; the record would be wrong."""
        if after not in self.steps[before]:
            raise ValueError(f"{self.name}: no step from {before} to {after}")

    def ends(self, state: str) -> bool:
        """Whether nothing follows this state."""
        return not self.steps[state]


CONSULTATION = Lifecycle(
    "consultation",
    ConsultationState,
    {"requested": ("open", "fallen", "ended"), "open": ("ended",), "ended": (), "fallen": ()},
)
DRAFT = Lifecycle(
    "decision sheet",
    DraftState,
    {
        "on_table": ("under_silence", "withdrawn", "fallen_back", "ended"),
        "under_silence": ("on_table", "adopted"),
        "adopted": (),
        "withdrawn": (),
        "fallen_back": (),
        "ended": (),
    },
)
SILENCE = Lifecycle(
    "silence",
    SilenceState,
    {"running": ("broken", "adopted", "lapsed"), "broken": (), "adopted": (), "lapsed": ()},
)
