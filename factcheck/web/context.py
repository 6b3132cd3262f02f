"""What every template may use."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from claims.selectors.alerts import open_alerts
from factcheck.accounts.roles import Role
from factcheck.web.navigation import navigation


def site(request: HttpRequest) -> dict[str, Any]:
    """Return the site's name, the header's links and what the signed-in person may open."""
    roles: frozenset[Role] = getattr(getattr(request, "user", None), "roles", frozenset())
    route = request.resolver_match.url_name if request.resolver_match else None
    return {
        "site_name": settings.SITE_NAME,
        "navigation": navigation(roles, route or ""),
        "open_alerts": open_alerts,  # called by the header alone: a fragment has none to show
        "is_of_desk": bool(roles),
        "is_editor": Role.EDITOR in roles,
        "is_administrator": Role.ADMINISTRATOR in roles,
    }
