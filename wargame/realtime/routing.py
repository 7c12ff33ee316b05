"""The addresses of sockets, behind the exact Origin list."""

from __future__ import annotations

from channels.routing import URLRouter
from django.conf import settings
from django.urls import re_path

from wargame.realtime.consumer import TableConsumer
from wargame.realtime.origins import ExactOrigin, turn_away

SEAT = r"^ws/game/(?P<game>[0-9a-f]{32})/(?P<seat>[A-Z]{3}|[a-z]{4,12})$"

sockets = ExactOrigin(
    URLRouter([re_path(SEAT, TableConsumer.as_asgi()), re_path(r"", turn_away)]),
    settings.ORIGINS,
)
