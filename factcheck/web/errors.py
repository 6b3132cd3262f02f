"""Refusals of services as answers: a page or fragment for people, JSON for the API. Never a 500."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict
from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from rest_framework.exceptions import ParseError, ValidationError
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
    body: dict[str, Any] = {"code": error.code, "message": _sendable(error.message)}
    if isinstance(error, InvalidInput):
        body["field"] = _sendable(error.field)
    if isinstance(error, Stale):
        body |= _stale_body(error)
    return body


def _stale_body(error: Stale) -> dict[str, Any]:
    """Return what is stored, by whom and when, and field by field how it differs."""
    return {
        "current": error.current,
        "differences": [asdict(difference) for difference in error.differences],
        "saved_by": error.saved_by,
        "saved_at": error.saved_at.isoformat() if error.saved_at else None,
    }


def api_exception_handler(error: Exception, context: dict[str, Any]) -> Response | None:
    """Answer any refusal with a body of one shape: code, message, and what is known besides.

    A DeskError as `error_body`; fields that do not fit their shape with `errors`, a row per field;
    what REST framework or Django refuses (no such row, no JSON, not signed in) with its code.
    """
    if isinstance(error, DeskError):
        return Response(error_body(error), status=error.status)
    if isinstance(error, SuspiciousOperation):  # more fields or files than Django reads
        error = ParseError()
    response = exception_handler(error, context)
    if response is None:
        return None
    if isinstance(error, ValidationError):
        message = gettext("Some fields cannot be taken as they are.")
        errors = list(_field_errors(error.get_full_details()))
        response.data = {"code": "invalid", "message": message, "errors": errors}
    else:
        detail = response.data["detail"]
        response.data = {"code": detail.code, "message": str(detail)}
    return response


def _field_errors(details: Any, field: str = "") -> Iterator[dict[str, str]]:
    """Yield a row per message; `field` is the path of names and positions, with dots."""
    if isinstance(details, dict) and "message" in details and "code" in details:
        message = _sendable(details["message"])
        yield {"field": _sendable(field), "code": details["code"], "message": message}
        return
    parts = details.items() if isinstance(details, dict) else enumerate(details)
    for name, each in parts:
        is_message = isinstance(details, list) and isinstance(each, dict) and "code" in each
        path = field if is_message or name == "non_field_errors" else f"{field}.{name}".lstrip(".")
        yield from _field_errors(each, path)


def _sendable(text: object) -> str:
    """Return a text as UTF-8 can hold it: some repeat the halves of surrogate pairs they refuse."""
    return str(text).encode(errors="replace").decode()
