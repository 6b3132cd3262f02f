"""Fractions in digits: 3/5, 1 1/2, ½."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

VULGAR: Final = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
SLASHED: Final = r"(?<![\d/.])(?:\d{1,4} {1,2})?+\d{1,4} ?/ ?[1-9]\d{0,3}(?![\d/.])"
"""As a regular expression; no slash on either side, where it would be a date."""

_SLASHED = re.compile(r"(?:(\d+) +)?(\d+) ?/ ?(\d+)")


def fraction_value(written: str) -> float:
    """Return the value of what `SLASHED` matches, or of digits before one of `VULGAR`."""
    match = _SLASHED.fullmatch(written)
    if match:
        return float(match[1] or 0) + float(match[2]) / float(match[3])
    return float(written[:-1] or 0) + unicodedata.numeric(written[-1])
