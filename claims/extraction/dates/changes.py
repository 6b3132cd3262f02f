"""What stands around a date and makes another of it: "the end of May", "two days before Easter"."""

from __future__ import annotations

import re
from typing import Final

from claims.extraction.dates.parts import Part, counted, part_of, weekday_in
from claims.extraction.dates.period import Period, moved, shifted, week_of
from claims.extraction.dates.reading import (
    Change,
    Found,
    Today,
    grain_of,
    number_of,
    part,
)
from claims.extraction.lexicon.calendar import (
    COUNTS,
    DAY_NUMBERS,
    GRAINS,
    PARTS,
    WEEKDAYS,
)
from claims.extraction.lexicon.wording import any_of
from claims.extraction.types import Span

_WINDOW = 48  # characters before a date that are looked at
_THE = r"(?:the\s+)?"
_COUNT = rf"(?P<count>\d{{1,3}}|{any_of(COUNTS)})"
_GRAIN = rf"(?P<grain>{any_of(word for word in GRAINS if word.isascii())})"
_NTH = rf"(?P<nth>\d{{1,2}}(?:st|nd|rd|th)|{any_of(DAY_NUMBERS)}|(?P<ending>last|final))"
_NOUNS = {"beginning", "start", "middle", "end", "close"}
_PLACES = [word for word in PARTS if word not in _NOUNS]  # who will start in May is not early
_DAY = rf"(?P<weekday>{any_of(word for word in WEEKDAYS if word.isascii() and len(word) > 4)})"
_KE_NTH = r"(?P<nth>pertama|kedua|ketiga|keempat|(?P<ending>terakhir))"
_SIDE = r"(?P<side>before|after|from|following|prior\s+to|sebelum|setelah|sesudah|selepas)"
_WEEK = (
    rf"{_THE}(?P<what>week|weekend|w/c)"
    r"(?:\s+(?P<how>of|beginning|starting|commencing|containing|ending)|(?<=w/c))"
)
_OF = r"\s+(?:of|in)\s+(?:the\s+)?"


def _part(match: re.Match[str], period: Period, published: Today) -> Period | None:
    which: Part = PARTS[match["part"].casefold()]
    if published and which in {"earlier", "later"} and period[0] <= published <= period[1]:
        return (period[0], published) if which == "earlier" else (published, period[1])
    return part_of(period, which)


