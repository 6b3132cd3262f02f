"""Requests no browser sends, made harmless before anything reads them."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


class PlainRequestMiddleware:
    """Read every request as UTF-8, and forget cookies that hold NUL.

    `Content-Type: …; charset=hex` makes Django decode the query with a codec that yields no text,
    and PostgreSQL cannot look for a session whose key holds NUL: each was a 500.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.encoding = "utf-8"
        for name in [name for name, value in request.COOKIES.items() if "\x00" in value]:
            del request.COOKIES[name]
        return self.get_response(request)
