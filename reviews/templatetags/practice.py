"""The hint at the practice claim, for people who are new."""

from __future__ import annotations

from typing import Any

from django import template
from django.http import HttpRequest

from factcheck.accounts.models import Practice
from factcheck.web.permissions import person
from reviews.domain.states import REVIEWERS
from reviews.web.practice_form import LATER

register = template.Library()


@register.inclusion_tag("reviews/practice_hint.html", takes_context=True)
def practice_hint(context: dict[str, Any]) -> dict[str, Any]:
    """Offer the practice claim to reviewers who have neither done nor declined it."""
    request: HttpRequest = context["request"]
    reader = person(request)
    is_offered = reader.practice == Practice.OFFERED and bool(REVIEWERS & reader.roles)
    is_offered = is_offered and not request.session.get(LATER)
    return {"is_offered": is_offered, "csrf_token": context["csrf_token"]}
