"""How far the desk is with its queue today."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone

from factcheck.accounts.models import User
from factcheck.prepared import rows
from reviews.domain.states import TAKEABLE, State
from reviews.selectors.queue_counts import Some
from reviews.selectors.taken_back import TAKEN_BACK

# Reviewed or dismissed; what one did and another took back was done all the same, but not a review
# that its own writer took back.
DONE = f"""
SELECT count(DISTINCT item_id), count(DISTINCT item_id) FILTER (WHERE by_id = %(person)s)
FROM reviews_queuemove move
WHERE event IN ('submit', 'dismiss') AND by_id IS NOT NULL AND at >= %(since)s
    AND NOT {TAKEN_BACK}
"""  # noqa: S608 (of our own names alone)


@dataclass(frozen=True, slots=True)
class Progress:
    """Claims reviewed or dismissed since midnight, by the desk and oneself; and what is to be."""

    done: int
    own: int
    waiting: Some

    @property
    def total(self) -> Some:
        """Return what was done and what waits together."""
        return self.waiting + Some(self.done)


def queue_progress(person: User, open_counts: dict[str, Some]) -> Progress:
    """Return it for `person`, whose day begins at midnight in their time zone."""
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    [(done, own)] = rows(DONE, {"person": person.pk, "since": midnight})
    waiting = sum((open_counts[state] for state in (*TAKEABLE, State.IN_REVIEW)), Some(0))
    return Progress(done, own, waiting)
