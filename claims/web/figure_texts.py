"""Figures as a reader of the page's language writes them: about US$5.5 million, 约 550 万美元."""

from __future__ import annotations

from typing import Any

from django.utils import translation
from django.utils.formats import number_format
from django.utils.translation import gettext as _

# The words a language counts large numbers in, largest first.
# Chinese counts in steps of ten thousand, the others in steps of a thousand.
_WESTERN = (10**12, 10**9, 10**6)
_CHINESE = (10**12, 10**8, 10**4)
MAGNITUDES: dict[str, tuple[tuple[int, str], ...]] = {
    "en": tuple(zip(_WESTERN, (" trillion", " billion", " million"), strict=True)),
    "id": tuple(zip(_WESTERN, (" triliun", " miliar", " juta"), strict=True)),
    "zh-hans": tuple(zip(_CHINESE, ("万亿", "亿", "万"), strict=True)),
    "zh-hant": tuple(zip(_CHINESE, ("兆", "億", "萬"), strict=True)),
}
# Money with a sign that is not mistaken for another country's; others keep their ISO 4217 code.
SIGNS = {
    "AUD": "A$", "CNY": "CN¥", "EUR": "€", "GBP": "£", "HKD": "HK$", "IDR": "Rp", "INR": "₹",
    "JPY": "JP¥", "KRW": "₩", "MYR": "RM", "SGD": "S$", "TWD": "NT$", "USD": "US$",
}  # fmt: skip


def figure_text(row: dict[str, Any]) -> str:
    """Return a quantity, as `claims.models.values.quantity_rows` stores it, in words."""
    if row["value"] is None:
        return _range(row["low"], row["high"], row["unit"])
    return _compared(row["comparator"]) % {"figure": amount(row["value"], row["unit"])}


def amount(value: float, unit: str) -> str:
    """Return `value` with its unit: US$5.5 million, 12%, 3,000 orang."""
    if unit == "%":
        return f"{_number(value)}%"
    if unit in SIGNS:
        sign = "-" if value < 0 else ""
        return f"{sign}{SIGNS[unit]}{_counted(abs(value))}"
    return f"{_counted(value)} {unit}".strip()


def between(low: float, high: float, unit: str) -> str:
    """Return two values with their unit once: US$4.6–5.6 million, 11.4–12.1%, 3–9 orang.

    Each has its own where the lower one would be lost in the words of the higher one.
    """
    size, word = _magnitude(high)
    if low < size / 100:
        return f"{amount(low, unit)} – {amount(high, unit)}"
    ends = f"{_number(low / size)}–{_number(high / size)}{word}"
    if unit == "%":
        return f"{ends}%"
    return f"{SIGNS[unit]}{ends}" if unit in SIGNS else f"{ends} {unit}".strip()


def is_word(unit: str) -> bool:
    """Say whether a unit is a word of the text it was read in, and no currency or per cent."""
    is_code = len(unit) == 3 and unit.isascii() and unit.isupper()
    return unit != "%" and not is_code


def _range(low: float | None, high: float | None, unit: str) -> str:
    if low is None or high is None:
        return unit
    return _("%(low)s to %(high)s") % {"low": amount(low, unit), "high": amount(high, unit)}


def _compared(comparator: str) -> str:
    return {
        "~": _("about %(figure)s"),
        "<": _("less than %(figure)s"),
        ">": _("more than %(figure)s"),
        "<=": _("at most %(figure)s"),
        ">=": _("at least %(figure)s"),
    }.get(comparator, "%(figure)s")


def _counted(value: float) -> str:
    size, word = _magnitude(value)
    return f"{_number(value / size)}{word}"


def _magnitude(value: float) -> tuple[int, str]:
    """Return what a number is counted in, and the word for it; 1 and "" for a small one."""
    language = (translation.get_language() or "en").lower()
    words = MAGNITUDES.get(language, MAGNITUDES["en"])
    return next(((size, word) for size, word in words if abs(value) >= size), (1, ""))


def _number(value: float) -> str:
    """Return a number with at most four decimals, in the page's separators, none trailing."""
    rounded = f"{value:.4f}".rstrip("0").rstrip(".")
    return number_format(rounded, use_l10n=True, force_grouping=True)
