"""The columns of a verdict report, defined once for every format that has columns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse

from claims.models import Article
from reviews.models import Verdict


@dataclass(frozen=True, slots=True)
class Column:
    """A name, stable for whoever reads the file by machine, and the text of a verdict's cell."""

    name: str
    value: Callable[[Verdict], str]


def verdict_url(verdict: Verdict) -> str:
    """Return the address of the public page of the verdict's claim."""
    return f"{settings.SITE_URL}{reverse('verdict-detail', args=[verdict.claim_id])}"


def published_time(verdict: Verdict) -> str:
    """Return when the verdict was published, ISO 8601 to the second; "" for a draft."""
    return verdict.published_at.isoformat(timespec="seconds") if verdict.published_at else ""


def _articles(verdict: Verdict) -> list[Article]:
    """Return the articles the claim was made in, each once, in one order for all columns."""
    articles = {each.article_id: each.article for each in verdict.claim.appearances.all()}
    return [articles[key] for key in sorted(articles)]


def _outlets(verdict: Verdict) -> str:
    names = (article.source.name if article.source else "-" for article in _articles(verdict))
    return "; ".join(names)


def _addresses(verdict: Verdict) -> str:
    return "; ".join(article.url or "-" for article in _articles(verdict))


COLUMNS: tuple[Column, ...] = (
    Column("claim_id", lambda verdict: str(verdict.claim_id)),
    Column("version", lambda verdict: str(verdict.version)),
    Column("status", lambda verdict: verdict.status),
    Column("published_at", published_time),
    Column("true_as_of", lambda verdict: verdict.true_as_of.isoformat()),
    Column("rating", lambda verdict: verdict.rating.label_in("en")),
    Column("rating_number", lambda verdict: str(verdict.rating.number)),
    Column("claim", lambda verdict: verdict.clarified or verdict.claim.text),
    Column("claim_language", lambda verdict: verdict.claim.language),
    Column("speaker", lambda verdict: verdict.claim.speaker),
    Column("summary", lambda verdict: verdict.summary),
    Column("explanation", lambda verdict: verdict.explanation),
    Column("outlets", _outlets),
    Column("articles", _addresses),
    Column("evidence", lambda verdict: "; ".join(row["url"] for row in verdict.evidence)),
    Column("author", lambda verdict: verdict.author.shown_name),
    Column("approver", lambda verdict: verdict.approver.shown_name if verdict.approver else ""),
    Column("correction_note", lambda verdict: verdict.correction_note),
    Column("retraction_note", lambda verdict: verdict.retraction_note),
    Column("content_sha256", lambda verdict: verdict.content_hash),
    Column("url", verdict_url),
)
