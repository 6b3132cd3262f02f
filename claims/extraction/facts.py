"""What the signals look at: a sentence with everything the earlier stages found in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.extraction.han import count_han
from claims.extraction.types import Quantity, Span, Speaker


@dataclass(frozen=True, slots=True)
class Facts:
    """One sentence of the view; every span counts code points of the view."""

    folded: str
    sentence: Span
    language: str
    names: tuple[Span, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[Span, ...] = ()
    quoted: tuple[Span, ...] = ()
    speaker: Speaker | None = None

    @property
    def written(self) -> str:
        """The sentence, folded."""
        return self.sentence.of(self.folded)

    @property
    def words(self) -> float:
        """How much is said, in Latin words; three Han characters say about as much as two."""
        return len(self.written.split()) + count_han(self.written) / 1.5


def within(spans: Sequence[Span], sentence: Span) -> tuple[Span, ...]:
    """Return the parts of `spans` inside the sentence."""
    return tuple(
        Span(max(span.start, sentence.start), min(span.end, sentence.end))
        for span in spans
        if span.start < sentence.end and sentence.start < span.end
    )
