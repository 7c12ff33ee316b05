"""Addresses, and the answers when none fits. The pages live in wargame.web."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [path("", include("wargame.web.urls"))]

handler400 = "wargame.web.pages.bad_request"
handler404 = "wargame.web.pages.not_found"
handler500 = "wargame.web.pages.server_failed"
