"""Numbers as written in different languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.numbers.chinese_value import numeral_value as parse_chinese
from claims.extraction.numbers.digits import read_digits as parse_digits

DIGITS = "零一二三四五六七八九"


@pytest.mark.parametrize(
    ("written", "language", "value"),
    [
        ("1.234.567,8", "id", 1234567.8),
        ("1,234,567.8", "en", 1234567.8),
        ("1.500", "id", 1500),
        ("1.500", "en", 1.5),
        ("1,500", "en", 1500),
        ("5,5", "id", 5.5),
        ("5.5", "id", 5.5),
        ("0.125", "id", 0.125),
    ],
)
def test_it_reads_separators_by_language(written: str, language: str, value: float) -> None:
    assert parse_digits(written, language) == value


def test_a_stop_before_a_magnitude_is_decimal() -> None:
    assert parse_digits("1.625", "id", scaled=True) == 1.625


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("三千二百", 3200),
        ("十二", 12),
        ("两万五", 25000),
        ("一亿两千万", 120_000_000),
        ("三百零五", 305),
        ("二〇二五", 2025),
        ("一点五", 1.5),
    ],
)
def test_it_reads_chinese_numerals(written: str, value: float) -> None:
    assert parse_chinese(written) == pytest.approx(value)


@given(st.integers(min_value=0, max_value=10**12))
def test_grouped_digits_read_back(number: int) -> None:
    assert parse_digits(f"{number:,}", "en") == number
    assert parse_digits(f"{number:,}".replace(",", "."), "id") == number


@given(st.integers(min_value=1, max_value=9), st.integers(min_value=1, max_value=9))
def test_chinese_tens_read_back(tens: int, ones: int) -> None:
    assert parse_chinese(f"{DIGITS[tens]}十{DIGITS[ones]}") == tens * 10 + ones
