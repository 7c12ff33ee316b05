"""A real server in a process of its own, browsers that hold cookies, and sockets at seats.

Used by every room whose tests say something about sockets, restarts or the whole house:

    with serving.server(folder) as house:
        facilitator = house.facilitator()
        game = facilitator.open_game("practice")
        poland = facilitator.seat(game, "POL")
        async with poland.line(game, "POL") as line:
            await line.hello()
            answer = await line.play("request_consultation", ...)
"""

from __future__ import annotations

import asyncio
import contextlib
import http.cookiejar
import itertools
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

REPOSITORY = Path(__file__).resolve().parents[1]
START_S = 30.0
Frame = dict[str, Any]


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


MANAGE = REPOSITORY / "manage.py"


def command(folder: Path, port: int, *flags: str, program: Path = MANAGE) -> list[str]:
    """manage.py serve (or another program that ends in it) on this folder."""
    serve = [sys.executable, str(program), "serve"]
    return [*serve, "--port", str(port), "--data", str(folder), *flags]


def surroundings(**more: str) -> dict[str, str]:
    """The developer's environment without what would change a server."""
    names = ("UNDER_SILENCE_", "DATABASE_URL", "REDIS_URL", "DJANGO_SETTINGS_MODULE")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(names)}
    return {**kept, **more}


def attempt(folder: Path, port: int, *flags: str) -> subprocess.CompletedProcess[str]:
    """A start that is expected to end by itself."""
    return subprocess.run(
        command(folder, port, *flags),
        env=surroundings(),
        capture_output=True,
        text=True,
        timeout=START_S,
        check=False,
    )


class House:
    """A running server. `post` is the JSON line it printed."""

    def __init__(
        self, folder: Path, port: int, *flags: str, program: Path = MANAGE, **environment: str
    ) -> None:
        self.folder = folder
        self.port = port
        self.errors = folder.with_name(f"{folder.name}-errors.txt")
        with self.errors.open("a", encoding="utf-8") as errors:
            self.process = subprocess.Popen(
                command(folder, port, "--json", *flags, program=program),
                env=surroundings(**environment),
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
            )
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, self.errors.read_text(encoding="utf-8")
        self.post: Frame = json.loads(line)

    @property
    def url(self) -> str:
        """Where it can be reached."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def password(self) -> str:
        """The facilitator's, from the file that the first start wrote."""
        text = (self.folder / "facilitator.txt").read_text(encoding="ascii")
        return text.splitlines()[1].rpartition(" ")[2]

    def browser(self) -> Browser:
        """A browser without any cookie."""
        return Browser(self.url)

    def facilitator(self) -> Browser:
        """A browser that has signed in."""
        browser = self.browser()
        browser.post("/api/sign-in", name=self.post["name"], password=self.password)
        return browser

    def stop(self, number: int = signal.SIGTERM) -> int:
        """Send a signal and wait for the end; the exit code."""
        self.process.send_signal(number)
        return self.process.wait(timeout=10)

    def kill(self) -> None:
        """No farewell."""
        self.process.kill()
        self.process.wait(timeout=10)

    def said_wrong(self) -> str:
        """What stands on its standard error."""
        return self.errors.read_text(encoding="utf-8")


@contextlib.contextmanager
def server(
    folder: Path,
    *flags: str,
    port: int = 0,
    pages: bool = False,
    program: Path = MANAGE,
    **environment: str,
) -> Iterator[House]:
    """A server on `folder`, ended at the end. It must never have printed a traceback.

    `pages`: with the built front end, for a browser; otherwise sockets and JSON only.
    """
    flags = flags if pages else ("--without-pages", *flags)
    house = House(folder, port or free_port(), *flags, program=program, **environment)
    try:
        yield house
    finally:
        if house.process.poll() is None:
            house.kill()
        if house.process.stdout is not None:
            house.process.stdout.close()
    assert "Traceback" not in house.said_wrong(), house.said_wrong()


class Refused(Exception):
    """An answer of 400 or more."""

    def __init__(self, status: int, body: str) -> None:
        super().__init__(f"{status}: {body}")
        self.status = status
        self.body = body


