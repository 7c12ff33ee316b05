"""How fast a page may send. Time comes as an argument, seconds of any steady clock."""

from __future__ import annotations


class Bucket:
    """A token bucket: `burst` at once, then `rate` a second."""

    __slots__ = ("__weakref__", "_at", "_burst", "_level", "_rate")

    def __init__(self, rate: float, burst: float, at: float) -> None:
        self._rate = rate
        self._burst = burst
        self._level = burst
        self._at = at

    def take(self, at: float, amount: float = 1.0) -> bool:
        """Take `amount` out; False, and nothing taken, when it is not in."""
        self._level = min(self._burst, self._level + max(0.0, at - self._at) * self._rate)
        self._at = at
        if self._level < amount:
            return False
        self._level -= amount
        return True


class Paces:
    """The buckets of one page (rules 7.10: breaks and associations have their own).

    `seat` is shared by all pages of a seat; everything else is the page's own, so that one
    tab that runs wild costs another tab neither its break nor its clock.
    """

    def __init__(self, seat: Bucket, at: float) -> None:
        self.moves = seat
        self.urgent = Bucket(rate=5, burst=5, at=at)
        self.hello = Bucket(rate=0.1, burst=4, at=at)
        self.ask_may = Bucket(rate=8, burst=16, at=at)
        self.sync = Bucket(rate=2, burst=16, at=at)
        self.frames = Bucket(rate=32, burst=64, at=at)
        self.bytes = Bucket(rate=64 * 1024, burst=256 * 1024, at=at)

    def flooding(self, at: float, size: int) -> bool:
        """Whether this frame, whatever it is, is one too many."""
        return not (self.frames.take(at) and self.bytes.take(at, size))


def seat_bucket(at: float) -> Bucket:
    """The moves of one seat: twenty at once, then two a second."""
    return Bucket(rate=2, burst=20, at=at)
