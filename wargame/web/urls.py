"""Addresses of pages and of JSON."""

from __future__ import annotations

from django.urls import path

from wargame.web import games, identity, joining, pages

_PAGES = [
    "",
    "j/<str:code>",
    "seat",
    "game/<str:game>/seat/<str:seat>",
    "game/<str:game>/control",
    "game/<str:game>/wall",
    "sign-in",
    "games",
    "check",
]

urlpatterns = [
    *(path(address, pages.shell) for address in _PAGES),
    path("api/me", identity.me_view),
    path("api/sign-in", identity.sign_in_view),
    path("api/sign-out", identity.sign_out_view),
    path("api/join", joining.join_view),
    path("api/join/<str:code>", joining.look_view),
    path("api/sittings/<str:sitting>", joining.sitting_view),
    path("api/seat-link", joining.seat_link_view),
    path("api/scenarios", games.scenarios_view),
    path("api/games", games.games_view),
    path("api/games/<str:game>", games.one_game_view),
    path("api/games/<str:game>/admit", games.admit_view),
    path("api/games/<str:game>/turn-away", games.turn_away_view),
    path("api/games/<str:game>/vacate", games.vacate_view),
    path("api/games/<str:game>/link", games.link_view),
    path("api/games/<str:game>/qr.svg", games.qr_view),
    path("api/games/<str:game>/wall", games.wall_view),
]
