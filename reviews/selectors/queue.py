"""The queue as a page shows it: filtered, in order, a bounded number of rows."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

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
    items = filtered(wanted, person).order_by(*wanted.order)
    last = QueueItem.objects.filter(pk=after).first() if after else None
    if last is not None:
        items = _behind(last, items, wanted.order)
    found = list(with_shown(items)[: PAGE + 1])
    shown = found[:PAGE]
    return QueuePage(queue_rows(shown), shown[-1].pk if len(found) > PAGE else None)


def _behind(
    last: QueueItem, items: QuerySet[QueueItem], order: tuple[str, ...]
) -> QuerySet[QueueItem]:
    """Return the items behind the last one shown, in the same order: a page of them at least.

    Those that tie with it are asked for by themselves: in one condition with what lies beyond,
    they are walked over from the first of them, thousands in a long queue.
    """
    first, *ties = order
    column = first.removeprefix("-")
    value = getattr(last, column)
    if value is None:
        return items.none()
    beyond = items.filter(**{_compared(first): value})
    if not ties:
        return beyond
    tied = items.filter(**{column: value, "pk__gt": last.pk})
    near = [each.values("pk")[: PAGE + 1] for each in (tied, beyond)]
    return QueueItem.objects.filter(pk__in=near[0].union(near[1], all=True)).order_by(*order)


def _compared(column: str) -> str:
    return f"{column.removeprefix('-')}__{'lt' if column.startswith('-') else 'gt'}"
