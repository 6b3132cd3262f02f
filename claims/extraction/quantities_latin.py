"""Figures in digits or Latin words: "US$5.6 million", "ratusan juta dolar", "5,5 persen"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from claims.extraction.lexicon.units import (
    AFTER,
    BEFORE,
    COUNTED_IN_WORDS,
    CURRENCIES,
    GLUED_MAGNITUDES,
    GLUED_UNITS,
    MAGNITUDES,
    NOT_COUNTED,
    NUMBER_WORDS,
    PERCENT,
    TIMES,
    VAGUE,
)
from claims.extraction.lexicon.wording import any_of
from claims.extraction.numbers import parse_digits
from claims.extraction.types import Comparator, Quantity, Span

_NUMBER = r"\d+(?:[.,]\d+)*"
_SIGN = any_of(word for word in CURRENCIES if word[0].isupper() or not word[0].isalpha())
_UNIT = rf"(?P<unit>{any_of(PERCENT)}|{any_of(CURRENCIES)})"
_SCALES = any_of([*MAGNITUDES, *(f"{word}s" for word in MAGNITUDES if word.endswith(("d", "n")))])
_TIME = any_of(TIMES | COUNTED_IN_WORDS)
_BEFORE = rf"(?:\b(?P<before>{any_of(BEFORE)})\s+(?:(?:just|only|hanya|a total of|total)\s+)?)?"
_AFTER = rf"(?:\s+(?P<after>{any_of(AFTER)}))?"


def _scale(number: int) -> str:
    glued = rf"(?P<short{number}>{any_of(GLUED_MAGNITUDES)})"
    return rf"(?:[ -]?(?P<scale{number}>{any_of(MAGNITUDES)})|{glued})?"


_FIGURE = re.compile(
    rf"(?:\b(?P<between>between|antara)\s+)?{_BEFORE}"
    rf"(?:(?<![A-Za-z])(?P<sign>{_SIGN})\s?|(?<![\w.,:/#])(?<![A-Za-z]-))"
    rf"(?P<first>{_NUMBER})(?![-/:]?\d){_scale(1)}"
    rf"(?:(?:\s{any_of(CURRENCIES)})?\s?(?(between)(?:and|dan|hingga|sampai|to|-)|(?:sampai|hingga|to|–|-|—))\s?"
    rf"(?:{_SIGN}\s?)?(?P<second>{_NUMBER})(?![\w.,]*[-/:]\d){_scale(2)})?"
    rf"(?:[ -]?{_UNIT})?{_AFTER}",
    re.IGNORECASE,
)
_WORDS = re.compile(
    rf"{_BEFORE}\b(?P<first>{any_of(NUMBER_WORDS)})"
    rf"(?:\s+(?P<scale1>{any_of(MAGNITUDES)}))?(?:\s+(?:(?P<time>{_TIME})|{_UNIT}))?",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    rf"\b(?P<size>{any_of(VAGUE)}|several|beberapa)(?:\s+of)?(?:\s+(?P<scale1>{_SCALES}))?"
    rf"(?:\s+of)?(?:\s+{_UNIT})?",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    rf"\s?(?P<glued>{any_of(GLUED_UNITS)})(?![A-Za-z])|"
    r"\s+(?:[A-Z][\w-]+\s+)?(?P<noun>[a-z][\w-]+|[A-Z]{2,}s?\b|GPUs?)"
)
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_MODEL = re.compile(r"\S [A-Z][A-Za-z-]+ \Z")
_YEAR = re.compile(r"(?:19|20)\d\d\Z")

_CODES = {written.casefold(): code for written, code in CURRENCIES.items()}
_BEFORE_SIGNS = {written.casefold(): comparator for written, comparator in BEFORE.items()}
_AFTER_SIGNS = {written.casefold(): comparator for written, comparator in AFTER.items()}


def find(text: str, sentence: Span, language: str) -> Iterator[Quantity]:
    """Yield the figures of a sentence; `language` decides what a comma in a number is."""
    for match in _figures(text, sentence):
        if quantity := _figure(text, sentence.end, match, language):
            yield quantity
    for match in _WORDS.finditer(text, sentence.start, sentence.end):
        if quantity := _in_words(match):
            yield quantity
    for match in _VAGUE.finditer(text, sentence.start, sentence.end):
        if quantity := _vague(text, sentence.end, match):
            yield quantity


def _figures(text: str, sentence: Span) -> Iterator[re.Match[str]]:
    """Yield the matches, past numbers that are names ("Model 3 hingga 25 persen")."""
    at = sentence.start
    while match := _FIGURE.search(text, at, sentence.end):
        at = match.end()
        plain = not (match["sign"] or match["scale1"] or match["short1"] or match["unit"])
        a_name = _MODEL.search(text, sentence.start, match.start("first"))
        if a_name and len(match["first"]) < 3 and (plain or match["second"]):
            at = match.end("first")
        else:
            yield match


def _figure(text: str, limit: int, match: re.Match[str], language: str) -> Quantity | None:
    unit, end = _unit(match), match.end()
    if not unit:
        unit, end = _counted(text, end, limit)
    scaled = bool(match["scale1"] or match["short1"] or match["scale2"])
    if (
        not unit and not scaled and not match["before"] and not _GROUPED.fullmatch(match["first"])
    ) or (not scaled and not match["sign"] and _is_year(match, unit)):
        return None
    low = parse_digits(match["first"], language, scaled=scaled) * _factor(match, 1)
    span = Span(_start(match), end)
    if match["second"] is None:
        return Quantity(span, low, unit, _comparator(match))
    high = parse_digits(match["second"], language, scaled=scaled) * _factor(match, 2)
    if not (match["scale1"] or match["short1"]):
        low *= _factor(match, 2)  # "5 sampai 10 juta" means 5 million
    return Quantity(span, None, unit, low=min(low, high), high=max(low, high))


def _is_year(match: re.Match[str], unit: str) -> bool:
    return _YEAR.match(match["first"]) is not None and unit not in {"%", *CURRENCIES.values()}


def _in_words(match: re.Match[str]) -> Quantity | None:
    first = match["first"].casefold()
    counted = match["scale1"] or (first != "a" and (match["time"] or match["unit"]))
    if not counted:
        return None
    value = NUMBER_WORDS[first] * _factor(match, 1)
    unit = match["time"] or _unit(match)
    return Quantity(Span(_start(match), match.end()), value, unit, _comparator(match))


def _vague(text: str, limit: int, match: re.Match[str]) -> Quantity | None:
    scale = match["scale1"]
    if not scale and match["size"].casefold() in {"several", "beberapa"}:
        return None
    unit, end = _unit(match), match.end()
    if not unit:
        unit, end = _counted(text, end, limit)
    if not unit:
        return None
    low = VAGUE.get(match["size"].casefold(), 1.0) * (
        MAGNITUDES[_singular(scale)] if scale else 1.0
    )
    return Quantity(Span(match.start(), end), None, unit, low=low, high=low * 10)


def _counted(text: str, end: int, limit: int) -> tuple[str, int]:
    """Return what is counted after a number and where that ends; "" when nothing is."""
    counted = _COUNTED.match(text, end, limit)
    if counted is None:
        return "", end
    noun = counted["glued"] or counted["noun"]
    return ("", end) if noun.casefold() in NOT_COUNTED else (noun, counted.end())


def _singular(scale: str) -> str:
    scale = scale.casefold()
    return scale if scale in MAGNITUDES else scale.removesuffix("s")


def _start(match: re.Match[str]) -> int:
    return match.start("before") if match["before"] else _bare_start(match)


def _bare_start(match: re.Match[str]) -> int:
    groups: Mapping[str, str | None] = match.groupdict()
    return match.start("sign") if groups.get("sign") else match.start("first")


def _factor(match: re.Match[str], number: int) -> float:
    groups: Mapping[str, str | None] = match.groupdict()
    scale, short = groups.get(f"scale{number}"), groups.get(f"short{number}")
    if scale:
        return MAGNITUDES[scale.casefold()]
    return GLUED_MAGNITUDES[short.casefold()] if short else 1.0


def _unit(match: re.Match[str]) -> str:
    groups: Mapping[str, str | None] = match.groupdict()
    after, sign = (groups.get("unit") or "").casefold(), (groups.get("sign") or "").casefold()
    if after in PERCENT:
        return "%"
    # "US$5 million Singapore dollars" does not happen; a code after the number is the exact one.
    return _CODES.get(after) or _CODES.get(sign) or ""


def _comparator(match: re.Match[str]) -> Comparator:
    groups: Mapping[str, str | None] = match.groupdict()
    before, after = groups.get("before"), groups.get("after")
    if before:
        return _BEFORE_SIGNS[before.casefold()]
    return _AFTER_SIGNS[after.casefold()] if after else "="
