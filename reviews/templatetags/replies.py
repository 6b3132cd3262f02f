"""Days as they are frozen with a verdict, in the page's language."""

from __future__ import annotations

import datetime

from django import template
from django.utils.formats import date_format

register = template.Library()


@register.filter
def iso_day(day: str) -> str:
    """Return an ISO 8601 day as people write it."""
    return date_format(datetime.date.fromisoformat(day), "DATE_FORMAT")
