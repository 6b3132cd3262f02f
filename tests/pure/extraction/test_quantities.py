"""Figures as values: money, shares, counts, ranges, and what is no figure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.dates import date_spans
from claims.extraction.folding import simplify
from claims.extraction.pipeline import extract
from claims.extraction.quantities import quantities_in
from claims.extraction.quantities.money import yuan_of
from claims.extraction.repair import repair
from claims.extraction.types import Quantity, Span


def quantities(text: str, language: str) -> list[Quantity]:
    """Return the figures of one sentence."""
    view = repair(text)
    folded, whole = simplify(view.text), Span(0, len(view.text))
    dates, yuan = date_spans(folded, whole), yuan_of(view.text)
    return list(quantities_in(view, folded, whole, language, dates, yuan=yuan))


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
        ("id", "Gajinya naik 5, 5 juta rupiah.", 5.5e6, "IDR", "="),
        ("id", "Utangnya 3 ribu miliar rupiah.", 3e12, "IDR", "="),
        ("id", "Ada dua puluh lima ribu orang.", 25_000, "orang", "="),
        ("id", "Sedikitnya 40 rumah rusak.", 40, "rumah", ">="),
        ("id", "Hampir sepertiga dari warga pindah.", 100 / 3, "%", "~"),
        ("ms", "Peniaga rugi hampir RM 3,2 bilion.", 3.2e9, "MYR", "~"),
        ("en", "No more than 30 lorries came.", 30, "lorries", "<="),
        ("en", "Two thirds of the seats were empty.", 200 / 3, "%", "="),
        ("en", "The fund lost 120 MEUR.", 1.2e8, "EUR", "="),
        ("en", "It fell by 34 cents.", 0.34, "USD", "="),
        ("en", "The farm has 45 acres.", 45, "acres", "="),
        ("en", "Support fell by 3 percentage points.", 3, "percentage points", "="),
        ("en", "Over 2000 people marched.", 2000, "people", ">"),
        ("zh-Hans", "书店打七五折。", 75, "%", "="),
        ("zh-Hans", "外套卖8.8折。", 88, "%", "="),
        ("zh-Hans", "误差为千分之二。", 0.2, "%", "="),
        ("zh-Hans", "支持率下降四 成 半。", 45, "%", "="),
        ("zh-Hans", "票价十二元五角。", 12.5, "CNY", "="),
        ("zh-Hans", "近百家企业停工。", 100, "家企业", "~"),
        ("zh-Hans", "走了三公里半。", 3.5, "公里", "="),
        ("zh-Hans", "罚款不超过30万元。", 3e5, "CNY", "<="),
        ("zh-Hans", "利润为-4.5%。", -4.5, "%", "="),
        ("zh-Hans", "门票１２０元。", 120, "CNY", "="),
        ("zh-Hans", "外资卖超5亿元。", 5e8, "CNY", "="),
        ("zh-Hans", "老人约占四分之一。", 25, "%", "~"),
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
        ("zh-Hans", "来了二三十个游客。", 20, 30, "个"),
        ("zh-Hans", "增长百分之五至八。", 5, 8, "%"),
        ("zh-Hans", "占七到八成。", 70, 80, "%"),
        ("en", "Rents rose 20–30 %.", 20, 30, "%"),
        ("en", "Between 5 and 7 million people left.", 5e6, 7e6, "people"),
        ("en", "Dozens of villagers fled.", 10, 100, "villagers"),
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
        ("en", "The 737-800 flew to gate B12 with a 5G link and a 4K screen."),
        ("en", "Version 2.0.1 runs at 192.168.0.1, see https://a.example/?q=30%25."),
        ("id", "Hubungi 0812-3456-7890 pukul 10.30."),
        ("zh-Hans", "主队3-1获胜，下午3点开赛。"),
        ("en", "The S&P 500 fell and the plant runs 24/7 under Article 12 rules."),
        ("id", "Pasal 12 UU itu berlaku."),
        ("zh-Hans", "百度公司和四川大学在一起。"),
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


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("台北市議會上午開會，立法院同日審查預算。捷運票價調到25元。", "TWD"),
        ("港鐵宣布調整車費，旺角站的乘客說不滿。單程票價調到25元。", "HKD"),
        ("北京市發改委上午開會，討論地鐵收費辦法。單程票價調到25元。", "CNY"),
        ("台北的代表团访问了上海。单程票价调到25元。", "CNY"),
    ],
)
def test_yuan_are_those_of_the_place_the_article_is_from(text: str, code: str) -> None:
    assert [each.unit for each in quantities(text, "zh-Hant")] == [code]


def test_a_sign_belongs_to_one_figure_only() -> None:
    found = quantities("他带了4人民币5美元。", "zh-Hans")
    assert [(each.value, each.unit) for each in found] == [(4, "CNY"), (5, "USD")]


def test_change_from_one_figure_to_another_is_no_range() -> None:
    found = quantities("Costs rose from 5 percent to 10 percent.", "en")
    assert [each.value for each in found] == [5, 10]


def test_a_metre_is_no_million_without_money() -> None:
    (found,) = quantities("The tower is 250m tall.", "en")
    assert (found.value, found.unit) == (250, "m")


@given(st.integers(min_value=1, max_value=9999), st.sampled_from(["万", "亿", "万亿"]))
def test_chinese_money_reads_back(amount: int, scale: str) -> None:
    (found,) = quantities(f"花费约{amount}{scale}美元。", "zh-Hans")
    assert (found.unit, found.comparator) == ("USD", "~")
    assert found.value == amount * {"万": 1e4, "亿": 1e8, "万亿": 1e12}[scale]


@given(st.integers(min_value=10, max_value=999), st.integers(min_value=0, max_value=9))
def test_indonesian_decimals_read_back(whole: int, tenth: int) -> None:
    (found,) = quantities(f"Nilainya Rp{whole},{tenth} miliar.", "id")
    assert found.value == pytest.approx(whole * 1e9 + tenth * 1e8)


def test_an_article_has_its_figures_where_they_are_written() -> None:
    text = "\u200b\u200b大桥耗资约１.５亿美元。𠮷先生捐了20万元。"
    found = [q for s in extract(text, language="zh-Hans").sentences for q in s.quantities]
    assert [each.span.of(text) for each in found] == ["约１.５亿美元", "20万元"]
