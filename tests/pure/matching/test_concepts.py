"""What a statement is about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.plain import fold
from claims.matching.concepts import _rows, concepts
from claims.matching.tables import alternatives, rows

WORDINGS = sorted(
    {wording for _key, _weight, *cells in rows("concepts.tsv") for cell in cells
     for wording in alternatives(cell)}
)  # fmt: skip


def searched_one_by_one(text: str) -> list[str]:
    return [row.key for row in _rows() if row.pattern.search(fold(text))]


@given(st.lists(st.sampled_from(WORDINGS) | st.text(max_size=5), max_size=6))
def test_no_row_that_matches_is_passed_over(parts: list[str]) -> None:
    text = " ".join(part.replace("*", "") for part in parts)
    assert [each.key for each in concepts(text)] == searched_one_by_one(text)


@pytest.mark.parametrize("wording", [each for each in WORDINGS if each.startswith("*")])
def test_a_wording_is_found_inside_a_word(wording: str) -> None:
    text = wording.replace("*", "ab")
    assert [each.key for each in concepts(text)] == searched_one_by_one(text)


@pytest.mark.parametrize(
    ("text", "key"),
    [("Harga menurun.", "fall"), ("Penurunan harga.", "fall"), ("Penyelundupan kayu.", "smuggle")],
)
def test_a_prefix_that_takes_the_first_letter_hides_no_word(text: str, key: str) -> None:
    assert key in {each.key for each in concepts(text)}
