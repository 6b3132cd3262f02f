"""Claims enter the queue, and learn of the news."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from claims.models import Article, Claim, ClaimRelation, Stage
from claims.services.articles import article_end_step, article_lock_step
from claims.services.locks import claims_lock, matching_lock
from factcheck.audit.log import record
from reviews.domain.dismissals import Why
from reviews.domain.policy import BY_HAND, Policy, review_need
from reviews.domain.states import State
from reviews.models import QueueItem, QueueReason, Review, ReviewStatus, Verdict, VerdictStatus
from reviews.selectors.boosts import boosts_of
from reviews.selectors.situations import BEFORE_A_VERDICT
from reviews.selectors.standings import Standing, claim_standings
from reviews.services.assignments import assignment_check
from reviews.services.dismissals import item_restore, standing_line
from reviews.services.moves import enter
from reviews.services.repeats import repeats_tell
from reviews.services.silent_edits import changed_passages, changed_passages_tell
from reviews.services.weighing import WEIGHED, item_set_weight

DUE_AFTER = datetime.timedelta(days=3)
Kind = QueueReason.Kind
# Merging, splitting and moving can end these.
FOLLOWING = (Kind.CONFLICT, Kind.REACH, Kind.CHECKED_BEFORE)


def article_enqueue(*, article: Article) -> None:
    """Stage three of an article: its claims enter the queue, or their items learn of the news.

    Claims the desk has dealt with do not come back by themselves. Running it twice leaves the
    same rows.
    """
    changed = changed_passages(article)
    with transaction.atomic():
        if not article_lock_step(article=article):
            return
        # Before all claims: a split locks the family its new claim is in after its items.
        matching_lock()
        touched = Claim.objects.filter(appearances__article=article).order_by("pk").distinct()
        families = dict(touched.values_list("pk", "family"))
        claims_refresh(claims=claims_lock(claim_ids=_concerned(families)))
        changed_passages_tell(version=article, passages=changed)
        repeats_tell(article=article)
        article_end_step(article=article, next_stage=Stage.DONE)
        record(
            actor=None,
            action="article.process",
            target=article,
            after={"claims": list(families)},
        )


def _concerned(families: Mapping[int, int | None]) -> set[int]:
    """Return the claims of an article, given with their families, and those that change with them.

    These are whose figures they contradict, and the checked ones of their families: a verdict that
    is retracted meanwhile has to wait, or its retraction would miss the alert that is raised.
    """
    relations = ClaimRelation.objects.filter(aspects__contains=["number"])
    lower, higher = relations.filter(higher__in=families), relations.filter(lower__in=families)
    checked = Verdict.objects.filter(
        claim__family__in={family for family in families.values() if family},
        status=VerdictStatus.PUBLISHED,
    )
    return {
        *families,
        *lower.values_list("lower", flat=True),
        *higher.values_list("higher", flat=True),
        *checked.values_list("claim", flat=True),
    }


def claims_refresh(*, claims: Iterable[Claim]) -> None:
    """Make the items of new claims, and bring the others up to date; the claims are locked.

    All are locked before one is restored: that is audited, and to wait for an item with the audit
    chain in hand would be a deadlock with whoever has the item and waits for the chain.
    """
    by_id = {claim.pk: claim for claim in claims}
    found = QueueItem.objects.filter(claim__in=by_id).order_by("pk").select_for_update(no_key=True)
    last = {item.claim_id: item for item in found}
    due_at = timezone.now() + DUE_AFTER
    items = [last.get(pk) or enter(claim=claim, due_at=due_at) for pk, claim in by_id.items()]
    restored = [item for item in items if _is_asked_for_again(item)]
    _learn([item for item in items if item.closed_at is None], by_id)
    for item in items:
        assignment_check(item=item, actor=None)  # another outlet or speaker may concern them
    _learn([item_restore(item=item, actor=None) for item in restored], by_id)


def _is_asked_for_again(item: QueueItem) -> bool:
    """Say whether only a mark taken back keeps out what the machine chose since, elsewhere."""
    if item.state != State.DISMISSED:
        return False
    chosen = item.claim.appearances.filter(sentence__selected=True)
    return standing_line(item).filter(why=Why.MARK_WITHDRAWN).exists() and chosen.exists()


def _learn(items: Sequence[QueueItem], claims: Mapping[int, Claim]) -> None:
    """Set the priorities and their points, the reasons, and the reviews wanted while none is in.

    The statements are as many for a hundred items as for one: an article touches, besides its own
    claims, all whose figures they contradict.
    """
    boosts, reasons = boosts_of(items), []
    standings, unread = claim_standings([claims[item.claim_id] for item in items]), _unread(items)
    for item in items:
        standing = standings[item.claim_id]
        item_set_weight(item, standing, boosts[item.pk])
        if item.pk in unread:
            _set_reviews_wanted(item, standing)
        reasons += [
            QueueReason(item=item, kind=kind, detail=detail)
            for kind, detail in standing.reasons.items()
        ]
    QueueItem.objects.bulk_update(items, [*WEIGHED, "reviews_wanted", "reviews_wanted_because"])
    _drop_outdated(reasons, items)
    QueueReason.objects.bulk_create(
        reasons, update_conflicts=True, unique_fields=["item", "kind"], update_fields=["detail"]
    )


def _drop_outdated(reasons: Sequence[QueueReason], items: Sequence[QueueItem]) -> None:
    """Take away what follows from how the claims stand and does not hold any more."""
    hold = {(each.item_id, each.kind) for each in reasons}
    shown = QueueReason.objects.filter(item__in=items, kind__in=FOLLOWING)
    gone = [each.pk for each in shown if (each.item_id, each.kind) not in hold]
    if gone:
        QueueReason.objects.filter(pk__in=gone).delete()


def _unread(items: Sequence[QueueItem]) -> set[int]:
    """Return the items, by id, on which no review is in: whoever holds one is at the first."""
    held = [item.pk for item in items if item.state == State.IN_REVIEW]
    submitted = Review.objects.filter(item__in=held, status=ReviewStatus.SUBMITTED)
    reviewed = set(submitted.values_list("item", flat=True)) if held else set()
    return {item.pk for item in items if item.state in BEFORE_A_VERDICT} - reviewed


def _set_reviews_wanted(item: QueueItem, standing: Standing) -> None:
    """Want what the policy says now, never fewer than before.

    Else a reviewer could take the claim out of its conflict, review it alone, and undo that.
    """
    need = review_need(standing.risk, Policy(**settings.SECOND_REVIEW))
    stays = item.reviews_wanted > need.reviews
    kept = [rule for rule in item.reviews_wanted_because if stays or rule == BY_HAND]
    item.reviews_wanted = max(need.reviews, item.reviews_wanted)
    item.reviews_wanted_because = list(dict.fromkeys([*need.because, *kept]))
