"""The lifecycles drawn as mermaid graphs, for docs/lifecycles.md."""

from __future__ import annotations

from wargame.rules.lifecycles import CONSULTATION, DRAFT, SILENCE, Lifecycle

_HEAD = """# Lifecycles

Drawn from `wargame/rules/lifecycles.py` by `wargame.rules.graphs.page`; a test checks that this
page is fresh. A state without a way out is final.
"""


def graph(life: Lifecycle) -> str:
    """One lifecycle as a mermaid state diagram; it begins in the first state declared."""
    first = next(iter(life.steps))
    lines = ["stateDiagram-v2", f"    [*] --> {first}"]
    for state, ends in life.steps.items():
        lines += [f"    {state} --> {end}" for end in ends or ("[*]",)]
    return "\n".join(lines)


def page() -> str:
    """The whole of docs/lifecycles.md."""
    drawn = (
        f"\n## {life.name.capitalize()}\n\n```mermaid\n{graph(life)}\n```\n"
        for life in (CONSULTATION, DRAFT, SILENCE)
    )
    return _HEAD + "".join(drawn)
