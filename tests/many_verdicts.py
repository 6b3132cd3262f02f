"""Verdicts by the ten thousand, for reports that take long enough to be killed."""

from __future__ import annotations

from django.db import connection

from benchmarks.queue.copies import copy_row
from reviews.models import Verdict

FIRST = 10**6  # ids of their items start there


def make_versions(published: Verdict, count: int) -> None:
    """Add `count` superseded versions of a published verdict, every twentieth a year older."""
    numbers = range(2, count + 2)
    item = {"id": f"{FIRST} + n"}
    copy_row(published.item, numbers, item)
    copy_row(
        published,
        numbers,
        {
            "item_id": f"{FIRST} + n",
            "version": "n",
            "status": "'superseded'",
            "summary": "'version ' || n",
            "published_at": "row.published_at - (n % 20 = 0)::int * interval '1 year'",
        },
    )
    with connection.cursor() as cursor:
        # Without statistics a report of them is at times read by plans for a handful of rows.
        cursor.execute("ANALYZE claims_claim, reviews_verdict, reviews_queueitem")
