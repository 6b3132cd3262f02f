"""Check-worthiness: a logistic of the sum of the weights of what was seen, wording included."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import chain, repeat

from claims.extraction.facts import Facts
from claims.extraction.signals import SIGNALS
from claims.extraction.types import Reason, Span
from claims.extraction.worth.reading import Reading
from claims.extraction.worth.weights import shipped

THRESHOLD = 0.35
"""A body sentence of at least this score goes to people: a claim missed costs more than a glance.
What other thresholds would choose, `manage.py scorecard` prints."""

WORDING = "wording"
"""The reason that stands for the trained model's reading of the whole sentence."""


MOST_READ = 500
"""Sentences whose wording is read, the first of an article: reading takes some 25 ms for each, and
a megabyte of text has ten thousand. In the rest the signals alone speak."""


def reasons_for(sentences: Sequence[Facts]) -> list[tuple[Reason, ...]]:
    """Return every reason seen in each sentence, its spans in the view; embeds them in one go."""
    weights = shipped()
    seen = [_signals_in(facts) for facts in sentences]
    read = list(zip(sentences, seen, strict=True))[:MOST_READ]
    wordings = weights.of_wordings([_reading(facts, signals) for facts, signals in read])
    return [
        (
            *(Reason(name, weights.signals[name], spans) for name, spans in signals.items()),
            Reason(WORDING, wording),
        )
        for signals, wording in zip(seen, chain(wordings, repeat(0.0)), strict=False)
    ]


def readings_of(sentences: Sequence[Facts]) -> list[Reading]:
    """Return what the model sees of each sentence, to fit it or to try it."""
    return [_reading(facts, _signals_in(facts)) for facts in sentences]


def score(reasons: Sequence[Reason]) -> float:
    """Return the score, 0 to 1, that the reasons sum to; 0 for none at all."""
    if not reasons:
        return 0.0
    return 1 / (1 + math.exp(-(shipped().bias + sum(reason.weight for reason in reasons))))


def _signals_in(facts: Facts) -> dict[str, tuple[Span, ...]]:
    found = ((signal.id, signal.find(facts)) for signal in SIGNALS)
    return {name: spans for name, spans in found if spans}


def _reading(facts: Facts, signals: dict[str, tuple[Span, ...]]) -> Reading:
    return Reading(facts.written, facts.words, frozenset(signals))
