"""Addresses, and the answers when none fits. The pages live in wargame.web."""

from __future__ import annotations

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = []
# While the door is being built: commands that need no pages must start without it.
if find_spec("wargame.table.door") and find_spec("wargame.table.opening"):
    urlpatterns.append(path("", include("wargame.web.urls")))

handler400 = "wargame.web.pages.bad_request"
handler404 = "wargame.web.pages.not_found"
handler500 = "wargame.web.pages.server_failed"
