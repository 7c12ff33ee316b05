"""The one page that the browser's program fills, and the pages for what went wrong."""

from __future__ import annotations

from django.core.exceptions import DisallowedHost, RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request

from wargame.web import api
from wargame.web.bundle import bundle
from wargame.web.troubles import Trouble


def shell(request: HttpRequest, **place: str) -> HttpResponse:
    """Every page address answers with the same page: what it shows is asked for by script.

    It says nothing about games or seats, so it cannot tell whether one exists.
    """
    built = bundle()
    if built is None:
        return failed(request, Trouble("not_built"))
    context = {"bundle": built, "language": _language(request)}
    response = HttpResponse(render_to_string("shell.html", context))
    patch_vary_headers(response, ["Accept-Language"])
    return api.sealed(response)


def failed(request: HttpRequest, trouble: Trouble) -> HttpResponse:
    """The trouble as JSON below /api, else as a calm page in both languages."""
    if request.path.startswith(api.PREFIX):
        return api.refused(trouble)
    context = {"bundle": bundle(), "text": trouble.text}
    page = render_to_string("trouble.html", context)
    return api.sealed(HttpResponse(page, status=trouble.status))


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Handler of 400: a wrong host, too much, or what could not be read."""
    if isinstance(exception, DisallowedHost):
        return failed(request, Trouble("wrong_host"))
    if isinstance(exception, RequestDataTooBig):
        return failed(request, Trouble("too_large"))
    return failed(request, Trouble("malformed"))


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Handler of 404."""
    return failed(request, Trouble("not_found"))


def server_failed(request: HttpRequest) -> HttpResponse:
    """Handler of 500. The traceback goes to the server's log and to nobody else."""
    return failed(request, Trouble("server_failed"))


def _language(request: HttpRequest) -> str:
    return "fr" if get_language_from_request(request).startswith("fr") else "en"
