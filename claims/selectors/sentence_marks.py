"""What people say of sentences: for the article's page, for the queue, and to measure by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from claims.extraction.types import Span
from claims.models import Appearance, Article, Claim, MarkLabel, Sentence, SentenceMark
from claims.scorecard.judged import Label
from factcheck.accounts.models import User

LABELS: dict[str, Label] = {MarkLabel.CHECK: "must", MarkLabel.NO_CLAIM: "no"}


@dataclass(frozen=True, slots=True)
class LabelledArticle:
    """An article with the spans people labelled; one that two people marked is in it twice."""

    text: str
    language: str
    labelled: tuple[tuple[Span, Label], ...]


def current_marks() -> QuerySet[SentenceMark]:
    """Return the marks that were not taken back, oldest first."""
    return SentenceMark.objects.filter(withdrawn_at__isnull=True).order_by("id")


def marks_on(sentence: Sentence) -> dict[int, SentenceMark]:
    """Return the current marks on the span of `sentence`, by the id of the person."""
    marks = current_marks().filter(
        article=sentence.article_id, start=sentence.start, end=sentence.end
    )
    return {mark.by_id: mark for mark in marks}


def mark_of(sentence: Sentence, person: User) -> SentenceMark | None:
    """Return the current mark of this person on the span of `sentence`."""
    return marks_on(sentence).get(person.pk)


def appearance_of(sentence: Sentence) -> Appearance | None:
    """Return the appearance on the span of `sentence`, whoever raised it, with its claim."""
    made = Appearance.objects.select_related("claim", "sentence")
    return made.filter(article=sentence.article_id, start=sentence.start, end=sentence.end).first()


def claim_sentence(claim: Claim) -> Sentence | None:
    """Return the sentence the claim was first made in: the claim is that sentence, verbatim."""
    first = claim.appearances.select_related("sentence").order_by("id").first()
    return first.sentence if first else None


def article_marks(article: Article) -> dict[Span, list[SentenceMark]]:
    """Return the current marks on sentences of `article` with their people, by span."""
    marks: dict[Span, list[SentenceMark]] = defaultdict(list)
    for mark in current_marks().filter(article=article).select_related("by"):
        marks[Span(mark.start, mark.end)].append(mark)
    return dict(marks)


def claim_raised_by(claim: Claim) -> list[User]:
    """Return the people who say that a sentence which makes the claim should be checked."""
    makes = Appearance.objects.filter(
        claim=claim,
        article=OuterRef("article"),
        start=OuterRef("start"),
        end=OuterRef("end"),
    )
    marks = current_marks().filter(Exists(makes), label=MarkLabel.CHECK).select_related("by")
    return list({mark.by_id: mark.by for mark in marks}.values())


def labelled_articles() -> Iterator[LabelledArticle]:
    """Yield the articles people marked sentences in, one at a time."""
    marked = Article.objects.filter(Exists(current_marks().filter(article=OuterRef("pk"))))
    for article in marked.defer("received").order_by("pk").iterator(chunk_size=50):
        labelled = tuple(
            (span, LABELS[mark.label])
            for span, marks in article_marks(article).items()
            for mark in marks
        )
        yield LabelledArticle(article.text, article.language, labelled)
