"""What a number in Latin letters counts: money, per cent, measures and things."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.extraction.lexicon.comparators import AFTER
from claims.extraction.lexicon.currencies import AMBIGUOUS, CURRENCIES, MEGA_CODES, SUBUNITS
from claims.extraction.lexicon.numerals import MAGNITUDES
from claims.extraction.lexicon.units import (
    COUNTED_IN_WORDS,
    MEASURES,
    NOT_COUNTED,
    PERCENT,
    TIMES,
)
from claims.extraction.lexicon.wording import any_of
from claims.extraction.numbers.number import Number
from claims.extraction.quantities.money import SIGN, money_code
from claims.extraction.quantities.reading import Unit

_SUBUNITS = {word: (code, part) for code, (part, words) in SUBUNITS.items() for word in words}
_MEASURES = [word for word in MEASURES if word[0].isascii() or word[0] in "μµ°℃"]
_SYMBOLS = [word for word in _MEASURES if len(word) < 5]
_NAMES = [word for word in _MEASURES if len(word) > 4]
_POINTS = [word for word in _MEASURES if MEASURES[word] == "percentage point"]
UNIT = f"{any_of(PERCENT)}|{any_of(CURRENCIES)}"
"""A unit said twice in a range ("5 dollars to 7 dollars"), as a regular expression."""

_PATTERN = re.compile(
    r"(?:"
    rf"(?P<points>[ -]?{any_of(_POINTS)})"
    rf"|[ -]?(?P<percent>{any_of(PERCENT)})"
    rf"|(?P<million>m)?[ -]?(?P<money>{any_of([*CURRENCIES, *MEGA_CODES])})"
    rf"(?:[ ](?P<after>million|billion))?"
    rf"(?:[ ,]+(?:and )?(?P<cents>\d{{1,2}}) (?:cents?|sen))?"
    rf"|[ -]?(?P<part>{any_of(_SUBUNITS)})"
    rf"|[ -]?[(\[{{<]?(?P<measure>(?-i:{any_of(_SYMBOLS)})|{any_of(_NAMES)})(?!\d)[)\]}}>]?"
    rf"|[ -](?P<time>{any_of(TIMES | COUNTED_IN_WORDS)})"
    r")",
    re.IGNORECASE,
)
_SIGN_OF_NEXT = re.compile(rf" {SIGN}\d", re.IGNORECASE)  # "1 $10 bill"
_COUNTED = re.compile(r"\s+(?:[A-Z][\w-]+\s+)?(?P<noun>[a-z][\w-]+|[A-Z]{2,}s?\b|GPUs?)")
_AFTER = re.compile(rf"\s+(?P<after>{any_of(AFTER)})", re.IGNORECASE)


def unit_after(text: str, at: int, end: int, number: Number) -> Unit | None:
    """Return the money, share, measure, time or people that follow a number, or None."""
    match = _PATTERN.match(text, at, end)
    if match is None:
        return None
    if match["money"]:
        of_next = _SIGN_OF_NEXT.fullmatch(text, match.start(), min(end, match.end() + 1))
        return None if of_next else _money(match, number)
    stop = match.end()
    if match["percent"]:
        # The % of an address (search?q=30%25) is none.
        return None if text[stop : stop + 1].isalnum() else Unit("%", stop)
    if match["part"]:
        code, part = _SUBUNITS[match["part"].casefold()]
        return Unit(code, stop, part)
    kind = next(kind for kind in ("points", "measure", "time") if match[kind])
    return Unit(match[kind].strip(" -"), stop)


def _money(match: re.Match[str], number: Number) -> Unit | None:
    """Read "dollars", "m dollars", "USD million", "MEUR" and "dollars 50 cents"."""
    written = match["money"]
    if written.casefold() in AMBIGUOUS and number.value < 1000:
        return None
    factor = 1e6 if match["million"] or written in MEGA_CODES else 1.0
    if match["after"]:
        factor *= MAGNITUDES[match["after"].casefold()]
    cents = float(match["cents"]) / 100 if match["cents"] else 0.0
    return Unit(MEGA_CODES.get(written) or money_code(written), match.end(), factor, cents)


def counted_after(text: str, at: int, end: int) -> Unit | None:
    """Return the noun that follows a number, or None where a small word does."""
    match = _COUNTED.match(text, at, end)
    if match is None or match["noun"].casefold() in NOT_COUNTED:
        return None
    return Unit(match["noun"], match.end())


def with_bound(text: str, unit: Unit, end: int) -> Unit:
    """Add the bound that stands behind a figure ("or more") to its unit."""
    match = _AFTER.match(text, unit.end, end)
    if match is None:
        return unit
    return replace(unit, end=match.end(), comparator=AFTER[match["after"].casefold()])
