"""A bare Daphne that says fixed things over the way out it was told to use. Run as a program.

    python -m tests.realtime.bare PORT

/which  says which way out it uses. /sizes  says messages around every length of a frame's
header, then closes with 4408. /deaf  talks until the way out notices that nobody reads, then
tells the next visitor of /heard how much waited.
"""

from __future__ import annotations

import sys
from typing import Any

from daphne.server import twisted_loop  # noqa: F401

from wargame.realtime.wayout import Way, way_out
from wargame.serving.bounded import BoundedServer

SIZES = (2, 125, 126, 127, 65_535, 65_536, 200_000)
MOST_BUFFERED = 1024 * 1024

heard: list[bytes] = []


async def application(scope: dict[str, Any], receive: Any, send: Any) -> None:
    """A POST is told how long its body was; a socket hears what its path asks for."""
    if scope["type"] == "http":
        await count(receive, send)
        return
    await receive()
    await send({"type": "websocket.accept"})
    way = way_out(send)
    say(way, scope["path"])
    way.close(4408)
    await way.finish()


async def count(receive: Any, send: Any) -> None:
    """Answer with the length of the body."""
    size, more = 0, True
    while more:
        message = await receive()
        size += len(message.get("body", b""))
        more = message.get("more_body", False)
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": str(size).encode()})


def say(way: Way, path: str) -> None:
    """Everything is said in one step: nothing is read or sent between two messages."""
    if path == "/which":
        way.send({"text": type(way).__name__.encode()})
    elif path == "/sizes":
        for size in SIZES:
            way.send({"text": b"x" * size})
    elif path == "/deaf":
        while way.buffered() <= MOST_BUFFERED:
            way.send({"text": b"y" * 50_000})
        heard.append(str(way.buffered()).encode())
    elif path == "/heard":
        way.send({"text": heard[-1] if heard else b"nothing"})


if __name__ == "__main__":
    BoundedServer(application, f"tcp:port={sys.argv[1]}:interface=127.0.0.1").run()
