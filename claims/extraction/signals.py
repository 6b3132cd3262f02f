"""Signals of check-worthiness: data with an id, a weight, and the spans each saw.

A weight is added once however often its signal is seen. The ids are shown to reviewers through
the UI, which translates them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache, partial

from claims.extraction.facts import Facts
from claims.extraction.lexicon import rhetoric, wordings_against, wordings_for
from claims.extraction.lexicon.actors import (
    CHINESE_ACTORS,
    CHINESE_ORGANISATION,
    CHINESE_PLACES,
    UNNAMED_ACTORS,
)
from claims.extraction.types import Span

Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Signal:
    """What to look for, and what people think that seeing it adds to the score.

    Training adds to `weight` what it learns: `worth/weights.json` has the two together.
    """

    id: str
    weight: float
    find: Callable[[Facts], Spans]


_ACTOR = re.compile(f"{CHINESE_ORGANISATION}|{CHINESE_PLACES}|{CHINESE_ACTORS}")
_ASKS = re.compile('[？?]["”’」』]\\Z')
_CRIES = re.compile('[！!]["”’」』]?\\Z')
# "发布R1大模型": Chinese on either side is no part of the name, so \b would miss it.
_PRODUCT = re.compile(
    r"(?<![A-Za-z0-9])[A-Z][A-Za-z]{0,20}(?:-[A-Za-z]{1,20}){0,2}[ -]?[A-Z]?\d+(?:\.\d+)?[A-Za-z]*"
    r"(?![A-Za-z0-9])|《[^》]+》"
)


@lru_cache(maxsize=256)
def _compiled(wording: str) -> re.Pattern[str]:
    return re.compile(wording, re.IGNORECASE)


def _wording(table: dict[str, str], facts: Facts) -> Spans:
    """Find a table's wording in the languages the sentence may be in."""
    base = facts.language.split("-")[0]
    key = {"zh": "zh", "en": "en", "id": "id", "ms": "id"}.get(base)
    if key is None:
        return ()
    pattern = _compiled(table[key])
    start, end = facts.sentence.start, facts.sentence.end
    if table[key].startswith("^"):
        return tuple(
            Span(start + m.start(), start + m.end())
            for m in [pattern.match(facts.written)]
            if m and m[0]
        )
    return tuple(
        Span(match.start(), match.end()) for match in pattern.finditer(facts.folded, start, end)
    )


def _unspoken(table: dict[str, str], facts: Facts) -> Spans:
    """Find a wording that counts only when the article itself says it, outside quotations."""
    if facts.speaker is not None:
        return ()
    return tuple(span for span in _wording(table, facts) if not _inside(span, facts.quoted))


def _nameless(table: dict[str, str], facts: Facts) -> Spans:
    """Find a wording that is no part of a name: 陸遠航 is a person, 遠航 a figure of speech."""
    speaker = facts.speaker and facts.speaker.span
    taken = (*facts.names, speaker) if speaker else facts.names
    return tuple(span for span in _wording(table, facts) if not _inside(span, taken))


def _unquoted(table: dict[str, str], facts: Facts) -> Spans:
    """Find a wording used, not mentioned: in "the policy “great leap”" it is others' word."""
    main = _main_quotes(facts)
    mentioned = [quote for quote in facts.quoted if quote not in main]
    return tuple(span for span in _wording(table, facts) if not _inside(span, mentioned))


def _inside(span: Span, outer: Iterable[Span]) -> bool:
    return any(other.start <= span.start and span.end <= other.end for other in outer)


def _figures(facts: Facts) -> Spans:
    return tuple(
        q.span for q in facts.quantities if q.unit == "%" or (q.unit.isupper() and len(q.unit) == 3)
    )


def _counts(facts: Facts) -> Spans:
    return tuple(
        q.span
        for q in facts.quantities
        if q.span not in _figures(facts) and (q.value is None or q.value >= 2)
    )


def _actors(facts: Facts) -> Spans:
    han = tuple(
        Span(match.start(), match.end())
        for match in _ACTOR.finditer(facts.folded, facts.sentence.start, facts.sentence.end)
    )
    return facts.names + han


def _several_actors(facts: Facts) -> Spans:
    seen = {span.of(facts.folded).casefold(): span for span in _actors(facts)}
    return tuple(seen.values()) if len(seen) > 1 else ()


def _products(facts: Facts) -> Spans:
    return tuple(
        Span(match.start(), match.end())
        for match in _PRODUCT.finditer(facts.folded, facts.sentence.start, facts.sentence.end)
    )


