"""What must hold after a run, asked of the database and of what the reviewers saw."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from django.db import connection

from benchmarks.queue.load import Load
from reviews.models import Review, ReviewStatus

OVERLAPPING = """
SELECT count(*) FROM (
    SELECT taken_at, max(coalesce(ended_at, expires_at)) OVER (
        PARTITION BY item_id ORDER BY taken_at, id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    ) AS held_until FROM reviews_lease
) AS leases WHERE taken_at < held_until
"""
FORKED = """
SELECT count(*) FROM (
    SELECT previous_hash, lag(hash, 1, '') OVER (ORDER BY id) AS wanted FROM audit_auditevent
) AS events WHERE previous_hash <> wanted
"""
MOVED_OFTENER = """
SELECT count(*) FROM (
    SELECT item_id FROM reviews_queuemove WHERE event = 'submit'
    GROUP BY item_id HAVING count(*) > 1
) AS twice JOIN reviews_queueitem AS item ON item.id = twice.item_id WHERE item.reviews_wanted = 1
"""


def broken(load: Load, name: str) -> dict[str, int]:
    """Return the number of times each promise was broken by the run `name`."""
    submitted = Review.objects.filter(status=ReviewStatus.SUBMITTED, rationale__startswith=name)
    stored = dict(submitted.values_list("rationale", "item_id"))
    lost = load.submitted.items() - stored.items()
    return {
        "given to two, by the leases": _count(OVERLAPPING),
        "given to two, as the reviewers saw it": _seen_with_two(load),
        "acknowledged and lost": len(lost),
        "stored and not acknowledged": submitted.count() - len(load.submitted) + len(lost),
        "counted twice": _count(MOVED_OFTENER),
        "audit events out of the chain": _count(FORKED),
        "answers that should have been others": len(load.faults),
    }


def _seen_with_two(load: Load) -> int:
    """Return how often somebody had an item before the last holder had given it up."""
    held = defaultdict(list)
    for item, since, until in load.held:
        held[item].append((since, until))
    count = 0
    for spans in held.values():
        spans.sort()
        count += sum(later[0] < earlier[1] for earlier, later in pairwise(spans))
    return count


def _count(query: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return int(cursor.fetchone()[0])
