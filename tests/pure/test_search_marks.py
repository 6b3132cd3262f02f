"""Marks and snippets of search: where in a text, as written, stands what was asked for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.folding import simplify, traditionalise
from claims.extraction.types import Span
from claims.search.asked import asked
from claims.search.marks import marks_in
from claims.search.snippets import snippet_of
from claims.search.vector import Part, indexed
from claims.search.windows import window_of

ALPHABET = "港务局發佈ａＢ5５,. 万萬元$%()'\"é\u0301\u200b\ufffd𠮷税稅tunnel juta\n。"

WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


@pytest.mark.parametrize(
    ("text", "language", "query", "marked"),
    [
        ("港務局發(fā)布了新規定。", "zh-Hant", "发布", ["發(fā)布"]),
        ("耗资约８１０万美元，比预算多。", "zh-Hans", "8.1 million", ["约８１０万美元"]),
        ("Biaya naik -naik saja, 5,5 juta dolar.", "id", "naik-naik", ["naik", "naik"]),
        ("The Café of Curaçao", "en", "curacao cafe", ["Café", "Curaçao"]),
        ("😀 𠮷野家 raised prices", "en", "𠮷野 price", ["𠮷野", "prices"]),
        ("Subsidies end; no subsidy.", "en", "-fuel subsid", ["Subsidies", "subsidy"]),
        ("Singapore and 新加坡", "en", "新加坡", ["Singapore", "新加坡"]),
        ("Nothing here", "en", "!?", []),
    ],
)
def test_what_was_asked_is_marked_as_it_was_written(
    text: str, language: str, query: str, marked: list[str]
) -> None:
    assert [mark.of(text) for mark in marks_in(text, asked(query).term, language)] == marked


@given(st.text(ALPHABET, max_size=80), st.text(ALPHABET, max_size=12))
def test_marks_lie_in_the_text_in_order_and_apart(text: str, query: str) -> None:
    marks = marks_in(text, asked(query).term, "zh-Hans")
    ends = [0, *(edge for mark in marks for edge in (mark.start, mark.end)), len(text)]
    assert ends == sorted(ends)
    assert all(mark.of(text) for mark in marks)
    snippet = snippet_of(text * 40, marks)
    assert all(snippet.span.start <= each.start < each.end <= snippet.span.end
               for each in snippet.marks)  # fmt: skip


@given(st.text("港务局发布税收学校经济增长能源", min_size=2, max_size=12))
def test_a_text_is_marked_whole_by_itself_in_the_other_script(text: str) -> None:
    for written, query in ((traditionalise(text), simplify(text)), (simplify(text), text)):
        (mark,) = marks_in(f"A {written} B", asked(query).term, "zh-Hant")
        assert mark.of(f"A {written} B") == written


@given(st.integers(11, 9999).filter(lambda tenths: tenths % 10))
def test_an_amount_is_the_same_lexeme_in_four_languages(tenths: int) -> None:
    whole, part = divmod(tenths, 10)
    ways = (
        ("en", f"${whole:,}.{part} million"),
        ("id", f"{whole},{part} juta dolar AS"),
        ("zh-Hans", f"{tenths * 10}万美元"),
        ("zh-Hant", f"{tenths * 10}萬美元".translate(WIDE)),
    )  # fmt: skip
    wanted = f"'#usd:{tenths}00000'"
    for language, text in ways:
        assert wanted in indexed([Part(text, language, "A")]).words, text
        assert f"#usd:{tenths}00000" in asked(text).tsquery, text


def test_of_a_long_text_the_part_with_the_most_different_words_is_read() -> None:
    filler = "The harbour was quiet that day. " * 300
    text = f"A tunnel opened. {filler}The tunnel cost the town a fortune.{filler}"
    term = asked("tunnel fortune").term
    assert term is not None
    window = window_of(text, term)
    assert "The tunnel cost the town a fortune." in window.of(text)
    assert window.end - window.start <= 3000
    amount = asked("7.5 million").term
    assert amount is not None
    assert window_of(text, amount) == Span(0, len(text))  # it may be written in any way


def test_a_snippet_holds_the_most_different_words_in_whole_sentences() -> None:
    filler = "The harbour was quiet that day. " * 30
    text = f"{filler}A tunnel opened. {filler}The tunnel cost the town a fortune. {filler}"
    snippet = snippet_of(text, marks_in(text, asked("tunnel fortune").term, "en"))
    shown = snippet.span.of(text)
    assert shown.startswith("The tunnel cost the town a fortune.")
    assert len(shown) <= 280
    assert [mark.of(text) for mark in snippet.marks] == ["tunnel", "fortune"]
