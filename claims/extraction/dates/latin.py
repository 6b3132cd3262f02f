"""The forms of dates in English, Indonesian and Malay, and in digits."""

from __future__ import annotations

import re
from typing import Final

from claims.extraction.dates import absolute, relative
from claims.extraction.dates.reading import Group, Reader
from claims.extraction.lexicon.calendar import (
    COUNTS,
    DAY_NUMBERS,
    DAY_SIDES,
    GRAINS,
    MONTHS,
    MONTHS_AGO,
    ORDINALS,
    SEASONS,
    SHORT_WEEKDAYS,
    SPOKEN_DECADES,
    WEEKDAYS,
    WEEKS_AGO,
    YEARS_AGO,
)
from claims.extraction.lexicon.wording import any_of

_WEEKDAYS = [word for word in WEEKDAYS if word.isascii()]
_LONG = [word for word in _WEEKDAYS if word not in SHORT_WEEKDAYS]
_SHORT_OR_LONG = any_of(_WEEKDAYS)
_BESIDE = rf"(?:\b{_SHORT_OR_LONG}\.?,?\s+)?"
# A stop after the month ends an abbreviation before a number, and else the sentence.
_MONTH = rf"(?P<month>{any_of(MONTHS)})(?:\.(?=\s?,?\s*\d))?"
_SPELLED = any_of(DAY_NUMBERS)
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_DAY2 = r"(?P<day2>[0-3]?\d)(?:st|nd|rd|th)?"
_SAID_DAY = rf"(?P<day>[0-3]?\d(?:st|nd|rd|th)|{_SPELLED})"
_SAID_DAY2 = rf"(?P<day2>[0-3]?\d(?:st|nd|rd|th)|{_SPELLED})"
_UP_TO = r"(?:\s?[-–—~]\s?|\s(?:to|hingga|sampai|through|until|till)\s)(?:the\s+)?"
_TO = r"\s?(?:[-–—~]|\b(?:to|and|dan|hingga|sampai|through|until|till)\b)\s?"
# The years before 1900 are figures as often: only beside a month are they read freely.
_YEAR4 = r"(?P<year>(?:19|20)\d\d)"
_YEAR = rf"{_YEAR4}(?!\d|[.,]\d)"
_LATER_YEAR = r"(?P<year2>(?:19|20)\d\d)(?![\d-])"
_UNITS = r"(?:one|two|three|four|five|six|seven|eight|nine)"
_TWO = (
    r"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    rf"(?:[\s-]{_UNITS})?|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen)"
)
# "Two thousand and five people" is a count: such a year ends its clause.
_SPOKEN = (
    rf"(?P<spoken>\b(?:(?:seventeen|eighteen|nineteen|twenty)[\s-](?:hundred\s(?:and\s)?)?"
    rf"(?:{_TWO}|oh[\s-]{_UNITS})\b(?!-)|two\sthousand(?:\s(?:and\s)?(?:{_TWO}|{_UNITS}))?"
    r"(?=\s*(?:[.,;:!?)]|$)|\s+and\s+[a-z]+ed\b)))"
)
_THIS_YEAR = any_of(word for word in YEARS_AGO if word.isascii())
_YEAR_WORD = rf"(?P<yearword>{_THIS_YEAR})"
_OF = r"\s?,?\s+(?:(?:of|in|tahun|fiscal)\s+)?"
_ANY_YEAR = r"(?:1[5-9]|20)\d\d"
_OF_YEAR = (
    rf"(?:{_OF}(?:(?P<year>{_ANY_YEAR})(?!\d|[.,]\d)|['’](?P<short>\d\d)\b|{_SPOKEN}|{_YEAR_WORD}))"
)
_YEAR_COMES = rf"(?:{_OF}(?:{_ANY_YEAR}|{_SPOKEN.replace('?P<spoken>', '?:')}|{_THIS_YEAR}))"
_OF_QUARTER = rf"(?P<quarter>{any_of(ORDINALS)})"
_OF_HALF = rf"(?P<half>{any_of(ORDINALS)})"
# Words before a year or a month alone: "2024" is a count and "may" a verb as often.
_BEFORE = (
    r"\b(?:in|pada|since|sejak|by|until|till|hingga|during|from|dari|before|after|of|sampai|to|"
    r"between|antara|sebelum|setelah|selepas|early|late|mid|awal|akhir|pertengahan|through"
)
_BEFORE_YEAR = rf"{_BEFORE}|tahun|year|years|for|fiscal|fy|than|and|dan)[\s-]+"
_BEFORE_MONTH = rf"{_BEFORE}|bulan|last|this|next)[\s-]+(?:the\s+)?"
_COUNT = rf"(?P<count>\d{{1,3}}|{any_of(COUNTS)})"
_GRAINS = any_of(word for word in GRAINS if word.isascii())
_GRAIN = rf"(?P<grain>{_GRAINS})"
_SPAN = rf"{_COUNT}\s+{_GRAIN}"
# "minggu lalu" is last week and not Sunday, unless "hari" stands before it.
_WEEKDAY = (
    r"(?:(?<=hari\s)|(?!minggu\s+(?:lalu|ini|depan|lepas|kemarin|pertama|kedua|"
    r"ketiga|keempat|terakhir|ke-)))(?<!black\s)"
    rf"(?P<word>{any_of(_LONG)})(?!\s+(?:of|in)\s+{any_of(MONTHS)})"
)
_SIDES = "last|next|coming|upcoming|past|previous|following"
_LEAD = (
    r"\b(?:(?:on|pada)\s+)?"
    rf"(?:on|pada|hari|(?:this\s+)?(?P<side>{_SIDES})|(?P<week>this))\s+"
)
_WEEKS = any_of([*(word for word in WEEKS_AGO if word.isascii()), "ini"])
_WHICH = rf"\s+(?:of\s+)?(?:(?P<week>{_WEEKS})|(?P<after>{any_of(DAY_SIDES)}))"
_WORDS = any_of(word for word in relative.AGO if word.isascii())

