"""Holidays as days, and their names where they are things."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.dates import dates_in
from claims.extraction.dates.holidays import easter
from claims.extraction.folding import simplify
from claims.extraction.lexicon.holidays import EASTER, FIXED, NAMES, WEEKDAYS_OF
from claims.extraction.types import Span

PUBLISHED = datetime.date(2025, 2, 5)


def days(text: str) -> list[str]:
    mentions = dates_in(simplify(text), Span(0, len(text)), PUBLISHED)
    return [each.first.isoformat() for each in mentions if each.first == each.last]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The mine reopened on Christmas Day.", "2024-12-25"),
        ("The mine closed on Easter Monday 2018.", "2018-04-02"),
        ("The mine closed on Good Friday 2024.", "2024-03-29"),
        ("The mine closed before Thanksgiving 2023.", "2023-11-23"),
        ("The mine closed on Labor Day.", "2024-09-02"),
        ("The mine will reopen next Easter.", "2025-04-20"),
        ("The mine closed last Easter.", "2024-03-31"),
        ("It closed two weeks before Christmas 2024.", "2024-12-11"),
        ("Tambang itu ditutup pada Hari Buruh 2024.", "2024-05-01"),
        ("Tambang itu ditutup setelah Natal.", "2024-12-25"),
    ],
)
def test_it_is_a_day(text: str, day: str) -> None:
    assert days(text) == [day]


@pytest.mark.parametrize(
    "text",
    [
        "The shop sold Christmas trees on Easter Island.",
        "Black Friday sales began on Christmas cards.",
        "Ibu itu dirawat setelah natal care ditutup.",
    ],
)
def test_its_name_before_a_thing_is_none(text: str) -> None:
    assert days(text) == []


@given(st.integers(1583, 4099))
def test_easter_is_a_sunday_of_early_spring(year: int) -> None:
    sunday = easter(year)
    assert sunday.weekday() == 6
    assert datetime.date(year, 3, 22) <= sunday <= datetime.date(year, 4, 25)


@pytest.mark.parametrize(
    "day", [(1818, 3, 22), (1943, 4, 25), (2000, 4, 23), (2008, 3, 23), (2038, 4, 25)]
)
def test_easter_is_where_almanacs_have_it(day: tuple[int, int, int]) -> None:
    assert easter(day[0]) == datetime.date(*day)


def test_every_name_has_one_rule() -> None:
    rules = [*FIXED, *EASTER, *WEEKDAYS_OF]
    assert sorted(rules) == sorted(set(NAMES.values()))
