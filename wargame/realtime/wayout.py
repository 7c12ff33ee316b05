"""Two ways out of the process, the same bytes (performance: framing once for all readers).

PlainWay is ASGI `send` and always there. PrebuiltWay writes one ready WebSocket frame straight
to the connection that Daphne holds; it is used only with the exact versions whose insides it
was written against. UNDER_SILENCE_WAY_OUT=plain turns it off.
"""

from __future__ import annotations

import asyncio
import functools
import logging
import os
import struct
import sys
from collections import deque
from collections.abc import Awaitable, Callable
from importlib.metadata import PackageNotFoundError, version
from typing import Any, Protocol

logger = logging.getLogger(__name__)

Send = Callable[[dict[str, Any]], Awaitable[None]]
Wire = dict[str, bytes]
"""One message: `text` is its JSON; `framed`, once somebody needed it, the whole frame."""

PINS = {"daphne": "4.2.3", "autobahn": "26.10.2", "twisted": "26.10.0"}
"""The versions PrebuiltWay was read and tested against; a test compares them with the lock."""


class Way(Protocol):
    """Where one socket's messages leave. Nothing here waits or raises."""

    def send(self, message: Wire) -> None:
        """Send one text message."""
        ...

    def close(self, code: int) -> None:
        """Send the close frame, behind everything sent before."""
        ...

    def buffered(self) -> int:
        """Bytes that wait in this process because the reader does not take them."""
        ...

    async def finish(self) -> None:
        """Return when everything handed over has left for the transport."""
        ...


def frame(text: bytes) -> bytes:
    """A final, unmasked text frame (RFC 6455, section 5.2)."""
    size = len(text)
    if size < 126:
        return bytes((0x81, size)) + text
    if size < 65536:
        return struct.pack("!BBH", 0x81, 126, size) + text
    return struct.pack("!BBQ", 0x81, 127, size) + text


class PlainWay:
    """ASGI `send`, one message at a time, from a task of its own."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._queue: deque[dict[str, Any]] = deque()
        self._bytes = 0
        self._task: asyncio.Task[None] | None = None

    def send(self, message: Wire) -> None:
        """Send one text message."""
        self._bytes += len(message["text"])
        self._put({"type": "websocket.send", "text": message["text"].decode()})

    def close(self, code: int) -> None:
        """Send the close frame, behind everything sent before."""
        self._put({"type": "websocket.close", "code": code})

    def buffered(self) -> int:
        """Bytes that wait for `send`; the server below shows nothing of its own buffer."""
        return self._bytes

    async def finish(self) -> None:
        """Return when everything handed over has left for the transport."""
        if self._task is not None:
            await asyncio.wait([self._task])

    def _put(self, message: dict[str, Any]) -> None:
        self._queue.append(message)
        if self._task is None or self._task.done():
            self._task = asyncio.get_running_loop().create_task(self._drain())

    async def _drain(self) -> None:
        while self._queue:
            message = self._queue.popleft()
            try:
                await self._send(message)
            except Exception:  # the peer is gone; whoever reads the socket is told by its end
                self._queue.clear()
                self._bytes = 0
                return
            self._bytes -= len(message.get("text", "").encode())


class PrebuiltWay:
    """One frame for all readers, written to Daphne's transport.

    Straight to the socket when nothing waits there: the reactor's own way takes a turn of the
    loop more. `transport.write` keeps the order whenever something does wait.
    """

    def __init__(self, protocol: Any) -> None:
        self._protocol = protocol

    def send(self, message: Wire) -> None:
        """Send one text message."""
        if self._protocol.state != self._protocol.STATE_OPEN:
            return
        framed = message.get("framed")
        if framed is None:
            framed = message["framed"] = frame(message["text"])
        self._write(framed)

    def close(self, code: int) -> None:
        """Send the close frame, behind everything sent before."""
        if self._protocol.state == self._protocol.STATE_OPEN:
            self._protocol.serverClose(code)

    def buffered(self) -> int:
        """Bytes in the transport that the kernel has not taken."""
        transport = self._protocol.transport
        waiting: int = len(transport.dataBuffer) - transport.offset + transport._tempDataLen
        return waiting

    async def finish(self) -> None:
        """Nothing to wait for: all is with the transport."""

    def _write(self, framed: bytes) -> None:
        transport = self._protocol.transport
        if transport.dataBuffer or transport._tempDataLen or not transport.connected:
            transport.write(framed)
            return
        taken = transport.writeSomeData(framed)
        # Anything but a count means that the connection broke; the reactor finds out by itself.
        if not isinstance(taken, int):
            taken = 0
        if taken < len(framed):
            transport.write(framed[taken:])


def way_out(send: Send) -> Way:
    """The quickest way that fits this accepted socket."""
    if prebuilt_chosen():
        protocol = _daphne_protocol(send)
        if protocol is not None:
            return PrebuiltWay(protocol)
    return PlainWay(send)


@functools.cache
def prebuilt_chosen() -> bool:
    """Whether frames may go past ASGI here: asked for, and the versions are the known ones."""
    if os.environ.get("UNDER_SILENCE_WAY_OUT", "prebuilt") == "plain":
        return False
    found = {name: _version(name) for name in PINS}
    if found != PINS:
        logger.warning("Frames leave through plain ASGI: written for %s, found %s.", PINS, found)
    return found == PINS


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "none"


def _daphne_protocol(send: Send) -> Any:
    """Daphne's protocol behind this `send`, or None when anything looks unfamiliar."""
    if "daphne.server" not in sys.modules:  # importing it here would choose a reactor
        return None
    from daphne.ws_protocol import WebSocketProtocol
    from twisted.internet.tcp import Connection

    if not isinstance(send, functools.partial) or not send.args:
        return None
    protocol = send.args[0]
    fits = (
        isinstance(protocol, WebSocketProtocol)
        and protocol.state == protocol.STATE_OPEN
        and protocol._perMessageCompress is None
        and not protocol.send_queue
        and isinstance(protocol.transport, Connection)
        and not protocol.transport.TLS
    )
    return protocol if fits else None
