"""Check-worthiness: a logistic of the sum of the weights of what was seen."""

from __future__ import annotations

import math
from collections.abc import Sequence

from claims.extraction.facts import Facts
from claims.extraction.signals import SIGNALS
from claims.extraction.types import Reason

BIAS = -0.8
"""The sum before anything is seen: most sentences with nothing in them are not worth checking."""

THRESHOLD = 0.5
"""A body sentence of at least this score goes to people."""


def reasons_for(facts: Facts) -> tuple[Reason, ...]:
    """Return every signal seen, its spans in the view."""
    seen = ((signal, signal.find(facts)) for signal in SIGNALS)
    return tuple(Reason(signal.id, signal.weight, spans) for signal, spans in seen if spans)


def score(reasons: Sequence[Reason]) -> float:
    """Return the score, 0 to 1, that the reasons sum to."""
    return 1 / (1 + math.exp(-(BIAS + sum(reason.weight for reason in reasons))))
