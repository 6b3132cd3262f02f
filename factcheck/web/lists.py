"""Several things said in one line, as the language of the page divides them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce

from django.utils.translation import pgettext


def listed(texts: Iterable[str]) -> str:
    """Return the texts in one line; "" for none. Chinese has 、 where others have a comma."""
    # Translators: two items of a list.
    pattern = pgettext("list", "%(before)s, %(after)s")
    each = list(texts)
    return reduce(lambda before, after: pattern % {"before": before, "after": after}, each or [""])
