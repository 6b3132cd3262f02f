"""Several claims in one sentence."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.extraction.listing import listing
from claims.extraction.pipeline import extract
from claims.extraction.types import Quantity, Span
from claims.extraction.units import unit_spans, units_of
from tests.pure.extraction.unit_cases.table import Case, cases, facts_of, units_found

KNOWN = [*cases("written_before_the_rules.txt"), *cases("seen_going_wrong.txt")]
UNSEEN = cases("written_after_the_rules.txt")
SCRAPS = st.sampled_from(
    [
        "，而", "；", "; ", ", which ", ", yang ", "，其中", " and ", " dan ", " sementara ", "，",
        "fell 5 per cent", "imports rose $3 million", "turun 5 persen", "harga naik 3 persen",
        "茶叶出口增长5%", "糖价下降3%", "200人受伤", "“", "”", "(", ")", "If ", "如果",
        "2024年", " ", "𠮷", "😀", "\n",
    ]
)  # fmt: skip


@pytest.mark.parametrize("case", KNOWN, ids=lambda case: case.text)
def test_it_tells_one_claim_from_several(case: Case) -> None:
    assert units_found(case) == case.units


def test_it_holds_for_sentences_the_rules_were_not_made_for() -> None:
    found = [(case.text, unit) for case in UNSEEN for unit in units_found(case)]
    wanted = [(case.text, unit) for case in UNSEEN for unit in case.units]
    right = len(set(found) & set(wanted))
    assert right / len(found) >= 0.95
    assert right / len(wanted) >= 0.8


@settings(max_examples=300)
@given(
    st.lists(SCRAPS | st.text(max_size=6), max_size=25).map("".join).filter(str.strip),
    st.sampled_from(["en", "id", "ms", "zh-Hans", "zh-Hant", "und"]),
)
def test_units_are_several_in_order_apart_and_inside(text: str, language: str) -> None:
    facts = facts_of(text, language)
    spans = unit_spans(facts)
    assert len(spans) != 1
    last = 0
    for span in spans:
        assert last <= span.start < span.end <= len(text)
        assert span.of(text) == span.of(text).strip()
        last = span.end
    owned = [each for unit in units_of(spans, facts.quantities, ()) for each in unit.quantities]
    assert len(owned) == len(set(owned)) <= len(facts.quantities)


def test_a_figure_belongs_to_the_unit_it_stands_in() -> None:
    text = "Exports of tea rose 5 per cent in March while imports of sugar fell 3 per cent."
    facts = facts_of(text, "en")
    units = units_of(unit_spans(facts), facts.quantities, ())
    assert [[each.value for each in unit.quantities] for unit in units] == [[5.0], [3.0]]


def test_a_figure_across_the_edge_of_a_unit_belongs_to_none() -> None:
    across = Quantity(Span(3, 8), 5.0, "%")
    units = units_of([Span(0, 5), Span(5, 9)], [across], ())
    assert [unit.quantities for unit in units] == [(), ()]


@pytest.mark.parametrize(
    ("language", "part"),
    [
        ("en", "the firm bought 3 shops and "),
        ("id", "harga naik 3 persen, dan "),
        ("zh", "价格上涨，而"),
    ],
)
def test_a_sentence_of_a_thousand_joints_takes_linear_time(language: str, part: str) -> None:
    begun = time.process_time()
    unit_spans(facts_of(part * 2_000, language))
    assert time.process_time() - begun < 10  # generous: what is not linear here takes minutes


def test_units_count_code_points_of_the_damaged_original() -> None:
    text = "😀 綠河公司發(fā)布數(shù)據(jù),,虧損5億美元,而員工增加300人。"
    (sentence,) = extract(text, language="zh-Hant").sentences
    assert [unit.span.of(text) for unit in sentence.units] == [
        "😀 綠河公司發(fā)布數(shù)據(jù),,虧損5億美元",
        "員工增加300人。",
    ]
    (row,) = listing("a.txt", extract(text, language="zh-Hant"))["sentences"]
    assert [len(unit["quantities"]) for unit in row["units"]] == [1, 1]
