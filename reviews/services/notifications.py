"""Telling a person what concerns them, and noting that they have read it."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from factcheck.accounts.models import User
from reviews.models import Comment, Notification, NotificationKind, QueueItem
from reviews.selectors.notifications import notifications_of


def notifications_send(
    *,
    people: Iterable[User],
    kind: NotificationKind,
    item: QueueItem,
    by: User | None,
    comment: Comment | None = None,
) -> None:
    """Leave word for each of `people` but for whoever did it; of one comment each is told once.

    Part of the mutation it tells of, in its transaction.
    """
    Notification.objects.bulk_create(
        [
            Notification(person=person, kind=kind, item=item, by=by, comment=comment)
            for person in people
            if by is None or person.pk != by.pk
        ],
        ignore_conflicts=True,
    )


def notification_read(*, notification: Notification) -> None:
    """Note that the person has read it. Again changes nothing."""
    with transaction.atomic():
        unread = Notification.objects.filter(pk=notification.pk, read_at__isnull=True)
        unread.update(read_at=timezone.now())


def notifications_read(*, actor: User, up_to: int, item: QueueItem | None = None) -> int:
    """Note that `actor` has read all theirs up to that id, or those of one item; says how many.

    Up to an id, because another may have come since the list was shown. What is hidden from them
    yet was not shown: it stays unread.
    """
    with transaction.atomic():
        unread = notifications_of(actor).filter(read_at__isnull=True, pk__lte=up_to)
        of_item = unread.filter(item=item) if item else unread
        return of_item.update(read_at=timezone.now())
