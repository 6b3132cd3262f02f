"""Several claims in one sentence: where each begins and ends.

A sentence is cut only where a joint stands between two clauses that could each be checked alone:
each has a finite verb and something to hold it to (a figure or a date, or a name where whole
clauses are set apart). In doubt it is one claim: "rose 5 per cent to 3 million" is one with two
figures, "killed 14 and injured 200" is two.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from claims.extraction.facts import Facts
from claims.extraction.lexicon import joints as table
from claims.extraction.lexicon.actors import (
    CHINESE_ACTORS,
    CHINESE_ORGANISATION,
    CHINESE_PLACES,
)
from claims.extraction.lexicon.predicates import (
    COUNTED,
    DIRECT,
    FIGURE_WORDS,
    FINITE,
    RELATIVE_CLAUSE,
    SUBJECT,
)
from claims.extraction.types import DateMention, Quantity, Span, Unit

_KEYS = {"en": "en", "id": "id", "ms": "id", "zh": "zh"}
_ACTOR = re.compile(f"{CHINESE_ORGANISATION}|{CHINESE_PLACES}|{CHINESE_ACTORS}")
_BRACKETED = re.compile(r"[(（《【\[][^()（）《》【】\[\]\n]{0,200}[)）》】\]]")
# No part of a name: the 19 of COVID-19, the 2019 of 2019-nCoV.
_FIGURE = re.compile(rf"(?<![A-Za-z\d.,-])\d+(?:[.,]\d+)*(?!\d|-?[A-Za-z]|[.,]\d)|{FIGURE_WORDS}")
_NUMERAL = re.compile(r"[\d一二三四五六七八九十]")
_COMMA = re.compile(r"[,，](?!\d)")
_CAPITAL_LAST = re.compile(r"[A-Z]\w*\Z")
_LONGEST_WORD = 40
_EDGE = ",，;；、:："
_WHOLE = 0.6  # of a sentence: a quotation that long is the sentence, not a part of it


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The tables of one language, compiled.

    `openings` say how a clause after a joint begins, by the joint's kind; of `surely_clauses` that
    is proof enough of a verb.
    """

    joint: re.Pattern[str]
    openings: dict[str, re.Pattern[str]]
    surely_clauses: frozenset[str]
    finite: re.Pattern[str]
    condition: re.Pattern[str]
    subordinate: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Sentence:
    """Where the things stand that a claim is held to; each list is in order."""

    text: str
    grammar: _Grammar
    finite: Sequence[int]
    figures: Sequence[int]
    names: Sequence[int]
    commas: Sequence[int]


def unit_spans(facts: Facts) -> tuple[Span, ...]:
    """Return the claims of a sentence that holds several, in order and apart; () if it is one.

    Spans are in the view, as those of `facts`.
    """
    key = _KEYS.get(facts.language.partition("-")[0])
    if key is None:
        return ()
    grammar = _grammar(key)
    joints = list(_joints(facts, grammar))
    cuts = list(_cuts(facts.sentence, joints, _read(facts, grammar))) if joints else []
    edges = [facts.sentence.start, *(edge for cut in cuts for edge in cut), facts.sentence.end]
    spans = [_trimmed(facts.folded, *pair) for pair in zip(edges[::2], edges[1::2], strict=True)]
    return tuple(spans) if cuts else ()


def units_of(
    spans: Iterable[Span], quantities: Sequence[Quantity], dates: Sequence[DateMention]
) -> tuple[Unit, ...]:
    """Return the units over `spans`, each with the figures and dates that stand in it."""
    return tuple(
        Unit(
            span,
            tuple(each for each in quantities if _holds(span, each.span)),
            tuple(each for each in dates if _holds(span, each.span)),
        )
        for span in spans
    )


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _cuts(
    sentence: Span, joints: Sequence[re.Match[str]], seen: _Sentence
) -> Iterator[tuple[int, int]]:
    """Yield where a claim ends and the next begins."""
    ends = [*(match.start() for match in joints[1:]), sentence.end]
    start = sentence.start
    for joint, end in zip(joints, ends, strict=True):
        kind = joint.lastgroup or ""
        if not _stands_before(seen, start, joint.start()):
            continue
        if kind == "comma" and seen.grammar.subordinate.match(seen.text, start):
            continue
        if kind != "relative" and not _evenly_held(seen, start, joint, end):
            continue
        if _stands_after(seen, joint.end(), end, kind):
            yield joint.start(), joint.end()
            start = joint.end()


def _joints(facts: Facts, grammar: _Grammar) -> Iterator[re.Match[str]]:
    """Yield the joints that cut through no bracket, short quotation or figure."""
    start, end = facts.sentence.start, facts.sentence.end
    long = _WHOLE * (end - start)
    closed = [Span(*match.span()) for match in _BRACKETED.finditer(facts.folded, start, end)]
    closed += [span for span in facts.quoted if span.end - span.start < long]
    closed += [each.span for each in facts.quantities]
    closed += facts.dates
    closed.sort()
    at = 0
    for match in grammar.joint.finditer(facts.folded, start, end):
        while at < len(closed) and closed[at].end <= match.start():
            at += 1
        if at == len(closed) or closed[at].start >= match.end():
            yield match


