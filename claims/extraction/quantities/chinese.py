"""Figures as Chinese writes them, in folded text: 约560万美元, 百分之三十, 三成, 数百亿元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from claims.extraction.lexicon.comparators import CHINESE_BEFORE
from claims.extraction.lexicon.currencies import CHINESE_CURRENCIES
from claims.extraction.lexicon.wording import any_of
from claims.extraction.numbers.chinese import chinese_numbers
from claims.extraction.numbers.chinese_value import numeral_value
from claims.extraction.numbers.number import Number
from claims.extraction.quantities.chinese_units import UNIT, unit_after
from claims.extraction.quantities.money import SIGN, money_code
from claims.extraction.quantities.reading import Lead, Passage, Unit, quantity_of
from claims.extraction.types import Comparator, Quantity, Span

_WINDOW = 18  # code points before a number that its comparator and its sign may take
_MONEY = any_of(CHINESE_CURRENCIES)
_SHARE = r"[百佰千仟万亿]{1,3} {0,2}分 {0,2}之 {0,2}"
_LEAD = re.compile(
    rf"(?:(?P<before>{any_of(CHINESE_BEFORE)}|上)\s?(?:[了达为过有到至是占])?\s?)?"
    rf"(?:(?P<sign>{SIGN}|{_MONEY})[:：]?\s{{0,2}})?(?P<share>{_SHARE})?\Z",
)
_JOINT = re.compile(
    rf"\s?(?:{UNIT})?\s?(?P<dash>至|到|~|～|-|–|—|——|、|[与和](?=[^,，。;；]{{1,20}}之?间))\s?"
    rf"(?:{SIGN})?(?:{_SHARE})?"
)
# R1, GPT-4, 第3, 10:30, 2.0.1 and C/2023: part of a name, an order, a time or a version.
_NAMED = re.compile(r"(?:[A-Za-z_#=%第]|[A-Za-z\d][-.:/])\Z")
_HALVES = {"打对折": 50.0, "半成": 5.0, "半折": 50.0, "半数": 50.0, "一半": 50.0, "过半": 50.0}
_HALF = re.compile("|".join(_HALVES))


def find(passage: Passage) -> Iterator[Quantity]:
    """Yield the figures of a sentence; what is counted stays as the text has it."""
    yield from _halves(passage)
    folded, sentence = passage.folded, passage.sentence
    numbers = list(chinese_numbers(folded, sentence.start, sentence.end, passage.language))
    at, done = 0, sentence.start
    while at < len(numbers):
        first, second = numbers[at], None
        if at + 1 < len(numbers) and _is_range(folded, first, numbers[at + 1]):
            second = numbers[at + 1]
        at += 1 if second is None else 2
        quantity = _figure(passage, first, second, done)
        if quantity:
            done = quantity.span.end
            yield quantity


def _halves(passage: Passage) -> Iterator[Quantity]:
    sentence = passage.sentence
    for match in _HALF.finditer(passage.folded, sentence.start, sentence.end):
        span = Span(match.start(), match.end())
        yield Quantity(span, _HALVES[match[0]], "%", ">" if match[0] == "过半" else "=")


def _figure(passage: Passage, first: Number, second: Number | None, done: int) -> Quantity | None:
    """Return the quantity of a number or a range; what ends before `done` is another's."""
    lead = _lead(passage, first, done)
    before = max(0, first.span.start - 2)
    if not lead.money and _NAMED.search(passage.folded, before, first.span.start):
        return None
    last = second or first
    unit = unit_after(passage, last)
    if lead.share is not None:
        unit = Unit("%", last.span.end, lead.share)
    elif lead.money:
        unit = replace(unit, name=lead.money) if unit else Unit(lead.money, last.span.end)
    elif unit is None:
        unit = _unnamed(passage.folded, last)
    if unit is None or _is_no_figure(first, second, unit):
        return None
    return quantity_of(lead, first, unit, second)


def _lead(passage: Passage, number: Number, done: int) -> Lead:
    start = number.span.start
    match = _LEAD.search(passage.folded, max(done, start - _WINDOW), start)
    if match is None or match.end() == match.start():
        return Lead(start)
    before = match["before"]
    if before == "上" and passage.folded[start] not in "百千万亿":
        return Lead(start)  # 上三家
    if before == "超" and passage.folded[match.start() - 1 : match.start()] in {"买", "卖"}:
        return Lead(match.start() + 1, None, _sign_money(match["sign"] or "", passage.yuan))  # 卖超
    comparator: Comparator | None = CHINESE_BEFORE.get(before, ">=") if before else None
    share = _share(match["share"]) if match["share"] else None
    return Lead(match.start(), comparator, _sign_money(match["sign"] or "", passage.yuan), share)


def _sign_money(sign: str, yuan: str) -> str:
    """Return the money of a sign; a plain $ is the dollar of Hong Kong or Taiwan in their texts."""
    return yuan if sign == "$" and yuan != "CNY" else money_code(sign)


def _share(written: str) -> float | None:
    """Return how many hundredths 百分之 (1), 千分之 (0.1) and the like stand for."""
    under = numeral_value(re.sub(r"[ 分之]", "", written))
    return 100.0 / under if under else None


def _is_range(folded: str, first: Number, second: Number) -> bool:
    """Say whether two numbers are the ends of a range: 3至5亿, 20–30%, 三、四百."""
    match = _JOINT.fullmatch(folded, first.span.end, second.span.start)
    if match is None or first.high is not None:
        return False
    if match["dash"] == "、":
        return first.scale == 1 and second.value == (first.value + 1) * second.scale
    return first.value < second.value or first.scale > 1


def _unnamed(folded: str, number: Number) -> Unit | None:
    """Read a share (三分之一的人), or a figure so large that it needs no unit (奖池36.57亿)."""
    if "分" in number.span.of(folded):
        return Unit("%", number.span.end, 100.0)
    return Unit("", number.span.end) if number.scale >= 1e4 else None


def _is_no_figure(first: Number, second: Number | None, unit: Unit) -> bool:
    """Refuse years and, after noon, hours (下午3点)."""
    if not first.plain or second is not None:
        return False
    year = 1900 <= first.value < 2100 and unit.name.startswith(("年", "月"))
    return year or (unit.name in {"点", "點"} and first.value <= 24)
