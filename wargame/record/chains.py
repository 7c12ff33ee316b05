"""Hash chains (rules 8): one per compartment, and a master chain that lies in `white`."""

from __future__ import annotations

from hashlib import sha256

import msgspec

GENESIS = bytes(32)
SALT_BYTES = 16


class Head(msgspec.Struct, frozen=True):
    """The last link of a compartment: its number and hash."""

    number: int
    chain: bytes


NOTHING = Head(0, GENESIS)


class Header(msgspec.Struct, frozen=True, array_like=True):
    """What a link states beside the payload; all of it known in the compartment itself."""

    compartment: str
    number: int
    kind: str
    seat: str
    holder: int
    received_at: int
    decided_at: int
    reading_ms: int


def commitment(salt: bytes, payload: bytes) -> bytes:
    """What stands for the payload in the chain, and stays if the payload has to go."""
    return sha256(salt + payload).digest()


def link(before: bytes, header: Header, committed: bytes) -> bytes:
    """The next link of a compartment's chain."""
    return sha256(before + msgspec.json.encode(header) + committed).digest()


def master_link(before: bytes, number: int, chain: bytes) -> bytes:
    """The next link of the chain that binds all compartments, by the game's own number."""
    return sha256(before + number.to_bytes(8, "big") + chain).digest()
