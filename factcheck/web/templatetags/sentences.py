"""What stands inside a sentence, as the language of the reader has it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from babel import Locale
from babel.lists import format_list
from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, to_locale

register = template.Library()


@register.filter
def listed(parts: Iterable[object]) -> str:
    """Return the parts as a list: "a, b, and c" in English, "a、b和c" in Chinese; "" of none."""
    return format_list([str(each) for each in parts], locale=_locale())


@register.filter
def country(code: str) -> str:
    """Return the name of a country by its ISO 3166 code of two letters, else the code."""
    return str(_locale().territories.get(code, code))


@register.filter
def moment(at: datetime.datetime | datetime.date, form: str) -> SafeString:
    """Return a time or a day as an element, in one of Django's formats of dates."""
    machine: datetime.datetime | datetime.date = at
    if isinstance(at, datetime.datetime):
        machine = at = timezone.localtime(at)
    shown = date_format(at, form)
    return format_html('<time datetime="{}">{}</time>', machine.isoformat(), shown)


def _locale() -> Locale:
    return Locale.parse(to_locale(get_language() or "en"))
