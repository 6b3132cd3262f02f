"""Dates of ClaimReview: ISO 8601, in order, though days are days of places nobody names."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from reviews.domain.claim_review_catalogue import RULES
from reviews.domain.claim_review_findings import Finding, shortened
from reviews.domain.claim_review_nodes import Node, walk

DATES = frozenset({"datePublished", "dateModified", "dateCreated", "dateDeleted"})
# A day begins first at UTC+14 and ends last at UTC-12.
FIRST, LAST = datetime.timedelta(hours=14), datetime.timedelta(hours=36)
ZONE = datetime.timedelta(hours=14), datetime.timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Moment:
    """The earliest and the latest moment a date may mean."""

    earliest: datetime.datetime
    latest: datetime.datetime


def moment_of(text: str) -> Moment | None:
    """Return what an ISO 8601 date or time may mean; None when it is none."""
    try:
        if "T" not in text and " " not in text:
            day = datetime.date.fromisoformat(text)
            start = datetime.datetime.combine(day, datetime.time(), datetime.UTC)
            return Moment(start - FIRST, start + LAST)
        time = datetime.datetime.fromisoformat(text)
        if time.tzinfo is not None:
            return Moment(time.astimezone(datetime.UTC), time.astimezone(datetime.UTC))
        start = time.replace(tzinfo=datetime.UTC)
        return Moment(start - ZONE[0], start + ZONE[1])
    except (ValueError, OverflowError):
        return None


def date_findings(review: Node, now: datetime.datetime) -> Iterator[Finding]:
    """Yield what is wrong with the dates of a review: claim ≤ review ≤ `now`."""
    for node in walk(review):
        if node.path.rpartition(".")[2] in DATES and moment_of(node.text) is None:
            yield Finding(RULES["date_unreadable"], node.path, shortened(node.value))
    published = review.below("datePublished")
    if published.value is None:
        yield Finding(RULES["date_missing"], published.path)
        return
    reviewed = moment_of(published.text)
    if reviewed is None:
        return
    if reviewed.earliest > now:
        yield Finding(RULES["date_future"], published.path, published.text)
    for item in review.each("itemReviewed"):
        made = item.below("datePublished")
        claimed = moment_of(made.text)
        if claimed and claimed.earliest > reviewed.latest:
            yield Finding(RULES["date_order"], made.path, made.text)
