"""What an article says twice."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.extraction.figures import figures_clash, figures_in
from claims.extraction.folding import simplify
from claims.extraction.quantities import quantities_in
from claims.extraction.repeats import Said, repeats_in
from claims.extraction.types import Span
from claims.extraction.view import view_of


def said(text: str, language: str = "en") -> Said:
    """Return a sentence that stands alone, with the figures read from it."""
    folded = simplify(text)
    found = quantities_in(view_of(text), folded, Span(0, len(text)), language, ())
    return Said(folded, found, read=tuple(each.span for each in found))


def repeats(*texts: str, language: str = "en") -> list[int | None]:
    return repeats_in([said(text, language) for text in texts])


def test_a_summary_point_repeats_the_lead() -> None:
    lead = "The Green River bridge was closed on Monday after two piers cracked"
    point = "The Green River bridge closed on Monday after piers cracked"
    assert repeats(lead, "Nobody was hurt in the town at all", point) == [None, None, 0]


def test_it_holds_for_chinese() -> None:
    first, second = "绿河大桥因桥墩开裂从周一起关闭", "绿河大桥周一因桥墩开裂关闭"
    assert repeats(first, second, language="zh") == [None, 0]


def test_another_subject_is_no_repetition() -> None:
    assert repeats("绿河大桥每天通行三万辆汽车", "市图书馆昨天购买了新的书架") == [None, None]


def test_too_short_a_sentence_repeats_nothing() -> None:
    assert repeats("He left", "He left") == [None, None]


def test_all_of_a_group_point_at_its_first() -> None:
    texts = (
        "Green River bridge shuts as two piers crack",
        "The Green River bridge was closed on Monday after two of its piers cracked",
        "The bridge was closed on Monday when engineers found that two of its piers cracked",
    )
    assert repeats(*texts, texts[1]) in ([None, 0, 0, 0], [None, None, 1, 1])


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "The flood in Alder Valley destroyed 600 houses and a bridge",
         "The flood in Alder Valley destroyed 900 houses and a bridge"),
        ("en", "The northern plant hired 400 workers from nearby villages",
         "The southern plant hired 400 workers from nearby villages"),
        ("en", "The harbour company will close its terminal at Alder Point",
         "The harbour company will not close its terminal at Alder Point"),
        ("en", "Exports of tea to Japan rose 5 per cent last year",
         "Exports of tea to Japan fell 5 per cent last year"),
        ("en", "The harbour upgrade at Alder Point costs $5 million",
         "The harbour upgrade at Alder Point costs $5 billion"),
        ("en", "The V3 model was trained on eight thousand processors in spring",
         "The V4 model was trained on eight thousand processors in spring"),
        ("id", "Banjir di Lembah Damar merusak 600 rumah dan sebuah jembatan",
         "Banjir di Lembah Damar merusak 900 rumah dan sebuah jembatan"),
        ("id", "Perusahaan pelabuhan akan menutup terminal Tanjung Damar",
         "Perusahaan pelabuhan tidak akan menutup terminal Tanjung Damar"),
        ("zh-Hans", "绿河洪水冲毁600间房屋和一座桥", "绿河洪水冲毁900间房屋和一座桥"),
        ("zh-Hant", "綠河茶葉出口去年增長5%", "綠河茶葉進口去年增長5%"),
    ],
)  # fmt: skip
def test_what_tells_two_claims_apart_keeps_them_apart(language: str, one: str, other: str) -> None:
    assert repeats(one, other, language=language) == [None, None]


def test_two_figures_of_a_lead_do_not_make_one_claim_of_two_points() -> None:
    lead = "Tea exports to Japan brought 5 million dollars and coffee exports 9 million dollars"
    tea = "Tea exports to Japan brought 5 million dollars"
    coffee = "Coffee exports to Japan brought 9 million dollars"
    assert repeats(lead, tea, coffee)[1:] in ([0, None], [None, None])


def test_the_number_of_a_point_in_a_list_is_no_figure() -> None:
    lead = "The flood in Alder Valley destroyed 600 houses and a bridge"
    assert repeats(lead, f"2. {lead}") == [None, 0]


@given(st.lists(st.integers(1, 10**6), max_size=30))
def test_figures_never_clash_with_themselves_in_another_order(values: list[int]) -> None:
    texts = (" and ".join(f"{n} houses" for n in order) for order in (values, values[::-1]))
    one, other = (figures_in(text, (), ()) for text in texts)
    assert not figures_clash(one, other)


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_two_numbers_clash_unless_they_are_equal(one: int, other: int) -> None:
    left, right = (figures_in(f"destroyed {value} houses", (), ()) for value in (one, other))
    assert figures_clash(left, right) == (one != other)


@settings(max_examples=100)
@given(st.lists(st.text(max_size=40) | st.just("绿河大桥因桥墩开裂从周一起关闭"), max_size=12))
def test_what_is_repeated_comes_earlier_and_repeats_nothing(texts: list[str]) -> None:
    found = repeats_in([Said(text) for text in texts])
    for at, first in enumerate(found):
        assert first is None or (first < at and found[first] is None)


def test_thousands_of_alike_sentences_take_linear_time() -> None:
    texts = [f"The flood in Alder Valley destroyed {n} houses and a bridge" for n in range(3_000)]
    begun = time.process_time()
    assert repeats_in([Said(text) for text in texts]).count(None) == 3_000
    assert time.process_time() - begun < 20  # generous: what is not linear here takes minutes
