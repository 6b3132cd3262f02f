"""What search reads of claims, articles, verdicts and earlier checks to make their entries."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch
from django.utils import timezone

from claims.extraction.quantities.money import yuan_of
from claims.models import Appearance, Article, Claim, EarlierCheck
from claims.search.vector import Indexed, Part, indexed
from reviews.models import SearchKind, Verdict, VerdictStatus

MOST_WORDINGS = 50  # of one claim


@dataclass(frozen=True, slots=True)
class SearchRow:
    """An entry as it is to be stored."""

    kind: SearchKind
    row: int
    language: str
    at: datetime.datetime
    content: Indexed


def claim_rows(ids: set[int]) -> Iterator[SearchRow]:
    """Yield the rows of those claims that are not merged into another."""
    appearances = Appearance.objects.order_by("id").only("claim", "text", "speaker", "quantities")
    claims = Claim.objects.filter(pk__in=ids, merged_into__isnull=True).defer("vector")
    for claim in claims.prefetch_related(Prefetch("appearances", appearances)):
        made = list(claim.appearances.all())
        others = dict.fromkeys(each.text for each in made if each.text != claim.text)
        speakers = dict.fromkeys((claim.speaker, *(each.speaker for each in made)))
        parts = [
            Part(claim.text, claim.language, "A"),
            Part(claim.clarified, claim.language, "A"),
            *(Part(speaker, claim.language, "B") for speaker in speakers if speaker),
            *(Part(text, claim.language, "C") for text in list(others)[:MOST_WORDINGS]),
        ]
        quantities = [*claim.quantities, *(row for each in made for row in each.quantities)]
        content = indexed(parts, speakers=filter(None, speakers), quantities=quantities)
        yield SearchRow(SearchKind.CLAIM, claim.pk, claim.language, claim.created_at, content)


def article_rows(ids: set[int]) -> Iterator[SearchRow]:
    """Yield the rows of those articles that no later version has superseded."""
    newest = Article.objects.filter(pk__in=ids, superseded_by__isnull=True)
    for article in newest.defer("received").iterator(chunk_size=20):
        yuan = yuan_of(article.text)
        parts = [
            Part(article.title, article.language, "A", yuan),
            Part(article.author, article.language, "B", yuan),
            Part(article.text, article.language, "D", yuan),
        ]
        at = article.published_at or article.received_at
        yield SearchRow(SearchKind.ARTICLE, article.pk, article.language, at, indexed(parts))


def verdict_rows(ids: set[int]) -> Iterator[SearchRow]:
    """Yield the rows of those verdicts that are drafts, stand, or are retracted."""
    verdicts = Verdict.objects.filter(pk__in=ids).exclude(status=VerdictStatus.SUPERSEDED)
    for verdict in verdicts.select_related("claim").defer("claim__vector"):
        claim = verdict.claim
        parts = [
            Part(verdict.summary, claim.language, "A"),
            Part(verdict.clarified, claim.language, "A"),
            Part(claim.text, claim.language, "B"),
            Part(claim.speaker, claim.language, "B"),
            Part(verdict.correction_note, claim.language, "C"),
            Part(verdict.retraction_note, claim.language, "C"),
            Part(verdict.explanation, claim.language, "C"),
        ]
        content = indexed(
            parts, speakers=filter(None, [claim.speaker]), quantities=claim.quantities
        )
        at = verdict.published_at or verdict.created_at
        yield SearchRow(SearchKind.VERDICT, verdict.pk, claim.language, at, content)


def earlier_check_rows(ids: set[int]) -> Iterator[SearchRow]:
    """Yield the rows of those fact-checks of other desks."""
    for check in EarlierCheck.objects.filter(pk__in=ids).defer("vector"):
        speakers = _claimants(check.claim_review)
        parts = [
            Part(check.claim_reviewed, check.language, "A"),
            Part(check.publisher, check.language, "B"),
            Part(check.rating, check.language, "B"),
            *(Part(speaker, check.language, "B") for speaker in speakers),
        ]
        content = indexed(parts, speakers=speakers, quantities=check.quantities)
        at = _midnight(check.published_on) or check.imported_at
        yield SearchRow(SearchKind.EARLIER_CHECK, check.pk, check.language, at, content)


def _claimants(review: Mapping[str, Any]) -> list[str]:
    """Return who made the claim, by a ClaimReview as it came: of any shape."""
    item = review.get("itemReviewed") if isinstance(review, dict) else None
    author = item.get("author") if isinstance(item, dict) else None
    authors = author if isinstance(author, list) else [author]
    names = [each.get("name") if isinstance(each, dict) else each for each in authors]
    return [name for name in names if isinstance(name, str) and name]


def _midnight(day: datetime.date | None) -> datetime.datetime | None:
    if day is None:
        return None
    return datetime.datetime.combine(day, datetime.time(), tzinfo=timezone.get_default_timezone())


READERS = {
    SearchKind.CLAIM: claim_rows,
    SearchKind.ARTICLE: article_rows,
    SearchKind.VERDICT: verdict_rows,
    SearchKind.EARLIER_CHECK: earlier_check_rows,
}
