from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.matching.numerals import shared_numeral
from claims.matching.types import Statement
from tests.pure.matching.corpus import quantity


def said(text: str, *figures: str) -> Statement:
    return Statement(text, "en", (1.0,), quantities=tuple(quantity(each) for each in figures))


@pytest.mark.parametrize(
    ("left", "right", "value"),
    [
        ("The count stood at 61,840.", "Tercatat 61.840 kasus.", 61840),
        ("They scored 78.4 points.", "得分為78.4。", 78.4),
        ("Only 37 of 52 wells work.", "52口井中只有37口能用。", 52),
    ],
)
def test_it_finds_the_number_in_common(left: str, right: str, value: float) -> None:
    telling, found = shared_numeral(said(left), said(right))
    assert telling > 0
    assert found in {value, 37}


def test_a_number_in_words_is_known_from_its_quantity() -> None:
    telling, found = shared_numeral(
        said("6.184万人报名", "61840 人"), said("61,840 people signed up.", "61840 people")
    )
    assert (telling, found) == (1.0, 61840)


def test_more_digits_tell_more() -> None:
    exact, _ = shared_numeral(said("61,840"), said("61.840"))
    round_, _ = shared_numeral(said("60,000"), said("60.000"))
    small, _ = shared_numeral(said("6 dogs"), said("6 anjing"))
    assert exact > round_ > small == 0


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("It opened in 2024.", "Tahun 2024 sepi."),
        ("61,840 people", "61,841 people"),
        ("Model X3781 won.", "3781 people came."),
        ("Nothing here.", "Tidak ada."),
    ],
)
def test_it_finds_none_where_there_is_none(left: str, right: str) -> None:
    assert shared_numeral(said(left), said(right))[0] == 0


@given(st.text(max_size=60), st.text(max_size=60))
def test_it_does_not_matter_which_side_is_first(left: str, right: str) -> None:
    there, back = shared_numeral(said(left), said(right)), shared_numeral(said(right), said(left))
    assert there[0] == back[0]
    assert 0 <= there[0] <= 1
