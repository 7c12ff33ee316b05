"""The record (rules 8): events, and the caches and answers kept beside them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from wargame.models.game import Game


class Event(models.Model):
    """One event, for ever. `number` runs in the game, `room_number` in its compartment."""

    game = models.ForeignKey(Game, on_delete=models.CASCADE, related_name="events")
    number = models.BigIntegerField()
    compartment = models.CharField(max_length=60)
    room_number = models.BigIntegerField()
    kind = models.CharField(max_length=60)
    seat = models.CharField(max_length=16)
    """Whose move it came from; a seat, never a name."""
    holder = models.IntegerField()
    received_at = models.BigIntegerField()
    decided_at = models.BigIntegerField()
    """UTC ms; no rule assumes that they never step back."""
    reading_ms = models.BigIntegerField()
    payload = models.BinaryField()
    """The event as canonical JSON."""
    salt = models.BinaryField()
    commitment = models.BinaryField()
    """SHA-256 of salt and payload: it stays when free text has to go by law."""
    chain = models.BinaryField()
    """SHA-256 over the compartment's previous link, this header and the commitment."""
    master = models.BinaryField()
    """SHA-256 over the game's previous master link and `chain`; it lies in `white`."""

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["game", "number"], name="one_event_a_number"),
            models.UniqueConstraint(
                fields=["game", "compartment", "room_number"], name="one_event_a_room_number"
            ),
        ]


class Snapshot(models.Model):
    """The state after event `number`: a cache that spares a replay."""

    game = models.ForeignKey(Game, on_delete=models.CASCADE, related_name="snapshots")
    number = models.BigIntegerField()
    law = models.IntegerField()
    body = models.BinaryField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["game", "number"], name="one_snapshot_a_number")
        ]


class Receipt(models.Model):
    """The answer to a move, by seat and the id its client made (rules 7.9)."""

    game = models.ForeignKey(Game, on_delete=models.CASCADE, related_name="receipts")
    seat = models.CharField(max_length=16)
    move_id = models.CharField(max_length=64)
    content_sha256 = models.BinaryField()
    answer = models.BinaryField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["game", "seat", "move_id"], name="one_answer_a_move")
        ]


class Process(models.Model):
    """A server process and its mark: all it received up to then is committed or refused."""

    id = models.CharField(primary_key=True, max_length=32)
    epoch = models.IntegerField(default=1)
    """Raised when the process is fenced; an older epoch can commit nothing."""
    started_at = models.BigIntegerField()
    mark_at = models.BigIntegerField()
    """UTC ms; a row older than two seconds is fenced."""
    ended = models.BooleanField(default=False)
    seats = models.JSONField(default=dict)
    """Game id to {seat: last sign, UTC ms}: who was there, for the hold after an outage."""
