"""The addresses people are told, and their pictures for phones."""

from __future__ import annotations

import io
import ipaddress
from collections.abc import Sequence
from urllib.parse import urlsplit

import segno
from django.conf import settings
from django.http import HttpRequest


def all_of() -> Sequence[str]:
    """Every origin under which this server may be used; those that phones reach come first."""
    origins: Sequence[str] = settings.ORIGINS
    return sorted(origins, key=lambda origin: is_loopback(urlsplit(origin).hostname or ""))


def best(request: HttpRequest) -> str:
    """The origin to tell others: the asker's own, unless only the asker's machine reaches it."""
    own = f"{request.scheme}://{request.get_host()}"
    if not is_loopback(urlsplit(own).hostname or "") and own in all_of():
        return own
    first = all_of()[0]
    return own if is_loopback(urlsplit(first).hostname or "") else first


def is_loopback(host: str) -> bool:
    """Whether only the machine itself is reached under this host name."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def qr(address: str, title: str) -> str:
    """The address as an SVG picture, black on white, with no style in it."""
    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        out,
        kind="svg",
        dark="#000",
        light="#fff",
        border=4,
        title=title,
        xmldecl=False,
        svgclass=None,
        lineclass=None,
        omitsize=True,
        nl=False,
    )
    return out.getvalue().decode().replace("<svg ", '<svg role="img" ', 1)
