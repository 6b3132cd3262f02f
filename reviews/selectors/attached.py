"""What is attached to an item and its claim at all: nobody asks for rows that are not there."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.audit.models import BREAK_GLASS
from factcheck.prepared import rows
from reviews.models import QueueItem

# A claim that has just come has nothing of all this, and a page that asks for each by a query of
# its own spends most of its time on putting the queries into words. Each row answers from an index.
ATTACHED = """
SELECT
    EXISTS (SELECT FROM reviews_review WHERE item_id = %(item)s),
    EXISTS (SELECT FROM reviews_lease WHERE item_id = %(item)s),
    EXISTS (SELECT FROM reviews_itemtag WHERE item_id = %(item)s),
    EXISTS (SELECT FROM reviews_triagechange WHERE item_id = %(item)s),
    EXISTS (SELECT FROM reviews_verdict WHERE item_id = %(item)s),
    EXISTS (SELECT FROM claims_claimrelation WHERE lower_id = %(claim)s)
        OR EXISTS (SELECT FROM claims_claimrelation WHERE higher_id = %(claim)s),
    EXISTS (SELECT FROM claims_earliercheckmatch WHERE claim_id = %(claim)s)
        OR EXISTS (
            SELECT FROM claims_claim merged JOIN claims_earliercheckmatch ON claim_id = merged.id
            WHERE merged.merged_into_id = %(claim)s),
    EXISTS (SELECT FROM claims_alert WHERE claim_id = %(claim)s),
    EXISTS (SELECT FROM claims_evidence WHERE claim_id = %(claim)s AND removed_at IS NULL),
    EXISTS (SELECT FROM reviews_replyrequest WHERE claim_id = %(claim)s),
    EXISTS (SELECT FROM reviews_comment WHERE claim_id = %(claim)s)
        OR EXISTS (
            SELECT FROM claims_claim merged JOIN reviews_comment ON claim_id = merged.id
            WHERE merged.merged_into_id = %(claim)s),
    EXISTS (SELECT FROM claims_claimdecision WHERE claim_id = %(claim)s)
        OR EXISTS (SELECT FROM claims_claimdecision WHERE other_id = %(claim)s),
    EXISTS (
        SELECT FROM audit_auditevent
        WHERE target_type = %(type)s AND target_id = %(item)s AND action LIKE %(forced)s),
    EXISTS (SELECT FROM reviews_verdict WHERE claim_id = %(claim)s AND status = 'published')"""


@dataclass(frozen=True, slots=True)
class Attached:
    """Whether there are rows of a kind, whoever may read them: in the order of the statement."""

    reviews: bool
    leases: bool
    tags: bool
    triage_changes: bool
    verdict: bool
    relations: bool
    earlier_checks: bool
    alerts: bool
    evidence: bool
    reply_requests: bool
    comments: bool
    decisions: bool
    forced_moves: bool
    standing_verdict: bool


def attached_to(item: QueueItem) -> Attached:
    """Return what is attached to `item` and its claim now, in one statement."""
    asked = {
        "item": item.pk,
        "claim": item.claim_id,
        "type": item._meta.label_lower,
        "forced": f"{BREAK_GLASS}%",
    }
    [found] = rows(ATTACHED, asked)
    return Attached(*found)
