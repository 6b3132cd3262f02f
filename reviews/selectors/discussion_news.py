"""Whether an open page has to look again, for what asks it all day: the beat of a lease's clock."""

from __future__ import annotations

from factcheck.accounts.models import User
from factcheck.prepared import rows
from reviews.selectors.notifications import UNREAD, unread_asked

# A change of any comment raises its version, is a new row, or resolves a thread.
STAMP = """
SELECT concat_ws('-', max(comment.id), sum(comment.version), count(comment.resolved_at))
FROM reviews_queueitem item
CROSS JOIN LATERAL (
    SELECT item.claim_id UNION ALL SELECT id FROM claims_claim WHERE merged_into_id = item.claim_id
) AS discussed (claim_id)
JOIN reviews_comment comment ON comment.claim_id = discussed.claim_id
WHERE item.id = %(item)s
"""
NEWS = f"SELECT ({STAMP}), ({UNREAD})"


def discussion_news(item_id: int, reader: User) -> dict[str, str | int]:
    """Return a stamp that differs when the discussion does, and how much `reader` has not read."""
    [(stamp, unread)] = rows(NEWS, {"item": item_id, **unread_asked(reader)})
    return {"stamp": stamp, "unread": unread}