_DAYS = (
    rf"(?<![\d.,]){_DAY}[-/]{_MONTH}[-/]{_YEAR}",
    rf"(?<![\d.,]){_YEAR4}[-/]{_MONTH}[-/]{_DAY}(?!\d)",
    rf"\b{_MONTH}[-/]{_DAY}(?:[-/]{_YEAR}|(?![\d/-]))",
    rf"{_BESIDE}(?<![\d.,$€£]){_DAY}{_TO}{_DAY2}\s+(?:of\s+)?{_MONTH}{_OF_YEAR}?",
    rf"{_BESIDE}(?<![\d.,$€£])(?<![$€£]\s){_DAY}\s+(?:(?:day\s+)?of\s+)?{_MONTH}{_OF_YEAR}?",
    rf"{_BESIDE}\b{_MONTH}\s+(?:the\s+)?{_DAY}{_TO}{_DAY2}(?![\d.%]|\s+{any_of(MONTHS)}){_OF_YEAR}?",
    rf"{_BESIDE}\b{_MONTH}\s+(?:the\s+)?{_DAY}(?!\d|%|[.,]\d){_OF_YEAR}?",
)
# "Users may first register": such a month before a day spelled out has its capital letter.
_NAMED = r"(?:(?=(?-i:[A-Z]))|(?!(?:may|march|mar|mac)\b))"
_SPELLED_DAYS = (
    rf"{_BESIDE}(?:\bthe\s+)?\b{_SAID_DAY}\s+(?:day\s+)?of\s+{_MONTH}{_OF_YEAR}?",
    rf"(?:\bthe\s+)?\b{_SAID_DAY}(?:{_UP_TO}|\s+and\s+(?:the\s+)?){_SAID_DAY2}\s+of\s+{_MONTH}{_OF_YEAR}?",
    rf"{_BESIDE}\b{_NAMED}{_MONTH}\s+(?:the\s+)?{_SAID_DAY}{_UP_TO}{_SAID_DAY2}{_OF_YEAR}?",
    rf"{_BESIDE}\b{_NAMED}{_MONTH}\s+(?:the\s+)?{_SAID_DAY}(?:{_OF_YEAR}|(?=\s*(?:[.,;:)!?]|$)))",
)
# Names of months that are no other word in any language read here.
_PLAIN_MONTHS = [word for word in MONTHS if len(word) > 3 and word not in {"march", "mac"}]
# "in May" is the month, "in May 2024", "from May to June 2024" and "in May the third" are more.
_MORE_COMES = (
    rf"(?:{_YEAR_COMES}|{_TO}{any_of(MONTHS)}{_YEAR_COMES}"
    rf"|\s*\d|\s+the\s+\d|\s+(?:the\s+)?{_SPELLED})"
)
_WHOLE_MONTHS = (
    rf"(?=(?-i:[A-Z]))\b(?P<month>{any_of(_PLAIN_MONTHS)})(?!{_MORE_COMES}|\s+(?-i:[A-Z]))",
    rf"\b{_MONTH}{_TO}(?P<month2>{any_of(MONTHS)}){_OF_YEAR}",
    rf"\b{_MONTH}{_OF_YEAR}",
    rf"{_BEFORE_MONTH}{_MONTH}(?!{_MORE_COMES})",
    rf"\b{_MONTH}[-/]{_YEAR}(?![/-])",
    rf"(?<!\d){_YEAR4}\s+(?P<month>{any_of(_PLAIN_MONTHS)})(?!\s*\d)",
    rf"(?<![\d/-]){_YEAR4}-(?P<month>[01]\d)(?![-\d])",
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
    rf"\b{_YEAR4}[\s-](?P<half>h[12])\b",
)
_NTH = [word for word in ORDINALS if word[-1] in "dth"]
_PORTIONS = (
    rf"\b(?:the\s+)?first\s+(?:{_COUNT}\s+)?{_GRAIN}{_OF_YEAR}",
    rf"\b(?:the\s+)?(?P<ending>last)\s+(?:{_COUNT}\s+)?{_GRAIN}{_OF_YEAR}",
    rf"\b(?:the\s+)?(?P<nth>{any_of(_NTH)})\s+{_GRAIN}{_OF_YEAR}",
    rf"\b{_COUNT}\s+{_GRAIN}\s+pertama{_OF_YEAR}",
)
_OLD = r"(?P<year>1[5-8]\d\d)(?!\d|[.,-]\d|\s?%|\s+[a-z]{1,20}s\b)"
_YEARS = (
    rf"(?<![\d-]){_YEAR4}\s?[-–—~]\s?{_LATER_YEAR}",
    rf"\b{_YEAR4}\s+(?:to|through|hingga|sampai)\s+{_LATER_YEAR}",
    rf"{_BEFORE_YEAR}{_YEAR}\b(?!-|\s[qh][1-4]\b|\s+{any_of(_PLAIN_MONTHS)})",
    rf"(?<=\(){_YEAR}(?=\))",
    rf"\bthe\s+{_YEAR}(?=\s+[a-z])",
    rf"{_BEFORE}|tahun|for)\s+{_YEAR4}{_UP_TO}{_LATER_YEAR}",
    rf"\b(?:between|antara)\s+{_YEAR4}{_TO}{_LATER_YEAR}",
    rf"\b(?:in|since|until|from|by)\s+{_SPOKEN}",
    rf"\b(?:in|since|until|from|back\s+to|sejak|tahun|year)\s+{_OLD}",
)
_RECENT = (
    rf"\b(?:the\s+)?(?:past|last|previous)\s+{_SPAN}",
    rf"\b{_COUNT}\s+(?:past|last|previous)\s+{_GRAIN}",
    r"\b(?:the\s+)?(?:past|last|previous)\s+(?P<grain>quarter|decade|fortnight)\b(?!\s+(?:of|century)\b)",
    rf"\b(?P<ahead>(?:the\s+)?(?:next|coming|following))\s+{_SPAN}",
    rf"\b{_COUNT}\s+(?P<ahead>next|coming|upcoming|following)\s+{_GRAIN}",
    r"\b(?P<ahead>(?:the\s+)?(?:next|coming|following))\s+(?P<grain>quarter|decade|fortnight)\b",
    rf"\b{_SPAN}\s+(?:terakhir|belakangan(?:\s+ini)?|kebelakangan ini)",
    rf"\b{_SPAN}\s+(?P<ahead>ke depan|mendatang)",
)
# "The best in two years" looks back and is no date: only what will be is one.
_WILL = (
    r"\b(?P<lead>(?:will|shall|would|won['’]t|going\s+to|due|expected|['’]ll)"
    r"(?:\s+[a-z]{1,15}){0,5}?\s+)"
)
_AGO = (
    rf"\b{_SPAN}\s+(?:ago|(?:yang\s+)?(?:lalu|silam|lepas))",
    rf"\b{_SPAN}\s+(?P<later>from\s+(?:now|today))\b",
    rf"\b(?P<later>in)\s+{_SPAN}(?:['’]s?)?\s+time\b",
    rf"{_WILL}(?P<later>in)\s+{_SPAN}(?!\s+(?:of|since|to)\b)",
)
_AFTER_THAT = (rf"\b{_SPAN}\s+(?P<later>later|kemudian)\b",)
_WEEKDAY_FORMS = (
    rf"{_LEAD}{_WEEKDAY}",
    rf"\b(?:(?:on|pada|hari|pada hari)\s+)?{_WEEKDAY}{_WHICH}",
    rf"\b(?P<week>{_WEEKS})(?:\s+(?:on\s+|hari\s+)?|\s*[-,]\s*){_WEEKDAY}",
    rf"\b(?!minggu|ahad){_WEEKDAY}",
)
_WEEKENDS = (
    r"\b(?:akhir pekan|hujung minggu)\s+(?P<week>ini|lalu|lepas|depan)\b",
    r"\b(?P<week>this|last|next)\s+weekend\b",
    r"\b(?:over|during|at)\s+the\s+weekend\b",
)
_NUMBERED_DAYS = (
    rf"\b(?:(?:on|this|hari)\s+)?(?P<word>{_SHORT_OR_LONG}),?\s+(?:the\s+)?(?P<day>[0-3]?\d)(?:st|nd|rd|th)\b(?!\s+(?:of\s+)?{any_of(MONTHS)})",
    rf"\b(?:(?:on|this)\s+)?(?P<word>{any_of(_LONG)})\s+the\s+(?P<day>{_SPELLED})(?!\s+(?:of\s+)?{any_of(MONTHS)})",
)
_OF_MONTH = rf"(?P<near>{any_of(word for word in MONTHS_AGO if word.isascii())}|the month)"
_NEAR_DAYS = (
    rf"\b(?:the\s+)?{_SAID_DAY}\s+(?:day\s+)?(?:of\s+)?{_OF_MONTH}",
    rf"\btanggal\s+(?P<day>[0-3]?\d)\s+{_OF_MONTH}",
)
_MONTHS_DAYS = (
    r"\b(?:on|by|until|since)\s+the\s+(?P<day>[0-3]?\d)(?:st|nd|rd|th)(?=\s*(?:[.,;!?]|$))",
    rf"\btanggal\s+(?P<day>[0-3]?\d)(?![\d./-]|\s+bulan\b|\s+{any_of(MONTHS)})",
)
# "akhir tahun 2024" and "akhir tahun lalu" are parts of another year than the article's.
_OTHER_YEAR = (
    r"\s+(?:\w+\s+)?(?:1[5-9]|20)\d|\s+(?:lalu|depan|lepas|hadapan|kemarin)\b"
    rf"|\s+{any_of(MONTHS)}"
)
_END_OF = r"\b(?P<part>end|start|beginning|middle|rest|remainder|close)\s+of\s+(?:the\s+)?"
_AWAL = r"\b(?P<part>awal|pertengahan|akhir|penghujung|hujung)\s+"
_THIS_PARTS = (
    rf"{_END_OF}(?P<grain>week|month|quarter|year)\b(?!\s+(?:of|to|in|19|20)\b)",
    r"\b(?P<part>earlier|later)\s+in\s+the\s+(?P<grain>week|month|quarter|year|decade)\b",
    r"\b(?P<grain>year)[\s-](?P<part>end|to-date|to date)\b",
    rf"{_AWAL}(?P<grain>bulan|tahun)\b(?:\s+ini\b)?(?!{_OTHER_YEAR})",
)
_DECADES = (
    r"\b(?:the\s+|tahun\s+|dekade\s+)?(?P<year>(?:1[5-9]|20)\d0)(?:\s?['’]?s\b|-an\b)",
    r"(?:\bthe\s+)?(?:(?:early|mid|late)[\s-]+)?(?<![\w’'])['’](?P<tens>[2-9]0)\s?['’]?s\b",
    r"\b(?:tahun|era|dekade)\s+['’]?(?P<tens>[2-9]0)-an\b",
    rf"\b(?:the\s+|(?:early|mid|late)[\s-]+)(?P<said>{any_of(SPOKEN_DECADES)})(?!\s+percent)",
)
_CENTURIES = (
    rf"\b(?:the\s+)?(?P<century>\d{{1,2}}(?:st|nd|rd|th)|{_SPELLED})[\s-]+century\b",
    r"\babad\s+ke-(?P<century>\d\d)\b",
)
_SEASONS = (
    rf"\b(?P<season>{any_of(SEASONS)})\s+(?:of\s+)?{_YEAR}",
    r"\b(?P<side>last|this|next)\s+(?P<season>spring|summer|autumn|winter)\b",
)
_HINTED: tuple[tuple[str, Reader, tuple[str, ...]], ...] = (
    (rf"(?<![A-Za-z]){any_of(MONTHS)}", absolute.calendar_day, _DAYS),
    (rf"\b{_SPELLED}", absolute.calendar_day, _SPELLED_DAYS),
    (rf"(?<![A-Za-z]){any_of(MONTHS)}|\d-\d", absolute.calendar_month, _WHOLE_MONTHS),
    (r"quarter|kuartal|triwulan|suku tahun|q[1-4]|[1-4]q", absolute.quarter, _QUARTERS),
    (r"half|semester|paruh|h[12]", absolute.half, _HALVES),
    (rf"last|pertama|{any_of(_NTH)}", absolute.portion, _PORTIONS),
    (r"(?:1[5-9]|20)\d\d|teen[ -]|twenty[ -]|two thousand", absolute.calendar_year, _YEARS),
    (r"(?:1[5-9]|20)\d0", absolute.decade, _DECADES[:1]),
    ("['’][2-9]0|0-an|ties", absolute.decade, _DECADES[1:]),
    ("century|abad", absolute.century, _CENTURIES),
    (rf"\b{any_of(SEASONS)}", absolute.season, _SEASONS),
    ("this month|next month|last month|the month|bulan", relative.near_day, _NEAR_DAYS),
    (r"on the|by the|until the|since the|tanggal", absolute.day_of_month, _MONTHS_DAYS),
    (rf"\b{_SHORT_OR_LONG}", relative.numbered_weekday, _NUMBERED_DAYS),
    ("of|(?:earlier|later) in|year[ -](?:end|to)|(?:bulan|tahun)", relative.this_part, _THIS_PARTS),
    (_WORDS, relative.relative, (rf"(?<![A-Za-z])(?P<word>{_WORDS})(?!\s+(?:of|century)\b)",)),
    (any_of(_LONG), relative.weekday, _WEEKDAY_FORMS),
    ("weekend|akhir pekan|hujung minggu", relative.weekend, _WEEKENDS),
    (
        "past|last|previous|next|coming|following|terakhir|belakangan|ke depan|mendatang",
        relative.recent,
        _RECENT,
    ),
    (
        r"ago|lalu|silam|lepas|from|\bin\s+(?:\d|[a-z]+\s+(?:days|week|month|year|decade|fortnight|quarter))",
        relative.ago,
        _AGO,
    ),
    ("later|kemudian", relative.after_that, _AFTER_THAT),
)

GROUPS: Final[tuple[Group, ...]] = tuple(
    (
        re.compile(hint, re.IGNORECASE),
        tuple((re.compile(form, re.IGNORECASE), reader) for form in forms),
    )
    for hint, reader, forms in _HINTED
)
