"""Endpoints of the API that honour the header Idempotency-Key."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpResponse
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from factcheck.idempotency.answers import HEADER, Answer, Sent, do_once
from factcheck.idempotency.keys import bytes_digest, fields_digest, header_key, route_of

# Those that may do something twice when sent twice; PUT and DELETE say what shall be.
METHODS = frozenset({"post", "patch"})
REPLAYED = "Idempotent-Replayed"
Handler = Callable[..., Any]


def answered_once(handler: Handler) -> Handler:
    """Return `handler` of an endpoint so that a request sent again with its key is done once."""

    @wraps(handler)
    def guarded(view: Any, request: Request, *args: Any, **kwargs: Any) -> Any:
        sent = sent_of(request)
        if sent is None or not view.keeps_answers or view.service_keeps_keys:
            return handler(view, request, *args, **kwargs)
        result = do_once(sent, lambda: handler(view, request, *args, **kwargs), _kept)
        return _replayed(result) if isinstance(result, Answer) else result

    return guarded


def sent_of(request: Request) -> Sent | None:
    """Return what the request is known again by; None without a key, or from nobody we know."""
    key = header_key(request.headers.get(HEADER))
    if key is None or not request.user.is_authenticated:
        return None
    return Sent(
        user=request.user,
        route=route_of(str(request.method), request.path),
        key=key,
        digest=_digest(request),
    )


def _digest(request: Request) -> str:
    if request.content_type.startswith("multipart/"):
        return fields_digest(request.POST, request.FILES)
    return bytes_digest(request._request.body)


def _kept(response: Response) -> Answer:
    is_empty = response.data is None
    return Answer(
        status=response.status_code,
        content_type="" if is_empty else JSONRenderer.media_type,
        location="",
        body=b"" if is_empty else JSONRenderer().render(response.data),
    )


def _replayed(answer: Answer) -> HttpResponse:
    response = HttpResponse(answer.body, status=answer.status, content_type=answer.content_type)
    response.headers[REPLAYED] = "true"
    return response