def _evenly_held(seen: _Sentence, start: int, joint: re.Match[str], end: int) -> bool:
    """Say whether the two sides of a joint have figures enough not to be halves of one claim."""
    before = _any(seen.figures, start, joint.start())
    after = _any(seen.figures, joint.end(), end)
    if joint.lastgroup == "apart":
        return before or after
    # "Plans to hire and train 400": the figure belongs to both verbs.
    # "Bill Gates and George Soros are behind it": two names, one verb.
    return before or not (after or _joins_names(seen.text, joint))


def _joins_names(text: str, joint: re.Match[str]) -> bool:
    """Say whether a joint stands between two words with capitals."""
    before = text[max(0, joint.start() - _LONGEST_WORD) : joint.start()]
    opens = text[joint.end() : joint.end() + 1].isupper()
    return opens and _CAPITAL_LAST.search(before) is not None


def _stands_before(seen: _Sentence, start: int, end: int) -> bool:
    """Say whether the words before a joint are a claim of their own."""
    if not _is_claim(seen, start, end) or seen.grammar.condition.match(seen.text, start, end):
        return False
    # "After wages rose 5 per cent and prices fell 3 per cent, …": the main clause is to come.
    opens_subordinate = seen.grammar.subordinate.match(seen.text, start, end)
    return not opens_subordinate or _any(seen.commas, start, end)


def _stands_after(seen: _Sentence, start: int, end: int, kind: str) -> bool:
    """Say whether the words between a joint and the next one are a claim of their own."""
    grammar = seen.grammar
    if not grammar.openings[kind].match(seen.text, start, end):
        return False
    if grammar.condition.match(seen.text, start) or grammar.subordinate.match(seen.text, start):
        return False
    if _any(seen.figures, start, end):
        return kind in grammar.surely_clauses or _any(seen.finite, start, end)
    # Without a figure it must name whom it is about, and say it whole: not "and thanked Ann Cole".
    opens_with_a_name = kind == "added" and _any(seen.names, start, start + 1)
    return (opens_with_a_name or kind == "apart") and _is_claim(seen, start, end)


def _is_claim(seen: _Sentence, start: int, end: int) -> bool:
    """Say whether a stretch has a finite verb and something to hold it to."""
    held = _any(seen.figures, start, end) or _any(seen.names, start, end)
    return held and _any(seen.finite, start, end)


def _any(places: Sequence[int], start: int, end: int) -> bool:
    at = bisect_left(places, start)
    return at < len(places) and places[at] < end


def _read(facts: Facts, grammar: _Grammar) -> _Sentence:
    start, end = facts.sentence.start, facts.sentence.end
    figures = [each.span.start for each in facts.quantities]
    # "On Monday" says too little: it may be the day of the clause before, too.
    figures += [day.start for day in facts.dates if _NUMERAL.search(day.of(facts.folded))]
    # "injured 200", "shrank by half": no quantity with a unit, and yet something to check.
    figures += [match.start() for match in _FIGURE.finditer(facts.folded, start, end)]
    names = [span.start for span in facts.names]
    names += [match.start() for match in _ACTOR.finditer(facts.folded, start, end)]
    return _Sentence(
        text=facts.folded,
        grammar=grammar,
        finite=[match.start() for match in grammar.finite.finditer(facts.folded, start, end)],
        figures=sorted(figures),
        names=sorted(names),
        commas=[match.start() for match in _COMMA.finditer(facts.folded, start, end)],
    )


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and _is_edge(text[start]):
        start += 1
    while end > start and _is_edge(text[end - 1]):
        end -= 1
    return Span(start, end)


@lru_cache(maxsize=4)
def _grammar(key: str) -> _Grammar:
    kinds = {
        "apart": table.APART,
        "relative": table.RELATIVE,
        "added": table.ADDED,
        "comma": table.COMMA,
    }
    return _Grammar(
        joint=re.compile("|".join(f"(?P<{kind}>{kinds[kind][key]})" for kind in kinds)),
        openings={kind: re.compile(opening) for kind, opening in _openings(key).items()},
        surely_clauses=frozenset(kinds) - (set() if key == "zh" else {"apart"}),
        finite=re.compile(FINITE[key]),
        condition=re.compile(table.CONDITIONS[key], re.IGNORECASE),
        subordinate=re.compile(table.SUBORDINATE[key], re.IGNORECASE),
    )


def _openings(key: str) -> dict[str, str]:
    """Return how what follows a joint of each kind must begin to be a clause."""
    own_subject = f"{SUBJECT[key]}(?:{FINITE[key]})"
    if key == "zh":
        # No list has all verbs of Chinese; after these joints anything of some length has one.
        clause = "[^，,。；;]{6}"
        comma = f"{own_subject}|{COUNTED}"
        return {"apart": clause, "relative": f"其中{clause}", "added": clause, "comma": comma}
    joined = f"(?!{table.LEVELS[key]})(?:{DIRECT[key]})|{own_subject}"
    return {
        "apart": "",
        "relative": RELATIVE_CLAUSE[key],
        "added": joined,
        "comma": own_subject,
    }


def _is_edge(character: str) -> bool:
    return character.isspace() or character in _EDGE
