"""Whether this installation can work, for whoever watches it."""

from __future__ import annotations

from collections.abc import Callable

from django.core.cache import cache
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from redis.exceptions import RedisError


def _database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def _redis() -> None:
    cache.get("healthz")


CHECKS: dict[str, Callable[[], None]] = {"database": _database, "redis": _redis}


@require_safe
@never_cache
def healthz(_request: HttpRequest) -> HttpResponse:
    """Answer 200 "ok", or 503 naming each part that does not answer; no log-in needed."""
    silent = [name for name, check in CHECKS.items() if not _answers(check)]
    if silent:
        return HttpResponse(f"no answer: {', '.join(silent)}\n", "text/plain", status=503)
    return HttpResponse("ok\n", "text/plain")


def _answers(check: Callable[[], None]) -> bool:
    try:
        check()
    except (DatabaseError, RedisError):
        return False
    return True
