"""What stands around a date makes another of it, and what only looks like that does not."""

from __future__ import annotations

import datetime
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.dates import dates_in, month_first
from claims.extraction.dates.parts import counted, part_of
from claims.extraction.dates.period import months
from claims.extraction.folding import simplify
from claims.extraction.pipeline import extract
from claims.extraction.types import Span

PUBLISHED = datetime.date(2025, 2, 5)  # a Wednesday


def found(text: str) -> list[tuple[str, str, str]]:
    """Return what is written, the first day and the last."""
    mentions = dates_in(simplify(text), Span(0, len(text)), PUBLISHED)
    return [(each.span.of(text), f"{each.first}", f"{each.last}") for each in mentions]


@pytest.mark.parametrize(
    ("text", "written", "first", "last"),
    [
        ("The dam cracked in late 2019.", "late 2019", "2019-09-01", "2019-12-31"),
        ("The dam cracked in mid-November.", "mid-November", "2024-11-10", "2024-11-20"),
        ("The dam opens early next week.", "early next week", "2025-02-10", "2025-02-12"),
        ("The dam cracked earlier this year.", "earlier this year", "2025-01-01", "2025-02-05"),
        ("The dam opens later in the year.", "later in the year", "2025-02-05", "2025-12-31"),
        ("It was full by the end of May 2024.", "the end of May 2024", "2024-05-16", "2024-05-31"),
        ("It cracked the last week of July 2024.", "the last week of July 2024",
         "2024-07-22", "2024-07-28"),
        ("They met on the second Tuesday of May 2024.", "the second Tuesday of May 2024",
         "2024-05-14", "2024-05-14"),
        ("It failed two days before January 20, 2024.", "two days before January 20, 2024",
         "2024-01-18", "2024-01-18"),
        ("It failed in the week of March 6, 2024.", "the week of March 6, 2024",
         "2024-03-04", "2024-03-10"),
        ("It rose from January 2024 to the present.", "January 2024 to the present",
         "2024-01-01", "2025-02-05"),
        ("It opened on the twenty-first of May 2024.", "the twenty-first of May 2024",
         "2024-05-21", "2024-05-21"),
        ("It opened in the summer of 2024.", "summer of 2024", "2024-06-01", "2024-08-31"),
        ("It stood since the '80s.", "the '80s", "1980-01-01", "1989-12-31"),
        ("It stood in the nineteenth century.", "the nineteenth century",
         "1800-01-01", "1899-12-31"),
        ("It fell on Friday the 13th.", "on Friday the 13th", "2024-12-13", "2024-12-13"),
        ("It burnt in nineteen ninety-six.", "in nineteen ninety-six", "1996-01-01", "1996-12-31"),
        ("It burnt on May 4 nineteen oh five.", "May 4 nineteen oh five",
         "1905-05-04", "1905-05-04"),
        ("It will open in two weeks.", "in two weeks", "2025-02-19", "2025-02-19"),
        ("It rose in the past two quarters.", "the past two quarters", "2024-07-01", "2024-12-31"),
        ("Bendungan retak pada awal 2024.", "awal 2024", "2024-01-01", "2024-04-30"),
        ("Bendungan retak pertengahan Juni.", "pertengahan Juni", "2024-06-10", "2024-06-20"),
        ("Bendungan retak akhir tahun lalu.", "akhir tahun lalu", "2024-09-01", "2024-12-31"),
        ("Bendungan penuh pada akhir bulan ini.", "akhir bulan ini", "2025-02-16", "2025-02-28"),
        ("Hujan tiga hari sebelum 20 Januari 2025.", "tiga hari sebelum 20 Januari 2025",
         "2025-01-17", "2025-01-17"),
        ("Hujan minggu pertama Oktober 2024.", "minggu pertama Oktober 2024",
         "2024-09-30", "2024-10-06"),
        ("Aturan terbit tanggal 12 bulan lalu.", "tanggal 12 bulan lalu",
         "2025-01-12", "2025-01-12"),
    ],
)  # fmt: skip
def test_it_resolves(text: str, written: str, first: str, last: str) -> None:
    assert found(text) == [(written, first, last)]


