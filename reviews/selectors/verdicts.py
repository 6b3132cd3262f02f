"""Verdicts: those a person of the desk may read, and the published ones."""

from __future__ import annotations

from django.db.models import Prefetch, Q, QuerySet

from claims.models import Appearance, Claim
from factcheck.accounts.models import User
from factcheck.accounts.roles import OVERSEERS
from reviews.models import Verdict, VerdictStatus
from reviews.selectors.secret_reviews import secret_drafts

EVER_PUBLISHED = (VerdictStatus.PUBLISHED, VerdictStatus.SUPERSEDED, VerdictStatus.RETRACTED)
CHUNK = 500


def verdicts_with_context() -> QuerySet[Verdict]:
    """Return verdicts with all that a page, a row or a ClaimReview shows of them.

    The articles come without their text and bytes, the claims without their vectors: a report of a
    thousand verdicts would load them all.
    """
    appearances = Appearance.objects.select_related("article__source").defer(
        "article__received", "article__text"
    )
    verdicts = Verdict.objects.select_related("claim", "rating__scale", "author", "approver")
    return verdicts.defer("claim__vector").prefetch_related(
        Prefetch("claim__appearances", appearances)
    )


def verdicts_readable_by(user: User) -> QuerySet[Verdict]:
    """Return what `user` may read: what was published, their own, and all if they oversee the desk.

    A draft of somebody else would steer a reviewer who has not judged the claim yet, an editor too.
    """
    verdicts = verdicts_with_context().prefetch_related(None)
    if OVERSEERS & user.roles:
        return verdicts.exclude(secret_drafts(user))
    return verdicts.filter(Q(author=user) | Q(status__in=EVER_PUBLISHED))


def verdicts_published() -> QuerySet[Verdict]:
    """Return the current verdict of each claim, newest first."""
    return (
        verdicts_with_context()
        .filter(status=VerdictStatus.PUBLISHED)
        .order_by("-published_at", "-id")
    )


def verdict_versions(claim_id: int) -> list[Verdict]:
    """Return all versions of a claim's verdict that were ever published, newest first."""
    versions = verdicts_with_context().filter(claim=claim_id, status__in=EVER_PUBLISHED)
    return list(versions.order_by("-version"))


def published_instead(claim_id: int) -> Claim | None:
    """Return the claim that a merged one goes on as, if a verdict on that was ever published."""
    published = Verdict.objects.filter(status__in=EVER_PUBLISHED).values("claim")
    stands = Claim.objects.filter(merged_claims=claim_id, pk__in=published)
    return stands.defer("vector").first()
