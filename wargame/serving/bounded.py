"""Daphne, with bounds on what it takes in and a farewell to those it leaves.

Written for the daphne version in requirements.txt: it fits smaller parts into a running server,
and a test opens a socket and posts a body through each of them.
"""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from daphne.http_protocol import WebRequest
from daphne.server import Server
from daphne.ws_protocol import WebSocketProtocol
from twisted.internet import defer

logger = logging.getLogger(__name__)

MOST_OF_A_BODY = 3 * 1024 * 1024
MOST_OF_A_FRAME = 64 * 1024
PING_S = 10
TOO_LARGE = (
    b"This is too large; 3 MiB are the most. Send a smaller file.\n"
    b"C'est trop volumineux ; 3 Mio au plus. Envoyez un fichier plus petit.\n"
)


class BoundedSocket(WebSocketProtocol):
    """A WebSocket that tells when a message was too large, instead of dropping the line."""

    maxMessagePayloadSize: int  # noqa: N815

    def onMessage(self, payload: bytes, isBinary: bool) -> None:  # noqa: N802, N803
        """A whole message. After our own close nothing is queued: nobody reads it any more."""
        if self.state == self.STATE_OPEN:
            super().onMessage(payload, isBinary)

    def _max_message_size_exceeded(self, size: int, most: int, reason: str) -> None:
        # Autobahn would now drop the connection, and the browser would see a riddle (1006).
        # From here on the data of this message is thrown away as it comes.
        self.failedByMe = True
        self.application_queue.put_nowait({"type": "websocket.receive", "too_large": size})

    def sendMessage(self, payload: bytes, *rest: Any, **options: Any) -> None:  # noqa: N802
        """Send; Autobahn would apply the inbound bound to a large view as well."""
        most: int = self.maxMessagePayloadSize
        self.maxMessagePayloadSize = 0
        try:
            super().sendMessage(payload, *rest, **options)
        finally:
            self.maxMessagePayloadSize = most


class BoundedRequest(WebRequest):
    """A request whose body ends at 3 MiB. Daphne would write all of it to disk first."""

    too_large = False
    taken = 0

    def gotLength(self, length: int | None) -> None:  # noqa: N802
        """The header says how long the body is; None when it comes in chunks."""
        self.too_large = length is not None and length > MOST_OF_A_BODY
        super().gotLength(0 if self.too_large else length)

    def handleContentChunk(self, data: bytes) -> None:  # noqa: N802
        """A piece of the body: kept while it is within bounds."""
        self.taken += len(data)
        self.too_large = self.too_large or self.taken > MOST_OF_A_BODY
        if not self.too_large:
            super().handleContentChunk(data)
        elif not self._response_started:
            self._refuse_body()

    def process(self) -> Any:
        """The whole request is here: hand it to the application, unless it is refused."""
        if not self.too_large:
            return super().process()
        if not self._response_started:
            self._refuse_body()
        return None

    def _refuse_body(self) -> None:
        self.clientproto = b"HTTP/1.1"  # not set before the body is in
        headers = [(b"Content-Type", b"text/plain; charset=utf-8"), (b"Connection", b"close")]
        self.handle_reply({"type": "http.response.start", "status": 413, "headers": headers})
        self.handle_reply({"type": "http.response.body", "body": TOO_LARGE})
        self.transport.loseConnection()


class BoundedServer(Server):
    """Daphne's server with the parts above, quiet about itself, stopped by us and not by it."""

    def __init__(self, application: Any, endpoint: str) -> None:
        super().__init__(
            application,
            endpoints=[endpoint],
            signal_handlers=False,
            ready_callable=self._fit,
            websocket_timeout=-1,  # the session ends a page, not a day on the wall clock
            websocket_max_message_size=MOST_OF_A_FRAME,
            websocket_max_frame_size=MOST_OF_A_FRAME,
            ping_interval=PING_S,
            ping_timeout=PING_S,
            server_name="",
        )
        self.failed = ""
        """Why it could not listen; empty while it does."""

    def listen_error(self, failure: Any) -> None:
        """Somebody took the port between our look and our listening."""
        self.failed = failure.getErrorMessage()
        self.stop()

    async def stop_listening(self) -> None:
        """Take no new connections."""
        for listener in self.listeners:
            port = getattr(listener, "result", None)
            if port is not None:
                await defer.maybeDeferred(port.stopListening).asFuture(asyncio.get_running_loop())

    def kill_all_applications(self) -> Any:
        """At the very end: cancel what still runs."""
        running = [c.get("application_instance") for c in self.connections.values()]
        left = [one for one in running if one is not None and not one.done()]
        for one in left:
            one.cancel()
        done: Any = defer.Deferred.fromFuture(
            asyncio.ensure_future(asyncio.wait(left)) if left else _nothing()
        )
        done.addErrback(lambda _: None)
        return done

    def _fit(self) -> None:
        self.ws_factory.protocol = BoundedSocket
        build = self.http_factory.buildProtocol

        def bounded(address: Any) -> Any:
            channel = build(address)
            channel.requestFactory = BoundedRequest
            return channel

        self.http_factory.buildProtocol = bounded


def _nothing() -> asyncio.Future[None]:
    future = asyncio.get_event_loop().create_future()
    future.set_result(None)
    return future
