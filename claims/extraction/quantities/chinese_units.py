"""What a Chinese number counts: money, shares in hundredths and tenths, measures and things."""

from __future__ import annotations

import re

from claims.extraction.lexicon.comparators import CHINESE_AFTER
from claims.extraction.lexicon.currencies import CHINESE_CURRENCIES, CURRENCIES
from claims.extraction.lexicon.numerals import CHINESE_DIGITS
from claims.extraction.lexicon.units import (
    CHINESE_CLASSIFIERS,
    CHINESE_COUNTED,
    CHINESE_PEOPLE,
    MEASURES,
)
from claims.extraction.lexicon.wording import any_of
from claims.extraction.numbers.chinese_value import numeral_value
from claims.extraction.numbers.number import Number
from claims.extraction.quantities.money import is_plain_yuan, money_code
from claims.extraction.quantities.reading import Passage, Unit
from claims.extraction.types import Comparator

_MONEY = any_of([*CHINESE_CURRENCIES, *CURRENCIES])
_MEASURE = any_of(word for word in MEASURES if "百分点" not in word)
_DIGIT = f"(?:[{''.join(CHINESE_DIGITS)}]|\\d{{1,2}})"
_CHANGE = (
    rf"(?: ?又? ?(?P<tenths>{_DIGIT})[角毛])?"
    rf"(?: ?又? ?(?P<hundredths>{_DIGIT})[美港]?分(?![之钟析子享]))?"
)
UNIT = rf"(?:{_MONEY}|%|成|个百分点|{any_of(MEASURES)}|{any_of(CHINESE_CLASSIFIERS)})"
"""A unit said twice in a range (3元至5元), as a regular expression."""

_WRITTEN = ("points", "measure", "thing")
_PATTERN = re.compile(
    r" {0,4}(?:"
    rf"(?P<money>[个枚]?(?P<code>{_MONEY})(?P<exact>{_MONEY})?){_CHANGE}"
    r"|(?P<kuai>块)(?=[,，。;；!！?？、\s半多]|\Z)"
    r"|(?P<percent>%)|(?P<points>个? ?百 ?分 ?点)"
    rf"|(?P<tenth>成)(?: ?(?P<more>{_DIGIT}))?(?![为立功本员长交就果人分熟套型都品份语绩年因])"
    r"|(?P<discount>折)(?![叠屏扇页断磨腾服射合返回旧线纸])"
    rf"|(?P<measure>{_MEASURE})"
    rf"|(?P<thing>[名位]{CHINESE_PEOPLE}|{any_of(CHINESE_CLASSIFIERS)}(?:{CHINESE_COUNTED})?"
    rf"|{CHINESE_COUNTED})"
    r")(?: ?(?P<half>半))?"
    rf"(?P<after>[多余](?![元媒])|(?:{any_of(CHINESE_AFTER)}))?"
)


def unit_after(passage: Passage, number: Number) -> Unit | None:
    """Return the unit that follows a number, as the text writes it, or None."""
    match = _PATTERN.match(passage.folded, number.span.end, passage.sentence.end)
    if match is None or (match["thing"] and _is_article(passage.folded, number)):
        return None
    after = match["after"] or ""
    comparator = ">" if after in {"多", "余"} else CHINESE_AFTER.get(after)
    half = 0.5 if match["half"] else 0.0
    if match["code"] or match["kuai"]:
        return Unit(
            _money(match, passage.yuan), match.end(), 1.0, _change(match) + half, comparator
        )
    if match["percent"] or match["tenth"] or match["discount"]:
        return _hundredths(match, number, comparator)
    start, stop = match.span(next(kind for kind in _WRITTEN if match[kind]))
    return Unit(passage.text[start:stop].strip(), match.end(), 1.0, half, comparator)


def _hundredths(match: re.Match[str], number: Number, comparator: Comparator | None) -> Unit | None:
    """Read %, tenths (三成五: 35) and what a discount leaves (八折: 80); 十折 is the full price."""
    if match["percent"]:
        return Unit("%", match.end(), comparator=comparator)
    if match["tenth"]:
        more = (numeral_value(match["more"]) or 0.0) if match["more"] else 0.0
        return Unit("%", match.end(), 10.0, more + (5.0 if match["half"] else 0.0), comparator)
    factor = 10.0 if number.value < 10 else 1.0
    return None if number.value == 10 else Unit("%", match.end(), factor, comparator=comparator)


def _is_article(folded: str, number: Number) -> bool:
    """Say whether 一 is "a" (一个) and not a count."""
    return number.span.of(folded) == "一"


def _money(match: re.Match[str], yuan: str) -> str:
    """Return the code of a currency, the exact one where two words stand together (元人民币)."""
    written = match["exact"] or match["code"] or "元"
    return yuan if is_plain_yuan(written) else money_code(written)


def _change(match: re.Match[str]) -> float:
    """Return the tenths and hundredths said after the money (五元三毛)."""
    tenths, hundredths = match["tenths"], match["hundredths"]
    change = (numeral_value(tenths) or 0.0) / 10 if tenths else 0.0
    return change + ((numeral_value(hundredths) or 0.0) / 100 if hundredths else 0.0)
