"""What a person at the terminal is told: where to go, with what, and how to stop."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msgspec
import segno

from wargame.serving.first_key import FILE, Key

LOOPBACK = ("127.0.0.1", "localhost", "::1")


class Signpost(msgspec.Struct, frozen=True):
    """The addresses of a running server. `game` and `code` are None until a game is open."""

    facilitator_url: str
    join_url: str
    name: str
    password: str | None
    game: str | None
    code: str | None
    pid: int
    port: int
    addresses: tuple[str, ...]

    def line(self) -> str:
        """One line of JSON, for programs."""
        return msgspec.json.encode(self).decode()

    def public(self) -> dict[str, Any]:
        """What a second start may be told: no password."""
        told: dict[str, Any] = json.loads(self.line())
        return {**told, "password": None}


def signpost(
    origins: Sequence[str], port: int, key: Key, game: tuple[str, str] | None, pid: int
) -> Signpost:
    """The signpost of a server; `game` is the open game's id and join code.

    The join address is the one that reaches furthest: people's phones are not this machine.
    """
    here, furthest = origins[0], _furthest(origins)
    return Signpost(
        facilitator_url=f"{here}/sign-in",
        join_url=f"{furthest}/j/{game[1]}" if game else f"{furthest}/",
        name=key.name,
        password=key.password,
        game=game[0] if game else None,
        code=game[1] if game else None,
        pid=pid,
        port=port,
        addresses=tuple(origins),
    )


def board(post: Signpost, data: Path) -> str:
    """The signpost as a few lines for people."""
    password = post.password or f"({data / FILE})"
    code = f"   code {post.code}" if post.code else ""
    return "\n".join(
        (
            *pictures(post),
            "Under Silence is running. / Under Silence est lancé.",
            "",
            f"  Facilitator / Animation    {post.facilitator_url}",
            f"    name / nom               {post.name}",
            f"    password / mot de passe  {password}",
            f"  Join / Rejoindre           {post.join_url}{code}",
            f"  Data / Données             {data}",
            "  Stop / Arrêter             Ctrl-C",
            "",
        )
    )


def pictures(post: Signpost) -> list[str]:
    """Each address that phones may reach, with its picture; nothing on this machine alone."""
    path = f"/j/{post.code}" if post.code else "/"
    shown: list[str] = []
    for origin in post.addresses:
        if urlsplit(origin).hostname not in LOOPBACK:
            out = io.StringIO()
            segno.make(origin + path, error="l", micro=False).terminal(out, border=2, compact=True)
            shown += [f"  {origin}{path}", out.getvalue()]
    if shown:
        check = _furthest(post.addresses) + "/check"
        shown += [f"  Can a phone reach me? / Un téléphone me joint-il ?   {check}", ""]
    return shown


def already(found: dict[str, Any], data: Path) -> str:
    """What a second start on one folder is told: it is not needed."""
    lines = [
        f"This folder is already being served: {data}",
        f"Ce dossier est déjà servi : {data}",
    ]
    if found:
        lines += [
            "",
            f"  Facilitator / Animation    {found.get('facilitator_url', '')}",
            f"  Join / Rejoindre           {found.get('join_url', '')}",
            "",
            "For a second server choose another folder and port: --data FOLDER --port N.",
            "Pour un second serveur, choisissez un autre dossier et un autre port : "
            "--data DOSSIER --port N.",
        ]
    return "\n".join(lines)


def _furthest(origins: Sequence[str]) -> str:
    for origin in origins:
        if urlsplit(origin).hostname not in LOOPBACK:
            return origin
    return origins[0]
