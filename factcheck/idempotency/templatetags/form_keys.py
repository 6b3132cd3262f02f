"""The key of a form, new each time the form is shown."""

from __future__ import annotations

import uuid

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from factcheck.idempotency.forms import FIELD

register = template.Library()


@register.simple_tag
def form_key() -> SafeString:
    """Return a hidden field by which the same form sent twice is known."""
    return format_html('<input type="hidden" name="{}" value="{}">', FIELD, uuid.uuid4())
