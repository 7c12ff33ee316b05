"""Addresses. The pages live in wargame.web."""

from __future__ import annotations

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = []

if find_spec("wargame.web") and find_spec("wargame.web.urls"):
    urlpatterns.append(path("", include("wargame.web.urls")))
