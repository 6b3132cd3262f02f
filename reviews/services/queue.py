"""Claims enter the queue, and learn of the news."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from claims.models import Article, Claim, ClaimRelation, Stage
from claims.services.articles import article_end_step, article_lock_step
from factcheck.audit.log import record
from reviews.domain.dismissals import Why
from reviews.domain.policy import BY_HAND, Policy, review_need
from reviews.domain.states import State
from reviews.models import QueueItem, QueueReason
from reviews.selectors.standings import Standing, claim_standing
from reviews.services.assignments import assignment_check
from reviews.services.dismissals import item_restore, standing_line
from reviews.services.moves import enter
from reviews.services.silent_edits import changed_passages, changed_passages_tell
from reviews.services.weighing import item_weigh

DUE_AFTER = datetime.timedelta(days=3)


def article_enqueue(*, article: Article) -> None:
    """Stage three of an article: its claims enter the queue, or their items learn of the news.

    Claims the desk has dealt with do not come back by themselves. Running it twice leaves the
    same rows.
    """
    changed = changed_passages(article)
    with transaction.atomic():
        if not article_lock_step(article=article):
            return
        touched = Claim.objects.filter(appearances__article=article).distinct()
        claims = Claim.objects.filter(Q(pk__in=touched.values("pk")) | _contradicted_by(touched))
        _enqueue_or_refresh(claims.defer("vector").order_by("pk").select_for_update(no_key=True))
        changed_passages_tell(version=article, passages=changed)
        article_end_step(article=article, next_stage=Stage.DONE)
        record(
            actor=None,
            action="article.process",
            target=article,
            after={"claims": list(touched.order_by("pk").values_list("pk", flat=True))},
        )


def _contradicted_by(claims: QuerySet[Claim]) -> Q:
    """Return the condition for the claims whose figures these claims contradict."""
    relations = ClaimRelation.objects.filter(aspects__contains=["number"])
    lower, higher = relations.filter(higher__in=claims), relations.filter(lower__in=claims)
    return Q(pk__in=lower.values("lower")) | Q(pk__in=higher.values("higher"))


def _enqueue_or_refresh(claims: Iterable[Claim]) -> None:
    """Make the items of new claims, and bring the others up to date.

    All are locked before one is restored: that is audited, and to wait for an item with the audit
    chain in hand would be a deadlock with whoever has the item and waits for the chain.
    """
    by_id = {claim.pk: claim for claim in claims}
    found = QueueItem.objects.filter(claim__in=by_id).order_by("pk").select_for_update(no_key=True)
    last = {item.claim_id: item for item in found}
    due_at = timezone.now() + DUE_AFTER
    items = [last.get(pk) or enter(claim=claim, due_at=due_at) for pk, claim in by_id.items()]
    restored = [item for item in items if _is_asked_for_again(item)]
    for item in items:
        if item.closed_at is None:
            _learn(item, claim_standing(by_id[item.claim_id]))
    for item in items:
        assignment_check(item=item, actor=None)  # another outlet or speaker may concern them
    for item in restored:
        _learn(item_restore(item=item, actor=None), claim_standing(by_id[item.claim_id]))


def _is_asked_for_again(item: QueueItem) -> bool:
    """Say whether only a mark taken back keeps out what the machine chose since, elsewhere."""
    if item.state != State.DISMISSED:
        return False
    chosen = item.claim.appearances.filter(sentence__selected=True)
    return standing_line(item).filter(why=Why.MARK_WITHDRAWN).exists() and chosen.exists()


def _learn(item: QueueItem, standing: Standing) -> None:
    """Set the priority and its points, the reasons, and the reviews wanted while none is in."""
    item_weigh(item=item, standing=standing)
    if item.state == State.QUEUED:
        need = review_need(standing.risk, Policy(**settings.SECOND_REVIEW))
        asked = [rule for rule in item.reviews_wanted_because if rule == BY_HAND]
        item.reviews_wanted = max(need.reviews, item.reviews_wanted if asked else 0)
        item.reviews_wanted_because = [*need.because, *asked]
        item.save(update_fields=["reviews_wanted", "reviews_wanted_because"])
    for kind, detail in standing.reasons.items():
        QueueReason.objects.update_or_create(item=item, kind=kind, defaults={"detail": detail})
