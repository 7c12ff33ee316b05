"""Every address of the site, with something in place of its holes."""

from __future__ import annotations

import re

from django.urls import URLPattern, URLResolver, get_resolver

FILLING = {"game": "0" * 32, "seat": "POL", "code": "ABC234", "sitting": "1" * 32}


def templates() -> list[str]:
    """All addresses as they are written in the address book, e.g. /j/<str:code>."""
    return [f"/{address}" for address in _below(get_resolver().url_patterns)]


def filled(template: str, **filling: str) -> str:
    """The address with its holes filled."""
    given = {**FILLING, **filling}
    return re.sub(r"<str:(\w+)>", lambda hole: given[hole[1]], template)


def _below(patterns: list[URLPattern | URLResolver], before: str = "") -> list[str]:
    found: list[str] = []
    for pattern in patterns:
        address = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            found += _below(pattern.url_patterns, address)
        else:
            found.append(address)
    return found


ALL = templates()
PAGES = [address for address in ALL if not address.startswith("/api/")]
API = [address for address in ALL if address.startswith("/api/")]
OF_A_GAME = [address for address in API if "<str:game>" in address]
