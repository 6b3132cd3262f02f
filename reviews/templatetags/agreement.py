"""Shares as people read them."""

from __future__ import annotations

from django import template

register = template.Library()


@register.filter
def percent(share: float) -> str:
    """Return a share of 1 in whole percent: 0.736 is 74%."""
    return f"{round(100 * share)}%"
