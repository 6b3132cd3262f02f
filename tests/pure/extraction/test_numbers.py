"""Numbers as written in different languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.numbers.chinese import chinese_numbers
from claims.extraction.numbers.chinese_value import numeral_value
from claims.extraction.numbers.digits import read_digits
from claims.extraction.numbers.latin import latin_numbers

DIGITS = "零一二三四五六七八九"
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]


def chinese(text: str) -> list[float]:
    return [number.value for number in chinese_numbers(text, 0, len(text))]


def latin(text: str, language: str = "en") -> list[float]:
    return [number.value for number in latin_numbers(text, 0, len(text), language)]


@pytest.mark.parametrize(
    ("written", "language", "value"),
    [
        ("1.234.567,8", "id", 1234567.8),
        ("1,234,567.8", "en", 1234567.8),
        ("12,34,567", "en", 1234567),
        ("1.500", "id", 1500),
        ("1.500", "en", 1.5),
        ("1,500", "en", 1500),
        ("5,5", "id", 5.5),
        ("5.5", "id", 5.5),
        ("0.125", "id", 0.125),
        ("4，565", "zh", 4565),
    ],
)
def test_it_reads_separators_by_language(written: str, language: str, value: float) -> None:
    assert read_digits(written, language) == value


def test_a_stop_before_a_magnitude_is_decimal() -> None:
    assert read_digits("1.625", "id", scaled=True) == 1.625


@pytest.mark.parametrize("written", ["192.168.0.1", "2.0.1", "22,24,26,31"])
def test_addresses_versions_and_lists_are_no_number(written: str) -> None:
    assert read_digits(written, "en") is None


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
        ("三万亿", 3e12),
        ("六兆五亿", 6_000_500_000_000),
        ("7万3千", 73000),
        ("贰拾叁", 23),
        ("四 百 一 十 五", 415),
    ],
)
def test_it_reads_chinese_numerals(written: str, value: float) -> None:
    assert numeral_value(written) == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("他买了八百六十斤大米和三袋面粉", [860, 3]),
        ("奖金共36.8亿", [3.68e9]),
        ("四分之三的店关门", [0.75]),
        ("又一又二分之一", [1.5]),
        ("气温降到负12度", [-12]),
        ("五十多万人", [500_000]),
        ("一千三百余件", [1300]),
        ("第 40k 个", [40_000]),
        ("粒子数为3×10^8", [3e8]),
    ],
)
def test_it_finds_numbers_in_chinese(text: str, values: list[float]) -> None:
    assert chinese(text) == pytest.approx(values)


def test_some_of_a_size_and_two_digits_in_a_row_are_ranges() -> None:
    found = list(chinese_numbers("数百万人，二三十家，三十七八岁", 0, 15))
    assert [(each.value, each.high) for each in found] == [(1e6, 1e7), (20, 30), (37, 38)]


@pytest.mark.parametrize("text", ["一切顺利", "四川和陆地", "他拾起放肆的伍仁月饼", "万万没想到"])
def test_words_with_a_numeral_in_them_are_no_numbers(text: str) -> None:
    assert chinese(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("two hundred and five thousand", [205_000]),
        ("half a million and three dozen", [500_000, 36]),
        ("one and a half million", [1.5e6]),
        ("nine point two five", [9.25]),
        ("minus four", [-4]),
        ("3 1/2 and ¾", [3.5, 0.75]),
        ("twenty thirty", [20, 30]),
        ("$1.2bn, 40k and 3 lakh", [1.2e9, 40_000, 300_000]),
        ("5. 5 million", [5.5e6]),
    ],
)
def test_it_finds_numbers_in_english(text: str, values: list[float]) -> None:
    assert latin(text) == pytest.approx(values)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("seratus dua puluh lima ribu", [125_000]),
        ("sebelas juta tiga ratus ribu", [11_300_000]),
        ("lima belas dan seribu", [15, 1000]),
        ("setengah juta", [500_000]),
        ("satu setengah miliar", [1.5e9]),
        ("dua koma lima", [2.5]),
        ("3 ribu triliun", [3e15]),
        ("5, 5 juta", [5.5e6]),
    ],
)
def test_it_finds_numbers_in_indonesian(text: str, values: list[float]) -> None:
    assert latin(text, "id") == pytest.approx(values)


@given(st.integers(min_value=0, max_value=10**12))
def test_grouped_digits_read_back(number: int) -> None:
    assert read_digits(f"{number:,}", "en") == number
    assert read_digits(f"{number:,}".replace(",", "."), "id") == number


@given(st.integers(min_value=1, max_value=9), st.integers(min_value=1, max_value=9))
def test_chinese_tens_read_back(tens: int, ones: int) -> None:
    assert numeral_value(f"{DIGITS[tens]}十{DIGITS[ones]}") == tens * 10 + ones


@given(st.integers(1, 9999), st.integers(1, 9999))
def test_myriads_in_digits_read_back(high: int, low: int) -> None:
    assert chinese(f"{high}亿{low}万") == [high * 10**8 + low * 10**4]


@given(st.integers(2, 9), st.integers(1, 9), st.sampled_from(["thousand", "million"]))
def test_english_tens_read_back(tens: int, ones: int, scale: str) -> None:
    words = f"{TENS[tens - 2]}-{ONES[ones - 1]} {scale}"
    assert latin(words) == [(tens * 10 + ones) * {"thousand": 1e3, "million": 1e6}[scale]]
