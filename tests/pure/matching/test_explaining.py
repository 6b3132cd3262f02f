"""What the explainer marks: pairs of stretches, the same from either side."""

from __future__ import annotations

import datetime
import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.pipeline import extract
from claims.extraction.types import DateMention, Quantity, Span
from claims.matching.explaining import Explanation, explain
from claims.matching.types import Comparison, MatchReason, Statement

NEAR = Comparison("related", 0.7)


def read(text: str, language: str) -> Statement:
    """Return a statement with the figures and dates that extraction reads in it."""
    sentences = extract(text, language=language).sentences
    return Statement(
        text, language, (),
        quantities=tuple(each for sentence in sentences for each in sentence.quantities),
        dates=tuple(each for sentence in sentences for each in sentence.dates),
    )  # fmt: skip


def told(explanation: Explanation) -> set[tuple[str, str, str, str]]:
    """Return the pairs as kind, stance and the two wordings."""
    left, right = explanation.left.text, explanation.right.text
    return {
        (
            pair.kind,
            pair.stance,
            pair.left.span.of(left) if pair.left else "",
            pair.right.span.of(right) if pair.right else "",
        )
        for pair in explanation.pairs
    }


@pytest.mark.parametrize(
    ("left", "right", "pairs"),
    [
        (
            ("Pabrik Nilam menelan biaya $5,5 juta.", "id"),
            ("尼拉姆工廠耗資約560萬美元。", "zh-Hant"),
            {("figure", "fits", "$5,5 juta", "約560萬美元")},
        ),
        (
            ("Melatih Sari-R1 menghabiskan kurang dari $6 juta.", "id"),
            ("Training Sari-V3 cost 5.6 million dollars.", "en"),
            {
                ("version", "differs", "R1", "V3"),
                ("figure", "bounds", "kurang dari $6 juta", "5.6 million dollars"),
            },
        ),
        (
            ("他爱吃鱼不爱吃肉", "zh-Hans"),
            ("他爱吃肉不爱吃鱼", "zh-Hans"),
            {
                ("opposed", "differs", "鱼", "鱼"),
                ("opposed", "differs", "肉", "肉"),
                ("negation", "same", "不", "不"),
            },
        ),
        (
            ("Bendungan itu tidak runtuh pada 3 Maret 2025.", "id"),
            ("大坝没有在2025年3月4日垮塌。", "zh-Hans"),
            {
                ("negation", "same", "tidak", "没"),
                ("date", "differs", "3 Maret 2025", "2025年3月4日"),
            },
        ),
        (
            ("The bridge did not collapse.", "en"),
            ("Jembatan itu runtuh.", "id"),
            {("negation", "only", "not", "")},
        ),
        (
            ("The first phase of the port costs 2 million dollars.", "en"),
            ("港口二期耗资300万美元。", "zh-Hans"),
            {
                ("contrast", "differs", "first phase", "二期"),
                ("figure", "differs", "2 million dollars", "300万美元"),
            },
        ),
        (
            ("Alex Dimakis visited Indonesia.", "en"),
            ("亞歷克斯·迪馬基訪問印尼。", "zh-Hant"),
            {
                ("name", "same", "Alex Dimakis", "亞歷克斯·迪馬基"),
                ("place", "same", "Indonesia", "印尼"),
            },
        ),
        (
            ("Sales fell 12% and 300 people lost their jobs.", "en"),
            ("Penjualan turun 12% dan 450 orang kehilangan pekerjaan.", "id"),
            {("figure", "same", "12%", "12%"), ("figure", "differs", "300 people", "450 orang")},
        ),
    ],
)  # fmt: skip
def test_it_sets_against_each_other_what_the_matcher_compared(
    left: tuple[str, str], right: tuple[str, str], pairs: set[tuple[str, str, str, str]]
) -> None:
    assert pairs <= told(explain(read(*left), read(*right), NEAR))


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    """A statement put together from pieces, each with the value it holds."""
    pieces = draw(st.lists(st.sampled_from(PIECES), max_size=7))
    text, quantities, dates = "", [], []
    for piece, value in pieces:
        span = Span(len(text), len(text) + len(piece))
        if isinstance(value, Quantity):
            quantities.append(replace(value, span=span))
        elif isinstance(value, DateMention):
            dates.append(replace(value, span=span))
        text += piece + " "
    language = draw(st.sampled_from(["en", "id", "zh-Hans"]))
    vector = draw(st.sampled_from([(1.0, 0.0), (0.6, 0.8), (0.0, 1.0)]))
    speaker = draw(st.sampled_from(["", "Eric Schmidt", "施密特"]))
    return Statement(text, language, vector, speaker, tuple(quantities), tuple(dates))


