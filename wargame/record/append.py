"""Writing the log: all of a batch or nothing of it, after the event it says it follows.

Only the table appends (import contract).
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from django.db import connection, transaction

from wargame.record.chains import Header


class Overtaken(Exception):
    """Somebody else appended first: read the record and decide again."""


class Fenced(Exception):
    """This process was declared dead: it may commit nothing any more."""


class Entry(msgspec.Struct, frozen=True):
    """One event ready for the log."""

    number: int
    header: Header
    payload: bytes
    salt: bytes
    commitment: bytes
    chain: bytes
    master: bytes


class ReceiptRow(msgspec.Struct, frozen=True):
    """One answer to keep (rules 7.9)."""

    seat: str
    move_id: str
    content_sha256: bytes
    answer: bytes


class Batch(msgspec.Struct, frozen=True):
    """What one turn of a game's inbox brings to the record."""

    game: str
    follows: int
    entries: Sequence[Entry]
    receipts: Sequence[ReceiptRow]
    next_due_at: int | None
    status: str


_GAME = (
    "UPDATE wargame_game SET number = %s, next_due_at = %s, status = %s "
    "WHERE id = %s AND number = %s"
)
_EVENT = (
    "INSERT INTO wargame_event (game_id, number, compartment, room_number, kind, seat, holder, "
    "received_at, decided_at, reading_ms, payload, salt, commitment, chain, master) "
    "VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"
)
_RECEIPT = (
    "INSERT INTO wargame_receipt (game_id, seat, move_id, content_sha256, answer) "
    "VALUES (%s, %s, %s, %s, %s)"
)
_EPOCH = "SELECT epoch FROM wargame_process WHERE id = %s"


def append(batch: Batch, process: tuple[str, int] | None = None) -> None:
    """Commit a batch. `process` is the writer's id and epoch; None outside a server.

    Raises Overtaken or Fenced with nothing written.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        if process is not None:
            cursor.execute(_EPOCH, [process[0]])
            row = cursor.fetchone()
            if row is None or row[0] != process[1]:
                raise Fenced(process[0])
        last = batch.follows + len(batch.entries)
        cursor.execute(_GAME, [last, batch.next_due_at, batch.status, batch.game, batch.follows])
        if cursor.rowcount != 1:
            raise Overtaken(batch.game)
        if batch.entries:
            cursor.executemany(_EVENT, [_row(batch.game, entry) for entry in batch.entries])
        if batch.receipts:
            cursor.executemany(
                _RECEIPT,
                [
                    (batch.game, r.seat, r.move_id, r.content_sha256, r.answer)
                    for r in batch.receipts
                ],
            )


def _row(game: str, entry: Entry) -> tuple[str | int | bytes, ...]:
    head = entry.header
    return (
        game,
        entry.number,
        head.compartment,
        head.number,
        head.kind,
        head.seat,
        head.holder,
        head.received_at,
        head.decided_at,
        head.reading_ms,
        entry.payload,
        entry.salt,
        entry.commitment,
        entry.chain,
        entry.master,
    )
