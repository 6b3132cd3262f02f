"""Which reasons need words, and which dismissals are drawn for a second look."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.domain.dismissals import Why, gives_reason, is_drawn


@pytest.mark.parametrize("why", Why)
def test_a_duplicate_and_another_reason_need_words_and_the_rest_do_not(why: Why) -> None:
    assert gives_reason(why, "see the claim of last week")
    assert gives_reason(why, " \n") == (why not in {Why.DUPLICATE, Why.OTHER})


@given(st.integers(1, 10**12), st.floats(0, 1))
def test_the_draw_is_the_same_when_asked_again_and_a_larger_share_keeps_it(
    number: int, share: float
) -> None:
    assert is_drawn(number, share=share) == is_drawn(number, share=share)
    assert not is_drawn(number, share=0)
    assert is_drawn(number, share=1)
    assert is_drawn(number, share=share) <= is_drawn(number, share=min(1, share * 2))


def test_about_the_share_asked_for_is_drawn() -> None:
    drawn = sum(is_drawn(number, share=0.05) for number in range(20_000))
    assert 900 < drawn < 1100
