"""JSON over HTTP: one way in and one way out for every address below /api.

The token of a POST is checked here and not left to Django's middleware, because that one
answers with a page where a script waits for JSON.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, TypeVar

import msgspec
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware
from django.views.decorators.csrf import csrf_exempt

from wargame.web.troubles import Trouble

Handler = Callable[..., Awaitable[Any]]
View = Callable[..., Coroutine[Any, Any, HttpResponse]]
Body = TypeVar("Body", bound=msgspec.Struct)

PREFIX = "/api/"
_FEATURES = "camera=(), microphone=(), geolocation=(), payment=(), usb=()"


def endpoint(*, get: Handler | None = None, post: Handler | None = None) -> View:
    """A view of the handlers for GET and POST. What they return is encoded as JSON.

    A handler raises Trouble for everything that cannot be done.
    """
    handlers = {"GET": get, "HEAD": get, "POST": post}

    async def view(request: HttpRequest, **place: str) -> HttpResponse:
        try:
            handler = handlers.get(request.method or "")
            if request.method == "POST":
                _check_token(request)
            if handler is None:
                raise Trouble("wrong_method")
            return answer(await handler(request, **place))
        except Trouble as trouble:
            return refused(trouble)

    return csrf_exempt(view)


def read(request: HttpRequest, kind: type[Body]) -> Body:
    """The request's JSON body as `kind`; unknown fields and wrong types are `malformed`."""
    if request.content_type != "application/json":
        raise Trouble("malformed")
    try:
        return msgspec.json.decode(request.body, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise Trouble("malformed") from None


def answer(data: Any) -> HttpResponse:
    """A JSON answer; a handler that made its own response keeps it."""
    if isinstance(data, HttpResponse):
        return sealed(data)
    return sealed(HttpResponse(msgspec.json.encode(data), content_type="application/json"))


def refused(trouble: Trouble) -> HttpResponse:
    """The trouble as JSON: its code and a sentence in each language."""
    data = {"code": trouble.code, "en": trouble.text.en, "fr": trouble.text.fr}
    response = HttpResponse(
        msgspec.json.encode(data), content_type="application/json", status=trouble.status
    )
    if trouble.after_s is not None:
        response["Retry-After"] = str(trouble.after_s)
    if trouble.code == "wrong_method":
        response["Allow"] = "GET, POST"
    return sealed(response)


def sealed(response: HttpResponse) -> HttpResponse:
    """Nobody stores it, no other site embeds it, and it may use no device."""
    response.setdefault("Cache-Control", "no-store")
    response.setdefault("Cross-Origin-Resource-Policy", "same-origin")
    response.setdefault("Permissions-Policy", _FEATURES)
    return response


class _TokenCheck(CsrfViewMiddleware):
    """Django's own check (cookie against header, exact origin), its verdict as a value."""

    def _reject(self, request: HttpRequest, reason: str) -> Any:
        return reason


def _check_token(request: HttpRequest) -> None:
    try:
        # Read first: the check looks for a form field and would else drain the stream.
        _ = request.body
    except RequestDataTooBig:
        raise Trouble("too_large") from None
    check = _TokenCheck(lambda _: HttpResponse())
    if check.process_view(request, _unexempted, (), {}) is not None:
        raise Trouble("no_token")


def _unexempted(request: HttpRequest) -> HttpResponse:
    """Stands for the view in the check; the view itself carries the exemption."""
    raise AssertionError("the check calls no view")
