"""What every template may use."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from factcheck.accounts.roles import Role
from factcheck.web.header_counts import HeaderCounts
from factcheck.web.navigation import navigation
from factcheck.web.permissions import person


def site(request: HttpRequest) -> dict[str, Any]:
    """Return the site's name, the header's links and what the signed-in person may open."""
    roles: frozenset[Role] = getattr(getattr(request, "user", None), "roles", frozenset())
    route = request.resolver_match.url_name if request.resolver_match else None
    return {
        "site_name": settings.SITE_NAME,
        "site_url": settings.SITE_URL,
        "navigation": navigation(roles, route or ""),
        "counts": HeaderCounts(person(request)) if roles else None,
        "is_of_desk": bool(roles),
        "is_editor": Role.EDITOR in roles,
        "is_administrator": Role.ADMINISTRATOR in roles,
    }
