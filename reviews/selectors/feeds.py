"""What feeds tell: the newest version of each claim's verdict, latest change first.

A verdict that was retracted is told as gone for good: whoever got it has to learn of that.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.db.models import Exists, Max, OuterRef, Q, QuerySet, Subquery

from reviews.models import Verdict, VerdictStatus
from reviews.models.verdict import CHANGED_AT
from reviews.selectors.verdicts import EVER_PUBLISHED, verdicts_with_context

PAGE = 50
FED = (VerdictStatus.PUBLISHED, VerdictStatus.RETRACTED)
EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


@dataclass(frozen=True, slots=True)
class Place:
    """Behind which entry a page begins: when that changed, and its id."""

    changed_at: datetime.datetime
    id: int

    def __str__(self) -> str:
        return f"{round(self.changed_at.timestamp() * 1_000_000)}-{self.id}"

    @classmethod
    def read(cls, text: str) -> Place:
        """Return the place that `str` wrote. Raises ValueError."""
        micros, _dash, number = text.partition("-")
        if not (text.isascii() and micros.isdigit() and number.isdigit() and len(number) <= 18):
            raise ValueError(text)
        try:
            return cls(EPOCH + datetime.timedelta(microseconds=int(micros)), int(number))
        except OverflowError as error:
            raise ValueError(text) from error


@dataclass(frozen=True, slots=True)
class Entry:
    """A verdict in a feed, with when its claim first had one and when it changed last."""

    verdict: Verdict
    first_published_at: datetime.datetime
    changed_at: datetime.datetime

    @property
    def is_gone(self) -> bool:
        """Say whether the verdict was retracted."""
        return self.verdict.status == VerdictStatus.RETRACTED


@dataclass(frozen=True, slots=True)
class FeedPage:
    """Entries, latest change first. `next` is behind the last one, None on the last page.

    `changed_at` is when anything of the whole feed changed last: an entry that moves to its
    beginning changes every page. `seen_at` is when something that only this page shows did.
    """

    entries: list[Entry]
    next: Place | None
    changed_at: datetime.datetime
    seen_at: datetime.datetime


def verdicts_fed() -> QuerySet[Verdict]:
    """Return the newest version of each claim's verdict, if it stands or was retracted."""
    later = Verdict.objects.filter(
        claim=OuterRef("claim"), version__gt=OuterRef("version"), status__in=EVER_PUBLISHED
    )
    return Verdict.objects.filter(~Exists(later), status__in=FED)


def feed_page(after: Place | None) -> FeedPage:
    """Return a page of the feed. Stable: what is published meanwhile moves no page's beginning."""
    first = Verdict.objects.filter(claim=OuterRef("claim"), status__in=EVER_PUBLISHED)
    entries = (
        verdicts_with_context()
        .filter(pk__in=_ids(after))
        .annotate(
            changed_at=CHANGED_AT,
            first_published_at=Subquery(first.order_by("version").values("published_at")[:1]),
        )
        .order_by("-changed_at", "-pk")
    )
    found = [Entry(row, row.first_published_at, row.changed_at) for row in entries]
    shown, last = found[:PAGE], found[PAGE - 1] if len(found) > PAGE else None
    return FeedPage(
        entries=shown,
        next=Place(last.changed_at, last.verdict.pk) if last else None,
        changed_at=feed_changed_at(),
        seen_at=max((_seen_at(entry) for entry in shown), default=EPOCH),
    )


def feed_changed_at() -> datetime.datetime:
    """Return when a verdict was last published, corrected or retracted."""
    newest = Verdict.objects.filter(status__in=FED).aggregate(at=Max(CHANGED_AT))["at"]
    return newest or EPOCH


def _ids(after: Place | None) -> list[int]:
    rows = verdicts_fed().annotate(changed_at=CHANGED_AT)
    if after is not None:
        # The first condition is what an index can begin at.
        rows = rows.filter(changed_at__lte=after.changed_at).filter(
            Q(changed_at__lt=after.changed_at) | Q(pk__lt=after.id)
        )
    return list(rows.order_by("-changed_at", "-pk").values_list("pk", flat=True)[: PAGE + 1])


def _seen_at(entry: Entry) -> datetime.datetime:
    """Return when the newest article came in that makes the claim."""
    articles = (each.article.received_at for each in entry.verdict.claim.appearances.all())
    return max(articles, default=EPOCH)
