"""What was found, a page of it, each with what a list tells of it and its words marked."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch

from claims.extraction.quantities.money import yuan_of
from claims.extraction.types import Span
from claims.models import Appearance, Article, Claim, EarlierCheck
from claims.search.marks import marks_in
from claims.search.snippets import snippet_of
from claims.search.term import Term
from claims.search.windows import window_of
from claims.selectors.reach import Reach, claim_reaches
from reviews.models import QueueItem, SearchKind, Verdict
from reviews.selectors.search_order import Found


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of a text as written: `start` is its first code point, `marks` lie in `text`.

    `text` is the excerpt itself; places count its own code points.
    """

    text: str
    start: int
    marks: tuple[Span, ...]
    goes_on: bool

    def pieces(self) -> Iterator[tuple[str, bool]]:
        """Yield the text in pieces, each with whether it is marked."""
        done = 0
        for mark in self.marks:
            if mark.start > done:
                yield self.text[done : mark.start], False
            yield mark.of(self.text), True
            done = mark.end
        if done < len(self.text):
            yield self.text[done:], False


@dataclass(frozen=True, slots=True)
class ClaimHit:
    """`wording` is how an article put it, when only that has the words; `item` is None before it
    is in the queue.
    """

    claim: Claim
    excerpt: Excerpt
    clarified: Excerpt | None
    wording: Excerpt | None
    wording_language: str
    item: QueueItem | None
    reach: Reach


@dataclass(frozen=True, slots=True)
class VerdictHit:
    """`summary` and `body` are of the verdict, `excerpt` of the claim it is about."""

    verdict: Verdict
    excerpt: Excerpt
    summary: Excerpt
    body: Excerpt | None


@dataclass(frozen=True, slots=True)
class ArticleHit:
    """`body` is the best stretch of the text."""

    article: Article
    title: Excerpt
    body: Excerpt


@dataclass(frozen=True, slots=True)
class CheckHit:
    """A fact-check of another desk."""

    check: EarlierCheck
    excerpt: Excerpt


Shown = ClaimHit | VerdictHit | ArticleHit | CheckHit


@dataclass(frozen=True, slots=True)
class Hit:
    """One row of the list: its kind, the id of the row, when it was published, and the rest."""

    kind: SearchKind
    row: int
    at: datetime.datetime
    shown: Shown


def hits_of(found: Sequence[Found], term: Term | None) -> list[Hit]:
    """Return what is told of these entries, in their order. What was deleted meanwhile is not."""
    shown: dict[tuple[SearchKind, int], Shown] = {}
    for kind, read in _READERS.items():
        ids = [each.row for each in found if each.kind == kind]
        if ids:
            shown |= {(kind, row): hit for row, hit in read(ids, term)}
    return [
        Hit(each.kind, each.row, each.at, hit)
        for each in found
        if (hit := shown.get((each.kind, each.row)))
    ]


def excerpt_of(text: str, language: str, term: Term | None, *, yuan: str = "CNY") -> Excerpt:
    """Return the stretch of `text` that shows best what was looked for; 元 is `yuan` in it."""
    window = window_of(text, term) if term else Span(0, len(text))
    marks = [
        Span(mark.start + window.start, mark.end + window.start)
        for mark in marks_in(window.of(text), term, language, yuan=yuan)
    ]
    found = snippet_of(text, marks)
    start = found.span.start
    inside = tuple(Span(mark.start - start, mark.end - start) for mark in found.marks)
    return Excerpt(found.span.of(text), start, inside, found.span.end < len(text))


def _claims(ids: Sequence[int], term: Term | None) -> Iterator[tuple[int, ClaimHit]]:
    made = Appearance.objects.select_related("article").only("claim", "text", "article__language")
    claims = Claim.objects.filter(pk__in=ids).defer("vector")
    reaches = claim_reaches(ids)
    items = {item.claim_id: item for item in _items(ids)}
    for claim in claims.prefetch_related(Prefetch("appearances", made.order_by("id"))):
        excerpt = excerpt_of(claim.text, claim.language, term)
        clarified = _marked(claim.clarified, claim.language, term)
        wording, language = None, ""
        if not excerpt.marks and clarified is None:
            wording, language = _wording(claim, term)
        hit = ClaimHit(
            claim, excerpt, clarified, wording, language, items.get(claim.pk), reaches[claim.pk]
        )
        yield claim.pk, hit


def _items(claim_ids: Sequence[int]) -> Iterable[QueueItem]:
    """Return the newest item of each claim."""
    items = QueueItem.objects.filter(claim__in=claim_ids).only("claim", "state")
    return items.order_by("claim_id", "-id").distinct("claim_id")


def _wording(claim: Claim, term: Term | None) -> tuple[Excerpt | None, str]:
    """Return the first wording of an article that has the words, and its language."""
    for each in claim.appearances.all():
        if each.text != claim.text:
            excerpt = _marked(each.text, each.article.language, term)
            if excerpt:
                return excerpt, each.article.language
    return None, ""


def _marked(text: str, language: str, term: Term | None) -> Excerpt | None:
    """Return the excerpt of a text if anything in it is marked."""
    excerpt = excerpt_of(text, language, term) if text else None
    return excerpt if excerpt and excerpt.marks else None


def _verdicts(ids: Sequence[int], term: Term | None) -> Iterator[tuple[int, VerdictHit]]:
    verdicts = Verdict.objects.filter(pk__in=ids).select_related("claim", "rating__scale")
    for verdict in verdicts.defer("claim__vector"):
        language = verdict.claim.language
        summary = excerpt_of(verdict.summary, language, term)
        body = None if summary.marks else _marked(verdict.explanation, language, term)
        claim = excerpt_of(verdict.claim.text, language, term)
        yield verdict.pk, VerdictHit(verdict, claim, summary, body)


def _articles(ids: Sequence[int], term: Term | None) -> Iterator[tuple[int, ArticleHit]]:
    articles = Article.objects.filter(pk__in=ids).select_related("source").defer("received")
    for article in articles:
        # As the index reads it: what was found as a sum in TWD is marked as one.
        yuan = yuan_of(article.text)
        title = excerpt_of(article.title, article.language, term, yuan=yuan)
        body = excerpt_of(article.text, article.language, term, yuan=yuan)
        yield article.pk, ArticleHit(article, title, body)


def _checks(ids: Sequence[int], term: Term | None) -> Iterator[tuple[int, CheckHit]]:
    for check in EarlierCheck.objects.filter(pk__in=ids).defer("vector", "claim_review"):
        yield check.pk, CheckHit(check, excerpt_of(check.claim_reviewed, check.language, term))


_READERS: dict[SearchKind, Callable[[Sequence[int], Term | None], Iterable[tuple[int, Shown]]]] = {
    SearchKind.CLAIM: _claims,
    SearchKind.VERDICT: _verdicts,
    SearchKind.ARTICLE: _articles,
    SearchKind.EARLIER_CHECK: _checks,
}
