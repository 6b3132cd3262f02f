"""Words that a person cut out of an article. The desk decides who may."""

from __future__ import annotations

from claims.extraction.types import Span
from claims.models import Article, Sentence
from claims.models.sentence import PERSON, SentenceKind
from claims.selectors.articles import article_sentences

FOUND = ("quantities", "dates")


def passage_sentence(*, article: Article, span: Span) -> Sentence:
    """Return the sentence of the locked `article` on `span`: the machine's, or one of its own.

    Its own has the score, the reasons and the speaker that the machine gave the sentence with most
    of its words, and of the figures and dates found around it those that stand in it.
    """
    around = [row for row in article_sentences(article) if span.meets(_span(row))]
    same = next((row for row in around if _span(row) == span), None)
    if same is not None:
        return same
    best = max(around, key=lambda row: _shared(span, _span(row)), default=None)
    return Sentence.objects.create(
        article=article,
        engine=PERSON,
        start=span.start,
        end=span.end,
        kind=SentenceKind.BODY,
        selected=False,
        score=best.score if best else 0,
        reasons=best.reasons if best else [],
        speaker=best.speaker if best else "",
        **{name: _within(span, around, name) for name in FOUND},
    )


def _within(span: Span, around: list[Sentence], name: str) -> list[dict[str, object]]:
    """Return what the machine found in the sentences `around` that stands wholly in `span`."""
    rows = (each for row in around if row.engine != PERSON for each in getattr(row, name))
    return [each for each in rows if span.start <= each["start"] and each["end"] <= span.end]


def _span(row: Sentence) -> Span:
    return Span(row.start, row.end)


def _shared(span: Span, other: Span) -> int:
    return min(span.end, other.end) - max(span.start, other.start)
