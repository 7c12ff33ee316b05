"""Flow control: how far a page has fallen behind what it was sent. Pure; time is an argument."""

from __future__ import annotations

from collections import deque

MOST_FRAMES = 64
MOST_BYTES = 512 * 1024
PATIENCE_S = 15.0
"""How long a page may stay over the bounds without acknowledging anything."""


class Window:
    """Frames sent and not yet acknowledged by `seen`."""

    def __init__(self, patience_s: float | None = None) -> None:
        self._patience_s = PATIENCE_S if patience_s is None else patience_s
        self._out: deque[tuple[str, int, int]] = deque()
        self._bytes = 0
        self._stuck_since: float | None = None

    def sent(self, compartment: str, number: int, size: int, at: float) -> None:
        """One frame went out at `at` (seconds)."""
        self._out.append((compartment, number, size))
        self._bytes += size
        if self._stuck_since is None and self._over():
            self._stuck_since = at

    def seen(self, heads: dict[str, int], at: float) -> None:
        """The page has worked off everything up to `heads`."""
        left = [one for one in self._out if one[1] > heads.get(one[0], -1)]
        if len(left) == len(self._out):
            return
        self._out = deque(left)
        self._bytes = sum(size for _, _, size in left)
        self._stuck_since = at if self._over() else None

    def clear(self) -> None:
        """A fresh view replaced everything."""
        self._out.clear()
        self._bytes = 0
        self._stuck_since = None

    def too_slow(self, at: float) -> bool:
        """Over the bounds, and no progress for as long as our patience lasts."""
        return self._stuck_since is not None and at - self._stuck_since >= self._patience_s

    def _over(self) -> bool:
        return len(self._out) > MOST_FRAMES or self._bytes > MOST_BYTES
