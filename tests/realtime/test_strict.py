"""What a frame may look like."""

from __future__ import annotations

import json
import sys

import pytest

from wargame.realtime import strict, wire
from wargame.rules.moves import BreakSilence

PLAY = {
    "kind": "play",
    "id": "a-move-id-1",
    "move": {"kind": "break_silence", "silence": "s1", "ground": "legal_basis"},
}


def refusal_of(text: str | None) -> strict.UnreadableFrame:
    with pytest.raises(strict.UnreadableFrame) as caught:
        strict.read(text)
    return caught.value


def test_a_good_play_is_read() -> None:
    frame = strict.read(json.dumps(PLAY))
    assert isinstance(frame, wire.Play)
    assert frame.move == BreakSilence(silence="s1", ground="legal_basis")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        "[]",
        "5",
        "null",
        '{"kind":"sync","t":NaN}',
        '{"kind":"sync","t":Infinity}',
        '{"kind":"sync","t":-Infinity}',
        '{"kind":"sync","t":1e999}',
        '{"kind":"sync","t":1,"t":2}',
        '{"kind":"sync","t":' + "9" * 5000 + "}",
        '{"kind":"seen","heads":{"council":9007199254740993}}',
        '{"kind":"seen","heads":{"\\u0000":1}}',
        '{"kind":"hello","branch":"\\ud800"}',
        '{"kind":"hello","branch":"\ud800"}',
        '{"kind":"hello","branch":"\\udfff\\ud800"}',
        '{"kind":"hello","branch":"a\x00b"}',
        '{"kind":"hello","extra":1}',
        '{"kind":"hello"} {"kind":"hello"}',
        '{"kind":"seen","heads":{"council":true}}',
        '{"kind":"seen","heads":{"council":1.5}}',
        '{"kind":"nothing_known"}',
        "[" * 60_000,
        "[" * 9 + "]" * 9,
        '{"kind":"hello","branch":"' + "x" * 20_000 + '"}',
        '{"kind":"hello","branch":"' + "é" * 9_000 + '"}',
    ],
)
def test_an_odd_frame_is_refused_as_malformed(text: str) -> None:
    refused = refusal_of(text)
    assert refused.refusal.code == "malformed"
    assert refused.move_id == ""
    assert refused.refusal.sentence("en")
    assert refused.refusal.sentence("fr")


def test_a_binary_frame_is_refused() -> None:
    assert "binary" in str(refusal_of(None).refusal.holes["detail"])


def test_an_escaped_backslash_before_u_is_no_half_character() -> None:
    frame = strict.read('{"kind":"hello","branch":"\\\\u0000 \\\\ud800 \\ud83d\\ude00"}')
    assert isinstance(frame, wire.Hello)
    assert frame.branch == "\\u0000 \\ud800 😀"


def test_brackets_inside_words_do_not_count_as_depth() -> None:
    frame = strict.read(json.dumps({"kind": "hello", "branch": '["' * 100}))
    assert isinstance(frame, wire.Hello)


def test_an_unknown_move_says_which_and_keeps_its_id() -> None:
    refused = refusal_of(json.dumps({**PLAY, "move": {"kind": "nuke<script>"}}))
    assert refused.refusal.code == "unknown_move"
    assert refused.refusal.holes == {"named": "nuke<script>"}
    assert refused.move_id == "a-move-id-1"


def test_a_server_move_cannot_come_from_outside() -> None:
    move = {"kind": "end_hold", "why": "waited"}
    assert refusal_of(json.dumps({**PLAY, "move": move})).refusal.code == "unknown_move"


def test_a_move_cannot_name_its_seat() -> None:
    move = {**PLAY["move"], "seat": "POL"}  # type: ignore[dict-item]
    refused = refusal_of(json.dumps({**PLAY, "move": move}))
    assert refused.refusal.code == "malformed"
    assert "seat" in str(refused.refusal.holes["detail"])


def test_a_malformed_move_says_where_and_keeps_its_id() -> None:
    move = {**PLAY["move"], "objected": ["one"]}  # type: ignore[dict-item]
    refused = refusal_of(json.dumps({**PLAY, "move": move}))
    assert refused.move_id == "a-move-id-1"
    assert "$.move.objected[0]" in str(refused.refusal.holes["detail"])


def test_what_a_refusal_repeats_is_made_plain() -> None:
    move = {**PLAY["move"], "<b>\u202e{0}" + "x" * 500: 1}  # type: ignore[dict-item]
    detail = str(refusal_of(json.dumps({**PLAY, "move": move})).refusal.holes["detail"])
    assert len(detail) <= 160
    assert not set(detail) & set("{}\u202e")


@pytest.mark.parametrize("move_id", ["short", "has spaces in it", "x" * 65, 5, None, "é" * 10])
def test_an_id_that_is_none_is_not_repeated(move_id: object) -> None:
    assert refusal_of(json.dumps({**PLAY, "id": move_id})).move_id == ""


def test_depth_is_counted_without_recursion() -> None:
    limit = sys.getrecursionlimit()
    assert refusal_of('{"a":' * (limit + 10)).refusal.code == "malformed"
