"""What extraction speaks in: frozen, hashable values whose offsets are code points.

Every `start` and `end` counts code points of the article's own text, end exclusive, so that
``text[start:end]`` is verbatim what was written.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

Comparator = Literal["=", "~", "<", ">", "<=", ">="]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of the article's text: code points, end exclusive."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the verbatim text of the span."""
        return text[self.start : self.end]

    def meets(self, other: Span) -> bool:
        """Say whether the two have a character in common."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as a value.

    `unit` is the ISO 4217 code for money ("USD"), "%" for per cent, otherwise what is counted as
    it was written ("orang", "家公司"). A single figure has `value`, and `low` and `high` are None;
    a range ("ratusan juta dolar") has `low` and `high`, and `value` is None.
    """

    span: Span
    value: float | None
    unit: str
    comparator: Comparator = "="
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or period written in the text, resolved to its first and last day."""

    span: Span
    first: datetime.date
    last: datetime.date


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says it: the full name as resolved in the article, and where this sentence names them.

    `span` is None when the speaker is carried over from an earlier sentence ("He added: …").
    """

    name: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """One signal seen in a sentence: its id in `signals`, its weight, and the spans it saw."""

    signal: str
    weight: float
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """One of several claims in a sentence: its words, and the figures and dates among them."""

    span: Span
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[DateMention, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its check-worthiness.

    `score` is 0 to 1, a fixed function of the sum of the weights of `reasons`. `selected` says
    that it goes to people. `kind` is "furniture" for page furniture, "heading" for headlines and
    section headings, else "body"; only "body" is ever selected. `repeats` is the start of the
    earlier sentence of the same article that says the same thing, or None. `units` are the claims
    of a sentence that holds several, in order and apart; () when it is one claim.
    """

    start: int
    end: int
    kind: Literal["body", "heading", "furniture"]
    score: float
    selected: bool
    reasons: tuple[Reason, ...] = ()
    speaker: Speaker | None = None
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[DateMention, ...] = ()
    repeats: int | None = None
    units: tuple[Unit, ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """All sentences of one article in order; spans do not overlap.

    `language` is a BCP 47 tag: "id", "ms", "en", "zh-Hans", "zh-Hant", … or "und".
    `engine` names the version of the rules, so that a later run can be told from an earlier one.
    """

    language: str
    sentences: tuple[Sentence, ...]
    engine: str
