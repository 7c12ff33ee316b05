"""Who may read what (rules 2): every fact lies in one compartment."""

from __future__ import annotations

from typing import Literal

Role = Literal["delegation", "chair", "adviser", "facilitator", "adversary", "observer", "server"]

PUBLIC = "public"
COUNCIL = "council"
CHAIR = "chair"
RED = "red"
WHITE = "white"

FACILITATOR = "facilitator"
"""The seat code of the white cell: its members share one log and one seat."""
SERVER = "server"
"""The author of what the server does by itself: holds, the automatic chair's clockwork."""
CHAIR_SEAT = "chair"
OBSERVER = "observer"

_ROLES: dict[str, Role] = {
    FACILITATOR: "facilitator",
    SERVER: "server",
    CHAIR_SEAT: "chair",
    "adviser": "adviser",
    "adversary": "adversary",
    OBSERVER: "observer",
}


def delegation(seat: str) -> str:
    """The compartment that only this delegation (and the facilitators) read."""
    return f"delegation/{seat}"


def ear(seat: str) -> str:
    """What this delegation and the chair tell each other in private."""
    return f"ear/{seat}"


def role_of(seat: str) -> Role:
    """The role behind a seat code; every three-letter code is a delegation."""
    return _ROLES.get(seat, "delegation")


def may_read(seat: str, compartment: str, *, gallery_inside: bool) -> bool:
    """Whether the holder of `seat` may read `compartment` (rules 1 and 2).

    `gallery_inside` is the house rule that lets observers read the Council.
    """
    role = role_of(seat)
    if compartment == PUBLIC or role in ("facilitator", "server"):
        return True
    if compartment == COUNCIL:
        return role in ("delegation", "chair", "adviser") or (role == "observer" and gallery_inside)
    if role == "delegation":
        return compartment in (delegation(seat), ear(seat))
    if role == "chair":
        return compartment == CHAIR or compartment.startswith("ear/")
    return role == "adversary" and compartment == RED
