"""The pages' types are the server's types, written out."""

from __future__ import annotations

import re

import pytest
from django.core.management import CommandError, call_command

from wargame.management.commands import generate_types
from wargame.realtime import typescript
from wargame.rules import events, moves


def test_the_generated_types_are_fresh() -> None:
    call_command("generate_types", "--check")


def test_a_stale_file_is_refused_with_what_to_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typescript, "source", lambda: "something else")
    with pytest.raises(CommandError, match=r"Run: python manage\.py generate_types"):
        call_command("generate_types", "--check")


def test_the_same_types_give_the_same_text() -> None:
    assert typescript.source() == typescript.source()


@pytest.mark.parametrize("union", [moves.PlayerMove, events.AnyEvent])
def test_every_kind_is_an_interface_with_its_tag(union: object) -> None:
    written = generate_types.TARGET.read_text(encoding="utf-8")
    for kind in union.__args__:  # type: ignore[attr-defined]
        tag = moves.wire_name(kind.__name__)
        body = re.search(rf"export interface {kind.__name__} {{(.*?)\n}}", written, re.S)
        assert body is not None
        assert f"kind: '{tag}';" in body[1]


def test_a_move_may_leave_out_what_has_a_default_and_nothing_else() -> None:
    written = generate_types.TARGET.read_text(encoding="utf-8")
    body = re.search(r"export interface BreakSilence {(.*?)\n}", written, re.S)
    assert body is not None
    assert "ground: BreakGround;" in body[1]
    assert "reason?: string;" in body[1]
