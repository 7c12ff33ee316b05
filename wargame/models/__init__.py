"""The tables. They hold the record and who may sit where; they know no rules."""

from wargame.models.game import Game, Seat, Sitting
from wargame.models.record import Event, Process, Receipt, Snapshot

__all__ = ["Event", "Game", "Process", "Receipt", "Seat", "Sitting", "Snapshot"]
