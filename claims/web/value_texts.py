"""A value the matcher read, as a reader of the page's language writes it, and in full digits."""

from __future__ import annotations

from django.utils.formats import number_format

from claims.extraction.types import DateMention, Quantity
from claims.models.values import date_rows, quantity_rows
from claims.web.figure_texts import figure_text
from claims.web.period_texts import period_text

# Under this the digits are those that are written.
_LARGE = 10_000


def quantity_text(quantity: Quantity) -> str:
    """Return a figure in words and digits: US$5.5 million = 5,500,000."""
    words = figure_text(quantity_rows([quantity])[0])
    if quantity.value is None or abs(quantity.value) < _LARGE:
        return words
    digits = number_format(round(quantity.value), use_l10n=True, force_grouping=True)
    return f"{words} = {digits}"


def date_text(mention: DateMention) -> str:
    """Return a day or period in words."""
    return period_text(date_rows([mention])[0])
