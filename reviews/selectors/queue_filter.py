"""What the queue can be filtered and sorted by: read from a query string, asked of the database.

The query string is what the page, the API and a saved view have in common.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from django.db.models import OuterRef, Q, QuerySet, Subquery, Value
from django.utils import timezone

from claims.models import Appearance, Article
from factcheck.accounts.models import User
from reviews.domain.states import CLOSED, State
from reviews.models import Lease, QueueItem, QueueReason, Review
from reviews.selectors.queue_words import claims_saying

MAX_SEARCH = 200
FEW_ARTICLES = 200
ME, NOBODY = "me", "none"
LONGEST_ID = 18  # digits that always fit a bigint
Choice = TypeVar("Choice", bound=StrEnum)


class Due(StrEnum):
    """When an item is due; days end at midnight of whoever asks."""

    OVERDUE = "overdue"
    TODAY = "today"
    WEEK = "week"


class Sort(StrEnum):
    """The order of the list. Each is the order of an index."""

    PRIORITY = "priority"
    DUE = "due"
    NEWEST = "newest"
    OLDEST = "oldest"


ORDERS: dict[Sort, tuple[str, ...]] = {
    Sort.PRIORITY: ("-priority", "id"),
    Sort.DUE: ("due_at", "id"),
    Sort.NEWEST: ("-id",),
    Sort.OLDEST: ("id",),
}


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """What to show. `state` "" means all open items; what is empty or None is not asked about.

    `assignee` is ME, NOBODY or the id of a person; `sort` "" is by priority, and of what has left
    the queue the newest first. `snoozed` shows what sleeps instead of what is awake.
    """

    state: str = ""
    language: str = ""
    source: int | None = None
    speaker: str = ""
    tag: int | None = None
    assignee: str = ""
    due: Due | None = None
    reason: str = ""
    conflict: bool = False
    least: int | None = None
    text: str = ""
    mine: bool = False
    snoozed: bool = False
    sort: Sort | None = None

    @property
    def is_closed(self) -> bool:
        """Return whether items are asked for that have left the queue."""
        return self.state in CLOSED

    @property
    def order(self) -> tuple[str, ...]:
        """Return the columns the list is ordered by; they are unique together."""
        return ORDERS[self.sort or (Sort.NEWEST if self.is_closed else Sort.PRIORITY)]


def filter_from(query: Mapping[str, str]) -> QueueFilter:
    """Return the filter that a query string asks for; what makes no sense in it is left out."""

    def said(name: str, limit: int = MAX_SEARCH) -> str:
        return (query.get(name) or "").strip().replace("\x00", "")[:limit]

    assignee = said("assignee")
    return QueueFilter(
        state=_among(said("state"), set(State) - {State.NEW}),
        language=said("language", 12),
        source=row_number(said("source")),
        speaker=said("speaker"),
        tag=row_number(said("tag")),
        assignee=assignee if assignee in (ME, NOBODY) or row_number(assignee) else "",
        due=_choice(Due, said("due")),
        reason=_among(said("reason"), set(QueueReason.Kind.values)),
        conflict=said("conflict") == "1",
        least=_points(said("min")),
        text=said("q"),
        mine=said("mine") == "1",
        snoozed=said("snoozed") == "1",
        sort=_choice(Sort, said("sort")),
    )


def filtered(wanted: QueueFilter, person: User) -> QuerySet[QueueItem]:
    """Return the items that fit, in no order; `person` is who asks."""
    items = QueueItem.objects.all()
    if wanted.state:
        items = items.filter(state=wanted.state)
    if not wanted.is_closed:
        items = items.filter(closed_at__isnull=True).filter(_sleep(wanted))
    items = _of_item(items, wanted, person)
    for condition in _of_claim(wanted):
        items = items.filter(condition)
    if wanted.sort == Sort.DUE:
        items = items.filter(due_at__isnull=False)
    return items.filter(involving(person)) if wanted.mine else items


def involving(person: User) -> Q:
    """Return the condition that an item is held by `person` or carries a review of theirs.

    One list of ids: a pair of EXISTS would be asked of every item in the queue.
    """
    held = Lease.objects.filter(
        reviewer=person, ended_at__isnull=True, expires_at__gt=timezone.now()
    )
    reviewed = Review.objects.filter(reviewer=person)
    ids = held.order_by().values("item").union(reviewed.order_by().values("item"))
    return Q(pk__in=ids)


def _sleep(wanted: QueueFilter) -> Q:
    now = timezone.now()
    if wanted.snoozed:
        return Q(snoozed_until__gt=now)
    return Q(snoozed_until__isnull=True) | Q(snoozed_until__lte=now)


def _of_item(items: QuerySet[QueueItem], wanted: QueueFilter, person: User) -> QuerySet[QueueItem]:
    """Keep what fits of the item itself. A tag and a reason are on it once: a join is enough."""
    if wanted.language:
        items = items.filter(language=wanted.language)
    if wanted.tag:
        items = items.filter(item_tags__tag=wanted.tag)
    if wanted.reason:
        items = items.filter(reasons__kind=wanted.reason)
    if wanted.conflict:
        items = items.filter(reasons__kind=QueueReason.Kind.CONFLICT)
    if wanted.assignee == NOBODY:
        items = items.filter(assignee__isnull=True)
    elif wanted.assignee:
        items = items.filter(assignee=person if wanted.assignee == ME else int(wanted.assignee))
    if wanted.due:
        items = items.filter(due_at__lt=_until(wanted.due))
    return items if wanted.least is None else items.filter(priority__gte=wanted.least)


def _of_claim(wanted: QueueFilter) -> list[Q | Subquery]:
    """Return the conditions on the claims, each a list of ids from an index."""
    conditions: list[Q | Subquery] = []
    if wanted.speaker:
        conditions.append(Q(claim__speaker=wanted.speaker))
    if wanted.source:
        conditions.append(_carried_by(wanted.source))
    if wanted.text:
        conditions += claims_saying(wanted.text)
    return conditions


def _carried_by(source: int) -> Q | Subquery:
    """Return the condition for items whose claim was made in an article of `source`.

    Of an outlet with many articles the list is walked over, and each item looked at: as a set its
    claims were gathered by several processes, far beyond the first page, in 300 ms.
    """
    made = Appearance.objects.filter(article__source=source).order_by()
    articles = Article.objects.filter(source=source).order_by()  # by date, all others were read too
    if articles[: FEW_ARTICLES + 1].count() <= FEW_ARTICLES:
        return Q(claim__in=made.values("claim"))
    carried = made.filter(claim=OuterRef("claim")).annotate(is_carried=Value(True))
    return Subquery(carried.values("is_carried")[:1])


def _until(due: Due) -> datetime.datetime:
    """Return the moment before which an item has to be due."""
    now = timezone.localtime()
    if due == Due.OVERDUE:
        return now
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight + datetime.timedelta(days=1 if due == Due.TODAY else 7)


def _choice(kind: type[Choice], said: str) -> Choice | None:
    return kind(said) if said in set(kind) else None


def _among(said: str, known: set[State] | set[str]) -> str:
    return said if said in known else ""


def row_number(said: str) -> int | None:
    return int(said) if said.isdecimal() and len(said) <= LONGEST_ID else None


def _points(said: str) -> int | None:
    digits = said.removeprefix("-")
    return int(said) if digits.isdecimal() and digits.isascii() and len(digits) <= 4 else None
