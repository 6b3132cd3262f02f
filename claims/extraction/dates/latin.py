"""The forms of dates in English, Indonesian and Malay, and in digits."""

from __future__ import annotations

import re
from typing import Final

from claims.extraction.dates import absolute, relative
from claims.extraction.dates.reading import Group, Reader
from claims.extraction.lexicon.calendar import (
    COUNTS,
    DAY_SIDES,
    GRAINS,
    MONTHS,
    ORDINALS,
    SHORT_WEEKDAYS,
    WEEKDAYS,
    WEEKS_AGO,
    YEARS_AGO,
)
from claims.extraction.lexicon.wording import any_of

_WEEKDAYS = [word for word in WEEKDAYS if word.isascii()]
_LONG = [word for word in _WEEKDAYS if word not in SHORT_WEEKDAYS]
_BESIDE = rf"(?:\b{any_of(_WEEKDAYS)}\.?,?\s+)?"
# A stop after the month ends an abbreviation before a number, and else the sentence.
_MONTH = rf"(?P<month>{any_of(MONTHS)})(?:\.(?=,?\s*\d))?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_DAY2 = r"(?P<day2>[0-3]?\d)(?:st|nd|rd|th)?"
_TO = r"\s?(?:[-–—]|\b(?:to|and|dan|hingga|sampai|through|until)\b)\s?"
_YEAR4 = r"(?P<year>(?:19|20)\d\d)"
_YEAR = rf"{_YEAR4}(?!\d|[.,]\d)"
_LATER_YEAR = r"(?P<year2>(?:19|20)\d\d)(?![\d-])"
_YEAR_WORD = rf"(?P<yearword>{any_of(word for word in YEARS_AGO if word.isascii())})"
_OF_YEAR = rf"(?:,?\s+(?:(?:of|in|tahun|fiscal)\s+)?(?:{_YEAR}|{_YEAR_WORD}))"
_OF_QUARTER = rf"(?P<quarter>{any_of(ORDINALS)})"
_OF_HALF = rf"(?P<half>{any_of(ORDINALS)})"
# Words before a year or a month alone: "2024" is a count and "may" a verb as often.
_BEFORE = (
    r"\b(?:in|pada|since|sejak|by|until|till|hingga|during|from|dari|before|after|of|sampai|to|"
    r"between|antara|sebelum|setelah|selepas|early|late|mid|awal|akhir|pertengahan|through"
)
_BEFORE_YEAR = rf"{_BEFORE}|tahun|year|years|for|fiscal|fy|than|and|dan)\s+"
_BEFORE_MONTH = rf"{_BEFORE}|bulan|last|this|next)\s+"
_COUNT = rf"(?P<count>\d{{1,2}}|{any_of(COUNTS)})"
_GRAIN = rf"(?P<grain>{any_of(word for word in GRAINS if word.isascii())})"
_SPAN = rf"{_COUNT}\s+{_GRAIN}"
# "minggu lalu" is last week and not Sunday, unless "hari" stands before it.
_WEEKDAY = (
    r"(?:(?<=hari\s)|(?!minggu\s+(?:lalu|ini|depan|lepas|kemarin)\b))(?<!black\s)"
    rf"(?P<word>{any_of(_LONG)})"
)
_LEAD = (
    r"\b(?:(?:on|pada)\s+)?"
    r"(?:on|pada|hari|(?P<side>last|next|coming|past|previous|following)|(?P<week>this))\s+"
)
_WHICH = (
    rf"\s+(?:of\s+)?(?:(?P<week>{any_of([*(word for word in WEEKS_AGO if word.isascii()), 'ini'])})"
    rf"|(?P<after>{any_of(DAY_SIDES)}))"
)
_WORDS = any_of(word for word in relative.AGO if word.isascii())

