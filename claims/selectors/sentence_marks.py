"""What people say of sentences: for the article's page, for the queue, and to measure by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef, QuerySet

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


def appearances_over(article: Article, span: Span) -> QuerySet[Appearance]:
    """Return the appearances that hold the whole of `span`, the shortest first."""
    made = article.appearances.select_related("claim", "sentence")
    over = made.filter(start__lte=span.start, end__gte=span.end)
    return over.order_by(F("end") - F("start"), "id")


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
    return claims_raised_by([claim.pk]).get(claim.pk, [])


def claims_raised_by(claim_ids: Collection[int]) -> dict[int, list[User]]:
    """Return for each claim that somebody raised the people, as `claim_raised_by`."""
    raised = current_marks().filter(label=MarkLabel.CHECK)
    on_it = raised.filter(article=OuterRef("article"), start=OuterRef("start"), end=OuterRef("end"))
    made = Appearance.objects.filter(Exists(on_it), claim__in=claim_ids).order_by()
    claims = {
        (article, start, end): claim
        for claim, article, start, end in made.values_list("claim", "article", "start", "end")
    }
    if not claims:
        return {}
    people: dict[int, dict[int, User]] = defaultdict(dict)
    articles = {article for article, _start, _end in claims}
    for mark in raised.filter(article__in=articles).select_related("by"):
        claim = claims.get((mark.article_id, mark.start, mark.end))
        if claim is not None:
            people[claim][mark.by_id] = mark.by
    return {claim: list(each.values()) for claim, each in people.items()}


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
