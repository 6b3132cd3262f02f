"""Which events of the audit log tell of a review or draft that a reader may not know yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from factcheck.accounts.models import User
from factcheck.audit.models import AuditEvent
from reviews.selectors.comments import comments_hidden_from
from reviews.selectors.secret_reviews import (
    items_with_secret_draft,
    reviews_hidden_from,
    verdicts_hidden_from,
)

Hidden = Callable[[User, Iterable[int]], set[int]]
HIDDEN_FROM: dict[str, Hidden] = {
    "reviews.comment": comments_hidden_from,
    "reviews.review": reviews_hidden_from,
    "reviews.verdict": verdicts_hidden_from,
    "reviews.queueitem": items_with_secret_draft,
}
# Of all that happens to an item, only why nobody is waited for is told in words about the draft.
OF_ITEMS = frozenset({"reply.waive"})


def secret_events(events: Sequence[AuditEvent], reader: User) -> set[int]:
    """Return the ids of the events that `reader` may not read yet: they would steer their own
    review. Bounded: one query per kind of thing, whatever the number of events.
    """
    hidden = set[int]()
    for kind, hidden_from in HIDDEN_FROM.items():
        told = [each for each in events if each.target_type == kind and _tells(each)]
        if told:
            secret = hidden_from(reader, {each.target_id for each in told})
            hidden |= {each.pk for each in told if each.target_id in secret}
    return hidden


def _tells(event: AuditEvent) -> bool:
    return event.target_type != "reviews.queueitem" or event.action in OF_ITEMS
