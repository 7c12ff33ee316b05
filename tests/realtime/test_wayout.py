"""Two ways out, the same bytes: compared on raw sockets of a real Daphne."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest

from tests.realtime import bare, raw
from tests.realtime.bare_server import REPOSITORY, bare_server
from wargame.realtime import wayout


@pytest.fixture(scope="module")
def ports() -> Iterator[dict[str, int]]:
    with bare_server("plain") as plain, bare_server("prebuilt") as prebuilt:
        yield {"plain": plain, "prebuilt": prebuilt}


def said(port: int, path: str) -> bytes:
    line, rest = raw.opened(port, path)
    with line:
        return raw.everything(line, rest)


def test_each_way_is_the_one_that_was_asked_for(ports: dict[str, int]) -> None:
    assert b"PlainWay" in said(ports["plain"], "/which")
    assert b"PrebuiltWay" in said(ports["prebuilt"], "/which")


def test_both_ways_out_give_the_same_bytes(ports: dict[str, int]) -> None:
    plain, prebuilt = said(ports["plain"], "/sizes"), said(ports["prebuilt"], "/sizes")
    assert plain == prebuilt
    assert plain.endswith(b"\x88\x02" + (4408).to_bytes(2, "big"))


def test_a_view_larger_than_the_inbound_bound_goes_out_whole(ports: dict[str, int]) -> None:
    for port in ports.values():
        assert len(said(port, "/sizes")) > sum(bare.SIZES)


@pytest.mark.parametrize("way", ["plain", "prebuilt"])
def test_a_reader_that_does_not_read_is_noticed(ports: dict[str, int], way: str) -> None:
    line, _ = raw.opened(ports[way], "/deaf")
    with line:
        until = time.monotonic() + 10
        while (found := said(ports[way], "/heard")).find(b"nothing") >= 0:
            assert time.monotonic() < until
    waited = re.search(rb"\d{7,}", found)
    assert waited is not None
    assert bare.MOST_BUFFERED < int(waited.group()) < 2 * bare.MOST_BUFFERED


def test_the_pins_are_the_locked_versions() -> None:
    lock = (REPOSITORY / "requirements.txt").read_text(encoding="utf-8")
    for package, pinned in wayout.PINS.items():
        assert re.search(rf"^{package}(\[\w+\])?=={re.escape(pinned)}\b", lock, re.M), package


def test_unknown_versions_leave_through_plain_asgi(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wayout, "PINS", {**wayout.PINS, "daphne": "0.0.0"})
    wayout.prebuilt_chosen.cache_clear()
    assert not wayout.prebuilt_chosen()
    monkeypatch.undo()
    wayout.prebuilt_chosen.cache_clear()
