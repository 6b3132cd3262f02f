"""Verdicts as schema.org ClaimReview.

Sources: https://schema.org/ClaimReview and Google's guide to the fact check structured data.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import IO, Any

from django.conf import settings
from django.urls import reverse

from claims.models import Article
from reviews.domain.claim_review_sites import is_absolute, is_on
from reviews.exports.columns import published_time, verdict_url
from reviews.exports.stopping import TOLD_EVERY
from reviews.exports.table import Table
from reviews.models import Verdict, VerdictStatus
from reviews.selectors.report_rows import report_verdicts


def claim_review(verdict: Verdict) -> dict[str, Any]:
    """Return the ClaimReview of a published verdict.

    Needs `claim.appearances` with their articles and sources, `rating.scale` and the people to be
    loaded, or it asks the database for them.
    """
    desk = desk_organization()
    review = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "@id": f"{verdict_url(verdict)}#v{verdict.version}",
        "url": verdict_url(verdict),
        "datePublished": published_time(verdict),
        "version": verdict.version,
        "claimReviewed": verdict.clarified or verdict.claim.text,
        "name": verdict.summary,
        "reviewBody": verdict.explanation,
        "author": desk,
        "publisher": desk,
        "itemReviewed": _claim(verdict),
        "reviewRating": _rating(verdict),
    }
    if verdict.evidence:
        review["citation"] = [_citation(row) for row in verdict.evidence]
    if verdict.correction_note:
        review["correction"] = verdict.correction_note
    return review


def desk_organization() -> dict[str, str]:
    """Return who publishes."""
    return {"@type": "Organization", "name": settings.SITE_NAME, "url": f"{settings.SITE_URL}/"}


def write_jsonld(table: Table, file: IO[bytes]) -> int:
    """Write a DataFeed of ClaimReviews, one a line; return the number of verdicts."""
    verdicts = report_verdicts(table.spec, as_of=table.made_at)
    return write_data_feed(verdicts, file, table.told)


def write_data_feed(
    verdicts: Iterable[Verdict], file: IO[bytes], told: Callable[[int], None]
) -> int:
    """Write those of `verdicts` that are valid, one a line; return their number.

    A superseded or retracted one would be taken for valid, so it is left out. `told` is called with
    how many were read.
    """
    head = {"@context": "https://schema.org", "@type": "DataFeed", "name": settings.SITE_NAME}
    file.write(json.dumps(head, ensure_ascii=False)[:-1].encode())
    file.write(b', "dataFeedElement": [')
    rows = 0
    for read, verdict in enumerate(verdicts, start=1):
        if verdict.status == VerdictStatus.PUBLISHED:
            file.write(b",\n" if rows else b"\n")
            file.write(json.dumps(claim_review(verdict), ensure_ascii=False).encode())
            rows += 1
        if read % TOLD_EVERY == 0:
            told(read)
    file.write(b"\n]}\n")
    return rows


def _rating(verdict: Verdict) -> dict[str, Any]:
    """Return the rating; one beside the scale ("unproven") has a name and no number.

    The name is in the language of the claim, beside which search engines show it; the identifier
    names the version of the scale, without which a number means nothing later.
    """
    scale, rating = verdict.rating.scale, verdict.rating
    named = {
        "@type": "Rating",
        "alternateName": rating.label_in(verdict.claim.language),
        "ratingExplanation": verdict.summary,
        "identifier": {
            "@type": "PropertyValue",
            "propertyID": f"{settings.SITE_URL}{reverse('methodology')}",
            "value": f"{scale}/{rating.slug}",
        },
    }
    if not scale.worst <= rating.number <= scale.best:
        return named
    return named | {
        "ratingValue": rating.number,
        "worstRating": scale.worst,
        "bestRating": scale.best,
    }


def _claim(verdict: Verdict) -> dict[str, Any]:
    articles = {
        appearance.article_id: appearance.article for appearance in verdict.claim.appearances.all()
    }
    appearances = [
        _appearance(article) for article in articles.values() if _is_of_others(article.url)
    ]
    claim: dict[str, Any] = {"@type": "Claim", "inLanguage": verdict.claim.language}
    if verdict.claim.speaker:
        claim["author"] = {"@type": "Person", "name": verdict.claim.speaker}
    if appearances:
        claim["firstAppearance"], *others = appearances
        if others:
            claim["appearance"] = others
    days = [article.published_at for article in articles.values() if article.published_at]
    if days:
        claim["datePublished"] = min(days).date().isoformat()
    return claim


def _appearance(article: Article) -> dict[str, Any]:
    named = {"headline": article.title} if article.title.strip() else {}
    return {"@type": "NewsArticle", "url": article.url, **named}


def _is_of_others(url: str) -> bool:
    """Say whether an article lies where readers can go, and not on the desk's own site."""
    return is_absolute(url) and not is_on(url, settings.SITE_URL)


def _citation(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "@type": "CreativeWork",
        "url": row["url"],
        "name": row["title"] or row["url"],
        "publisher": {"@type": "Organization", "name": row["publisher"]},
    }
