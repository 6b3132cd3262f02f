"""Dates and periods, against the article's own date."""

from __future__ import annotations

import datetime

import pytest

from claims.extraction.pipeline import extract

PUBLISHED = datetime.date(2025, 2, 5)  # a Wednesday


def period(text: str, published: datetime.date | None = PUBLISHED) -> list[tuple[str, str]]:
    sentences = extract(text, published=published).sentences
    return [(d.first.isoformat(), d.last.isoformat()) for s in sentences for d in s.dates]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Jembatan itu dibuka pada 20 Januari oleh wali kota.", "2025-01-20", "2025-01-20"),
        ("Jembatan itu ditutup minggu lalu karena banjir.", "2025-01-27", "2025-02-02"),
        ("Jembatan itu roboh pada Senin malam di kota.", "2025-02-03", "2025-02-03"),
        ("Hujan turun sejak Jumat (31/1) di kota itu.", "2025-01-31", "2025-01-31"),
        ("The bridge was opened on January 20, 2024.", "2024-01-20", "2024-01-20"),
        ("The bridge was closed last month by the city.", "2025-01-01", "2025-01-31"),
        ("The bridge was built in November 2022 by hand.", "2022-11-01", "2022-11-30"),
        ("The bridge opened on December 12 after delays.", "2024-12-12", "2024-12-12"),
        ("大桥于1月27日关闭。", "2025-01-27", "2025-01-27"),
        ("大桥在去年5月至6月维修。", "2024-05-01", "2024-06-30"),
        ("大桥12月关闭维修，居民绕行。", "2024-12-01", "2024-12-31"),
        ("大橋於2023年落成。", "2023-01-01", "2023-12-31"),
    ],
)
def test_it_resolves(text: str, first: str, last: str) -> None:
    assert period(text) == [(first, last)]


@pytest.mark.parametrize("text", ["He left on January 20.", "大桥上周关闭。", "Ia pergi kemarin."])
def test_without_the_articles_date_it_resolves_only_what_names_its_year(text: str) -> None:
    assert period(text, None) == []


@pytest.mark.parametrize("text", ["It opened on 31 April 2024.", "大桥14月开放，15月关闭。"])
def test_a_misprinted_date_is_no_date(text: str) -> None:
    assert period(text) == []
