"""The quantities of a statement alone are those that the whole of extraction finds."""

from __future__ import annotations

import pytest

from claims.extraction.pipeline import extract, figures_of


@pytest.mark.parametrize(
    "text",
    [
        "The new quay cost $55 million in 2024. It is 1.2 km long.",
        "新码头耗资五千五百万元,长约1.2公里。",
        "Dermaga menelan biaya Rp5,5 miliar, naik 12 persen.",
        "No figure is in this.",
        "",
    ],
)
def test_the_figures_of_a_statement_are_those_of_extraction(text: str) -> None:
    whole = extract(text)
    found = tuple(each for sentence in whole.sentences for each in sentence.quantities)
    assert figures_of(text) == (whole.language, found)
