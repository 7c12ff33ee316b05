"""The ASGI entrance: pages and JSON to Django, sockets and streams to the realtime room."""

from __future__ import annotations

import os
from typing import Any

from channels.routing import ProtocolTypeRouter
from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wargame.settings")
# Before the sockets are imported: their modules need the models.
pages: Any = get_asgi_application()

from wargame.realtime.routing import sockets  # noqa: E402
from wargame.realtime.sse import EventEntrance  # noqa: E402

# Streams and their POSTs come before Django: nothing may wait between receipt and stamp.
application = ProtocolTypeRouter({"http": EventEntrance(pages), "websocket": sockets})