@pytest.mark.parametrize(
    "text",
    [
        "Users may first register and then march second.",
        "It was the best result in two years of drought.",
        "At the end of the day the player of the year lost 5/12 of the votes.",
        "Highs were in the 80s, and a man in his 90s had care 24/7.",
        "The first week of school was the third week in a row.",
        "Two days after the vote the spring broke and the fall of the city began.",
        "A week later the dam broke.",
        "It cost more than the last quarter century of upkeep.",
        "In two thousand and five cases, of nineteen twenty-year-olds, it broke.",
        "Seminggu kemudian bendungan di Jawa Tengah itu jebol.",
    ],
)
def test_ordinary_words_are_no_date(text: str) -> None:
    assert found(text) == []


def test_what_came_later_is_counted_from_the_day_told_before() -> None:
    text = "The dam cracked on January 3, 2024 and broke three days later."
    assert [first for _, first, _ in found(text)] == ["2024-01-03", "2024-01-06"]


@pytest.mark.parametrize(
    ("language", "text", "first"),
    [
        ("en", "It opened on 5/12/2024.", "2024-05-12"),
        ("en", "It opened on 5/12/2024 and closed on 14/12/2024.", "2024-12-05"),
        ("id", "Jembatan dibuka 5/12/2024.", "2024-12-05"),
    ],
)
def test_the_language_and_the_rest_of_the_article_say_which_number_is_the_month(
    language: str, text: str, first: str
) -> None:
    (sentence,) = extract(text, language=language, published=PUBLISHED).sentences
    assert sentence.dates[0].first.isoformat() == first


@given(st.integers(1, 12), st.integers(13, 31), st.integers(1900, 2099))
def test_a_number_that_is_no_month_shows_the_order_of_both(month: int, day: int, year: int) -> None:
    assert not month_first(f"It opened on {day}/{month}/{year}.", "en")
    assert month_first(f"It opened on {month}/{day}/{year}.", "en")


@given(st.integers(1900, 2100), st.integers(1, 12))
def test_parts_lie_inside_and_early_and_late_are_the_whole_month(year: int, month: int) -> None:
    whole = months(year, month)
    assert whole is not None
    early, mid, late = part_of(whole, "early"), part_of(whole, "mid"), part_of(whole, "late")
    assert early is not None
    assert mid is not None
    assert late is not None
    assert whole[0] == early[0] < mid[0] < mid[1] < late[1] == whole[1]
    assert (late[0] - early[1]).days == 1


@given(st.integers(1900, 2100), st.integers(1, 12))
def test_a_week_belongs_to_the_month_that_has_its_thursday(year: int, month: int) -> None:
    whole = months(year, month)
    assert whole is not None
    first, last = counted(whole, "week", 1, 1), counted(whole, "week", 1, 1, ending=True)
    assert first is not None
    assert last is not None
    assert first[0].weekday() == last[0].weekday() == 0
    assert whole[0] <= first[0] + datetime.timedelta(days=3) <= whole[0].replace(day=7)
    assert last[0] + datetime.timedelta(days=3) <= whole[1]


# What stepped back would take minutes; the bound is generous for a slow machine.
@pytest.mark.parametrize(
    "piece",
    [
        "the end of ", "two days before ", "will a ", "first week of ", "between now and ",
        "in May ", "twenty first of ", "the 3rd ", "1/2/", "last weekend of ", "'90s ", "akhir ",
        "minggu pertama ", "from 2010 to ", "May 3 to ", "Christmas ", "next ", "to ",
    ],
)  # fmt: skip
def test_any_piece_repeated_is_read_in_linear_time(piece: str) -> None:
    begun = time.process_time()
    found(piece * (20_000 // len(piece)))
    assert time.process_time() - begun < 20
