"""Figures and dates in texts that are noise, damaged or made to hurt."""

from __future__ import annotations

import datetime
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.dates import date_spans, dates_in
from claims.extraction.folding import simplify
from claims.extraction.quantities import quantities_in
from claims.extraction.types import Quantity, Span
from claims.extraction.view import view_of

PUBLISHED = datetime.date(2025, 2, 5)
LANGUAGES = ["en", "id", "ms", "zh-Hans", "zh-Hant", "und"]
# fmt: off
PIECES = [
    "5", "3.5", "1,200", "2024", "十", "百", "万", "亿", "三", "两", "点", "分之", "百分之",
    "成", "折",
    "元", "美元", "$", "US$", "Rp", "RM", "%", "percent", "juta", "miliar", "million", "half",
    "and", "a", "hundred", "dua", "puluh", "ratusan", "setengah", "-", "–", "至", "到", "/",
    ".", ",", "，", " ", "\n", "约", "上", "数", "几", "多",
    "半", "年", "月", "日", "周", "季度", "前",
    "去年", "January", "Senin", "last", "minggu lalu", "ago", "to", "hingga", "between", "(",
    ")", "个", "名", "人", "GPT-4", "٣", "𠮷", "²",
]
# fmt: on

mixed = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
texts = st.one_of(st.text(max_size=200), mixed)


def quantities(text: str, language: str) -> tuple[Quantity, ...]:
    return quantities_in(view_of(text), simplify(text), Span(0, len(text)), language, ())


@given(texts, st.sampled_from(LANGUAGES))
def test_figures_of_any_text_are_ordered_stretches_of_it(text: str, language: str) -> None:
    last = 0
    for quantity in quantities(text, language):
        assert last <= quantity.span.start < quantity.span.end <= len(text)
        assert (quantity.value is None) == (quantity.low is not None)
        last = quantity.span.end


@given(texts, st.sampled_from(LANGUAGES))
def test_every_figure_is_a_number_that_json_can_hold(text: str, language: str) -> None:
    for quantity in quantities(text, language):
        for number in (quantity.value, quantity.low, quantity.high):
            assert number is None or abs(number) < 1e40


@given(texts, st.one_of(st.none(), st.dates()))
def test_dates_of_any_text_are_ordered_stretches_of_it(
    text: str, published: datetime.date | None
) -> None:
    last = 0
    for mention in dates_in(simplify(text), Span(0, len(text)), published):
        assert last <= mention.span.start < mention.span.end <= len(text)
        assert mention.first <= mention.last
        last = mention.span.end


@pytest.mark.parametrize("text", ["9" * 200_000, "三" * 200_000, "x" * 200_000, " " * 200_000])
def test_a_line_without_end_is_read_in_a_moment_and_has_no_figure(text: str) -> None:
    assert quantities(text, "zh-Hans") == ()
    assert date_spans(text, Span(0, len(text))) == []


# fmt: off
REPEATED = [
    "1,", "1.", "1 ", "5-", "1/", "$", "三百", "一 ", "百分之", "3至", "点三", "a hundred and ",
    "half a ", "dua puluh ", "1 to ", "2024年", "1月27", "20 January ", "last ", "第一季度", "前",
]
# fmt: on


# What stepped back would take minutes; the bound is generous for a slow machine.
@pytest.mark.parametrize("piece", REPEATED)
def test_any_piece_repeated_is_read_in_linear_time(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    begun = time.process_time()
    quantities(text, "zh-Hans")
    dates_in(text, Span(0, len(text)), PUBLISHED)
    assert time.process_time() - begun < 20
