"""Reading one inbound frame, strictly: what is odd is refused before anything looks at it.

JSON parsers differ on duplicate keys, huge numbers, NaN and half characters. A frame that two
parsers read in two ways could mean one thing here and another in somebody's browser, so none
of these gets in. Bounds: text of at most 16 KiB, depth 8, integers that a browser holds exactly.
"""

from __future__ import annotations

import json
import math
import re
from typing import Any, NoReturn

import msgspec

from wargame.realtime import wire
from wargame.rules import moves
from wargame.rules.refusals import Refusal, refuse

MOST_BYTES = 16 * 1024
MOST_DEPTH = 8
MOST_INTEGER = 2**53 - 1

_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_MOVE_ID = re.compile(r"[A-Za-z0-9_-]{8,64}")
_NOT_PLAIN = re.compile(r"[^A-Za-z0-9_ .,`'$\[\]<>=-]")
_KINDS = moves.kinds(moves.PlayerMove)


class UnreadableFrame(Exception):
    """The frame says nothing that can be done. `move_id` is the play's own id if it had one."""

    def __init__(self, refusal: Refusal, move_id: str = "") -> None:
        super().__init__(refusal.code)
        self.refusal = refusal
        self.move_id = move_id


def read(text: str | None) -> wire.AnyInbound:
    """The frame in `text`; None stands for a binary frame. Raises UnreadableFrame."""
    if text is None:
        raise _malformed("a binary frame; only text is read here")
    body = _json(text)
    try:
        frame: wire.AnyInbound = msgspec.convert(body, wire.AnyInbound)
    except msgspec.ValidationError as error:
        raise UnreadableFrame(_why(body, error), _move_id(body)) from None
    return frame


def too_large(size: int) -> UnreadableFrame:
    """What a frame of `size` bytes is refused with."""
    return _malformed(f"{size} bytes; {MOST_BYTES} are the most")


def _json(text: str) -> Any:
    size = len(text) if text.isascii() else len(text.encode("utf-8", "replace"))
    if size > MOST_BYTES:
        raise too_large(size)
    _check_depth(text)
    try:
        body = json.loads(
            text,
            object_pairs_hook=_object,
            parse_int=_integer,
            parse_float=_float,
            parse_constant=_constant,
        )
    except ValueError as error:
        place = f", place {error.pos}" if isinstance(error, json.JSONDecodeError) else ""
        raise _malformed(f"not JSON{place}") from None
    if "\\u" in text or not text.isascii():
        _check_strings(body)
    return body


def _check_depth(text: str) -> None:
    depth = 0
    for sign in _STRING.sub("", text):
        if sign in "[{":
            depth += 1
            if depth > MOST_DEPTH:
                raise _malformed(f"nested deeper than {MOST_DEPTH}")
        elif sign in "]}":
            depth -= 1


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    body = dict(pairs)
    if len(body) != len(pairs):
        raise _malformed("the same key twice")
    return body


def _integer(digits: str) -> int:
    # The length first: turning 16,000 digits into a number takes long on purpose of the sender.
    if len(digits) > 17 or abs(int(digits)) > MOST_INTEGER:
        raise _malformed("a number out of range")
    return int(digits)


def _float(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise _malformed("a number out of range")
    return number


def _constant(name: str) -> NoReturn:
    raise _malformed(f"{name} is not a number")


def _check_strings(body: Any) -> None:
    if isinstance(body, str):
        if "\0" in body or any("\ud800" <= sign <= "\udfff" for sign in body):
            raise _malformed("half a character, or a NUL")
    elif isinstance(body, dict):
        for key, value in body.items():
            _check_strings(key)
            _check_strings(value)
    elif isinstance(body, list):
        for value in body:
            _check_strings(value)


def _move_id(body: Any) -> str:
    """The id of a play whose move cannot be read, so that its sender hears which one it was."""
    if not isinstance(body, dict) or body.get("kind") != "play":
        return ""
    move_id = body.get("id")
    return move_id if isinstance(move_id, str) and _MOVE_ID.fullmatch(move_id) else ""


def _why(body: Any, error: msgspec.ValidationError) -> Refusal:
    move = body.get("move") if isinstance(body, dict) and body.get("kind") == "play" else None
    kind = move.get("kind") if isinstance(move, dict) else None
    if isinstance(kind, str) and kind not in _KINDS:
        return refuse("unknown_move", named=_plain(kind)[:40])
    return refuse("malformed", detail=_plain(str(error)))


def _plain(text: str) -> str:
    # The sender chose part of this text (field names); it is shown to a person and logged.
    return _NOT_PLAIN.sub("?", text)[:160]


def _malformed(detail: str) -> UnreadableFrame:
    return UnreadableFrame(refuse("malformed", detail=detail))
