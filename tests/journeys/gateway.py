"""A school's gateway between a browser and the house: it lets no WebSocket through."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from typing import Self

REFUSAL = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


class Gateway:
    """Passes bytes on, and refuses every request for an upgrade. `refused` counts them."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self.refused = 0
        self._behind = 0
        self._open: list[socket.socket] = [self._listener]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for each in self._open:
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()

    def lead_to(self, port: int) -> None:
        """Begin: what comes in goes to this port."""
        self._behind = port
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for near in _accepted(self._listener):
            self._open.append(near)
            threading.Thread(target=self._meet, args=(near,), daemon=True).start()

    def _meet(self, near: socket.socket) -> None:
        with contextlib.suppress(OSError), near:
            head = near.recv(65_536)
            if b"upgrade: websocket" in head.lower():
                self.refused += 1
                near.sendall(REFUSAL)
                return
            with socket.create_connection(("127.0.0.1", self._behind)) as far:
                self._open.append(far)
                far.sendall(head)
                threading.Thread(target=_pass_on, args=(far, near), daemon=True).start()
                _pass_on(near, far)


def _accepted(listener: socket.socket) -> Iterator[socket.socket]:
    with contextlib.suppress(OSError):
        while True:
            yield listener.accept()[0]


def _pass_on(source: socket.socket, target: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while piece := source.recv(65_536):
            target.sendall(piece)
    with contextlib.suppress(OSError):
        target.shutdown(socket.SHUT_WR)
