"""What a worker wrote down for whoever looks later, in the language of whoever looks."""

from __future__ import annotations

import re

from django import template
from django.utils.translation import gettext

register = template.Library()
ENDING = re.compile(r"( \(HTTP \d+\))$")


@register.filter
def told(text: str) -> str:
    """Translate a message that was stored as it is in the source; a status behind it stays.

    Workers have nobody to speak to: what they store is English.
    """
    message, *status = ENDING.split(text)
    return gettext(message) + "".join(status) if message else text
