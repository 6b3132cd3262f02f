"""The queue as a page shows it: filtered, in order, a bounded number of rows."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from factcheck.accounts.models import User
from reviews.domain.states import CLOSED, State
from reviews.models import QueueItem
from reviews.selectors.queue_filter import QueueFilter, filtered
from reviews.selectors.queue_rows import QueueRow, queue_rows, with_shown

PAGE = 50
OPEN_STATES = tuple(state for state in State if state not in CLOSED and state != State.NEW)


@dataclass(frozen=True, slots=True)
class QueuePage:
    """A page of rows; `next_after` is the id to go on after for the next page, or None."""

    rows: tuple[QueueRow, ...]
    next_after: int | None


def queue_page(wanted: QueueFilter, person: User, after: int | None = None) -> QueuePage:
    """Return the rows of the page after item `after`, at most PAGE.

    The number of queries does not depend on the number of rows.
    """
    found = list(_behind(with_shown(filtered(wanted, person)), wanted, after)[: PAGE + 1])
    items = found[:PAGE]
    return QueuePage(queue_rows(items), items[-1].pk if len(found) > PAGE else None)


def _behind(
    items: QuerySet[QueueItem], wanted: QueueFilter, after: int | None
) -> QuerySet[QueueItem]:
    """Return the items behind the last one shown, in order."""
    last = QueueItem.objects.filter(pk=after).first() if after else None
    items = items.order_by(*wanted.order)
    if last is None:
        return items
    first, *rest = wanted.order
    if not rest:
        return items.filter(**{_compared(first): last.pk})
    name = first.removeprefix("-")
    if getattr(last, name) is None:
        return items.none()
    # The first condition bounds the walk over the index; alone the second would not.
    bound = {f"{_compared(first)}e": getattr(last, name)}
    behind = Q(**{_compared(first): getattr(last, name)}) | Q(id__gt=last.pk)
    return items.filter(**bound).filter(behind)


def _compared(column: str) -> str:
    return f"{column.removeprefix('-')}__{'lt' if column.startswith('-') else 'gt'}"
