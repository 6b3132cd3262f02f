"""One person's review: drafts are saved as they are typed, a submission is final."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.models import Evidence
from factcheck.accounts.models import User
from factcheck.audit.log import record
from factcheck.errors import InvalidInput, WrongState
from factcheck.prepared import columns, fields_of, made, rows
from factcheck.texts import check_text
from reviews.domain.states import Event, State
from reviews.models import LeaseEnd, QueueItem, Rating, Review, ReviewStatus
from reviews.models.review import Confidence
from reviews.selectors.ratings import rating_of_newest_scale
from reviews.services.leases import lease_end
from reviews.services.moves import item_lock, move
from reviews.services.stale_writes import stale_write
from reviews.services.verdicts import MAX_SUMMARY, MAX_TEXT, verdict_draft

REVIEW = fields_of(Review)
THERE = f"""
SELECT {columns(Review, "review", REVIEW)} FROM reviews_review review WHERE item_id = %(item)s
ORDER BY id"""  # noqa: S608 (of our own columns alone)
HOLDS = """
SELECT id FROM reviews_lease
WHERE item_id = %(item)s AND reviewer_id = %(person)s AND token = %(token)s
    AND ended_at IS NULL AND expires_at > %(now)s"""


@dataclass(frozen=True, slots=True)
class ReviewText:
    """What a reviewer types. `rating` is a slug of the newest scale, or "" while undecided."""

    rating: str = ""
    summary: str = ""
    rationale: str = ""
    no_evidence_reason: str = ""
    confidence: int = Confidence.MEDIUM
    evidence: tuple[int, ...] = ()


def review_save_draft(
    *, item: QueueItem, actor: User, token: uuid.UUID, text: ReviewText, based_on: int
) -> Review:
    """Save the draft of whoever holds the item. `based_on` is the version that was edited.

    Raises WrongState when the lease `token` is not theirs now, Stale when another tab saved since,
    InvalidInput naming the field. Nothing is overwritten in any of these cases.
    """
    with transaction.atomic():
        locked = item_lock(item_id=item.pk)
        _check_lease(locked, actor, token)
        review, evidence = _edited(locked, actor, text, based_on, _there(locked))
        _save(review, evidence)
        record(
            actor=actor,
            action="review.save",
            target=review,
            after={"version": review.version, "rating": text.rating},
        )
    return review


def review_submit(
    *, item: QueueItem, actor: User, token: uuid.UUID, text: ReviewText, based_on: int
) -> Review:
    """Submit the review and move the item on; the last review that is needed drafts the verdict.

    Raises what `review_save_draft` raises, and WrongState or NotAllowed by the table of states.
    """
    with transaction.atomic():
        locked = item_lock(item_id=item.pk)
        _check_lease(locked, actor, token)
        there = _there(locked)
        review, evidence = _edited(locked, actor, text, based_on, there)
        others = [each for each in there if each.is_submitted]
        review.is_adjudication = locked.state == State.ADJUDICATION
        done = move(item=locked, event=Event.SUBMIT, actor=actor, **_facts(review, others))
        review.status, review.submitted_at = ReviewStatus.SUBMITTED, timezone.now()
        _save(review, evidence)
        lease_end(item=locked, how=LeaseEnd.SUBMITTED)
        if done.to_state == State.SIGN_OFF:
            verdict_draft(item=locked, reviews=[*others, review])
        record(
            actor=actor,
            action="review.submit",
            target=review,
            after={"item": locked.pk, "rating": text.rating, "state": done.to_state},
        )
    return review


def _there(item: QueueItem) -> list[Review]:
    """Return the reviews that a locked item has."""
    found = [made(Review, REVIEW, each) for each in rows(THERE, {"item": item.pk})]
    for review in found:
        review.item = item
    return found


def _facts(review: Review, others: list[Review]) -> dict[str, Any]:
    """Return what the table of states asks about a review that is about to be submitted."""
    return {
        "review_is_complete": bool(
            review.rating_id and review.summary.strip() and review.rationale.strip()
        ),
        "review_has_evidence": bool(review.no_evidence_reason)
        or Evidence.objects.filter(claim=review.item.claim_id, removed_at__isnull=True).exists(),
        "reviews_in": len(others) + 1,
        "ratings_agree": all(each.rating_id == review.rating_id for each in others),
    }


def _check_lease(item: QueueItem, actor: User, token: uuid.UUID) -> None:
    asked = {"item": item.pk, "person": actor.pk, "token": token, "now": timezone.now()}
    if not rows(HOLDS, asked):
        raise WrongState(
            _("You do not hold this claim any more. Your text is kept; take the claim again."),
            code="holds_lease",
        )


def _edited(
    item: QueueItem, actor: User, text: ReviewText, based_on: int, there: Iterable[Review]
) -> tuple[Review, list[Evidence]]:
    """Return the locked item's review with the text over version `based_on` (0: none yet) and what
    it cites, neither saved yet: a submission writes its row once, not three times."""
    _check(text)
    own = (each for each in there if each.reviewer_id == actor.pk)
    review = next(own, None) or Review(item=item, reviewer=actor)
    if review.is_submitted:
        raise WrongState(
            _("You have reviewed this claim. It needs somebody else."), code="has_not_reviewed"
        )
    if review.version != based_on:
        typed = asdict(text) | {"evidence": sorted(text.evidence)}
        stale = stale_write(row=review, typed=typed, current=review_shown(review))
        if stale.differences:
            raise stale
        # The same text again: its answer was lost on the way.
        return review, _evidence(item, text.evidence)
    review.version += 1
    review.rating = _rating(text.rating)
    review.summary = text.summary.strip()
    review.rationale = text.rationale.strip()
    review.no_evidence_reason = text.no_evidence_reason.strip()
    review.confidence = text.confidence
    return review, _evidence(item, text.evidence)


def _save(review: Review, evidence: list[Evidence]) -> None:
    is_new = review.pk is None
    review.save()
    if evidence or not is_new:
        review.evidence.set(evidence)
    review.cited = sorted(row.pk for row in evidence)


def review_shown(review: Review) -> dict[str, object]:
    """Return what is stored of a review, as `ReviewText` names it, and its version."""
    return {
        "version": review.version,
        "rating": review.rating.slug if review.rating else "",
        "summary": review.summary,
        "rationale": review.rationale,
        "no_evidence_reason": review.no_evidence_reason,
        "confidence": review.confidence,
        "evidence": review.cited if review.pk else [],
    }


def _check(text: ReviewText) -> None:
    check_text("summary", text.summary, limit=MAX_SUMMARY)
    check_text("rationale", text.rationale, limit=MAX_TEXT)
    check_text("no_evidence_reason", text.no_evidence_reason, limit=MAX_TEXT)
    if text.confidence not in Confidence.values:
        raise InvalidInput("confidence", _("Choose low, medium or high confidence."))


def _rating(slug: str) -> Rating | None:
    if not slug:
        return None
    rating = rating_of_newest_scale(slug)
    if rating is None:
        raise InvalidInput("rating", _("There is no such rating. Choose one of the list."))
    return rating


def _evidence(item: QueueItem, ids: Iterable[int]) -> list[Evidence]:
    wanted = set(ids)
    if not wanted:
        return []
    rows = list(
        Evidence.objects.filter(claim=item.claim_id, removed_at__isnull=True, pk__in=wanted)
    )
    if len(rows) != len(wanted):
        raise InvalidInput("evidence", _("Some of this evidence is not on the claim any more."))
    return rows