_DAYS = (
    rf"(?<!\d){_YEAR4}[-/.](?P<month>[01]?\d)[-/.](?P<day>[0-3]?\d)(?!\d)",
    rf"(?<![\d/])(?P<day>[0-3]?\d)[/-](?P<month>[0-3]?\d)[/-]{_YEAR}",
    rf"(?:\b{any_of(_WEEKDAYS)}\s+)?\((?P<day>[0-3]?\d)/(?P<month>[01]?\d)(?:/{_YEAR})?\)",
    rf"(?<![\d.,]){_DAY}[-/]{_MONTH}[-/]{_YEAR}",
    rf"{_BESIDE}(?<![\d.,]){_DAY}{_TO}{_DAY2}\s+(?:of\s+)?{_MONTH}{_OF_YEAR}?",
    rf"{_BESIDE}(?<![\d.,]){_DAY}\s+(?:of\s+)?{_MONTH}{_OF_YEAR}?",
    rf"{_BESIDE}\b{_MONTH}\s+(?:the\s+)?{_DAY}{_TO}{_DAY2}(?![\d.%]|\s+{any_of(MONTHS)}){_OF_YEAR}?",
    rf"{_BESIDE}\b{_MONTH}\s+(?:the\s+)?{_DAY}(?!\d|%|[.,]\d){_OF_YEAR}?",
)
# Names of months that are no other word in any language read here.
_PLAIN_MONTHS = [word for word in MONTHS if len(word) > 3 and word not in {"march", "mac"}]
_WHOLE_MONTHS = (
    rf"(?=(?-i:[A-Z]))\b(?P<month>{any_of(_PLAIN_MONTHS)})(?!\s+(?-i:[A-Z])|\s*\d)",
    rf"\b{_MONTH}{_TO}(?P<month2>{any_of(MONTHS)}){_OF_YEAR}",
    rf"\b{_MONTH}{_OF_YEAR}",
    rf"{_BEFORE_MONTH}{_MONTH}(?!\s*\d)",
    rf"{_YEAR4}-(?P<month>[01]\d)(?![-\d])",
)
_QUARTERS = (
    rf"\b(?:the\s+)?{_OF_QUARTER}[\s-]+quarter{_OF_YEAR}?",
    rf"\b(?:kuartal|triwulan|suku tahun)\s+(?:ke-)?{_OF_QUARTER}{_OF_YEAR}?",
    rf"\bq(?P<quarter>[1-4])\b{_OF_YEAR}?",
    rf"\bq(?P<quarter>[1-4])-{_YEAR}",
    rf"\b(?P<quarter>[1-4])q\s?{_YEAR}",
    rf"\b{_YEAR4}[\s-]q(?P<quarter>[1-4])\b",
)
_HALVES = (
    rf"\b(?:the\s+)?{_OF_HALF}[\s-]+half(?:{_OF_YEAR}|\s+of\s+the\s+year)",
    rf"\b(?:semester|paruh|separuh)\s+(?:ke-)?{_OF_HALF}{_OF_YEAR}?",
    rf"\b(?P<half>h[12]){_OF_YEAR}",
)
_NTH = [word for word in ORDINALS if word[-1] in "dth"]
_PORTIONS = (
    rf"\b(?:the\s+)?first\s+(?:{_COUNT}\s+)?{_GRAIN}{_OF_YEAR}",
    rf"\b(?:the\s+)?(?P<ending>last)\s+(?:{_COUNT}\s+)?{_GRAIN}{_OF_YEAR}",
    rf"\b(?:the\s+)?(?P<nth>{any_of(_NTH)})\s+{_GRAIN}{_OF_YEAR}",
    rf"\b{_COUNT}\s+{_GRAIN}\s+pertama{_OF_YEAR}",
)
_YEARS = (
    rf"(?<![\d-]){_YEAR4}\s?[-–—]\s?{_LATER_YEAR}",
    rf"{_BEFORE_YEAR}{_YEAR}\b(?!-)",
    rf"(?<=\(){_YEAR}(?=\))",
    rf"\bthe\s+{_YEAR}(?=\s+[a-z])",
    rf"{_BEFORE}|tahun|for)\s+{_YEAR4}{_TO}{_LATER_YEAR}",
)
_RECENT = (
    rf"\b(?:the\s+)?(?:past|last|previous)\s+{_SPAN}",
    rf"\b(?P<ahead>(?:the\s+)?(?:next|coming|following))\s+{_SPAN}",
    rf"\b{_SPAN}\s+(?:terakhir|belakangan(?:\s+ini)?|kebelakangan ini)",
    rf"\b{_SPAN}\s+(?P<ahead>ke depan|mendatang)",
)
_AGO = (
    rf"\b{_SPAN}\s+(?:ago|(?:yang\s+)?(?:lalu|silam|lepas))",
    rf"\b{_SPAN}\s+(?P<later>from\s+(?:now|today)|later)\b",
)
_WEEKDAY_FORMS = (
    rf"{_LEAD}{_WEEKDAY}",
    rf"\b(?:(?:on|pada|hari|pada hari)\s+)?{_WEEKDAY}{_WHICH}",
    rf"\b(?!minggu|ahad){_WEEKDAY}",
)
_WEEKENDS = (
    r"\b(?:akhir pekan|hujung minggu)\s+(?P<week>ini|lalu|lepas|depan)\b",
    r"\b(?P<week>this|last|next)\s+weekend\b",
)
_DECADES = (r"\b(?:the\s+|tahun\s+|dekade\s+)?(?P<year>(?:19|20)\d0)(?:\s?['’]?s\b|-an\b)",)
_CENTURIES = (r"\b(?P<century>\d\d)(?:st|th)\s+century\b",)
_HINTED: tuple[tuple[str, Reader, tuple[str, ...]], ...] = (
    (rf"{any_of(MONTHS)}|\d[-/.]\d", absolute.calendar_day, _DAYS),
    (rf"{any_of(MONTHS)}|\d-\d", absolute.calendar_month, _WHOLE_MONTHS),
    (r"quarter|kuartal|triwulan|suku tahun|q[1-4]|[1-4]q", absolute.quarter, _QUARTERS),
    (r"half|semester|paruh|h[12]", absolute.half, _HALVES),
    (rf"last|pertama|{any_of(_NTH)}", absolute.portion, _PORTIONS),
    (r"(?:19|20)\d\d", absolute.calendar_year, _YEARS),
    (r"(?:19|20)\d0", absolute.decade, _DECADES),
    ("century", absolute.century, _CENTURIES),
    (_WORDS, relative.relative, (rf"(?<![A-Za-z])(?P<word>{_WORDS})",)),
    (any_of(_LONG), relative.weekday, _WEEKDAY_FORMS),
    ("weekend|akhir pekan|hujung minggu", relative.weekend, _WEEKENDS),
    (
        "past|last|previous|next|coming|following|terakhir|belakangan|ke depan|mendatang",
        relative.recent,
        _RECENT,
    ),
    ("ago|lalu|silam|lepas|from|later", relative.ago, _AGO),
)

GROUPS: Final[tuple[Group, ...]] = tuple(
    (
        re.compile(hint, re.IGNORECASE),
        tuple((re.compile(form, re.IGNORECASE), reader) for form in forms),
    )
    for hint, reader, forms in _HINTED
)
