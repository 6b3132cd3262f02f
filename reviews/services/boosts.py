"""The desk's own rules for priority, and applying them to what is in the queue already."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from factcheck.accounts.models import User
from factcheck.audit.log import record
from factcheck.errors import InvalidInput
from reviews.domain.boosts import MOST_POINTS, Trait
from reviews.domain.priority import rules
from reviews.models import BoostRule, QueueItem
from reviews.selectors.boosts import boosts_of
from reviews.services.editors import check_editor, named
from reviews.services.weighing import SWEPT_AT_ONCE, WEIGHED, item_replace_points

MAX_TEXT = 200


def boost_add(*, actor: User, trait: str, value: str, points: int, reason: str) -> BoostRule:
    """Give claims whose `trait` is `value` these points, from the next sweep on.

    Raises NotAllowed for whoever is no editor, InvalidInput naming what is wrong.
    """
    check_editor(actor)
    if trait not in set(Trait):
        raise InvalidInput("trait", _("Choose what the rule looks at."))
    if not points or abs(points) > MOST_POINTS:
        message = _("Give between -%(most)d and %(most)d points, not 0.") % {"most": MOST_POINTS}
        raise InvalidInput("points", message)
    rule = BoostRule(
        trait=trait,
        value=named("value", value, limit=MAX_TEXT),
        points=points,
        reason=named("reason", reason, limit=MAX_TEXT),
        added_by=actor,
    )
    told = {"trait": trait, "value": rule.value, "points": points}
    try:
        with transaction.atomic():
            rule.save()
            record(actor=actor, action="boost.add", target=rule, after=told, note=rule.reason)
    except IntegrityError as error:
        raise InvalidInput("value", _("There is a rule for this already. End it first.")) from error
    return rule


def boost_end(*, rule: BoostRule, actor: User) -> BoostRule:
    """Take a rule's points away again, from the next sweep on. Raises NotAllowed for no editor."""
    check_editor(actor)
    with transaction.atomic():
        locked = BoostRule.objects.select_for_update(no_key=True).get(pk=rule.pk)
        if locked.ended_at is None:
            locked.ended_at, locked.swept_to = timezone.now(), 0
            locked.save(update_fields=["ended_at", "swept_to"])
            record(actor=actor, action="boost.end", target=locked)
    return locked


def boosts_apply() -> int:
    """Weigh open items anew for rules that came or went; return how many were weighed.

    At most SWEPT_AT_ONCE, in the order of their ids, from where the last sweep stopped. It stops
    before the first item that somebody works on. Not audited, as `items_age` is not: setting the
    rule was.
    """
    changed = BoostRule.objects.filter(swept_to__isnull=False)
    with transaction.atomic():
        pending = list(changed.select_for_update(skip_locked=True, no_key=True))
        if not pending:
            return 0
        start = min(rule.swept_to or 0 for rule in pending)
        open_items = QueueItem.objects.filter(pk__gt=start, closed_at__isnull=True).order_by("pk")
        ids = list(open_items.values_list("pk", flat=True)[:SWEPT_AT_ONCE])
        items = _locked(ids)
        fitting = boosts_of(items)
        for item in items:
            item_replace_points(item, rules(fitting[item.pk]))
        QueueItem.objects.bulk_update(items, WEIGHED)
        _move_on(pending, _reached(ids, items))
    return len(items)


def _locked(ids: list[int]) -> list[QueueItem]:
    """Lock those of the items that nobody works on.

    To wait for one while others are locked would be a deadlock with whoever waits for those.
    """
    items = QueueItem.objects.filter(pk__in=ids, closed_at__isnull=True).order_by("pk")
    return list(
        items.select_related("claim").defer("claim__vector")
        .select_for_update(skip_locked=True, no_key=True, of=("self",))
    )  # fmt: skip


def _reached(ids: list[int], items: list[QueueItem]) -> int | None:
    """Return the id up to which all items were weighed, None when there are no more."""
    left = set(ids) - {item.pk for item in items}
    if left:
        return min(left) - 1
    return ids[-1] if len(ids) == SWEPT_AT_ONCE else None


def _move_on(pending: list[BoostRule], reached: int | None) -> None:
    """Note how far the rules were applied; None: to all items there are."""
    for rule in pending:
        # One that is further on has been applied to these items before.
        if reached is None or (rule.swept_to or 0) < reached:
            rule.swept_to = reached
            rule.save(update_fields=["swept_to"])
