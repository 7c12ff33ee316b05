"""Marks: how a later process knows until when this one kept the clock (rules 7.6)."""

from __future__ import annotations

from wargame.models import Process

Signs = dict[str, dict[str, int]]
"""Game to seat to the UTC ms of its last sign."""


def enrol(process: str, now: int) -> int:
    """Write this process down; its epoch. Rows of processes that ended long ago go."""
    Process.objects.filter(ended=True, mark_at__lt=now - 86_400_000).delete()
    Process.objects.create(id=process, started_at=now, mark_at=now)
    return 1


def mark(process: str, now: int, seats: Signs) -> None:
    """Everything this process received up to `now` is committed or refused."""
    Process.objects.filter(id=process).update(mark_at=now, seats=seats)


def leave(process: str, now: int, seats: Signs) -> None:
    """The last mark of a process that ends by itself."""
    Process.objects.filter(id=process).update(mark_at=now, seats=seats, ended=True)


def last_marks(but: str) -> tuple[int, Signs]:
    """The latest mark of any other process, and the seats that were there."""
    last = Process.objects.exclude(id=but).order_by("-mark_at").first()
    return (last.mark_at, last.seats) if last else (0, {})
