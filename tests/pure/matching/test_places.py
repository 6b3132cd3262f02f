from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.plain import fold, plain
from claims.matching.places import NOWHERE, Found, fold_places, in_fold, in_plain, plain_places

# What news text is damaged with, and what changes its length when it is folded.
PARTS = st.sampled_from(
    ["發(fā)布", "ﬁnal", "Ｒ１", "５．５", "é", "é", ",,", "。，", " ", "  ", "\n", "ß", "İ",
     "𝒜", "👩‍🔬",
     "亞歷克斯", "’s", "‑", "$5,5 juta", "約560萬美元", "½", "a"]
)  # fmt: skip


@given(st.lists(PARTS, max_size=12).map("".join))
def test_the_way_back_is_from_the_very_text_that_is_compared(text: str) -> None:
    assert plain_places(text).text == plain(text)
    assert fold_places(text).text == fold(text)


@given(st.lists(PARTS, min_size=1, max_size=12).map("".join), st.data())
def test_what_is_found_leads_back_to_a_stretch_that_folds_to_it(
    text: str, data: st.DataObject
) -> None:
    folded = fold(text)
    start = data.draw(st.integers(0, max(0, len(folded) - 1)))
    place = in_fold(text, Found(folded[start : start + 1], start))
    assert place is None or (folded[start] in fold(place.of(text)) or not folded[start].strip())


@pytest.mark.parametrize(
    ("text", "seen", "written"),
    [
        ("他說：亞歷克斯，迪馬基。", Found("亚历克斯", 3), "亞歷克斯"),
        ("發(fā)布了Ｒ１ 模型", Found("R1", 3), "Ｒ１"),
        ("Café  Zoë opened", Found("Zoe", 5), "Zoë"),
    ],
)
def test_a_wording_is_found_as_it_was_written(text: str, seen: Found, written: str) -> None:
    place = in_plain(text, seen)
    assert place
    assert place.of(text) == written


def test_nothing_and_what_does_not_stand_there_have_no_place() -> None:
    assert in_plain("Bali", NOWHERE) is None
    assert in_plain("Bali", Found("Bari", 0)) is None
