"""The ledger of dismissals: who, why, when; what waits for a second look, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from factcheck.accounts.models import User
from reviews.domain.dismissals import Outcome, Why
from reviews.models import Dismissal
from reviews.selectors.queue_filter import row_number
from reviews.selectors.recusals import recused_from

PAGE = 50
LINES = Dismissal.objects.select_related("item__claim", "by", "looked_by", "restored_by").defer(
    "item__claim__vector"
)


@dataclass(frozen=True, slots=True)
class LedgerFilter:
    """Which lines to show; what is empty or None is not asked about."""

    why: str = ""
    by: int | None = None
    outcome: str = ""
    standing: bool = False


@dataclass(frozen=True, slots=True)
class SecondLooks:
    """What second people said so far."""

    confirmed: int
    overturned: int

    @property
    def share(self) -> float | None:
        """Return the overturned share, 0 to 1; None before the first look."""
        looked = self.confirmed + self.overturned
        return self.overturned / looked if looked else None


def ledger_filter_from(query: Mapping[str, str]) -> LedgerFilter:
    """Return the filter of a query string; what makes no sense in it is left out."""
    why, outcome = query.get("why", ""), query.get("outcome", "")
    return LedgerFilter(
        why=why if why in set(Why) else "",
        by=row_number(query.get("by", "")),
        outcome=outcome if outcome in set(Outcome) else "",
        standing=query.get("standing") == "1",
    )


def ledger(wanted: LedgerFilter) -> QuerySet[Dismissal]:
    """Return the lines that fit, newest first."""
    lines = LINES.order_by("-id")
    if wanted.why:
        lines = lines.filter(why=wanted.why)
    if wanted.by:
        lines = lines.filter(by=wanted.by)
    if wanted.outcome:
        lines = lines.filter(outcome=wanted.outcome)
    return lines.filter(restored_at__isnull=True) if wanted.standing else lines


def ledger_page(wanted: LedgerFilter, before: int | None) -> tuple[list[Dismissal], int | None]:
    """Return at most PAGE lines older than `before`, and the `before` of the next page or None."""
    lines = ledger(wanted)
    found = list((lines.filter(pk__lt=before) if before else lines)[: PAGE + 1])
    return found[:PAGE], found[PAGE - 1].pk if len(found) > PAGE else None


def to_look_at(person: User) -> QuerySet[Dismissal]:
    """Return the dismissals that were drawn and wait for somebody like `person`, oldest first."""
    waiting = LINES.filter(is_drawn=True, outcome="", restored_at__isnull=True).exclude(by=person)
    return waiting.exclude(recused_from("item", person)).order_by("id")


def second_looks() -> SecondLooks:
    """Return how many dismissals were confirmed and overturned so far."""
    counted = Dismissal.objects.exclude(outcome="").aggregate(
        confirmed=Count("pk", filter=Q(outcome=Outcome.CONFIRMED)),
        overturned=Count("pk", filter=Q(outcome=Outcome.OVERTURNED)),
    )
    return SecondLooks(**counted)
