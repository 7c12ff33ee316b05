"""Starting the bare server of `bare.py` for a test."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def bare_server(way: str) -> Iterator[int]:
    """The port of a bare server that sends `way` (plain or prebuilt)."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.realtime.bare", str(port)],
        cwd=REPOSITORY,
        env={**os.environ, "UNDER_SILENCE_WAY_OUT": way},
    )
    try:
        _await_listening(port)
        yield port
    finally:
        process.kill()
        process.wait()


def _await_listening(port: int) -> None:
    until = time.monotonic() + 20
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    raise AssertionError("the bare server did not start")
