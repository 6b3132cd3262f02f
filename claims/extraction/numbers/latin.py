"""Numbers in languages written in Latin letters: 1.234,5; "5.6 million"; "dua puluh lima ribu"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from math import prod

from claims.extraction.lexicon.numerals import (
    ADDENDS,
    FACTORS,
    MAGNITUDES,
    PARTS,
    SEVERAL,
    TEENS,
    VAGUE,
    WHOLE_MAGNITUDES,
)
from claims.extraction.lexicon.wording import any_of
from claims.extraction.numbers.digits import DIGITS, read_digits
from claims.extraction.numbers.fractions import SLASHED, VULGAR, fraction_value
from claims.extraction.numbers.magnitudes import magnitude_after
from claims.extraction.numbers.number import LONGEST, Number, is_sensible, rounded
from claims.extraction.numbers.words import number_in_words
from claims.extraction.types import Span

_MAGNITUDE = any_of(MAGNITUDES)
_WORD = any_of(
    [*ADDENDS, *FACTORS, *WHOLE_MAGNITUDES, TEENS, "dozen", "dozens"]
    + [f"a {word}" for word in ("hundred", "thousand", "million", "billion", "trillion", "dozen")]
)
_WORDS = rf"{_WORD}(?:[ -]{{1,3}}(?:(?:and|dan) )?(?:{_WORD}|{_MAGNITUDE}))*+"
# "5, 5 juta", "6 . 2 %": a separator with a space that conversion put in.
_TORN = (
    r"(?<![\d.,])\d{1,3} ?[.,] \d{1,2}"
    rf"(?= ?%| (?:{_MAGNITUDE}|persen|percent|per cent|peratus))"
)
_NUMBER = re.compile(
    r"(?P<sign>(?<![\w)%-])(?<!\d )-(?=[\d.])|\b(?:minus|negative|negatif) )?(?:"
    rf"(?P<vague>\b{any_of([*VAGUE, *SEVERAL])}(?:(?: of)? {_MAGNITUDE})*+)"
    rf"|(?P<part>\b{any_of(PARTS)}(?:(?: of)?(?: an?)? {_MAGNITUDE})?+)"
    rf"|(?P<words>\b{_WORDS})"
    rf"|(?P<slashed>{SLASHED})|(?P<vulgar>(?:\d{{1,3}} ?)?+[{VULGAR}])"
    rf"|(?P<torn>{_TORN})|(?P<digits>{DIGITS}))",
    re.IGNORECASE,
)
_REST = re.compile(
    rf" (?:and (?P<part>{any_of(PARTS)})|(?P<half>setengah))(?: (?P<of>{_MAGNITUDE}))?"
    rf"| (?:point|koma|perpuluhan)(?P<decimals>(?:[ -]{any_of(ADDENDS)}){{1,6}})"
    rf"(?: (?P<times>{_MAGNITUDE}))?",
    re.IGNORECASE,
)


def latin_numbers(text: str, start: int, end: int, language: str) -> Iterator[Number]:
    """Yield the numbers of `text` from `start` to `end`, in order and apart.

    `language` decides what a comma in digits is; words are read in English, Indonesian and Malay.
    """
    at = start
    while match := _NUMBER.search(text, at, end):
        number = _read(text, match, end, language)
        if number and is_sensible(number.value) and match.end() - match.start() <= LONGEST * 3:
            yield number
            at = number.span.end
        else:
            at = match.end()


def _read(text: str, match: re.Match[str], end: int, language: str) -> Number | None:
    """Return the number of a match, or None for several of nothing and addresses of machines."""
    if match["vague"] or match["part"]:
        return _some(match)
    if match["slashed"] or match["vulgar"]:
        value = fraction_value(match["slashed"] or match["vulgar"])
        number: Number | None = Number(Span(match.start(), match.end()), value)
    elif match["words"]:
        number = _in_words(match)
    else:
        number = _in_digits(text, match, end, language)
    number = number and _with_rest(text, number, end)
    return replace(number, value=-number.value) if number and match["sign"] else number


def _some(match: re.Match[str]) -> Number | None:
    """Read "ratusan juta", "several million", "half a million", "dua pertiga"."""
    written = (match["vague"] or match["part"]).casefold()
    size, times = _sized(written, PARTS if match["part"] else [*VAGUE, *SEVERAL])
    scale = prod(times)
    span = Span(match.start(), match.end())
    if match["part"]:
        return Number(span, rounded(PARTS[size] * scale), scale=scale)
    if size in SEVERAL and not times:
        return None
    low = VAGUE.get(size, 1.0) * scale
    return Number(span, low, 10 * low, scale=scale)


def _sized(written: str, sizes: Iterable[str]) -> tuple[str, list[float]]:
    """Return the longest of `sizes` that `written` begins with, and the magnitudes after it."""
    size = max((size for size in sizes if written.startswith(size)), key=len)
    return size, [MAGNITUDES[word] for word in written[len(size) :].split() if word in MAGNITUDES]


def _in_words(match: re.Match[str]) -> Number | None:
    read = number_in_words(match["words"])
    if read is None:
        return None
    value, scale, length = read
    return Number(Span(match.start(), match.start("words") + length), value, scale=scale)


def _in_digits(text: str, match: re.Match[str], end: int, language: str) -> Number | None:
    written = match["digits"] or match["torn"].replace(" ", "")
    scale, stop = magnitude_after(text, match.end(), end)
    value = read_digits(written, language, scaled=scale > 1)
    if value is None or len(written) > LONGEST:
        return None
    plain = written.isdigit() and scale == 1
    return Number(Span(match.start(), stop), rounded(value * scale), scale=scale, plain=plain)


def _with_rest(text: str, number: Number, end: int) -> Number:
    """Add "and a half" and "point five" to a number."""
    rest = _REST.match(text, number.span.end, end)
    if rest is None:
        return number
    value, scale = number.value, number.scale
    if rest["decimals"]:
        digits = re.split("[ -]", rest["decimals"].casefold().strip(" -"))
        value += sum(ADDENDS[digit] / 10**place for place, digit in enumerate(digits, 1))
        scale = MAGNITUDES[rest["times"].casefold()] if rest["times"] else 1.0
        value *= scale
    else:
        part = 0.5 if rest["half"] else PARTS[rest["part"].casefold()]
        of = MAGNITUDES[rest["of"].casefold()] if rest["of"] else 1.0
        value = (value + part) * of if scale == 1 else value + part * (of if rest["of"] else scale)
        scale = max(scale, of)
    return replace(
        number, span=Span(number.span.start, rest.end()), value=rounded(value), scale=scale
    )
