"""Refusals of services as answers: a page or fragment for people, JSON for the API. Never a 500."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from rest_framework.response import Response
from rest_framework.views import exception_handler

from factcheck.errors import DeskError, InvalidInput, Stale


class DeskErrorMiddleware:
    """Show a DeskError that a view let through as a page that says what to do."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Return the page for a DeskError; leave anything else to Django."""
        if not isinstance(error, DeskError):
            return None
        template = (
            "web/error_fragment.html" if request.headers.get("HX-Request") else "web/error.html"
        )
        return render(request, template, {"error": error}, status=error.status)


def error_body(error: DeskError) -> dict[str, Any]:
    """Return the JSON of a refusal: code, message, and the field or current row, if any."""
    body: dict[str, Any] = {"code": error.code, "message": str(error.message)}
    if isinstance(error, InvalidInput):
        body["field"] = error.field
    if isinstance(error, Stale):
        body["current"] = error.current
    return body


def api_exception_handler(error: Exception, context: dict[str, Any]) -> Response | None:
    """Answer a DeskError with its status and body; leave the rest to REST framework."""
    if isinstance(error, DeskError):
        return Response(error_body(error), status=error.status)
    return exception_handler(error, context)
