"""Dates and periods written in a sentence, resolved to their first and last day.

What lacks a year is read as the latest such day not after the article's own date, give or take a
month ahead (an article of late December announces January). Without the article's date only what
names its year resolves.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Callable, Iterator

from claims.extraction.lexicon.calendar import (
    DAY_SIDES,
    DAYS_AGO,
    MONTHS,
    MONTHS_AGO,
    WEEKDAYS,
    WEEKS_AGO,
    WEEKS_OF_DAYS,
    YEARS_AGO,
)
from claims.extraction.lexicon.wording import any_of
from claims.extraction.types import DateMention, Span

Period = tuple[datetime.date, datetime.date]
_Reader = Callable[[re.Match[str], datetime.date | None], Period | None]

_AHEAD = datetime.timedelta(days=45)
_MONTH = rf"(?P<month>{any_of(MONTHS)})\.?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_YEAR_WORD = "去年|今年|前年|明年"


def _part(match: re.Match[str], name: str) -> str | None:
    return match.groupdict().get(name)


def _year(match: re.Match[str], published: datetime.date | None) -> int | None:
    if written := _part(match, "year"):
        return int(written)
    word = _part(match, "yearword")
    return published.year - YEARS_AGO[word] if word and published else None


def _month(match: re.Match[str], name: str = "month") -> int:
    written = match[name].casefold()
    return MONTHS.get(written) or int(written)


def _calendar_day(match: re.Match[str], published: datetime.date | None) -> Period | None:
    month, day, year = _month(match), int(match["day"]), _year(match, published)
    if year is None:
        if published is None:
            return None
        year = published.year
        guess = _date(year, month, day)
        if guess and guess > published + _AHEAD:
            year -= 1
    found = _date(year, month, day)
    return (found, found) if found else None


def _calendar_month(match: re.Match[str], published: datetime.date | None) -> Period | None:
    month, year = _month(match), _year(match, published)
    if year is None:
        if published is None:
            return None
        year = published.year - (
            (_date(published.year, month, 1) or published) > published + _AHEAD
        )
    last_month = _month(match, "month2") if _part(match, "month2") else month
    first, last = _date(year, month, 1), _date(year, last_month, 1)
    return (first, _month_end(last)) if first and last and last >= first else None


def _calendar_year(match: re.Match[str], _: datetime.date | None) -> Period:
    year = int(match["year"])
    return datetime.date(year, 1, 1), datetime.date(year, 12, 31)


def _relative(match: re.Match[str], published: datetime.date | None) -> Period | None:
    if published is None:
        return None
    word = match["word"].casefold()
    if word in DAYS_AGO:
        day = published - datetime.timedelta(days=DAYS_AGO[word])
        return day, day
    if word in WEEKS_AGO:
        monday = published - datetime.timedelta(days=published.weekday() + 7 * WEEKS_AGO[word])
        return monday, monday + datetime.timedelta(days=6)
    if word in MONTHS_AGO:
        number = published.year * 12 + published.month - 1 - MONTHS_AGO[word]
        first = datetime.date(number // 12, number % 12 + 1, 1)
        return first, _month_end(first)
    year = published.year - YEARS_AGO[word]
    return datetime.date(year, 1, 1), datetime.date(year, 12, 31)


def _weekday(match: re.Match[str], published: datetime.date | None) -> Period | None:
    """Read a day of the week: the latest one, the article's own day included, unless it says."""
    if published is None:
        return None
    back = published.weekday() - WEEKDAYS[match["word"].casefold()]
    week = (_part(match, "week") or "").casefold()
    if week:
        back += 7 * WEEKS_OF_DAYS[week]
    else:
        side = DAY_SIDES.get((_part(match, "side") or _part(match, "after") or "").casefold(), 0)
        back = {0: back % 7, 1: back % 7 or 7, -1: back % 7 - 7}[side]
    day = published - datetime.timedelta(days=back)
    return day, day


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:  # 31 April, month 14: a misprint, not a date
        return None


def _month_end(day: datetime.date) -> datetime.date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


