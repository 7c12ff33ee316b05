"""Three ways out of the process, the same bytes (performance: framing once for all readers).

PlainWay is ASGI `send` and always there. PrebuiltWay writes one ready WebSocket frame straight
to the connection that Daphne holds; it is used only with the exact versions whose insides it
was written against. UNDER_SILENCE_WAY_OUT=plain turns it off. EventWay writes server-sent
events, for those whose network lets no WebSocket through.
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
"""One message: `text` is its JSON; `framed` and `event`, once somebody needed them, the whole
WebSocket frame and the whole server-sent event."""

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
        self._queue: deque[tuple[dict[str, Any], int]] = deque()
        self._bytes = 0
        self._task: asyncio.Task[None] | None = None

    def send(self, message: Wire) -> None:
        """Send one text message."""
        text = message["text"]
        self._put({"type": "websocket.send", "text": text.decode()}, len(text))

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

    def _put(self, message: dict[str, Any], size: int = 0) -> None:
        self._bytes += size
        self._queue.append((message, size))
        if self._task is None or self._task.done():
            self._task = asyncio.get_running_loop().create_task(self._drain())

    async def _drain(self) -> None:
        while self._queue:
            message, size = self._queue.popleft()
            try:
                await self._send(message)
            except Exception:  # the peer is gone; whoever reads the socket is told by its end
                self._queue.clear()
                self._bytes = 0
                return
            self._bytes -= size


class EventWay(PlainWay):
    """Server-sent events in the body of one HTTP answer: one `data:` line a message, no ids.

    What was missed is told by heads in `hello`, as on a socket, so events need no ids.
    """

    def __init__(self, send: Send) -> None:
        super().__init__(send)
        self.closed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        """Done when nothing more will be sent."""
        self._transport = _http_transport(send)

    def begin(self, headers: list[tuple[bytes, bytes]]) -> None:
        """The status line and the headers."""
        self._put({"type": "http.response.start", "status": 200, "headers": headers})
        self._body(b":\n\n")  # a comment, so that the headers leave now

    def name_page(self, page: str) -> None:
        """The first event: under which id this page may be written to."""
        self._body(b"event: page\ndata: " + page.encode("ascii") + b"\n\n")

    def send(self, message: Wire) -> None:
        """Send one message; its JSON holds no line breaks."""
        event = message.get("event")
        if event is None:
            event = message["event"] = b"data: " + message["text"] + b"\n\n"
        self._body(event)

    def close(self, code: int) -> None:
        """End the stream; the code stood in the `bye` before it."""
        if not self.closed.done():
            self.closed.set_result(None)
            self._put({"type": "http.response.body", "body": b"", "more_body": False})

    def buffered(self) -> int:
        """Bytes that wait for `send`, and in the transport where it lets us look."""
        return self._bytes + (_waiting_in(self._transport) if self._transport is not None else 0)

    def _body(self, piece: bytes) -> None:
        if not self.closed.done():
            message = {"type": "http.response.body", "body": piece, "more_body": True}
            self._put(message, len(piece))


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
        return _waiting_in(self._protocol.transport)

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


def _waiting_in(transport: Any) -> int:
    """Bytes that the kernel has not taken from a TCP transport of Twisted."""
    waiting: int = len(transport.dataBuffer) - transport.offset + transport._tempDataLen
    return waiting


def _http_transport(send: Send) -> Any:
    """The TCP transport below an HTTP request at Daphne; None when anything looks unfamiliar."""
    if "daphne.server" not in sys.modules or not prebuilt_chosen():
        return None
    from daphne.http_protocol import WebRequest
    from twisted.internet.tcp import Connection

    request = send.args[0] if isinstance(send, functools.partial) and send.args else None
    if not isinstance(request, WebRequest) or request.channel is None:
        return None
    transport = request.channel.transport
    return transport if isinstance(transport, Connection) and not transport.TLS else None


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