def _half(match: re.Match[str], period: Period, _: Today) -> Period | None:
    middle = shifted(period[0], (period[1] - period[0]).days // 2)
    after = middle and shifted(middle, 1)
    if middle is None or after is None or period[0] == period[1]:
        return None
    return (period[0], middle) if match["half"].casefold() == "first" else (after, period[1])


def _counted(match: re.Match[str], period: Period, _: Today) -> Period | None:
    ending, count = bool(part(match, "ending")), number_of(part(match, "count")) or 1
    nth = 1 if ending else _number(part(match, "nth"))
    if count > 1 and nth > 1:
        return None
    return counted(period, grain_of(match), nth, count, ending=ending)


def _weekday(match: re.Match[str], period: Period, _: Today) -> Period | None:
    nth = -1 if part(match, "ending") else _number(part(match, "nth"))
    return weekday_in(period, WEEKDAYS[match["weekday"].casefold()], nth)


def _number(written: str) -> int:
    return DAY_NUMBERS.get(written.casefold()) or int("".join(filter(str.isdigit, written)) or 1)


def _moved(match: re.Match[str], period: Period, _: Today) -> Period | None:
    back = match["side"].casefold() in {"before", "prior to", "sebelum"}
    count, grain = number_of(part(match, "count")) or 1, grain_of(match)
    first = moved(period[0], grain, -count if back else count)
    last = moved(period[1], grain, -count if back else count)
    return (first, last) if first and last else None


def _week(match: re.Match[str], period: Period, _: Today) -> Period | None:
    if part(match, "how").casefold() == "ending":
        first = shifted(period[0], -6)
        return (first, period[0]) if first else None
    week = week_of(period[0])
    if week is None or match["what"].casefold() != "weekend":
        return week
    saturday = shifted(week[0], 5)
    return (saturday, week[1]) if saturday else None


def _starting(match: re.Match[str], period: Period, _: Today) -> Period | None:
    after = moved(period[0], grain_of(match), number_of(match["count"]) or 1)
    last = after and shifted(after, -1)
    return (period[0], last) if last else None


def _from_now(_: re.Match[str], period: Period, published: Today) -> Period | None:
    if published is None:
        return None
    last = period[1] if published <= period[1] else moved(period[1], "year", 1)
    return (published, last) if last and published <= last else None


def _until_now(_: re.Match[str], period: Period, published: Today) -> Period | None:
    return (period[0], published) if published and period[0] <= published else None


_BEFORE: Final[tuple[tuple[str, Change], ...]] = (
    (rf"{_THE}(?P<part>{any_of(_PLACES)})(?:-|\s+(?:in\s+|bulan\s+|tahun\s+)?{_THE})", _part),
    (rf"{_THE}(?P<part>{any_of(_NOUNS)})\s+of\s+{_THE}", _part),
    (rf"{_THE}(?P<half>first|second|latter)\s+half\s+of\s+{_THE}", _half),
    (rf"{_THE}{_NTH}\s+(?:{_COUNT}\s+)?{_GRAIN}{_OF}", _counted),
    (rf"{_THE}{_NTH}\s+{_DAY}{_OF}", _weekday),
    (rf"{_GRAIN}\s+{_KE_NTH}\s+(?:bulan\s+)?", _counted),
    (rf"{_COUNT}\s+{_GRAIN}\s+{_SIDE}\s+{_THE}", _moved),
    (rf"{_COUNT}\s+{_GRAIN},?\s+(?:starting|beginning)\s+(?:on\s+|from\s+)?{_THE}", _starting),
    (rf"{_WEEK}\s*(?:on\s+)?{_THE}", _week),
    (r"between\s+now\s+and\s+", _from_now),
)
_BEFORE_FORMS = tuple(
    (re.compile(rf"\b{form}\Z", re.IGNORECASE), change) for form, change in _BEFORE
)
_LAST_WORDS = re.compile(
    rf"(?:\b(?:of|in|on|the|and|after|before|from|following|to|bulan|tahun|w/c|beginning|starting|"
    rf"commencing|containing|ending|pertama|kedua|ketiga|keempat|terakhir|sebelum|setelah|sesudah|"
    rf"selepas|{any_of(PARTS)})\s+|-)\Z",
    re.IGNORECASE,
)
_UNTIL_NOW = re.compile(
    r"\s+(?:to|until|till|through|hingga|sampai)\s+(?:date|now|the\s+present|sekarang|kini|"
    r"saat\s+ini)\b|\s+and\s+now\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\bbetween\s+\Z", re.IGNORECASE)


def changed(folded: str, found: Found, around: Span) -> Found:
    """Return a date with what stands around it, within `around` at most."""
    for _ in range(2):  # "two days before the end of May"
        wider = _widened(folded, found, around.start)
        if wider is found:
            break
        found = wider
    after = _UNTIL_NOW.match(folded, found.span.end, around.end)
    if after is None:
        return found
    before = folded[max(around.start, found.core - 10) : found.core]
    if after.group().endswith("and now") and not _BETWEEN.search(before):
        return found
    return found.with_change(after, _until_now)


def _widened(folded: str, found: Found, start: int) -> Found:
    core = found.core
    if not _LAST_WORDS.search(folded, max(start, core - 12), core):
        return found
    for form, change in _BEFORE_FORMS:
        if match := form.search(folded, max(start, core - _WINDOW), core):
            return found.with_change(match, change)
    return found
