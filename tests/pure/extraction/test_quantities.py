"""Figures as values: money, shares, counts, ranges, and what is no figure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.pipeline import extract
from claims.extraction.types import Quantity


def quantities(text: str, language: str) -> list[Quantity]:
    return [q for s in extract(text, language=language).sentences for q in s.quantities]


@pytest.mark.parametrize(
    ("language", "text", "value", "unit", "comparator"),
    [
        ("id", "Biayanya $ 6 juta per tahun.", 6e6, "USD", "="),
        ("id", "Biayanya sekitar Rp 1,5 triliun.", 1.5e12, "IDR", "~"),
        ("id", "Jumlahnya 2.048 unit.", 2048, "unit", "="),
        ("id", "Naik hingga 5,5 persen.", 5.5, "%", "<="),
        ("id", "Nilainya 5.5 juta dolar AS.", 5.5e6, "USD", "="),
        ("ms", "Kosnya RM3.2 bilion.", 3.2e9, "MYR", "="),
        ("ms", "Kos itu kurang daripada AS$5 juta.", 5e6, "USD", "<"),
        ("en", "It cost US$5.6 million.", 5.6e6, "USD", "="),
        ("en", "They spent £1.5m.", 1.5e6, "GBP", "="),
        ("en", "At least 2,000 people left.", 2000, "people", ">="),
        ("en", "Output rose 3.5 per cent.", 3.5, "%", "="),
        ("en", "It took two months.", 2, "months", "="),
        ("en", "It served two million people.", 2e6, "people", "="),
        ("en", "Prices rose ten percent.", 10, "%", "="),
        ("en", "It earned five million dollars.", 5e6, "USD", "="),
        ("zh-Hans", "成本约560万美元。", 5.6e6, "USD", "~"),
        ("zh-Hans", "投资超过500亿元人民币。", 5e10, "CNY", ">"),
        ("zh-Hans", "占百分之三十。", 30, "%", "="),
        ("zh-Hans", "下降三成一。", 31, "%", "="),
        ("zh-Hans", "大约三分之一的人。", 100 / 3, "%", "~"),
        ("zh-Hans", "买了500多亿元的货。", 5e10, "CNY", ">"),
        ("zh-Hans", "有3.1万人撤离。", 31000, "人", "="),
        ("zh-Hans", "共有21名受试者。", 21, "名受试者", "="),
        ("zh-Hant", "市值蒸發5,890億美元。", 5.89e11, "USD", "="),
        ("zh-Hant", "新台幣300億元。", 3e10, "TWD", "="),
        ("zh-Hant", "罰款200萬港元。", 2e6, "HKD", "="),
        ("zh-Hant", "淹沒62公頃農田。", 62, "公頃", "="),
    ],
)
def test_it_reads(language: str, text: str, value: float, unit: str, comparator: str) -> None:
    (found,) = quantities(text, language)
    assert found.value == pytest.approx(value)
    assert (found.unit, found.comparator) == (unit, comparator)


@pytest.mark.parametrize(
    ("language", "text", "low", "high", "unit"),
    [
        ("id", "Habis ratusan juta dolar.", 1e8, 1e9, "USD"),
        ("id", "Antara 5 dan 10 juta dolar.", 5e6, 1e7, "USD"),
        ("en", "It cost hundreds of millions of dollars.", 1e8, 1e9, "USD"),
        ("zh-Hans", "投入100至200亿元。", 1e10, 2e10, "CNY"),
        ("zh-Hans", "损失数百万美元。", 1e6, 1e7, "USD"),
    ],
)
def test_it_reads_ranges(language: str, text: str, low: float, high: float, unit: str) -> None:
    (found,) = quantities(text, language)
    assert found.value is None
    assert (found.low, found.high, found.unit) == (low, high, unit)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "GPT-4 and R1 came out in 2024."),
        ("en", "Call 400-800-0088 or come at 10:30."),
        ("id", "Pada 27 Januari 2025 tim itu menang 3-1."),
        ("zh-Hans", "2023年5月，他第3次参赛。"),
        ("zh-Hans", "这是一个重要的问题，十分复杂。"),
    ],
)
def test_names_dates_and_scores_are_no_quantities(language: str, text: str) -> None:
    assert quantities(text, language) == []


def test_a_products_number_does_not_open_a_range() -> None:
    (found,) = quantities("Tarif Model 3 turun hingga 25 persen.", "id")
    assert found.value == 25


@given(st.integers(min_value=2, max_value=99_999))
def test_money_reads_back(amount: int) -> None:
    (found,) = quantities(f"The bill was US${amount:,}.", "en")
    assert (found.value, found.unit) == (amount, "USD")