class Browser:
    """Cookies, and the JSON that the pages speak."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._jar = http.cookiejar.CookieJar()
        self._opener = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(self._jar),
            urllib.request.ProxyHandler({}),
        )

    def get(self, path: str) -> Any:
        """GET some JSON. Raises Refused."""
        return self._ask(urllib.request.Request(self.url + path))

    def post(self, path: str, **body: Any) -> Any:
        """POST some JSON with the token that pages have to show. Raises Refused."""
        headers = {
            "Content-Type": "application/json",
            "X-CSRFToken": self.get("/api/me")["csrf"],
            "Origin": self.url,
        }
        data = json.dumps(body).encode()
        return self._ask(urllib.request.Request(self.url + path, data, headers))

    def _ask(self, request: urllib.request.Request) -> Any:
        try:
            with self._opener.open(request, timeout=20) as answer:
                return json.loads(answer.read() or b"null")
        except urllib.error.HTTPError as error:
            raise Refused(error.code, error.read().decode()) from None

    def open_game(self, scenario: str = "practice") -> str:
        """As a facilitator: a new game; its id."""
        return str(self.post("/api/games", scenario=scenario)["id"])

    def seat(self, game: str, seat: str) -> Browser:
        """As a facilitator: another browser, seated by the link of this seat."""
        url: str = self.post(f"/api/games/{game}/link", seat=seat)["url"]
        other = Browser(self.url)
        other.post("/api/seat-link", token=url.partition("#")[2])
        return other

    def cookies(self) -> str:
        """The Cookie header."""
        return "; ".join(f"{one.name}={one.value}" for one in self._jar)

    def line(self, game: str, seat: str) -> Line:
        """A socket at a seat; `async with` opens it."""
        address = f"{self.url.replace('http', 'ws', 1)}/ws/game/{game}/{seat}"
        return Line(address, self.url, self.cookies())


class Line:
    """One socket. `said` is everything the server said, in order."""

    _ids = itertools.count()

    def __init__(self, address: str, origin: str, cookies: str) -> None:
        self._address = address
        self._origin = origin
        self._cookies = cookies
        self.said: list[Frame] = []

    async def __aenter__(self) -> Line:
        """Open it."""
        self.socket: ClientConnection = await connect(
            self._address,
            origin=self._origin,  # type: ignore[arg-type]
            additional_headers={"Cookie": self._cookies},
            max_size=None,
            compression=None,
            proxy=None,
            ping_interval=None,
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close it."""
        await self.socket.close()

    async def send(self, text: str) -> None:
        """Something, as it is."""
        await self.socket.send(text)

    async def say(self, **frame: Any) -> None:
        """One frame."""
        await self.socket.send(json.dumps(frame))

    async def hear(self, *kinds: str, within: float = 10.0, **having: Any) -> Frame:
        """The next frame of one of these kinds that has these fields; others are passed over."""
        async with asyncio.timeout(within):
            while True:
                frame = await self._next()
                fits = not kinds or frame["kind"] in kinds
                if fits and all(frame.get(name) == value for name, value in having.items()):
                    return frame

    async def event(self, kind: str, within: float = 10.0) -> Frame:
        """The next frame of an event of this kind."""
        async with asyncio.timeout(within):
            while True:
                frame = await self._next()
                if frame["kind"] == "frame" and frame["event"]["kind"] == kind:
                    return frame

    async def hello(self, branch: str = "", heads: dict[str, int] | None = None) -> Frame:
        """Say hello; the welcome."""
        await self.say(kind="hello", branch=branch, heads=heads or {})
        return await self.hear("welcome")

    async def view(self) -> Frame:
        """Say hello as a newcomer; the view."""
        await self.hello()
        return await self.hear("view")

    async def play(self, move: str, **fields: Any) -> Frame:
        """Make a move; its answer, `done` or `refused`."""
        move_id = f"test-move-{next(self._ids):06}"
        await self.say(kind="play", id=move_id, move={"kind": move, **fields})
        return await self.hear("done", "refused", id=move_id)

    async def done(self, move: str, **fields: Any) -> Frame:
        """Make a move that must be taken."""
        answer = await self.play(move, **fields)
        assert answer["kind"] == "done", answer
        return answer

    async def closed(self, within: float = 10.0) -> int:
        """Hear everything until the server closes; the close code."""
        async with asyncio.timeout(within):
            with contextlib.suppress(ConnectionClosed):
                while True:
                    await self._next()
        assert self.socket.close_code is not None
        return self.socket.close_code

    async def _next(self) -> Frame:
        # Passed-over frames stay in `said`; a timeout loses nothing.
        frame: Frame = json.loads(await self.socket.recv())
        self.said.append(frame)
        return frame


def heads_of(said: list[Frame]) -> dict[str, int]:
    """The last number per compartment that a page has seen."""
    heads: dict[str, int] = {}
    for frame in said:
        if frame["kind"] == "view":
            heads = {name: room["number"] for name, room in frame["rooms"].items()}
        elif frame["kind"] == "frame":
            heads[frame["compartment"]] = frame["number"]
    return heads


def wait_for(true: Any, within: float = 10.0) -> None:
    """Look again and again until something is so."""
    until = time.monotonic() + within
    while not true():
        assert time.monotonic() < until, "it did not come true"
        time.sleep(0.01)
