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
    items = with_shown(filtered(wanted, person)).order_by(*wanted.order)
    found = _behind(items, wanted.order, after)
    shown = found[:PAGE]
    return QueuePage(queue_rows(shown), shown[-1].pk if len(found) > PAGE else None)


def _behind(
    items: QuerySet[QueueItem], order: tuple[str, ...], after: int | None
) -> list[QueueItem]:
    """Return the items behind the last one shown: a page of them, and one more if there is one.

    Those that tie with it are asked for by themselves, and seldom others. In one condition with
    the others they are walked over from the first of them: thousands, in a long queue.
    """
    last = QueueItem.objects.filter(pk=after).first() if after else None
    if last is None:
        return list(items[: PAGE + 1])
    first, *ties = order
    column = first.removeprefix("-")
    value = getattr(last, column)
    if value is None:
        return []
    beyond = items.filter(**{_compared(first): value})
    tied = list(items.filter(**{column: value, "pk__gt": last.pk})[: PAGE + 1]) if ties else []
    return [*tied, *beyond[: PAGE + 1 - len(tied)]]


def _compared(column: str) -> str:
    return f"{column.removeprefix('-')}__{'lt' if column.startswith('-') else 'gt'}"