def _speaker(facts: Facts) -> Spans:
    if facts.speaker is None:
        return ()
    return (facts.speaker.span or facts.sentence,)


def _question(facts: Facts) -> Spans:
    """See a sentence that asks, not one that states and quotes a question at its end."""
    asked = _wording(wordings_against.QUESTION, facts)
    length = facts.sentence.end - facts.sentence.start
    asking = tuple(quote for quote in _main_quotes(facts) if _ASKS.search(quote.of(facts.folded)))
    if asking:
        return asking
    if any(
        quote.end == facts.sentence.end and (quote.end - quote.start) * 2 < length
        for quote in facts.quoted
    ):
        return ()
    return asked


def _bare_quotation(facts: Facts) -> Spans:
    """See a quotation that is most of the sentence and names nobody, no figure and no day."""
    concrete = [*_actors(facts), *(quantity.span for quantity in facts.quantities), *facts.dates]
    return tuple(
        quote
        for quote in _main_quotes(facts)
        if not any(_inside(span, [quote]) for span in concrete)
    )


def _main_quotes(facts: Facts) -> Spans:
    length = facts.sentence.end - facts.sentence.start
    return tuple(quote for quote in facts.quoted if (quote.end - quote.start) * 2 > length)


def _exclamation(facts: Facts) -> Spans:
    parts = (facts.sentence, *_main_quotes(facts))
    return tuple(part for part in parts if _CRIES.search(part.of(facts.folded)))


def _dates(facts: Facts) -> Spans:
    return facts.dates


def _fragment(facts: Facts) -> Spans:
    fewest = 6 if _main_quotes(facts) else 5  # a quotation that short is a saying
    return (facts.sentence,) if facts.words < fewest and not facts.quantities else ()


def _nobody(facts: Facts) -> Spans:
    if _actors(facts) or facts.quantities or facts.speaker or _wording(UNNAMED_ACTORS, facts):
        return ()
    return (facts.sentence,)


SIGNALS = (
    Signal("figure", 2.2, _figures),
    Signal("count", 1.6, _counts),
    Signal("named", 0.7, _actors),
    Signal("institution", 0.3, partial(_wording, UNNAMED_ACTORS)),
    Signal("several_named", 0.4, _several_actors),
    Signal("product", 1.0, _products),
    Signal("attribution", 0.9, _speaker),
    Signal("comparison", 0.6, partial(_wording, wordings_for.COMPARISON)),
    Signal("cause", 0.3, partial(_wording, wordings_for.CAUSE)),
    Signal("event", 0.7, partial(_wording, wordings_for.EVENT)),
    Signal("date", 1.0, _dates),
    Signal("history", 0.4, partial(_wording, wordings_for.HISTORY)),
    Signal("statistics", 0.4, partial(_wording, wordings_for.STATISTICS)),
    Signal("denial", 0.6, partial(_wording, wordings_for.DENIAL)),
    Signal("absolute", 0.9, partial(_wording, wordings_for.ABSOLUTE)),
    Signal("unnamed_source", -0.7, partial(_wording, wordings_against.UNNAMED_SOURCE)),
    Signal("belief", -0.3, partial(_wording, wordings_against.BELIEF)),
    Signal("opinion", -0.8, partial(_unspoken, rhetoric.OPINION)),
    Signal("hype", -0.9, partial(_unquoted, rhetoric.HYPE)),
    Signal("slogan", -2.0, partial(_nameless, rhetoric.SLOGAN)),
    Signal("forecast", -0.7, partial(_unspoken, wordings_against.FORECAST)),
    Signal("hypothetical", -0.7, partial(_wording, wordings_against.HYPOTHETICAL)),
    Signal("recommendation", -1.4, partial(_wording, wordings_against.ADVICE)),
    Signal("generality", -1.0, partial(_unspoken, rhetoric.MORAL)),
    Signal("we", -0.7, partial(_unspoken, wordings_against.WE)),
    Signal("question", -4.0, _question),
    Signal("exclamation", -0.6, _exclamation),
    Signal("meta", -3.0, partial(_unspoken, wordings_against.META)),
    Signal("advert", -2.0, partial(_unspoken, wordings_against.ADVERT)),
    Signal("vague_subject", -0.4, partial(_unspoken, wordings_against.VAGUE_SUBJECT)),
    Signal("bare_quotation", -0.5, _bare_quotation),
    Signal("fragment", -1.0, _fragment),
    Signal("nobody_named", -1.0, _nobody),
)
