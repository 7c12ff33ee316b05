"""Where posted frames find the page they belong to: the open streams of this process, by id.

Authority was established when the stream was opened. A POST proves with the id and the same
session cookie that it comes from that page, so it needs no database and no thread.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets

from wargame.realtime.page import SeatPage

FIRST_S = 10.0
"""A page that has not posted its hello by then is somebody else's, or nobody's."""
QUIET_S = 150.0
"""A page at work asks for the time every 10 s, one in the background at least once a minute.
A stream alone would not notice that its other end has vanished."""


class Letterbox:
    """The letterbox of one open stream. `at` is seconds of the event loop's clock."""

    def __init__(self, page: SeatPage, session: str, at: float) -> None:
        self.page = page
        self.id = secrets.token_hex(16)
        """128 bits; only the page that reads the stream knows them."""
        self._owner = _digest(session)
        self._quiet_at = at + FIRST_S

    def opens_for(self, game: str, seat: str, session: str) -> bool:
        """Whether this is the seat the stream was opened at, by the same session."""
        same_seat = (game, seat) == (self.page.game, self.page.seat)
        return hmac.compare_digest(self._owner, _digest(session)) and same_seat

    def heard(self, at: float) -> None:
        """Something was posted at `at`."""
        self._quiet_at = at + QUIET_S

    def quiet_for(self, at: float) -> float:
        """Seconds until it has been quiet for too long; 0 when it has."""
        return max(0.0, self._quiet_at - at)


class Letterboxes:
    """All letterboxes of one process."""

    def __init__(self) -> None:
        self._boxes: dict[str, Letterbox] = {}

    def hang(self, page: SeatPage, session: str, at: float) -> Letterbox:
        """A letterbox for a page that has just sat down."""
        box = Letterbox(page, session, at)
        self._boxes[box.id] = box
        return box

    def find(self, page: str, game: str, seat: str, session: str) -> Letterbox | None:
        """The letterbox of this id; None as well when it is not this browser's."""
        box = self._boxes.get(page)
        return box if box is not None and box.opens_for(game, seat, session) else None

    def take_down(self, box: Letterbox) -> None:
        """The stream has ended."""
        self._boxes.pop(box.id, None)


def _digest(session: str) -> bytes:
    return hashlib.sha256(session.encode("utf-8", "replace")).digest()
