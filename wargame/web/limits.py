"""How often something may be tried. Kept in memory: a restart forgives, the record is spared.

Instants are UTC ms and always arguments.
"""

from __future__ import annotations

from collections import OrderedDict

MINUTE_MS = 60_000
MOST_KEYS = 10_000
"""Beyond that the key used longest ago is forgotten, so that nobody fills the memory."""


class Limit:
    """At most `most` tries of one key within `window_ms`.

    A try is counted before it is made, so that a hundred at once are not a hundred guesses;
    one that turned out well is given back.
    """

    def __init__(self, most: int, window_ms: int) -> None:
        self.most = most
        self.window_ms = window_ms
        self._tries: OrderedDict[str, list[int]] = OrderedDict()

    def take(self, key: str, at: int) -> bool:
        """Count one try at `at`; False if the key has none left (then nothing is counted)."""
        tries = self._recent(key, at)
        self._keep(key, tries)
        if len(tries) >= self.most:
            return False
        tries.append(at)
        return True

    def give_back(self, key: str) -> None:
        """The last try of this key was a good one: it does not count."""
        if self._tries.get(key):
            self._tries[key].pop()

    def forgive(self, key: str) -> None:
        """Forget all tries of this key."""
        self._tries.pop(key, None)

    def wait_ms(self, key: str, at: int) -> int:
        """How long until this key may be tried again; 0 if it may now."""
        tries = self._recent(key, at)
        return tries[0] + self.window_ms - at if len(tries) >= self.most else 0

    def _recent(self, key: str, at: int) -> list[int]:
        return [then for then in self._tries.get(key, ()) if at - then < self.window_ms]

    def _keep(self, key: str, tries: list[int]) -> None:
        self._tries[key] = tries
        self._tries.move_to_end(key)
        while len(self._tries) > MOST_KEYS:
            self._tries.popitem(last=False)
