"""Excerpts of search with what was asked for marked, written in one go."""

from __future__ import annotations

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from reviews.selectors.search_hits import Excerpt

register = template.Library()


@register.simple_tag
def excerpt(shown: Excerpt) -> SafeString:
    """Return an excerpt as HTML; dots say that the text goes on."""
    pieces = (
        format_html("<mark>{}</mark>", text) if is_marked else text
        for text, is_marked in shown.pieces()
    )
    before, after = "… " if shown.start else "", " …" if shown.goes_on else ""
    return format_html_join("", "{}", ((piece,) for piece in (before, *pieces, after)))
