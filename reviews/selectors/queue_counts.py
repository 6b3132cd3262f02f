"""How many items there are, as far as a person needs to know: counting stops at a bound.

Counting a million rows for every page would take longer than the page.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.utils.formats import number_format

from factcheck.accounts.models import User
from factcheck.prepared import rows
from reviews.selectors.queue import OPEN_STATES
from reviews.selectors.queue_filter import QueueFilter, filtered
from reviews.selectors.queue_words import some_claims_saying

MOST_COUNTED = 1000
PER_STATE = """
SELECT asked.state, (
    SELECT count(*) FROM (
        SELECT FROM reviews_queueitem item
        WHERE item.closed_at IS NULL AND item.state = asked.state
        AND (item.snoozed_until IS NULL OR item.snoozed_until <= now()) LIMIT %(most)s
    ) few
) FROM unnest(%(states)s::text[]) AS asked(state)
"""


@dataclass(frozen=True, slots=True)
class Some:
    """A number of rows: `count` of them, or more than that."""

    count: int
    or_more: bool = False

    def __str__(self) -> str:
        return f"{number_format(self.count, force_grouping=True)}{'+' if self.or_more else ''}"

    def __add__(self, other: Some) -> Some:
        return bounded(self.count + other.count, or_more=self.or_more or other.or_more)


def bounded(count: int, *, or_more: bool = False) -> Some:
    """Return `count`, or MOST_COUNTED "or more" when it is over that."""
    return Some(min(count, MOST_COUNTED), or_more or count > MOST_COUNTED)


def open_counts() -> dict[str, Some]:
    """Return the number of open items that are awake, per state."""
    asked = {"most": MOST_COUNTED + 1, "states": [str(state) for state in OPEN_STATES]}
    return {state: bounded(count) for state, count in rows(PER_STATE, asked)}


def count_of(wanted: QueueFilter, person: User) -> Some:
    """Return the number of items that fit a filter; "or more" when its words are common ones."""
    items, or_more = filtered(replace(wanted, text=""), person), False
    if wanted.text:
        said, or_more = some_claims_saying(wanted.text)
        for condition in said:
            items = items.filter(condition)
    count = items.order_by().values("pk")[: MOST_COUNTED + 1].count()
    return bounded(count, or_more=or_more)
