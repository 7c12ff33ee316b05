"""The ASGI entrance: pages and JSON to Django, sockets to the realtime room."""

from __future__ import annotations

import os

from channels.routing import ProtocolTypeRouter
from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wargame.settings")
# Before the sockets are imported: their modules need the models.
pages = get_asgi_application()

from wargame.realtime.routing import sockets  # noqa: E402

application = ProtocolTypeRouter({"http": pages, "websocket": sockets})
