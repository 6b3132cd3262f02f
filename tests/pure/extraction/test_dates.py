"""Dates and periods, against the article's own date."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.dates import dates_in
from claims.extraction.folding import simplify
from claims.extraction.pipeline import extract
from claims.extraction.types import Span

PUBLISHED = datetime.date(2025, 2, 5)  # a Wednesday
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def period(text: str, published: datetime.date | None = PUBLISHED) -> list[tuple[str, str]]:
    found = dates_in(simplify(text), Span(0, len(text)), published)
    return [(each.first.isoformat(), each.last.isoformat()) for each in found]


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
        ("Jembatan itu ditutup 10–12 Januari 2024 untuk uji beban.", "2024-01-10", "2024-01-12"),
        ("Jembatan itu diperbaiki selama Januari hingga Maret 2024.", "2024-01-01", "2024-03-31"),
        ("Biayanya melonjak pada kuartal III 2024 karena baja.", "2024-07-01", "2024-09-30"),
        ("Jembatan itu rusak dalam 5 tahun terakhir.", "2020-02-05", "2025-02-05"),
        ("Jembatan itu retak tiga bulan yang lalu.", "2024-11-01", "2024-11-30"),
        ("Jembatan itu dibangun pada tahun 1990-an.", "1990-01-01", "1999-12-31"),
        ("The bridge lost money in the third quarter of 2024.", "2024-07-01", "2024-09-30"),
        ("The bridge lost money in the third quarter.", "2024-07-01", "2024-09-30"),
        ("The bridge was widened in the first half of 2023.", "2023-01-01", "2023-06-30"),
        ("The bridge was repaired from 2010 to 2015.", "2010-01-01", "2015-12-31"),
        ("The bridge was closed two weeks ago by the city.", "2025-01-22", "2025-01-22"),
        ("The bridge was planned in the 1980s by the port.", "1980-01-01", "1989-12-31"),
        ("The bridge carried more cars in the past six months.", "2024-08-05", "2025-02-05"),
        ("The bridge was shut by the city last weekend.", "2025-02-01", "2025-02-02"),
        ("大桥在民国113年完工。", "2024-01-01", "2024-12-31"),
        ("大桥于二〇二三年完工。", "2023-01-01", "2023-12-31"),
        ("大桥于二零二三年十二月三日完工。", "2023-12-03", "2023-12-03"),
        ("大桥于本月3日关闭。", "2025-02-03", "2025-02-03"),
        ("大桥29日关闭。", "2025-01-29", "2025-01-29"),
        ("大桥今年前5个月维修。", "2025-01-01", "2025-05-31"),
        ("大桥去年第四季度亏损。", "2024-10-01", "2024-12-31"),
        ("大桥2024年上半年亏损。", "2024-01-01", "2024-06-30"),
        ("大桥近十年来亏损。", "2015-02-05", "2025-02-05"),
        ("大桥两周前关闭。", "2025-01-22", "2025-01-22"),
        ("大桥建于上世纪的九十年代。", "1990-01-01", "1999-12-31"),
        ("大桥2024年6月1日-7月30日维修。", "2024-06-01", "2024-07-30"),
        ("大桥从1月10日到12日维修。", "2025-01-10", "2025-01-12"),
        ("大桥2021年11月至2月维修。", "2021-11-01", "2022-02-28"),
        ("大桥上上周关闭。", "2025-01-20", "2025-01-26"),
    ],
)
def test_it_resolves(text: str, first: str, last: str) -> None:
    assert period(text) == [(first, last)]


FRIDAY = datetime.date(2025, 3, 14)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The bridge was closed on Friday by the city.", "2025-03-14"),
        ("The bridge was closed last Friday by the city.", "2025-03-07"),
        ("The bridge will be closed next Friday by the city.", "2025-03-21"),
        ("The bridge will be closed this Saturday by the city.", "2025-03-15"),
        ("The bridge was closed on Monday last week by the city.", "2025-03-03"),
        ("Jembatan itu ditutup Jumat lalu oleh wali kota.", "2025-03-07"),
        ("Jembatan itu akan dibuka Jumat depan oleh wali kota.", "2025-03-21"),
        ("Jembatan itu akan dibuka pada Senin pekan depan.", "2025-03-17"),
        ("Jembatan itu ditutup pada hari Minggu lalu.", "2025-03-09"),
        ("大桥上周五关闭。", "2025-03-07"),
        ("大桥将于下周五开放。", "2025-03-21"),
        ("大桥周五关闭。", "2025-03-14"),
        ("大橋上星期三關閉。", "2025-03-05"),
    ],
)
def test_it_reads_on_which_side_of_the_article_a_day_of_the_week_is(text: str, day: str) -> None:
    assert period(text, FRIDAY) == [(day, day)]


@given(st.dates(datetime.date(2000, 1, 10), datetime.date(2090, 1, 1)), st.sampled_from(DAYS))
def test_last_is_always_behind_and_next_ahead_by_a_week_at_most(
    published: datetime.date, name: str
) -> None:
    ((last, _),) = period(f"The bridge was closed last {name} by the city.", published)
    ((ahead, _),) = period(f"The bridge will be closed next {name} by the city.", published)
    assert 1 <= (published - datetime.date.fromisoformat(last)).days <= 7
    assert 1 <= (datetime.date.fromisoformat(ahead) - published).days <= 7


@pytest.mark.parametrize("text", ["他们一周三次过桥。", "黑色星期五的打折活动开始了。"])
def test_a_count_of_weeks_or_a_festival_is_no_day(text: str) -> None:
    assert period(text, FRIDAY) == []


def test_what_follows_last_week_is_not_taken_for_its_day() -> None:
    assert period("大桥上周三家公司投标。", FRIDAY) == [("2025-03-03", "2025-03-09")]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge may march on, but 2,000 men did not.",
        "Panggil 2024 kali, nomor 12-34-56.",
        "大桥限速3日内解除，5日游停办，二十年不变。",
        "Black Friday sales began at the bridge.",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert period(text) == []


@pytest.mark.parametrize("text", ["He left on January 20.", "大桥上周关闭。", "Ia pergi kemarin."])
def test_without_the_articles_date_it_resolves_only_what_names_its_year(text: str) -> None:
    assert period(text, None) == []


@pytest.mark.parametrize("text", ["It opened on 31 April 2024.", "大桥14月开放，15月关闭。"])
def test_a_misprinted_date_is_no_date(text: str) -> None:
    assert period(text) == []


@given(st.dates(datetime.date(1951, 1, 1), datetime.date(2049, 12, 31)))
def test_a_day_with_its_year_reads_back_in_every_form(day: datetime.date) -> None:
    iso = day.isoformat()
    for text in (
        f"The bridge was opened on {day:%B} {day.day}, {day.year} by the city.",
        f"The bridge was opened on {day.day} {day:%B} {day.year} by the city.",
        f"Jembatan itu dibuka {iso} oleh wali kota.",
        f"大桥于{day.year}年{day.month}月{day.day}日开放。",
    ):
        assert period(text, None) == [(iso, iso)]


@given(st.dates(datetime.date(2000, 1, 10), datetime.date(2090, 1, 1)))
def test_a_day_without_its_year_is_never_far_ahead(published: datetime.date) -> None:
    ((first, _),) = period("大桥于3月10日关闭。", published)
    assert -45 <= (published - datetime.date.fromisoformat(first)).days <= 366 - 45


def test_an_article_has_its_dates_where_they_are_written() -> None:
    text = "\u200b大橋在１月２７日關閉。𠮷先生說，去年5月至6月維修過。"
    found = [each for s in extract(text, published=PUBLISHED).sentences for each in s.dates]
    assert [each.span.of(text) for each in found] == ["１月２７日", "去年5月至6月"]