_RELATIVE = any_of([*DAYS_AGO, *WEEKS_AGO, *MONTHS_AGO, *YEARS_AGO])
_LATIN_WEEKDAYS = [word for word in WEEKDAYS if word.isascii()]
# "minggu lalu" is last week and not Sunday, unless "hari" stands before it.
_WEEKDAY = (
    r"(?:(?<=hari\s)|(?!minggu\s+(?:lalu|ini|depan|lepas)\b))"
    rf"(?P<word>{any_of(_LATIN_WEEKDAYS)})"
)
_LEAD = r"\b(?:(?:on|pada)\s+)?(?:on|pada|hari|(?P<side>last|next|coming)|(?P<week>this))"
_WHICH = rf"\s+(?:of\s+)?(?:(?P<week>{any_of([*WEEKS_AGO, 'ini'])})|(?P<after>{any_of(DAY_SIDES)}))"
# 一周三次 is no Wednesday, 上周三家公司 last week and not a Wednesday, 上周日本队 no Sunday.
_ZH_WEEKDAY = (
    rf"(?:(?P<week>{any_of(word for word in WEEKS_AGO if word.endswith(('周', '星期', '礼拜')))})"
    r"|(?<![一二两三四五六七八九十每几数\d])(?<!黑色)(?:周|星期|礼拜))"
    r"(?P<word>[一二三四五六日天])(?![家个名位次天年月万千百十届场起人只条亿度大本])"
)
_ZH_YEAR = rf"(?:(?P<year>(?:19|20)\d\d)\s?年|(?P<yearword>{_YEAR_WORD}))"
_FORMS: tuple[tuple[re.Pattern[str], _Reader], ...] = tuple(
    (re.compile(form, re.IGNORECASE), reader)
    for form, reader in (
        (rf"(?<!\d){_YEAR}[-/.](?P<month>[01]?\d)[-/.](?P<day>[0-3]?\d)(?!\d)", _calendar_day),
        (rf"(?<![\d/])(?P<day>[0-3]?\d)[/-](?P<month>[01]?\d)[/-]{_YEAR}(?!\d)", _calendar_day),
        (r"(?<=\()(?P<day>[0-3]?\d)/(?P<month>[01]?\d)(?=\))", _calendar_day),
        (rf"(?<![\d.,]){_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?", _calendar_day),
        (rf"\b{_MONTH}\s+{_DAY}(?![\d.%])(?:,?\s+{_YEAR})?", _calendar_day),
        (rf"\b{_MONTH},?\s+{_YEAR}", _calendar_month),
        (rf"{_ZH_YEAR}?\s?(?P<month>[01]?\d)\s?月\s?(?P<day>[0-3]?\d)\s?[日号]", _calendar_day),
        (
            rf"{_ZH_YEAR}?\s?(?P<month>[01]?\d)\s?月(?:份)?(?:(?:至|到|-)(?P<month2>[01]?\d)\s?月)?",
            _calendar_month,
        ),
        (rf"(?<![A-Za-z\d]){_YEAR}\s?年(?!代)", _calendar_year),
        (
            rf"\b(?:in|pada|tahun|since|sejak|by|until|hingga|during|year)\s+{_YEAR}\b(?![.,]?\d)",
            _calendar_year,
        ),
        (rf"(?<![A-Za-z])(?P<word>{_RELATIVE})", _relative),
        (rf"{_LEAD}\s+{_WEEKDAY}", _weekday),
        (rf"\b(?:(?:on|pada|hari|pada hari)\s+)?{_WEEKDAY}{_WHICH}", _weekday),
        (_ZH_WEEKDAY, _weekday),
    )
)

_ANY = re.compile(rf"\d|[周期拜]|{_RELATIVE}|{any_of(_LATIN_WEEKDAYS)}", re.IGNORECASE)
"""What every form has: most sentences have none of it, and need not be tried with each."""


def date_spans(folded: str, sentence: Span) -> list[Span]:
    """Return where dates stand, resolved or not, ordered and apart."""
    return [span for span, _, _ in _matches(folded, sentence)]


def dates_in(
    folded: str, sentence: Span, published: datetime.date | None
) -> tuple[DateMention, ...]:
    """Return the dates of a sentence that can be told, spans in the view, in order."""
    found = []
    for span, match, reader in _matches(folded, sentence):
        period = reader(match, published)
        if period:
            found.append(DateMention(span, *period))
    return tuple(found)


def _matches(folded: str, sentence: Span) -> Iterator[tuple[Span, re.Match[str], _Reader]]:
    if not _ANY.search(folded, sentence.start, sentence.end):
        return
    taken = [
        (match.start(), -match.end(), order, match, reader)
        for order, (pattern, reader) in enumerate(_FORMS)
        for match in pattern.finditer(folded, sentence.start, sentence.end)
    ]
    last = sentence.start
    for start, minus_end, _, match, reader in sorted(taken, key=lambda row: row[:3]):
        if start >= last:
            last = -minus_end
            yield Span(start, last), match, reader
