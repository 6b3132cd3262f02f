"""The language of what people quoted or wrote, which nobody says."""

from __future__ import annotations

from functools import lru_cache

from django import template

from claims.extraction.languages import language_of

register = template.Library()


@register.filter
@lru_cache(maxsize=4096)  # the same few quotations, each time their page is shown
def written_in(text: str) -> str:
    """Return the BCP 47 tag of the language `text` is in, read off it; "" when nothing tells."""
    return language_of(text).replace("und", "")
