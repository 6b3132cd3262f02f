from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.pipeline import extract
from claims.extraction.types import Quantity, Span
from claims.matching import disputes
from claims.matching.disputes import Dispute, Stated, dispute
from claims.matching.figures import FigureMatch, compare_figures

Told = tuple[str, str, str]  # outlet, language, sentence


def stated(told: Told) -> Stated:
    who, language, sentence = told
    (quantity,) = extract(sentence, language=language).sentences[0].quantities
    return Stated(who, sentence, quantity)


def values(found: Dispute) -> list[tuple[float | None, tuple[str, ...]]]:
    return [(each.quantity.value, each.who) for each in found.values]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            [
                ("Kabar Teluk", "id", "Pabrik Nilam menelan biaya $5,5 juta."),
                ("海港报", "zh-Hans", "尼拉姆工厂耗资820万美元。"),
                ("島報", "zh-Hant", "尼拉姆工廠耗資820萬美元。"),
                ("Bay Post", "en", "The Nilam plant cost 5.5 million dollars."),
            ],
            [(5.5e6, ("Bay Post", "Kabar Teluk")), (8.2e6, ("島報", "海港报"))],
        ),
        (
            [
                ("Kabar Teluk", "id", "Sebanyak 300 orang mengungsi."),
                ("海港报", "zh-Hans", "450人被疏散。"),
                ("Bay Post", "en", "Officials moved 300 people."),
            ],
            [(300.0, ("Bay Post", "Kabar Teluk")), (450.0, ("海港报",))],
        ),
    ],
)
def test_it_says_who_gives_which_value(
    told: list[Told], expected: list[tuple[float, tuple[str, ...]]]
) -> None:
    found = dispute(map(stated, told))
    assert found
    assert values(found) == expected


@pytest.mark.parametrize(
    "told",
    [
        [
            ("Bay Post", "en", "The Nilam plant cost nearly 6 million dollars."),
            ("海港报", "zh-Hans", "尼拉姆工厂耗资557.6万美元。"),
        ],
        [
            ("Kabar Teluk", "id", "Pabrik Nilam menelan biaya kurang dari $6 juta."),
            ("島報", "zh-Hant", "尼拉姆工廠耗資557.6萬美元。"),
        ],
        [
            ("Bay Post", "en", "The Nilam plant cost 5.5 million dollars."),
            ("海港报", "zh-Hans", "尼拉姆工厂耗资9000万元。"),
        ],
        [("Bay Post", "en", "The Nilam plant cost 5.5 million dollars.")],
    ],
)
def test_a_rounded_figure_a_bound_and_another_currency_are_no_dispute(told: list[Told]) -> None:
    assert dispute(map(stated, told)) is None


def test_another_currency_is_named_beside_and_never_converted() -> None:
    found = dispute([_of(5.5e6, "USD", "a"), _of(8.2e6, "USD", "b"), _of(9e7, "CNY", "c")])
    assert found
    assert (found.unit, found.least.value, found.most.value) == ("USD", 5.5e6, 8.2e6)
    assert [(each.quantity.unit, each.who) for each in found.others] == [("CNY", ("c",))]


def test_copies_of_one_text_are_one_text() -> None:
    copy = Stated("b", "a", Quantity(Span(0, 0), 1.0, "USD"))
    found = dispute([_of(1.0, "USD", "a"), copy, _of(2.0, "USD", "c")])
    assert found
    assert [(each.who, each.texts) for each in found.values] == [(("a", "b"), 1), (("c",), 1)]


def test_a_thousand_outlets_that_give_two_figures_are_grouped_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared = Counter[str]()

    def counted(left: Sequence[Quantity], right: Sequence[Quantity]) -> FigureMatch:
        compared["pairs"] += 1
        return compare_figures(left, right)

    monkeypatch.setattr(disputes, "compare_figures", counted)
    found = dispute(_of(1e6 * (1 + at % 2), "USD", str(at)) for at in range(1000))
    assert found
    assert [each.texts for each in found.values] == [500, 500]
    assert compared["pairs"] == 1


def _of(value: float, unit: str, who: str) -> Stated:
    return Stated(who, who, Quantity(Span(0, 0), value, unit))


@given(st.lists(st.tuples(st.floats(1, 1e9), st.sampled_from(["USD", "CNY", "%"])), max_size=8))
def test_nobody_is_lost_and_the_order_told_in_changes_nothing(
    figures: list[tuple[float, str]],
) -> None:
    all_told = [_of(value, unit, str(at)) for at, (value, unit) in enumerate(figures)]
    found = dispute(all_told)
    shuffled = random.Random(7).sample(all_told, len(all_told))
    assert dispute(shuffled) == found
    if found:
        told = [each for value in (*found.values, *found.others) for each in value.stated]
        assert sorted(told, key=str) == sorted(all_told, key=str)
