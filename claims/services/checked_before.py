"""Fact-checks of other desks: imported from ClaimReview, shown beside claims, never copied."""

from __future__ import annotations

import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from pgvector.django import CosineDistance

from claims.extraction.pipeline import extract
from claims.matching.compare import compare
from claims.matching.embeddings import embed_statements
from claims.matching.types import Statement
from claims.models import Claim, EarlierCheck, EarlierCheckMatch
from claims.models.values import match_reason_rows, quantities_of, quantity_rows
from factcheck.accounts.models import User
from factcheck.audit.log import record
from factcheck.errors import InvalidInput

CANDIDATES = 5


def earlier_checks_import(*, feed: Any, actor: User | None) -> tuple[int, int]:
    """Store the ClaimReviews of `feed` (a DataFeed, a list, or one) and return (new, known).

    Raises InvalidInput naming the row and the field that cannot be read; nothing is then stored.
    """
    rows = [_read(number, review) for number, review in enumerate(_reviews(feed), start=1)]
    texts = [row["claim_reviewed"] for row in rows]
    vectors = embed_statements(texts, [row["language"] for row in rows])
    before = EarlierCheck.objects.count()
    with transaction.atomic():
        EarlierCheck.objects.bulk_create(
            (EarlierCheck(**row, vector=vector) for row, vector in zip(rows, vectors, strict=True)),
            ignore_conflicts=True,
        )
        new = EarlierCheck.objects.count() - before
        if new:
            newest = EarlierCheck.objects.latest("pk")
            record(actor=actor, action="earlier_checks.import", target=newest, after={"new": new})
    return new, len(rows) - new


def earlier_checks_match(*, claim: Claim, statement: Statement) -> None:
    """Link the earlier fact-checks that are about `claim`, with the matcher's reasons."""
    near = EarlierCheck.objects.order_by(CosineDistance("vector", list(statement.vector)))
    compared = [(check, compare(statement, _statement_of(check))) for check in near[:CANDIDATES]]
    EarlierCheckMatch.objects.bulk_create(
        (
            EarlierCheckMatch(
                claim=claim,
                check_found=check,
                outcome=comparison.outcome,
                similarity=comparison.similarity,
                reasons=match_reason_rows(comparison.reasons),
            )
            for check, comparison in compared
            if comparison.outcome in ("same", "differs")
        ),
        ignore_conflicts=True,
    )


def _statement_of(check: EarlierCheck) -> Statement:
    return Statement(
        text=check.claim_reviewed,
        language=check.language,
        vector=tuple(map(float, check.vector)),
        quantities=quantities_of(check.quantities),
    )


def _reviews(feed: Any) -> list[Any]:
    if isinstance(feed, dict) and feed.get("@type") == "DataFeed":
        feed = feed.get("dataFeedElement")
    if isinstance(feed, dict):
        feed = [feed]
    if not isinstance(feed, list):
        raise InvalidInput("feed", _("This is no ClaimReview, no list of them and no DataFeed."))
    return feed


def _read(number: int, review: Any) -> dict[str, Any]:
    """Return the columns of one ClaimReview. Source of the names: schema.org/ClaimReview."""
    url, claim = _field(number, review, "url"), _field(number, review, "claimReviewed")
    rating = _field(number, review, "reviewRating", "alternateName")
    extraction = extract(claim, language=review.get("inLanguage"))
    figures = [each for sentence in extraction.sentences for each in sentence.quantities]
    return {
        "url": url[:2000],
        "publisher": _field(number, review, "author", "name")[:200],
        "claim_reviewed": claim,
        "rating": rating[:200],
        "language": extraction.language,
        "published_on": _day(number, review.get("datePublished")),
        "claim_review": review,
        "quantities": quantity_rows(figures),
    }


def _field(number: int, review: Any, *names: str) -> str:
    value = review
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    if not isinstance(value, str) or not value.strip():
        field = ".".join(names)
        message = _("Row %(number)d has no %(field)s.") % {"number": number, "field": field}
        raise InvalidInput(field, message)
    return value.strip()


def _day(number: int, value: Any) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(str(value)[:10]) if value else None
    except ValueError as error:
        message = _("Row %(number)d: datePublished is no ISO 8601 date.") % {"number": number}
        raise InvalidInput("datePublished", message) from error
