"""Periods by name, and when a report that repeats is made next."""

from __future__ import annotations

import datetime
import zoneinfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.domain.report_periods import Period, days_of
from reviews.domain.report_schedule import Repeat, next_run

DAY = datetime.date
DAYS = st.dates(min_value=DAY(1700, 1, 1), max_value=DAY(2190, 12, 31))
ZONES = st.sampled_from(["UTC", "Asia/Jakarta", "America/St_Johns", "Australia/Lord_Howe"])
TIMES = st.datetimes(
    min_value=datetime.datetime.fromisoformat("1990-01-01"),
    max_value=datetime.datetime.fromisoformat("2035-01-01"),
    timezones=st.just(datetime.UTC),
)
LONGEST = {Repeat.DAILY: 2, Repeat.WEEKLY: 8, Repeat.MONTHLY: 32}  # days


@pytest.mark.parametrize(
    ("period", "today", "first", "last"),
    [
        ("yesterday", DAY(2026, 3, 1), DAY(2026, 2, 28), DAY(2026, 2, 28)),
        ("last_7_days", DAY(2026, 3, 9), DAY(2026, 3, 3), DAY(2026, 3, 9)),
        ("last_week", DAY(2026, 3, 9), DAY(2026, 3, 2), DAY(2026, 3, 8)),
        ("last_week", DAY(2026, 3, 8), DAY(2026, 2, 23), DAY(2026, 3, 1)),
        ("this_month", DAY(2026, 3, 9), DAY(2026, 3, 1), DAY(2026, 3, 9)),
        ("last_month", DAY(2024, 3, 31), DAY(2024, 2, 1), DAY(2024, 2, 29)),
        ("last_month", DAY(2026, 1, 5), DAY(2025, 12, 1), DAY(2025, 12, 31)),
        ("last_quarter", DAY(2026, 2, 1), DAY(2025, 10, 1), DAY(2025, 12, 31)),
        ("last_quarter", DAY(2026, 12, 31), DAY(2026, 7, 1), DAY(2026, 9, 30)),
        ("this_year", DAY(2026, 3, 9), DAY(2026, 1, 1), DAY(2026, 3, 9)),
        ("last_year", DAY(2024, 2, 29), DAY(2023, 1, 1), DAY(2023, 12, 31)),
    ],
)
def test_a_period_is_these_days(period: str, today: DAY, first: DAY, last: DAY) -> None:
    assert days_of(Period(period), today) == (first, last)


@given(period=st.sampled_from(Period), today=DAYS)
def test_no_period_is_reversed_or_lies_in_the_future(period: Period, today: DAY) -> None:
    first, last = days_of(period, today)
    assert first <= last <= today


@pytest.mark.parametrize(
    ("repeat", "hour", "zone", "after", "expected"),
    [
        ("daily", 7, "Asia/Jakarta", "2026-03-09T00:00", "2026-03-10T00:00"),
        ("daily", 7, "Asia/Jakarta", "2026-03-08T23:59", "2026-03-09T00:00"),
        ("weekly", 6, "Asia/Jakarta", "2026-03-08T22:00", "2026-03-08T23:00"),
        ("weekly", 6, "Asia/Jakarta", "2026-03-08T23:00", "2026-03-15T23:00"),
        ("monthly", 0, "UTC", "2026-12-01T00:00", "2027-01-01T00:00"),
        # 2 a.m. of 29 March 2026 does not exist in Berlin; 25 October has it twice.
        ("daily", 2, "Europe/Berlin", "2026-03-28T12:00", "2026-03-29T01:00"),
        ("daily", 2, "Europe/Berlin", "2026-10-24T12:00", "2026-10-25T00:00"),
        ("daily", 2, "Europe/Berlin", "2026-10-25T00:00", "2026-10-26T01:00"),
    ],
)
def test_the_next_run_is_at_the_hour_of_its_zone(
    repeat: str, hour: int, zone: str, after: str, expected: str
) -> None:
    run = next_run(Repeat(repeat), hour=hour, zone=zoneinfo.ZoneInfo(zone), after=moment(after))
    assert run == moment(expected)


@given(repeat=st.sampled_from(Repeat), hour=st.integers(0, 23), zone=ZONES, after=TIMES)
def test_the_next_run_is_later_and_not_a_turn_late(
    repeat: Repeat, hour: int, zone: str, after: datetime.datetime
) -> None:
    run = next_run(repeat, hour=hour, zone=zoneinfo.ZoneInfo(zone), after=after)
    assert after < run <= after + datetime.timedelta(days=LONGEST[repeat])


def moment(text: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(text).replace(tzinfo=datetime.UTC)
