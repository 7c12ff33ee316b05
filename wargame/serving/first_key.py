"""The facilitator's first key: there is no default password, so the first start makes one."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

import msgspec
from django.contrib.auth.models import User

NAME = "facilitator"
FILE = "facilitator.txt"
_SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"
"""None that is read as another; it is copied from a terminal by hand."""


class Key(msgspec.Struct, frozen=True):
    """An account that may facilitate. `password` is None unless it was made just now."""

    user: int
    name: str
    password: str | None


def facilitator_key(folder: Path) -> Key:
    """The account `facilitator`, made with a random password if nobody may facilitate yet.

    The password is stored hashed, and kept beside the record in a file only its owner reads.
    """
    user = User.objects.filter(is_active=True).order_by("pk").first()
    if user is not None:
        return Key(user.pk, user.get_username(), None)
    password = "-".join("".join(secrets.choice(_SIGNS) for _ in range(5)) for _ in range(4))
    user = User.objects.create_user(NAME, password=password)
    _keep(folder / FILE, password)
    return Key(user.pk, NAME, password)


def _keep(file: Path, password: str) -> None:
    file.unlink(missing_ok=True)
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as out:
        out.write(f"name / nom: {NAME}\npassword / mot de passe: {password}\n")
