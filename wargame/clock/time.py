"""The process's time: it ticks, and a stamp runs ahead of the last tick by one tick at most.

After a stall the frames that were waiting are stamped close to the last tick, not with the
moment somebody got round to them (rules 7.3, 7.6; architecture, the way of a deadline).
"""

from __future__ import annotations

import time
from collections.abc import Callable

TICK_MS = 50


def _elapsed_ms() -> float:
    """Milliseconds that passed, sleep of the machine included where the system can tell."""
    boottime = getattr(time, "CLOCK_BOOTTIME", None)
    return (time.clock_gettime(boottime) if boottime is not None else time.monotonic()) * 1000


class ProcessTime:
    """UTC ms at the start, and from there on what passed by a clock that nobody sets."""

    def __init__(
        self,
        elapsed: Callable[[], float] = _elapsed_ms,
        utc: Callable[[], float] = lambda: time.time() * 1000,
    ) -> None:
        self._elapsed = elapsed
        self._base = utc() - elapsed()
        self._ticked = elapsed()
        self._last = 0

    def now(self) -> int:
        """The instant, UTC ms. It never steps back."""
        elapsed = min(self._elapsed(), self._ticked + TICK_MS)
        self._last = max(self._last, int(self._base + elapsed))
        return self._last

    def not_before(self, instant: int) -> None:
        """Never say less than this instant: the record already goes that far."""
        self._base += max(0, instant - int(self._base + self._elapsed()))

    def gap_ms(self) -> int:
        """How long ago the last tick is."""
        return int(self._elapsed() - self._ticked)

    def tick(self) -> None:
        """Let stamps run on from here."""
        self._ticked = self._elapsed()
