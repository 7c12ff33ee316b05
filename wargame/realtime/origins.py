"""Which pages may open a socket: an exact list of scheme, host and port.

A browser sends cookies with a socket that any page of the internet opens, so this list is what
keeps a stranger's page from playing a signed-in delegation (cross-site WebSocket hijacking).
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Iterable
from typing import Any

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]


class ExactOrigin:
    """Turns a handshake away (403) unless its one Origin stands in the list.

    Comes before sessions and database: a stranger costs a string comparison.
    """

    def __init__(self, inner: Application, allowed: Collection[str]) -> None:
        self._inner = inner
        self._allowed = frozenset(allowed)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the handshake through, or close it before it is one."""
        if origin_of(scope["headers"]) in self._allowed:
            await self._inner(scope, receive, send)
        else:
            await turn_away(scope, receive, send)


async def turn_away(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer a handshake with 403."""
    await receive()
    await send({"type": "websocket.close"})


def origin_of(headers: Iterable[tuple[bytes, bytes]]) -> str | None:
    """The Origin of a handshake; None when there is none, or more than one."""
    found = [value for name, value in headers if name == b"origin"]
    return found[0].decode("latin-1") if len(found) == 1 else None
