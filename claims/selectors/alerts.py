"""Alerts for the page that lists them, and how many are open."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from claims.models import Alert

PAGE = 30
MOST_COUNTED = 100  # the header says "99+" then
# Every page of the desk asks it: an index of the open ones alone answers.
OPEN = """
SELECT count(*) FROM (
    SELECT 1 FROM claims_alert WHERE settled_at IS NULL LIMIT %(most)s
) AS open_alerts
"""


@dataclass(frozen=True, slots=True)
class AlertSearch:
    """What to list. "" is any `kind`; `before` continues after an id."""

    is_settled: bool = False
    kind: str = ""
    before: int | None = None


@dataclass(frozen=True, slots=True)
class AlertPage:
    """One page of alerts, newest first; `next_before` is the `before` of the next, if any."""

    alerts: list[Alert]
    next_before: int | None


def alerts() -> QuerySet[Alert]:
    """Return alerts with what they are about, without texts and vectors."""
    about = Alert.objects.select_related(
        "article", "claim", "checked_claim", "source", "evidence", "settled_by"
    )
    return about.defer(
        "article__text", "article__received", "claim__vector", "checked_claim__vector"
    )


def alerts_page(search: AlertSearch) -> AlertPage:
    """Return a page of alerts."""
    found = alerts().filter(settled_at__isnull=not search.is_settled).order_by("-id")
    if search.kind:
        found = found.filter(kind=search.kind)
    if search.before is not None:
        found = found.filter(pk__lt=search.before)
    listed = list(found[: PAGE + 1])
    return AlertPage(listed[:PAGE], listed[PAGE - 1].pk if len(listed) > PAGE else None)


def claim_alerts(claim_id: int) -> list[Alert]:
    """Return the alerts about a claim, the newest first."""
    return list(alerts().filter(claim=claim_id).order_by("-id"))
