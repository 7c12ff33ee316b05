"""The real door for tests of the pages, with a clock that is moved by hand."""

from __future__ import annotations

from wargame.table.door import Door, use_door


class HandTime:
    """A source of instants that stands until somebody moves it."""

    def __init__(self) -> None:
        self.at = 1_757_462_400_000

    def now(self) -> int:
        """The instant, UTC ms."""
        return self.at


def build(time: HandTime) -> Door:
    """A door at this time, as the door of this process."""
    door = Door(time)
    use_door(door)
    return door


async def leave(door: Door) -> None:
    """Let every inbox be worked off."""
    await door.idle()
