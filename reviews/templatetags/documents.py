"""Texts of a report with the language each is in."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from reviews.exports.documents.entry import Words

register = template.Library()


@register.filter
def words(said: Words) -> SafeString:
    """Return a text in a span of its own language and direction; lines stay lines.

    A tag that is written in Python: a template included a dozen times for each of a hundred
    thousand verdicts takes minutes.
    """
    if said.language in {"", "und"}:
        return format_html('<span dir="auto" class="words">{}</span>', said.text)
    text = '<span lang="{}" dir="auto" class="words">{}</span>'
    return format_html(text, said.language, said.text)
