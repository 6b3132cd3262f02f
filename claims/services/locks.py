"""Locks that several services take, in this order: article, matching, claim, queue item, verdict.

Every row lock of the project is FOR NO KEY UPDATE. A plain FOR UPDATE on a row that others refer to
(evidence a review cites) deadlocks with their commit: it waits for the audit chain, they hold the
chain and wait to check their reference.
"""

from __future__ import annotations

from collections.abc import Collection

from django.db import connection

from claims.models import Article, Claim

# One writer of which appearance is of which claim at a time: two workers with the same new claim
# must make one of it, and nothing may join a claim while a person merges it into another.
MATCH_LOCK = 0x6D61746368


def article_lock(*, article_id: int) -> Article:
    """Return the article, locked until the transaction ends: its steps and marks hold still."""
    articles = Article.objects.select_for_update(no_key=True).defer("received")
    return articles.get(pk=article_id)


def matching_lock() -> None:
    """Keep the matcher, and whoever merges, splits or moves, out until the transaction ends.

    And who takes in earlier fact-checks: one that comes with its claim would else not meet it.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [MATCH_LOCK])


def claims_lock(*, claim_ids: Collection[int]) -> list[Claim]:
    """Return these claims and those they are merged into, locked by ascending id.

    Under the lock on matching: else one could be merged before it is locked.
    """
    matching_lock()
    rows = Claim.objects.filter(pk__in=claim_ids).values_list("merged_into", flat=True)
    ids = {*claim_ids, *(each for each in rows if each)}
    locked = Claim.objects.filter(pk__in=ids).defer("vector").select_for_update(no_key=True)
    return list(locked.order_by("pk"))


def claim_lock(*, claim_id: int) -> Claim:
    """Return the claim, locked until the transaction ends: its evidence holds still meanwhile."""
    return Claim.objects.select_for_update(no_key=True).get(pk=claim_id)
