"""Numbers in folded Chinese text: 三千二百, 5万4千, 36.57亿, 数百万, 二三十, 三分之一."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.extraction.lexicon.numerals import (
    CHINESE_DIGITS,
    CHINESE_MYRIADS,
    CHINESE_TENS,
    NO_NUMERALS,
)
from claims.extraction.numbers.chinese_value import numeral_value
from claims.extraction.numbers.digits import DIGITS, read_digits
from claims.extraction.numbers.magnitudes import magnitude_after
from claims.extraction.numbers.number import LONGEST, Number, is_sensible, rounded
from claims.extraction.types import Span

# 两 ends no number (三十两 is thirty taels) but is one by itself (两人) and before a unit (两万).
_DIGIT = f"[{''.join(word for word in CHINESE_DIGITS if word not in '两俩')}]"
# 九 九 折: digits apart stay apart, but in a discount they are one.
_DIGITS = rf"(?:一两|{_DIGIT} {_DIGIT}(?= {{0,2}}折)|{_DIGIT}++|[两俩])"
# In 12千米, 2兆瓦 and 5百分点 the character belongs to the unit.
_SCALE = (
    r"(?:[十拾佰仟万亿]|(?<![十拾])百(?! ?分 ?[点位]|帕)"
    r"|(?<![十拾])千(?![克米瓦卡帕赫焦伏]|字节|比特|位元)|兆(?![瓦赫帕焦]|字节|比特|位元))"
)
_PIECE = rf"(?:(?:零?{DIGITS}|{_DIGITS}) {{0,2}})?(?:[多余几来] {{0,2}})?{_SCALE}"
_SCALED = rf"(?>{_PIECE}(?: {{0,2}}{_PIECE})*+(?:零?{DIGITS}| {{0,2}}{_DIGIT}++)?)"
_POINT = rf" ?点 ?{_DIGIT}(?: ?{_DIGIT})*+"
_SOME = r"(?:几|(?<![参人总指次倍基约分少小函级系常岁])数) ?"
_NUMERAL = rf"(?:(?:(?:{_SOME})?{_SCALED}|{_DIGITS}|{DIGITS})(?:{_POINT})?)"
_SIGN = r"(?:负|(?<![\dA-Za-z)\]）%-])(?<!\d )-(?=\d))"
_NUMBER = re.compile(
    rf"(?P<word>{NO_NUMERALS})|(?P<sign>{_SIGN})?(?:(?P<whole>{_NUMERAL}) {{0,2}}又 {{0,2}})?"
    rf"(?:(?P<under>{_NUMERAL}) {{0,2}}分 {{0,2}}之 {{0,2}})?(?P<number>负?{_NUMERAL})"
)
_PAIR = re.compile(rf"(?<!{_DIGIT})([一二三四五六七八两])(两|{_DIGIT})(?!{_DIGIT}| ?点)")
_MORE = re.compile(r" ?(?:[余多](?![元媒样边])|(?<=十)几|来(?=[人个岁家年天名]))")
_SIZES = "百千万亿兆仟佰"
_FORMAL = "壹贰叁肆伍陆柒捌玖拾佰仟"
_SOME_MORE = re.compile("[余多几来]")
_UNITS = CHINESE_TENS | CHINESE_MYRIADS


def chinese_numbers(folded: str, start: int, end: int, language: str = "zh") -> Iterator[Number]:
    """Yield the numbers of `folded` from `start` to `end`, in order and apart."""
    at = start
    while match := _NUMBER.search(folded, at, end):
        at = match.end()
        if match["word"] or match.end() - match.start() > LONGEST:
            continue
        number = _read(folded, match, end, language)
        if number and is_sensible(number.value):
            at = number.span.end
            yield number


def _read(folded: str, match: re.Match[str], end: int, language: str) -> Number | None:
    """Return the number of a match, or None when it is a word or an address."""
    written = match["number"].removeprefix("负")
    if re.fullmatch(DIGITS, written):
        return _in_digits(folded, match, end, language)
    before = folded[match.start() - 1 : match.start()]
    if len(written) == 1 and not match["under"] and _is_word(written, before):
        return None
    more = None if written[-1] not in _UNITS else _MORE.match(folded, match.end(), end)
    low, high = _bounds(written, language)
    if low is None:
        return None
    return Number(
        Span(_start(match), more.end() if more else match.end()),
        _with_parts(match, low, language),
        high,
        _UNITS.get(written[-1], 1.0),
        more is not None or _SOME_MORE.search(written, 1) is not None,
    )


def _is_word(character: str, before: str) -> bool:
    """Say whether a lone character is more likely part of a name than a number (陆, 百度)."""
    if character in _SIZES:
        return before not in {"上", "近", "逾", "超", "过", "成"}
    return character in _FORMAL


def _in_digits(folded: str, match: re.Match[str], end: int, language: str) -> Number | None:
    scale, stop = magnitude_after(folded, match.end(), end)
    value = read_digits(match["number"].removeprefix("负"), language, scaled=scale > 1)
    if value is None:
        return None
    more = _MORE.match(folded, stop, end) if value >= 10 else None
    return Number(
        Span(_start(match), more.end() if more else stop),
        _with_parts(match, value * scale, language),
        scale=scale,
        more=more is not None,
        plain=scale == 1 and match["under"] is None and match["number"].isdigit(),
    )


def _start(match: re.Match[str]) -> int:
    """Return where a number starts; 百分之 stands before it and is no part of it."""
    share = match["under"] and is_share(match["under"])
    return match.start("number") if share else match.start()


def _bounds(written: str, language: str) -> tuple[float | None, float | None]:
    """Return from what to what a numeral goes: 数百万 is some millions, 二三十 twenty to thirty."""
    if written[0] in "数几":
        low = numeral_value(written[1:], language)
        return low, None if low is None else 10 * low
    pair = _PAIR.search(written)
    if pair and CHINESE_DIGITS[pair[1]] + 1 == CHINESE_DIGITS[pair[2]]:
        low = numeral_value(written[: pair.start(2)] + written[pair.end(2) :], language)
        return low, numeral_value(written[: pair.start(1)] + written[pair.end(1) :], language)
    return numeral_value(written, language), None


def _with_parts(match: re.Match[str], value: float, language: str) -> float:
    """Return the value with the whole before 又, the divisor before 分之 and the sign."""
    under, whole = match["under"], match["whole"]
    if under and not is_share(under):
        value /= numeral_value(under, language) or float("inf")
    if whole:
        value += numeral_value(whole, language) or 0.0
    negative = (match["sign"] is not None) != match["number"].startswith("负")
    return rounded(-value if negative else value)


def is_share(under: str) -> bool:
    """Say whether a divisor is that of 百分之 or 万分之, which quantities read as a unit."""
    return all(character in _SIZES for character in under)
