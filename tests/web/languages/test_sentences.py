"""Lists and moments inside sentences."""

from __future__ import annotations

import datetime

import pytest
from django.utils import timezone, translation

from factcheck.web.templatetags.sentences import country, listed, moment


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ["", "a", "a and b", "a, b, and c"]),
        ("id", ["", "a", "a dan b", "a, b, dan c"]),
        ("zh-hans", ["", "a", "a和b", "a、b和c"]),
        ("zh-hant", ["", "a", "a和b", "a、b和c"]),
    ],
)
def test_a_list_is_joined_as_the_language_joins_it(language: str, told: list[str]) -> None:
    with translation.override(language):
        assert [listed("abc"[:length]) for length in range(4)] == told


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "South Korea"), ("id", "Korea Selatan"), ("zh-hans", "韩国"), ("zh-hant", "南韓")],
)
def test_a_country_is_named_in_the_language_of_the_page(language: str, told: str) -> None:
    with translation.override(language):
        assert [country(code) for code in ("KR", "QQ", "")] == [told, "QQ", ""]


def test_a_moment_is_told_in_the_zone_of_the_reader_to_people_and_machines() -> None:
    at = datetime.datetime(2025, 3, 31, 20, 30, tzinfo=datetime.UTC)
    with timezone.override("Asia/Jakarta"):
        shown = moment(at, "j F H:i")
    assert shown == '<time datetime="2025-04-01T03:30:00+07:00">1 April 03:30</time>'


def test_a_day_is_the_same_in_every_zone() -> None:
    with timezone.override("Asia/Jakarta"):
        shown = moment(datetime.date(2025, 3, 31), "j F")
    assert shown == '<time datetime="2025-03-31">31 March</time>'
