"""A game, its seats' keys, and the people who sit (whose names never enter the record)."""

from __future__ import annotations

import secrets
from typing import ClassVar

from django.conf import settings
from django.db import models


def opaque_id() -> str:
    """128 random bits: nobody finds a game by counting."""
    return secrets.token_hex(16)


class Game(models.Model):
    """One game. What happened in it is its events; the columns here are caches and keys."""

    id = models.CharField(primary_key=True, max_length=32, default=opaque_id, editable=False)
    branch = models.CharField(max_length=32, default=opaque_id)
    """Changes when a stream cannot be continued; clients then take a fresh view."""
    code = models.CharField(max_length=6, unique=True)
    """The join code on the wall."""
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    scenario = models.CharField(max_length=80)
    title_en = models.CharField(max_length=200)
    title_fr = models.CharField(max_length=200)
    created_at = models.BigIntegerField()
    """UTC ms."""
    number = models.BigIntegerField(default=0)
    """The last event's number: an append names the one it follows."""
    status = models.CharField(max_length=16, default="waiting")
    next_due_at = models.BigIntegerField(null=True, db_index=True)
    """UTC ms at which the next deadline is reached if nothing happens; null while stopped."""


class Seat(models.Model):
    """The key of one seat of a game: its link, and how often it was revoked."""

    game = models.ForeignKey(Game, on_delete=models.CASCADE, related_name="seats")
    code = models.CharField(max_length=16)
    link_sha256 = models.CharField(max_length=64, blank=True, default="")
    """Of the token in the seat's link; empty while none was issued."""
    revocation = models.PositiveIntegerField(default=0)
    """Raised by vacating; sittings of an older one are dead."""

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["game", "code"], name="one_seat_a_code")
        ]


class Sitting(models.Model):
    """A browser that asks for a seat or holds one. Deleted with the game."""

    STATES: ClassVar = [(s, s) for s in ("waiting", "seated", "turned_away", "revoked")]

    id = models.CharField(primary_key=True, max_length=32, default=opaque_id, editable=False)
    game = models.ForeignKey(Game, on_delete=models.CASCADE, related_name="sittings")
    seat = models.CharField(max_length=16, blank=True, default="")
    wish = models.CharField(max_length=16, blank=True, default="")
    name = models.CharField(max_length=40, blank=True, default="")
    """As the room knows the person; a pseudonym is fine; never in the record."""
    state = models.CharField(max_length=12, choices=STATES, default="waiting")
    revocation = models.PositiveIntegerField(default=0)
    created_at = models.BigIntegerField()