NOWHERE = Span(0, 0)
WORDS = (
    "R1", "V3-", "发(fā)布", "Eric Schmidt", "施密特", "Ｉndonesia", "臺灣", "did not", "不",
    "成本", "membantah", "first phase", "二期", "naik", "fell", "👩‍🔬", "61.840", "61,840", "。",
    "Bali", "印尼",
)  # fmt: skip
PIECES: list[tuple[str, Quantity | DateMention | None]] = [
    *((text, None) for text in WORDS),
    ("$5,5 juta", Quantity(NOWHERE, 5.5e6, "USD")),
    ("约560万美元", Quantity(NOWHERE, 5.6e6, "USD", "~")),
    ("less than 6 million dollars", Quantity(NOWHERE, 6e6, "USD", "<")),
    ("12%", Quantity(NOWHERE, 12.0, "%")),
    ("300 orang", Quantity(NOWHERE, 300.0, "orang")),
    ("300 people", Quantity(NOWHERE, 300.0, "people")),
    ("3900万元", Quantity(NOWHERE, 3.9e7, "CNY")),
    ("March 2025", DateMention(NOWHERE, datetime.date(2025, 3, 1), datetime.date(2025, 3, 31))),
    ("2024年", DateMention(NOWHERE, datetime.date(2024, 1, 1), datetime.date(2024, 12, 31))),
]  # fmt: skip


@given(statements(), statements())
def test_from_the_other_side_it_is_the_same_mirrored(left: Statement, right: Statement) -> None:
    assert explain(right, left) == explain(left, right).mirrored()


@given(statements(), statements())
def test_every_mark_is_verbatim_and_has_a_counterpart_or_stands_alone(
    left: Statement, right: Statement
) -> None:
    for pair in explain(left, right).pairs:
        assert (pair.stance == "only") == (pair.left is None or pair.right is None)
        for mark, statement in ((pair.left, left), (pair.right, right)):
            assert mark is None or 0 <= mark.span.start < mark.span.end <= len(statement.text)
            if mark and mark.quantity:
                assert mark.quantity in statement.quantities
                assert mark.span == mark.quantity.span


@given(statements(), statements())
def test_what_decided_is_marked_and_the_conditions_are_those_of_the_outcome(
    left: Statement, right: Statement
) -> None:
    explanation = explain(left, right)
    said = explanation.comparison
    are_met = all(each.is_met for each in explanation.conditions)
    assert are_met == (said.outcome == "same" or bool(are_met and said.aspects))
    marked = {pair.signal for pair in explanation.pairs}
    figures = {reason.signal for reason in said.reasons if reason.signal.startswith("figures_")}
    assert figures <= marked


def test_what_was_said_before_stands_though_todays_rules_say_otherwise() -> None:
    statement = read("The bridge collapsed.", "en")
    said = Comparison("differs", 0.5, ("date",), (MatchReason("old_rule", 1.25, "here", "there"),))
    explanation = explain(statement, statement, said)
    assert explanation.comparison == said
    assert math.isclose(explanation.conditions[0].has, 1.25)


def test_a_figure_whose_place_is_not_known_is_not_marked() -> None:
    lost = Statement("It took long.", "en", (), quantities=(Quantity(Span(900, 910), 2.0, "USD"),))
    assert not explain(lost, lost, NEAR).pairs
