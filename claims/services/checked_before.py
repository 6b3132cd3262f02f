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
from claims.matching.types import Comparison, Statement
from claims.models import Claim, EarlierCheck, EarlierCheckMatch
from claims.models.values import match_reason_rows, quantities_of, quantity_rows
from claims.selectors.statements import with_statements
from claims.services.articles import LANGUAGE_TAG
from factcheck.accounts.models import User
from factcheck.audit.log import record
from factcheck.errors import InvalidInput

CANDIDATES = 5
MAX_URL = 2000


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
            imported = list(EarlierCheck.objects.order_by("-pk")[:new])
            for check in imported:
                _match_claims(check)
            record(
                actor=actor, action="earlier_checks.import", target=imported[0], after={"new": new}
            )
    return new, len(rows) - new


def earlier_checks_match(*, claim: Claim, statement: Statement) -> None:
    """Link the earlier fact-checks that are about `claim`, with the matcher's reasons."""
    near = EarlierCheck.objects.order_by(CosineDistance("vector", list(statement.vector)))
    for check in near[:CANDIDATES]:
        _link(claim, check, compare(statement, _statement_of(check)))


def _match_claims(check: EarlierCheck) -> None:
    """Link the claims there are already; later ones meet the check when they are made."""
    near = Claim.objects.filter(merged_into__isnull=True)
    nearest = near.order_by(CosineDistance("vector", check.vector))[:CANDIDATES]
    for claim, statement in with_statements(nearest):
        _link(claim, check, compare(statement, _statement_of(check)))


def _link(claim: Claim, check: EarlierCheck, comparison: Comparison) -> None:
    if comparison.outcome in ("same", "differs"):
        EarlierCheckMatch.objects.get_or_create(
            claim=claim,
            check_found=check,
            defaults={
                "outcome": comparison.outcome,
                "similarity": comparison.similarity,
                "reasons": match_reason_rows(comparison.reasons),
            },
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
    return [review for element in feed for review in _held(element)]


def _held(element: Any) -> list[Any]:
    """Return the reviews of an element of a feed: itself, what it wraps, or nothing once deleted.

    Source: schema.org/DataFeedItem. A feed that names what its desk retracted was refused whole.
    """
    if not isinstance(element, dict) or element.get("@type") != "DataFeedItem":
        return [element]
    if element.get("dateDeleted"):
        return []
    item = element.get("item")
    return item if isinstance(item, list) else [item]


def _read(number: int, review: Any) -> dict[str, Any]:
    """Return the columns of one ClaimReview. Source of the names: schema.org/ClaimReview."""
    url, claim = _url(number, review), _field(number, review, "claimReviewed")
    rating = _field(number, review, "reviewRating", "alternateName")
    extraction = extract(claim, language=_language(review.get("inLanguage")))
    figures = [each for sentence in extraction.sentences for each in sentence.quantities]
    return {
        "url": url,
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


def _url(number: int, review: Any) -> str:
    url = _field(number, review, "url")
    if len(url) > MAX_URL or not url.startswith(("http://", "https://")):
        message = _(
            "Row %(number)d: url has to be an http address of at most %(limit)d characters."
        )
        raise InvalidInput("url", message % {"number": number, "limit": MAX_URL})
    return url


def _language(value: Any) -> str | None:
    """Return the language tag, or None to find it out: schema.org also allows a Language object."""
    name = value.get("alternateName") if isinstance(value, dict) else value
    return name if isinstance(name, str) and LANGUAGE_TAG.fullmatch(name) else None


def _day(number: int, value: Any) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(str(value)[:10]) if value else None
    except ValueError as error:
        message = _("Row %(number)d: datePublished is no ISO 8601 date.") % {"number": number}
        raise InvalidInput("datePublished", message) from error
