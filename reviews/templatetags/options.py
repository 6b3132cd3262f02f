"""The options of a choice, written in one go.

Django renders each option of a form by a template of its own: that took as long as the list of
the queue under it.
"""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def options(choices: Iterable[tuple[object, object]], chosen: object = "") -> SafeString:
    """Return an <option> per (value, label). Selected is the one whose value reads as `chosen`."""
    rows = (
        (value, SafeString(" selected" if chosen and str(value) == str(chosen) else ""), label)
        for value, label in choices
    )
    return format_html_join("", '<option value="{}"{}>{}</option>', rows)
