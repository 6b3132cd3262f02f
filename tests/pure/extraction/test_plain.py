from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from claims.extraction.plain import fold, plain


def test_it_folds_traditional_characters_width_and_case() -> None:
    assert fold("ＯＰＥＮＡＩ發布") == fold("OpenAI发布")


def test_it_drops_the_readings_a_converter_put_in() -> None:
    assert plain("發(fā)布數(shù)據(jù)") == plain("發布數據")


def test_it_keeps_a_latin_name_in_brackets() -> None:
    assert "(OpenAI)" in plain("開放人工智慧(OpenAI)")


def test_it_drops_doubled_punctuation() -> None:
    assert plain("近日,,公司宣布,。") == plain("近日,公司宣布,")


@given(st.text())
@example("薴")
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)
