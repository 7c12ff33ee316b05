"""The doorbell: how processes tell each other that a game has moved on. A seam, not yet rung.

One process needs none of this: its hub shows every committed event to every page it serves.
With several processes (DATABASE_URL and REDIS_URL set) each has pages of the same game, and an
event committed here must be shown by the others too. Nothing but the game's id travels:

    door commits ─► ring(game) ─► channel layer ─► each process: read the record from its own
                                                   head of that game, show through its own hub

Why the id alone. A channel layer drops messages when a queue is full, forgets group members,
and loses everything when Redis restarts, all without telling anybody (known traps F9, F10,
F13). Whoever trusts what it carries shows a room with holes. A doorbell that is lost costs
time only: every process also reads the heads of all games it serves in one indexed query each
second, so what the bell did not bring, the next look does. The channel layer is a hint; the
record is the truth. An id is small, may be coalesced, and says nothing to anybody who listens
in on Redis.

What must hold when this is built (with it come the second timekeeper, marks and fencing):

- `ring` is called after the commit and never awaited by the mover's answer.
- Whoever hears it reads the record in a reader's thread and shows the events in the order of
  their numbers; numbers already shown are dropped, a gap is filled by reading again.
- Nobody's bytes may depend on a compartment it cannot read, so the bell is not passed on to
  pages; a process that finds nothing readable for a page sends it nothing.
- The layer's time-outs stand in the settings because redis-py's own would close idle sockets
  (known trap F1); the test beside it keeps a socket idle for 30 s against a real Redis.
"""

from __future__ import annotations

import logging

from channels.layers import get_channel_layer
from django.conf import settings

logger = logging.getLogger(__name__)

GROUP = "doorbell"


def several_processes() -> bool:
    """Whether a layer between processes is configured (REDIS_URL)."""
    backend = settings.CHANNEL_LAYERS["default"]["BACKEND"]
    return not str(backend).endswith("InMemoryChannelLayer")


async def ring(game: str) -> None:
    """Tell the other processes that `game` has moved on. Alone: nothing. Never raises."""
    layer = get_channel_layer() if several_processes() else None
    if layer is None:
        return
    try:
        await layer.group_send(GROUP, {"type": "doorbell.rang", "game": game})
    except Exception:
        logger.warning("The doorbell did not ring; the others will look within a second.")
