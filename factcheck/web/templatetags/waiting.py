"""Times that lie ahead."""

from __future__ import annotations

import datetime

from django import template
from django.utils import timezone

register = template.Library()


@register.simple_tag
def after(wait: datetime.timedelta) -> datetime.datetime:
    """Return the moment `wait` from now, in the zone times are shown in."""
    return timezone.localtime(timezone.now() + wait)
