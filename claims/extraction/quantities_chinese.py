"""Figures as Chinese writes them, in folded text: 约560万美元, 百分之三十, 三成, 数百亿元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import prod

from claims.extraction.lexicon.units import (
    CHINESE_AFTER,
    CHINESE_BEFORE,
    CHINESE_CLASSIFIERS,
    CHINESE_COUNTED,
    CHINESE_CURRENCIES,
    CHINESE_MAGNITUDES,
    CHINESE_PEOPLE,
    CURRENCIES,
)
from claims.extraction.lexicon.wording import any_of
from claims.extraction.numbers import CHINESE_DIGITS, parse_chinese, parse_digits
from claims.extraction.types import Comparator, Quantity, Span

_SCALE = "[十百千万亿兆]"
_DIGITS = rf"\d+(?:[.,]\d+)*\s?{_SCALE}{{0,3}}(?:\d+{_SCALE}{{1,2}})*"
_NUMERAL = rf"[{CHINESE_DIGITS}十百千万亿兆点]+"
_AMOUNT = rf"(?:{_DIGITS}|{_NUMERAL})"
_MONEY = any_of(CHINESE_CURRENCIES)
_SIGN = any_of([*(word for word in CURRENCIES if word[0].isupper() or not word[0].isalpha())])
_THING = (
    rf"(?:[名位]{CHINESE_PEOPLE}|(?:{CHINESE_CLASSIFIERS})(?:{CHINESE_COUNTED})?|{CHINESE_COUNTED})"
)
_FIGURE = re.compile(
    rf"(?:(?P<before>{any_of(CHINESE_BEFORE)})\s?(?:了|达|为)?\s?)?"
    rf"(?:(?P<sign>{_SIGN}|{_MONEY})\s?|(?<![A-Za-z\d.,:/第#])(?<![A-Za-z]-))(?P<of100>百分之)?"
    rf"(?P<first>{_AMOUNT})(?P<more>[多余]{_SCALE}{{0,2}})?"
    rf"(?:\s?(?:至|到|~|～|-|–|—|、)\s?(?P<second>{_AMOUNT}))?"
    rf"\s?(?P<unit>(?:{_MONEY}){{1,2}}|%|个百分点|成(?P<tenth>[一二三四五六七八九])?(?![为立功本员长交就果人分熟])|{_THING})?"
    rf"(?P<after>{any_of(CHINESE_AFTER)})?"
)
_VAGUE = re.compile(rf"(?P<size>[数几上近])(?P<scale>{_SCALE}+)(?P<unit>{_MONEY}|{_THING})")
_PART = re.compile(rf"(\d+(?:[.,]\d+)*)\s?({_SCALE}*)")
_FRACTION = re.compile(
    rf"(?P<under>[{CHINESE_DIGITS}十百]+|\d+)分之(?P<over>[{CHINESE_DIGITS}十]+|\d+)"
)
_YEAR = re.compile(r"(?:19|20)\d\d\Z")


def find(text: str, folded: str, sentence: Span, language: str) -> Iterator[Quantity]:
    """Yield the figures of a sentence, read in `folded`; what is counted stays as `text` has it."""
    for match in _VAGUE.finditer(folded, sentence.start, sentence.end):
        low = prod(CHINESE_MAGNITUDES[character] for character in match["scale"])
        span, unit = (
            Span(match.start(), match.end()),
            _money(match["unit"]) or _written(text, match),
        )
        if match["size"] in "数几":
            yield Quantity(span, None, unit, low=low, high=low * 10)
        else:
            yield Quantity(span, low, unit, ">=" if match["size"] == "上" else "~")
    for match in _FRACTION.finditer(folded, sentence.start, sentence.end):
        under = _value(match["under"], language)
        if under and under != 100:  # 百分之 is a percentage, read below
            share = 100 * _value(match["over"], language) / under
            yield Quantity(Span(match.start(), match.end()), share, "%")
    for match in _FIGURE.finditer(folded, sentence.start, sentence.end):
        if quantity := _figure(text, match, language):
            yield quantity


def _figure(text: str, match: re.Match[str], language: str) -> Quantity | None:
    unit = _unit(text, match)
    first = match["first"] + (match["more"] or "")[1:]
    if not unit or _is_no_figure(match, unit):
        return None
    tenths = 10.0 if (match["unit"] or "").startswith("成") else 1.0
    low = _value(first, language) * tenths + (
        parse_chinese(match["tenth"]) if match["tenth"] else 0
    )
    span = Span(_start(match), match.end())
    if match["second"] is None:
        return Quantity(span, low, unit, _comparator(match))
    high = _value(match["second"], language) * tenths
    if first.isascii():
        low *= _scale_of(match["second"])  # 100至200亿元
    if match.string[match.start("second") - 1] == "、" and high != low + 1:
        return Quantity(Span(match.start("second"), match.end()), high, unit)
    return Quantity(span, None, unit, low=min(low, high), high=max(low, high))


def _is_no_figure(match: re.Match[str], unit: str) -> bool:
    """Refuse years, 一个 (a, an) and numerals that are words (万一, 十分)."""
    first = match["first"]
    if _YEAR.match(first) and unit.startswith(("年", "月")):
        return True
    if first[0].isdigit() and first[0].isascii():
        return False
    return (
        first == "点"
        or (first in {"一", "点"} and unit not in {"%", *CURRENCIES.values()})
        or not _is_numeral(first)
    )


def _is_numeral(written: str) -> bool:
    return written.count("点") < 2 and not written.startswith("点") and not written.endswith("点")


def _value(written: str, language: str) -> float:
    if not written[0].isascii():
        return parse_chinese(written)
    return sum(
        parse_digits(digits, language, scaled=bool(scale))
        * prod(CHINESE_MAGNITUDES[character] for character in scale)
        for digits, scale in _PART.findall(written)
    )


def _scale_of(written: str) -> float:
    return prod(CHINESE_MAGNITUDES.get(character, 1.0) for character in written)


def _start(match: re.Match[str]) -> int:
    for name in ("before", "sign", "of100"):
        if match[name]:
            return match.start(name)
    return match.start("first")


def _unit(text: str, match: re.Match[str]) -> str:
    if match["of100"] or (match["unit"] or "").startswith(("%", "成")):
        return "%"
    written, sign = match["unit"] or "", match["sign"] or ""
    return _money(sign) or _money(written) or ("" if sign else _written(text, match))


def _written(text: str, match: re.Match[str]) -> str:
    start, end = match.span("unit")
    return text[start:end] if start >= 0 else ""


def _money(written: str) -> str:
    """Return the code of a currency, the exact one where two words stand together (元人民币)."""
    named = [code for word, code in CHINESE_CURRENCIES.items() if written.endswith(word)]
    if named:
        return named[0]
    return CURRENCIES.get(written, "")


def _comparator(match: re.Match[str]) -> Comparator:
    if match["before"]:
        return CHINESE_BEFORE[match["before"]]
    if match["more"]:
        return ">"
    return CHINESE_AFTER[match["after"]] if match["after"] else "="
