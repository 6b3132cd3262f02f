"""What the machine found, in words."""

from __future__ import annotations

from typing import Any

from django import template

from claims.extraction.types import Quantity
from claims.language_names import language_name
from claims.web.figure_texts import figure_text
from claims.web.period_texts import period_text
from claims.web.signal_texts import signal_text
from claims.web.value_texts import quantity_text

register = template.Library()


@register.filter
def figure(row: dict[str, Any]) -> str:
    """Return a stored quantity as a reader writes it."""
    return figure_text(row)


@register.filter
def value(quantity: Quantity) -> str:
    """Return a figure in words and, if it is large, in full digits."""
    return quantity_text(quantity)


@register.filter
def period(row: dict[str, Any]) -> str:
    """Return a stored date or period as a reader writes it."""
    return period_text(row)


@register.filter
def signal(name: str, weight: float) -> str:
    """Return what a signal of check-worthiness says that adds `weight`."""
    return signal_text(name, weight)


@register.filter
def language(tag: str) -> str:
    """Return the name of a language in the language of the page."""
    return language_name(tag)
