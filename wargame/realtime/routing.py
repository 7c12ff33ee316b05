"""The addresses of sockets, behind the exact Origin list."""

from __future__ import annotations

from typing import Any

from channels.routing import URLRouter
from django.conf import settings
from django.urls import re_path

from wargame.realtime.consumer import TableConsumer
from wargame.realtime.origins import ExactOrigin, turn_away

SEAT = r"^ws/game/(?P<game>[0-9a-f]{32})/(?P<seat>[A-Z]{3}|[a-z]{4,12})$"

# Django's type for a route knows views only; Channels puts ASGI applications there.
_table: Any = TableConsumer.as_asgi()
_nowhere: Any = turn_away

sockets = ExactOrigin(
    URLRouter([re_path(SEAT, _table), re_path(r"", _nowhere)]),
    settings.ORIGINS,
)
