"""Points and priority of queue items: set when something becomes known, and as they age.

What a reader asks for is stored, not computed on the way: the list is read by an index on it.
"""

from __future__ import annotations

import datetime
from dataclasses import replace

from django.db import transaction
from django.utils import timezone

from claims.models import Claim
from reviews.domain.boosts import Boost
from reviews.domain.priority import Points, age, ages_at, days_waited, priority
from reviews.models import QueueItem
from reviews.selectors.boosts import boosts_of
from reviews.selectors.standings import Standing, claim_standing, claim_standings

SWEPT_AT_ONCE = 500
WEIGHED = ("priority", "priority_points", "priority_because", "ages_at")


def item_weigh(*, item: QueueItem) -> None:
    """Set the points and the priority of a locked item as things stand now."""
    item_set_weight(item, claim_standing(item.claim), boosts_of([item])[item.pk])
    item.save(update_fields=WEIGHED)


def family_weigh(*, claim: Claim) -> None:
    """Weigh the open items of the other claims of a family: a verdict on `claim` came or went.

    What somebody works on is left out, to wait for nobody with items locked; it is weighed with
    the next news of it.
    """
    if claim.family_id is None:
        return
    kin = QueueItem.objects.filter(claim__family=claim.family_id, closed_at__isnull=True)
    others = kin.exclude(claim=claim).select_related("claim").order_by("pk")
    locked = others.select_for_update(skip_locked=True, no_key=True, of=("self",))
    items = list(locked[:SWEPT_AT_ONCE])
    boosts, standings = boosts_of(items), claim_standings([item.claim for item in items])
    for item in items:
        item_set_weight(item, standings[item.claim_id], boosts[item.pk])
    QueueItem.objects.bulk_update(items, WEIGHED)


def item_set_weight(item: QueueItem, standing: Standing, boosts: tuple[Boost, ...]) -> None:
    """Set the points and the priority as things stand now; the caller saves WEIGHED."""
    now = timezone.now()
    points = priority(
        replace(
            standing.pull,
            days=days_waited(item.entered_at, now),
            boosts=boosts,
            extra=item.boost,
            extra_note=item.boost_note,
        )
    )
    item.priority_points = {each.factor: each.points for each in points}
    item.priority_because = {each.factor: each.because for each in points if each.because}
    item.priority = sum(each.points for each in points)
    item.ages_at = ages_at(item.entered_at, days_waited(item.entered_at, now))


def items_age(*, now: datetime.datetime | None = None) -> int:
    """Give open items that have waited another day their points for it; return how many.

    At most SWEPT_AT_ONCE, so that a sweep is short; items somebody works on are left for the next
    one. Not audited: it follows from the day an item entered, and changes nothing else.
    """
    moment = now or timezone.now()
    with transaction.atomic():
        older = QueueItem.objects.filter(closed_at__isnull=True, ages_at__lte=moment)
        locked = older.select_for_update(skip_locked=True, no_key=True).order_by("ages_at")
        items = list(locked[:SWEPT_AT_ONCE])
        for item in items:
            days = days_waited(item.entered_at, moment)
            item_replace_points(item, age(days))
            item.ages_at = ages_at(item.entered_at, days)
        QueueItem.objects.bulk_update(items, WEIGHED)
    return len(items)


def item_replace_points(item: QueueItem, points: Points) -> None:
    """Set the points of one factor and the sum that follows; the caller saves WEIGHED."""
    others = {name: each for name, each in item.priority_points.items() if name != points.factor}
    told = {name: each for name, each in item.priority_because.items() if name != points.factor}
    if points.points:
        others[points.factor], told[points.factor] = points.points, points.because
    # Points from before they were told apart stay in the sum.
    item.priority += sum(others.values()) - sum(item.priority_points.values())
    item.priority_points, item.priority_because = others, told
