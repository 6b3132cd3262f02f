"""What matching speaks in: statements in, comparisons out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from claims.extraction.types import DateMention, Quantity

DIMENSIONS = 384  # of the vectors of multilingual-e5-small

Gist = tuple[float, ...]  # what an article is about (`gists`); () if that is not known
Outcome = Literal["same", "differs", "related", "unrelated"]
Aspect = Literal["number", "date", "subject", "polarity", "strength"]


@dataclass(frozen=True, slots=True)
class Statement:
    """A wording to compare. `vector` is its unit-length embedding (384 floats, `embeddings`).

    `document` names the article it stands in, in any way that tells articles apart; "" if unknown.
    `about` is the key of whom that article is about (`topics`); "" if unknown. `gist` is what it is
    about, 384 floats of unit length.
    """

    text: str
    language: str
    vector: tuple[float, ...]
    speaker: str = ""
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[DateMention, ...] = ()
    document: str = ""
    about: str = ""
    gist: Gist = ()


@dataclass(frozen=True, slots=True)
class MatchReason:
    """One thing the matcher saw: an id, its part in the score, and the wording on each side."""

    signal: str
    weight: float
    left: str = ""
    right: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The verdict of the matcher on two statements.

    `same`: one claim. `differs` (in `aspects`): two claims of one family. `related`: a suggestion
    for people, of one topic, or near without being sure. `similarity` is the language-centred
    cosine, -1 to 1.
    """

    outcome: Outcome
    similarity: float
    aspects: tuple[Aspect, ...] = ()
    reasons: tuple[MatchReason, ...] = ()
