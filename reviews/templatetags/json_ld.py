"""Structured data in pages."""

from __future__ import annotations

import json
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

# As JSON these mean the same; as HTML they can no longer end the script element.
ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


@register.filter
def json_ld(data: dict[str, Any]) -> SafeString:
    """Return a script element that holds `data` as JSON-LD."""
    escaped = json.dumps(data, ensure_ascii=False).translate(ESCAPES)
    return format_html(
        '<script type="application/ld+json">{}</script>',
        mark_safe(escaped),  # noqa: S308 - nothing in it can be read as HTML now
    )
