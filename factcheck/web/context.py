"""What every template may use."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from factcheck.accounts.roles import Role


def site(request: HttpRequest) -> dict[str, Any]:
    """Return the site's name and what the signed-in person may open."""
    roles: frozenset[Role] = getattr(getattr(request, "user", None), "roles", frozenset())
    return {
        "site_name": settings.SITE_NAME,
        "is_of_desk": bool(roles),
        "is_editor": Role.EDITOR in roles,
        "is_administrator": Role.ADMINISTRATOR in roles,
    }
