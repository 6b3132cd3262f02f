from __future__ import annotations

import pytest

from claims.matching.money import converted_pair, in_dollars
from tests.pure.matching.corpus import quantity


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("1.2e9 USD", "8.5e9 CNY"),
        ("1.2e9 USD", "19.8e12 IDR"),
        ("3e7 USD", "9.6e8 TWD"),
        ("4.1e8 HKD", "5.3e7 USD"),
    ],
)
def test_one_sum_in_two_currencies_is_found(left: str, right: str) -> None:
    assert converted_pair([quantity(left)], [quantity(right)])
    assert converted_pair([quantity(right)], [quantity(left)])


@pytest.mark.parametrize(
    ("left", "right"),
    [("1.2e9 USD", "1.2e9 CNY"), ("5 USD", "5 USD"), ("5 USD", "5 orang"), ("5 USD", "0 CNY")],
)
def test_other_sums_are_not_taken_for_one(left: str, right: str) -> None:
    assert converted_pair([quantity(left)], [quantity(right)]) is None


def test_what_is_no_money_has_no_worth_in_dollars() -> None:
    assert in_dollars(quantity("12 warga")) is None
