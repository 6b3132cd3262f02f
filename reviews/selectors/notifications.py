"""What concerns a person, as far as they may read it yet, and how much of it is unread."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from factcheck.accounts.models import User
from factcheck.prepared import rows
from reviews.domain.states import REVIEWERS
from reviews.models import Notification
from reviews.selectors.comments import is_secret_from

PAGE = 30
MOST_COUNTED = 100  # the bell says "99+" then
# Every page of the desk asks it. What is hidden is not counted: it is told of when it may be read.
UNREAD = """
SELECT count(*) FROM (
    SELECT 1 FROM reviews_notification
    WHERE person_id = %(person)s AND read_at IS NULL AND (
        comment_id IS NULL OR NOT %(reviews)s
        OR NOT reviews_comment_is_secret(comment_id, %(person)s))
    LIMIT %(most)s
) AS unread
"""


@dataclass(frozen=True, slots=True)
class NotificationPage:
    """One page, newest first; `next_before` is the `before` of the next, if any."""

    notifications: list[Notification]
    next_before: int | None

    @property
    def newest(self) -> int:
        """Return the id up to which the page shows everything."""
        return self.notifications[0].pk if self.notifications else 0


def notifications_of(reader: User) -> QuerySet[Notification]:
    """Return what concerns `reader` and they may read now, with what it is about."""
    about = Notification.objects.filter(person=reader)
    shown = about.select_related("item__claim", "comment", "by").defer("item__claim__vector")
    return shown.filter(Q(comment__isnull=True) | Q(~is_secret_from("comment", reader)))


def notifications_page(
    reader: User, *, is_unread: bool = False, before: int | None = None
) -> NotificationPage:
    """Return a page of them, newest first."""
    found = notifications_of(reader).order_by("-id")
    if is_unread:
        found = found.filter(read_at__isnull=True)
    if before is not None:
        found = found.filter(pk__lt=before)
    listed = list(found[: PAGE + 1])
    return NotificationPage(listed[:PAGE], listed[PAGE - 1].pk if len(listed) > PAGE else None)


def unread_of(reader: User) -> int:
    """Return how much of it is unread, at most MOST_COUNTED."""
    [(number,)] = rows(UNREAD, unread_asked(reader))
    return int(number)


def unread_asked(reader: User) -> dict[str, object]:
    """Return the parameters of UNREAD."""
    reviews = bool(REVIEWERS & reader.roles)
    return {"person": reader.pk, "reviews": reviews, "most": MOST_COUNTED}
