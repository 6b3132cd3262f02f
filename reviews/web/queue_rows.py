"""The rows of the queue in words, so that their template only places them.

A page has fifty rows of some forty pieces. Worded tag by tag in the template, each with a
translation of its own, they took three quarters of the time of the page.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from urllib.parse import quote

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from claims.language_names import language_name
from claims.models import Claim
from claims.web.figure_texts import figure_text
from reviews.domain.states import State
from reviews.models import QueueItem
from reviews.models.queue import STATE_LABELS
from reviews.selectors.queue_rows import QueueRow
from reviews.web.points import points_told
from reviews.web.wordings import reason_text

LONGEST_TEXT = 280  # characters of a claim in the list
LONGEST_LABEL = 80  # of it, where a reader hears it
MOST_FIGURES = 4


@dataclass(frozen=True, slots=True)
class Day:
    """A moment as a machine reads it, and its day as a person does."""

    iso: str
    text: str


@dataclass(frozen=True, slots=True)
class ShownClaim:
    """What a row says of its claim; what is "" or empty is not shown. A reason is (kind, text)."""

    url: str
    text: str
    language: str
    choose: str
    speaker: str
    speaker_query: str
    units: str
    figures: list[str]
    reasons: list[tuple[str, str]]
    reach: str
    languages: str


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row of the list as text; what is "", None or empty is not shown."""

    row: QueueRow
    id: str
    claim: ShownClaim
    priority: str
    priority_label: str
    points: list[str]
    state: str
    held: str
    assigned: str
    until: Day | None
    restore_url: str
    reviews: str
    due: Day | None


class RowWords:
    """Words the rows of one page in the language and the time zone of whoever reads it."""

    def __init__(self) -> None:
        self._language = cache(language_name)
        self._state = cache(lambda state: str(STATE_LABELS[State(state)]))
        self._no_points = [_("no points yet")]
        self._choose = _("Choose: %(text)s")
        self._priority = _("Priority %(points)s: why")
        self._reviews = _("%(done)s of %(wanted)s")
        self._held, self._assigned = _("held by %(name)s"), _("for %(name)s")

    def row(self, row: QueueRow) -> ShownRow:
        """Return the row in words."""
        item, priority = row.item, str(row.item.priority)
        is_dismissed = item.state == State.DISMISSED
        return ShownRow(
            row=row,
            id=str(item.pk),
            claim=self._claim(row, item.claim),
            priority=priority,
            priority_label=self._priority % {"points": priority},
            points=self._points(item),
            state=self._state(item.state),
            held=self._held % {"name": row.lease.reviewer.shown_name} if row.lease else "",
            assigned=self._assigned % {"name": item.assignee.shown_name} if item.assignee else "",
            until=_day(item.snoozed_until),
            restore_url=reverse("item-restore", args=[item.pk]) if is_dismissed else "",
            reviews=self._reviews % {"done": row.reviews_in, "wanted": item.reviews_wanted},
            due=_day(item.due_at),
        )

    def _claim(self, row: QueueRow, claim: Claim) -> ShownClaim:
        languages = row.languages or (claim.language,)
        return ShownClaim(
            url=reverse("workspace", args=[row.item.pk]),
            text=_short(claim.text, LONGEST_TEXT),
            language=claim.language,
            choose=self._choose % {"text": _short(claim.text, LONGEST_LABEL)},
            speaker=claim.speaker,
            speaker_query=quote(claim.speaker),
            units=_units(len(claim.units)),
            figures=[figure_text(figure) for figure in claim.quantities[:MOST_FIGURES]],
            reasons=[(each.kind, reason_text(each)) for each in row.reasons],
            reach=_reach(row.outlets),
            languages=", ".join(map(self._language, languages)),
        )

    def _points(self, item: QueueItem) -> list[str]:
        told = [f"{name} {points:+d}: {why}" for name, points, why in points_told(item)]
        return told or self._no_points


def shown_rows(rows: tuple[QueueRow, ...]) -> Iterator[ShownRow]:
    """Yield the rows of a page in words."""
    return map(RowWords().row, rows)


def _short(text: str, longest: int) -> str:
    # Most are short enough, and cutting looks at each character.
    return text if len(text) <= longest else Truncator(text).chars(longest)


def _units(count: int) -> str:
    if not count:
        return ""
    text = ngettext(
        "%(number)s claim in this sentence", "%(number)s claims in this sentence", count
    )
    return text % {"number": count}


def _reach(outlets: int) -> str:
    if not outlets:
        return _("outlet not named")
    return ngettext("%(count)s outlet", "%(count)s outlets", outlets) % {"count": outlets}


def _day(moment: datetime.datetime | None) -> Day | None:
    if moment is None:
        return None
    here = timezone.localtime(moment)
    return Day(here.isoformat(), date_format(here, "SHORT_DATE_FORMAT"))
