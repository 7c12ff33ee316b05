"""Working off a batch: moves and deadlines merged by reading, decided in memory (rules 7.3).

Nothing here is true until the door has committed it.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Sequence
from functools import cached_property
from hashlib import sha256

import msgspec

from wargame.record.append import Batch, Entry, ReceiptRow
from wargame.record.chains import (
    NOTHING,
    SALT_BYTES,
    Head,
    Header,
    commitment,
    link,
    master_link,
)
from wargame.rules import law
from wargame.rules.compartments import SERVER
from wargame.rules.facts import Fact
from wargame.rules.lawbook import At
from wargame.rules.moves import AnyMove, wire_name
from wargame.rules.refusals import Refusal, refuse
from wargame.rules.state import Actor, State, reading
from wargame.table.answers import Answer, Done, Refused
from wargame.table.hub import Shown
from wargame.table.live import LiveGame, Waiting

logger = logging.getLogger(__name__)

_json = msgspec.json.Encoder()
_answers: msgspec.json.Decoder[Answer] = msgspec.json.Decoder(Answer)
CLOCKWORK = Actor(SERVER)


def content_hash(move: AnyMove) -> bytes:
    """What tells a repeated move from another one under the same id."""
    return sha256(_json.encode(move)).digest()


class Judging:
    """One batch of one game: what it will bring to the record, and how it is answered."""

    def __init__(self, live: LiveGame, now: int) -> None:
        self._live = live
        self._now = now
        self.state: State = live.state
        self.chains = live.chains
        self.master = live.master
        self.number = live.number
        self.entries: list[Entry] = []
        self.shown: list[Shown] = []
        self.receipts: dict[tuple[str, str], tuple[bytes, bytes]] = {}
        self.answers: list[tuple[Waiting, Answer]] = []

    def work(self, moves: Sequence[Waiting]) -> None:
        """Decide moves in order of receipt, each after the deadlines before it."""
        for waiting in moves:
            self.answers.append((waiting, self._answer_alone(waiting)))
        self.settle(self._now)

    def take_first(self, facts: Sequence[Fact], actor: Actor, now: int) -> None:
        """The facts a game begins with: nobody moved, and no clock was asked."""
        self._take(facts, actor, now)

    def settle(self, instant: int) -> None:
        """Apply what is due with the clock at `instant`, one deadline after another."""
        while facts := law.due(self.state, self._at(instant)):
            self._take(facts, CLOCKWORK, instant)

    def _at(self, instant: int) -> At:
        return At(reading(self.state.clock, instant), instant)

    def _answer_alone(self, waiting: Waiting) -> Answer:
        """A move that the law stumbles over must not take the others of its batch with it."""
        before = self.state, self.chains, self.master, self.number
        entries, shown = len(self.entries), len(self.shown)
        try:
            return self._answer(waiting)
        except Exception:
            logger.exception("A move could not be decided; the others of its batch are.")
            self.state, self.chains, self.master, self.number = before
            del self.entries[entries:], self.shown[shown:]
            return Refused(refuse("busy"))

    def _answer(self, waiting: Waiting) -> Answer:
        key = (waiting.actor.seat, waiting.move_id)
        content = content_hash(waiting.move)
        known = self.receipts.get(key) or self._live.receipts.get(key)
        if known is not None:
            if known[0] != content:
                return Refused(refuse("conflict"))
            return _answers.decode(known[1])
        self.settle(waiting.received_at)
        answer = self._decide(waiting)
        if isinstance(answer, Done) or not answer.refusal.transient:
            self.receipts[key] = (content, _json.encode(answer))
        return answer

    def _decide(self, waiting: Waiting) -> Answer:
        at = self._at(waiting.received_at)
        decided = law.decide(self.state, waiting.actor, waiting.move, at)
        if isinstance(decided, Refusal):
            return Refused(decided)
        numbers = self._take(decided, waiting.actor, waiting.received_at)
        return Done(numbers, at.reading_ms, self._now)

    def _take(self, facts: Sequence[Fact], actor: Actor, received_at: int) -> dict[str, int]:
        """Evolve facts and make them ready for the log; their last number by compartment."""
        at_ms = self._at(received_at).reading_ms if self.number else 0
        numbers: dict[str, int] = {}
        for fact in facts:
            before, self.state = self.state, law.evolve(self.state, fact)
            number = self._enter(fact, actor, received_at, at_ms)
            changed = law.changed(before, self.state, fact.compartment)
            self.shown.append(
                Shown(fact.compartment, number, at_ms, self._now, fact.event, changed)
            )
            numbers[fact.compartment] = number
        return numbers

    def _enter(self, fact: Fact, actor: Actor, received_at: int, at_ms: int) -> int:
        head = self.chains.get(fact.compartment, NOTHING)
        header = Header(
            fact.compartment,
            head.number + 1,
            wire_name(type(fact.event).__name__),
            actor.seat,
            actor.holder,
            received_at,
            self._now,
            at_ms,
        )
        payload, salt = _json.encode(fact.event), secrets.token_bytes(SALT_BYTES)
        committed = commitment(salt, payload)
        chain = link(head.chain, header, committed)
        self.number += 1
        self.master = master_link(self.master, self.number, chain)
        self.chains = {**self.chains, fact.compartment: Head(header.number, chain)}
        self.entries.append(
            Entry(self.number, header, payload, salt, committed, chain, self.master)
        )
        return header.number

    @property
    def empty(self) -> bool:
        """Whether there is nothing to write."""
        return not self.entries and not self.receipts

    @cached_property
    def next_due_at(self) -> int | None:
        """When the clock owes something next; asked for once all moves are decided."""
        return law.next_due_at(self.state) if self.entries else self._live.next_due_at

    def batch(self) -> Batch:
        """What goes to the record."""
        rows = [ReceiptRow(s, m, content, kept) for (s, m), (content, kept) in self._rows()]
        status = self.state.game.status
        return Batch(self._live.id, self._live.number, self.entries, rows, self.next_due_at, status)

    def _rows(self) -> list[tuple[tuple[str, str], tuple[bytes, bytes]]]:
        return list(self.receipts.items())

    def commit(self) -> None:
        """The record has it: the game in memory follows."""
        live = self._live
        live.state, live.chains, live.master = self.state, self.chains, self.master
        live.number = self.number
        live.receipts.update(self.receipts)
        live.next_due_at = self.next_due_at
        live.last_at = self._now if self.entries else live.last_at
        live.keep(self.shown)
