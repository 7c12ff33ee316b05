"""A page on the slower way: a stream of events and POSTs, spoken byte by byte.

`StreamLine` is used as a socket's `serving.Line` is; `raw` keeps the bytes of each event.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
from typing import Any

from tests.serving import Browser, Frame, Line


class Answer:
    """What a POST was answered with."""

    def __init__(self, found: bytes) -> None:
        head, _, self.body = found.partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        self.status = int(first.split()[1])
        self.headers = dict(line.lower().split(": ", 1) for line in lines)


class StreamLine(Line):
    """One stream and the POSTs that belong to it."""

    def __init__(self, browser: Browser, game: str, seat: str) -> None:
        super().__init__(browser.url, browser.url, browser.cookies())
        self.place = f"/sse/game/{game}/{seat}"
        self.page = ""
        self.raw: list[bytes] = []
        self.status = 0
        self.headers: dict[str, str] = {}
        self._port = int(browser.url.rpartition(":")[2])
        self._held: list[Frame] = []
        self._reading: asyncio.Future[bytes] | None = None

    async def __aenter__(self) -> StreamLine:
        """Open the stream; the first event is the page's id, unless it is a bye."""
        await self.knock()
        assert self.status == 200, self.status
        self._events = self._all_events()
        if (name := await self._event()).startswith(b"event: page\n"):
            self.page = name.partition(b"data: ")[2].decode()
        else:
            self._keep(name)
            self._held = list(self.said)
        return self

    async def knock(self, *headers: str) -> int:
        """Ask for the stream; the status."""
        port = self._port
        self._reader, self._writer = await asyncio.open_connection("127.0.0.1", port)
        lines = [
            f"GET {self.place} HTTP/1.1",
            f"Host: 127.0.0.1:{port}",
            f"Cookie: {self._cookies}",
        ]
        self._writer.write("\r\n".join([*lines, *headers, "", ""]).encode())
        head = await asyncio.wait_for(self._reader.readuntil(b"\r\n\r\n"), 10)
        answer = Answer(head)
        self.status, self.headers = answer.status, answer.headers
        return self.status

    async def __aexit__(self, *_: object) -> None:
        """Leave."""
        self._writer.close()
        with contextlib.suppress(OSError):
            await self._writer.wait_closed()

    async def post(
        self,
        body: bytes,
        *,
        origin: str | None = None,
        page: str | None = None,
        cookies: str | None = None,
        pause_s: float = 0,
    ) -> Answer:
        """POST this body, its last byte `pause_s` later than the rest."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
        lines = [
            f"POST {self.place}/{self.page if page is None else page} HTTP/1.1",
            f"Host: 127.0.0.1:{self._port}",
            f"Cookie: {self._cookies if cookies is None else cookies}",
            "Content-Type: application/json",
            f"Content-Length: {len(body)}",
            "Connection: close",
        ]
        lines += [f"Origin: {self._origin if origin is None else origin}"] if origin != "" else []
        writer.write("\r\n".join([*lines, "", ""]).encode() + body[:-1])
        await asyncio.sleep(pause_s)
        writer.write(body[-1:])
        found = await asyncio.wait_for(reader.read(), 10)
        writer.close()
        return Answer(found)

    async def send(self, text: str) -> None:
        """Something, as it is."""
        self.answer = await self.post(text.encode())

    async def say(self, **frame: Any) -> None:
        """One frame."""
        await self.send(json.dumps(frame))

    async def closed(self, within: float = 10.0) -> int:
        """Hear everything until the stream ends; the code of its bye."""
        async with asyncio.timeout(within):
            with contextlib.suppress(StopAsyncIteration):
                while True:
                    await self._next()
        assert self.said[-1]["kind"] == "bye", self.said[-1]
        return int(self.said[-1]["code"])

    async def _next(self) -> Frame:
        if self._held:
            return self._held.pop()
        return self._keep(await self._event())

    def _keep(self, event: bytes) -> Frame:
        assert event.startswith(b"data: "), event
        assert b"\n" not in event
        self.raw.append(event.removeprefix(b"data: "))
        frame: Frame = json.loads(self.raw[-1])
        self.said.append(frame)
        return frame

    async def _event(self) -> bytes:
        # A task of its own, so that a timeout does not end the generator.
        if self._reading is None:
            self._reading = asyncio.ensure_future(anext(self._events))
        event = await asyncio.shield(self._reading)
        self._reading = None
        return event

    async def _all_events(self) -> Any:
        found = b""
        while chunk := await self._chunk():
            found += chunk
            while b"\n\n" in found:
                event, _, found = found.partition(b"\n\n")
                if not event.startswith(b":"):
                    yield event

    async def _chunk(self) -> bytes:
        size = int(await self._reader.readline() or b"0", 16)
        piece = await self._reader.readexactly(size + 2)
        return piece[:-2]


class RawLine(Line):
    """A socket that keeps the bytes of each message."""

    def __init__(self, browser: Browser, game: str, seat: str) -> None:
        address = f"{browser.url.replace('http', 'ws', 1)}/ws/game/{game}/{seat}"
        super().__init__(address, browser.url, browser.cookies())
        self.raw: list[bytes] = []

    async def _next(self) -> Frame:
        text = await self.socket.recv()
        self.raw.append(text.encode() if isinstance(text, str) else text)
        frame: Frame = json.loads(text)
        self.said.append(frame)
        return frame


def fresh_id() -> str:
    """An id that no page has."""
    return os.urandom(16).hex()
