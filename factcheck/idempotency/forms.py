"""Forms that are sent once, however often their button is clicked.

The page gives each form a key (template tag `form_key`). A form sent again as it was gets the
answer of the first time; changed and sent again it is another request: somebody went back and
typed on.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from factcheck.accounts.models import User
from factcheck.idempotency.answers import Answer, Sent, do_once
from factcheck.idempotency.keys import fields_digest, route_of

FIELD = "form_key"
MAX_KEY = 100
P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def posted_once(view: View[P]) -> View[P]:
    """Return `view`, a POST of a signed-in person, so that it does the same form only once."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        sent = sent_of(request)
        if sent is None:
            return view(request, *args, **kwargs)
        result = do_once(sent, lambda: view(request, *args, **kwargs), _kept)
        return _replayed(request, result) if isinstance(result, Answer) else result

    return guarded


def sent_of(request: HttpRequest) -> Sent | None:
    """Return what the form of a signed-in person is known again by; None without a key."""
    key = request.POST.get(FIELD, "")
    if not key or len(key) > MAX_KEY or "\x00" in key:
        return None
    digest = fields_digest(request.POST, request.FILES, without={"csrfmiddlewaretoken"})
    return Sent(
        user=cast("User", request.user),
        route=route_of(str(request.method), request.path),
        key=f"{key} {digest}",
        digest=digest,
    )


def tell_it_was_sent(request: HttpRequest) -> None:
    """Say that what was sent again was not done again."""
    messages.info(request, _("This was sent already; it was not done twice."))


def _kept(response: HttpResponse) -> Answer:
    return Answer(
        status=response.status_code,
        content_type=response.headers.get("Content-Type", ""),
        location=response.headers.get("Location", ""),
        body=response.content,
    )


def _replayed(request: HttpRequest, answer: Answer) -> HttpResponse:
    response = HttpResponse(answer.body, status=answer.status, content_type=answer.content_type)
    if answer.location:
        response.headers["Location"] = answer.location
        tell_it_was_sent(request)
    return response
