"""The one Django app."""

from __future__ import annotations

from django.apps import AppConfig


class WargameConfig(AppConfig):
    """The whole game is one app; its rooms are packages, not apps."""

    name = "wargame"
    default_auto_field = "django.db.models.BigAutoField"
