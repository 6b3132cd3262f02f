"""Figures in Latin letters: "US$5.6 million", "ratusan juta dolar", "5,5 persen"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.extraction.lexicon.comparators import BEFORE
from claims.extraction.lexicon.units import NAMING
from claims.extraction.numbers.latin import latin_numbers
from claims.extraction.numbers.number import Number, is_sensible
from claims.extraction.quantities.latin_units import UNIT, counted_after, unit_after, with_bound
from claims.extraction.quantities.money import SIGN, money_code
from claims.extraction.quantities.reading import Lead, Passage, Unit, quantity_of
from claims.extraction.types import Quantity, Span

_WINDOW = 48  # code points before a number that its comparator and its sign may take
_SIGN = re.compile(rf"(?<![A-Za-z])(?:{SIGN})\s?\Z", re.IGNORECASE)
_SIGN_WINDOW = 8
_WORD = re.compile(r"(?<![\w-])[\w'.-]+")
_LONGEST_COMPARATOR = 4  # words
_FILLERS = frozenset({"just", "only", "hanya", "total", "mencapai", "the"})
_JOINT = re.compile(
    rf"(?:\s?(?P<unit>{UNIT}))?(?:\s(?P<word>to|and|dan|hingga|sampai|sampai dengan)\s|"
    rf"\s?(?P<dash>[-–—~])\s?)(?:{SIGN}\s?)?",
    re.IGNORECASE,
)
_FROM = re.compile(r"\b(?:from|dari|daripada)\s+\Z", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:between|antara)\s+\Z", re.IGNORECASE)
# R1, GPT-4, #3, 10:30, 2.0.1, 400-800: part of a name, a list, a time, a version or a telephone.
_NAMED = re.compile(r"(?:[A-Za-z_#@=%]|[A-Za-z\d][-–./:,])\Z")
_GOES_ON = re.compile(r"[-/:]?\d|[.,]\d|[-/](?=\w*\d)")
_JOINT_WORD = re.compile(r"[A-Za-z]")
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_MODEL = re.compile(r"\S [A-Z][A-Za-z-]+ \Z")
_SHARED = re.compile(r"\s(?:of|dari|daripada|the)\b", re.IGNORECASE)


def find(passage: Passage) -> Iterator[Quantity]:
    """Yield the figures of a sentence."""
    text, sentence = passage.text, passage.sentence
    numbers = list(latin_numbers(text, sentence.start, sentence.end, passage.language))
    at, done = 0, sentence.start
    while at < len(numbers):
        first, second = numbers[at], None
        lead = _lead(text, done, first)
        if at + 1 < len(numbers) and _is_range(text, sentence, first, numbers[at + 1]):
            second = numbers[at + 1]
        if _is_name(text, sentence, lead, first, second):
            at += 1
            continue
        quantity = _figure(text, sentence, lead, first, second)
        at += 1 if second is None or quantity is None else 2
        if quantity:
            done = quantity.span.end
            yield quantity


def _lead(text: str, done: int, number: Number) -> Lead:
    """Return what stands before a number, from `done`: what ends before it is another's."""
    start = number.span.start
    sign = _SIGN.search(text, max(done, start - _SIGN_WINDOW), start)
    money = money_code(sign[0].strip()) if sign else ""
    start = sign.start() if sign else start
    low = max(done, start - _WINDOW)
    words = list(_WORD.finditer(text, low, start))[-_LONGEST_COMPARATOR - 1 :]
    if words and words[-1][0].casefold() in _FILLERS:
        words.pop()
    for word in words:  # the longest comparator begins first
        said = " ".join(text[word.start() : words[-1].end()].casefold().split())
        if said in BEFORE and not text[words[-1].end() : start].strip(" \n"):
            return Lead(word.start(), BEFORE[said], money)
    return Lead(start, None, money)


def _is_range(text: str, sentence: Span, first: Number, second: Number) -> bool:
    match = _JOINT.fullmatch(text, first.span.end, second.span.start)
    if match is None or first.high is not None:
        return False
    before = max(sentence.start, first.span.start - 10)
    if match["unit"] and _FROM.search(text, before, first.span.start):
        return False  # "from 5 percent to 10 percent" tells of two figures
    word = (match["word"] or "").casefold()
    if word in {"and", "dan"}:
        return _BETWEEN.search(text, before, first.span.start) is not None
    return first.value < second.value or first.scale > second.scale


