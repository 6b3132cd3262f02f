"""What a statement can be looked up by in any language."""

from __future__ import annotations

import pytest

from claims.extraction.folding import simplify
from claims.extraction.quantities import quantities_in
from claims.extraction.repair import repair
from claims.extraction.types import Span
from claims.matching.keys import MOST_PAIRS, keys_of, telling_pairs


def keys(text: str, language: str) -> list[str]:
    view = repair(text)
    found = quantities_in(view, simplify(view.text), Span(0, len(view.text)), language, ())
    return keys_of(text, found)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("OpenAI paid 2.5 million dollars.", "en"),
        ("OpenAI membayar 2,5 juta dolar AS.", "id"),
        ("OpenAI 支付了250万美元。", "zh-Hans"),
        ("OpenAI 支付了２５０萬美元。", "zh-Hant"),
    ],
)
def test_one_name_and_one_sum_are_the_same_keys_in_every_language(text: str, language: str) -> None:
    assert keys(text, language) == ["#2.5e+06", "@openai"]


def test_a_range_is_looked_up_by_both_its_ends() -> None:
    found = keys("OpenAI paid 2 to 3 million dollars.", "en")
    assert {"#2e+06", "#3e+06"} <= set(found)


def test_a_name_or_a_figure_alone_finds_nobody() -> None:
    assert telling_pairs(["@openai", "@us"]) == telling_pairs(["#5", "#6"]) == []
    assert telling_pairs(["#5", "@openai", "@us"]) == [["@openai", "#5"], ["@us", "#5"]]


def test_a_sentence_full_of_both_is_looked_up_by_some() -> None:
    many = [f"@{number}" for number in range(40)] + [f"#{number}" for number in range(40)]
    assert len(telling_pairs(many)) == MOST_PAIRS
