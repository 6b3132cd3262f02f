"""Times are UTC in the database and local on screen."""

from __future__ import annotations

import zoneinfo
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone


class PersonalTimeZoneMiddleware:
    """Show times in the zone the signed-in person chose, else in the site's."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        name = getattr(request.user, "time_zone", "")
        # An override, also without a zone of one's own: it ends what the API activates meanwhile.
        with timezone.override(
            zoneinfo.ZoneInfo(name) if name else timezone.get_default_timezone()
        ):
            return self.get_response(request)
