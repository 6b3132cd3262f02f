"""Stored addresses as links."""

from __future__ import annotations

from django import template

register = template.Library()


@register.filter
def web(address: str) -> str:
    """Return an address that others gave if it leads to the web; "" if it would run a script."""
    return address if address.startswith(("http://", "https://")) else ""