def _is_name(text: str, sentence: Span, lead: Lead, first: Number, second: Number | None) -> bool:
    """Say whether digits are part of a name, a time, a score or a telephone number."""
    start, stop = first.span.start, (second or first).span.end
    if lead.money or not text[start].isdigit():
        return False
    if _NAMED.search(text, max(0, start - 2), start) or _GOES_ON.match(text, stop):
        return True
    words = text[max(sentence.start, start - _WINDOW) : start].split()
    if words and words[-1].casefold().strip(".(") in NAMING:
        return True
    if not first.plain or first.value >= 100:
        return False
    # "Model 3 hingga 25 persen": a capital before a small number names it.
    named = _MODEL.search(text, max(sentence.start, start - _WINDOW), start) is not None
    return named and (second is not None or unit_after(text, stop, sentence.end, first) is None)


def _figure(
    text: str, sentence: Span, lead: Lead, first: Number, second: Number | None
) -> Quantity | None:
    last = second or first
    stop, end = last.span.end, sentence.end
    if last.high is not None and text.startswith(" of ", stop):
        stop += len(" of")
    unit = unit_after(text, stop, end, last)
    if lead.money:
        unit = _paid(text, lead, last, unit)
    elif unit is None:
        unit = _loose(text, sentence, lead, first, second)
    if unit is None:
        return None
    quantity = quantity_of(lead, first, with_bound(text, unit, end), second)
    return quantity if is_sensible(quantity.value or quantity.high or 0.0) else None


def _paid(text: str, lead: Lead, last: Number, unit: Unit | None) -> Unit:
    """Return the money of a sign; a code after the number is the exact one ("$5 SGD")."""
    stop = last.span.end
    of_next = unit and text[unit.end : unit.end + 2].strip()[:1].isdigit()
    if unit and not of_next and money_code(text[stop : unit.end].strip(" -")):
        return unit
    million = text[stop : stop + 1] == "m" and not text[stop + 1 : stop + 2].isalnum()
    return Unit(lead.money, stop + 1, 1e6) if million else Unit(lead.money, stop)


def _loose(
    text: str, sentence: Span, lead: Lead, first: Number, second: Number | None
) -> Unit | None:
    """Return the noun that is counted, or no unit for a number that is a figure by itself."""
    last = second or first
    stop = last.span.end
    written = first.span.of(text)
    if not any(character.isdigit() for character in written):
        return _loose_words(text, sentence, first)
    if _is_year(first) or text[stop : stop + 1].isalpha() or _is_resolution(text, first):
        return None
    if (
        second is not None
        and first.scale == last.scale == 1
        and not _JOINT_WORD.search(text, first.span.end, last.span.start)
    ):
        return None  # 3-1, 737-800
    if "/" in written:
        return None  # 24/7, 9/11
    noun = counted_after(text, stop, sentence.end)
    if noun:
        return noun
    spoken = first.scale > 1 and text[stop - 1].islower() and text[stop - 2].isalpha()
    alone = spoken or lead.comparator or _GROUPED.fullmatch(written)
    return Unit("", stop) if alone else None


def _loose_words(text: str, sentence: Span, number: Number) -> Unit | None:
    """Read a share ("a third of") or a number of magnitude in words ("two million")."""
    stop = number.span.end
    if number.value < 1 and number.scale == 1:
        shared = _SHARED.match(text, stop, sentence.end)
        return Unit("%", stop, 100.0) if shared else None
    if number.high is not None:
        of = len(" of") if text.startswith(" of ", stop) else 0
        return counted_after(text, stop + of, sentence.end)
    noun = counted_after(text, stop, sentence.end)
    return (noun or Unit("", stop)) if number.scale >= 1000 else None


def _is_year(number: Number) -> bool:
    return number.plain and 1900 <= number.value < 2100


def _is_resolution(text: str, number: Number) -> bool:
    """Say whether a number is that of a screen (4K)."""
    return text[number.span.end - 1] == "K" and number.value in {2000, 4000, 8000}
