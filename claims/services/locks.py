"""Locks that several services take, in this order: article, claim, queue item, verdict.

Every row lock of the project is FOR NO KEY UPDATE. A plain FOR UPDATE on a row that others refer to
(evidence a review cites) deadlocks with their commit: it waits for the audit chain, they hold the
chain and wait to check their reference.
"""

from __future__ import annotations

from claims.models import Article, Claim


def article_lock(*, article_id: int) -> Article:
    """Return the article, locked until the transaction ends: its steps and marks hold still."""
    articles = Article.objects.select_for_update(no_key=True).defer("received")
    return articles.get(pk=article_id)


def claim_lock(*, claim_id: int) -> Claim:
    """Return the claim, locked until the transaction ends: its evidence holds still meanwhile."""
    return Claim.objects.select_for_update(no_key=True).get(pk=claim_id)
