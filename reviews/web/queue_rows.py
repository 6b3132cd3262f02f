"""The rows of the queue in words, so that their template only places them.

A page has fifty rows of some forty pieces. Worded tag by tag in the template, each with a
translation of its own, they took three quarters of the time of the page.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
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
from factcheck.web.lists import listed
from reviews.domain.states import State
from reviews.models import QueueItem, QueueReason
from reviews.models.queue import STATE_LABELS
from reviews.selectors.queue_rows import QueueRow
from reviews.web.conflict_texts import ShownConflict, conflict_shown
from reviews.web.points import points_told
from reviews.web.wordings import reason_text

Kind = QueueReason.Kind
LONGEST_TEXT = 280  # characters of a claim in the list
LONGEST_LABEL = 80  # of it, where it is heard
MOST_FIGURES = 4
ANY_ITEM = 10**17  # stands for the item in an address that is looked up once for all rows


@dataclass(frozen=True, slots=True)
class Day:
    """A moment as a machine reads it, and its day as a person does."""

    iso: str
    text: str


@dataclass(frozen=True, slots=True)
class ShownClaim:
    """What a row says of its claim; what is "", None or empty is not shown."""

    text: str
    language: str
    speaker: str
    speaker_query: str
    units: str
    figures: list[str]
    conflict: ShownConflict | None
    reasons: list[str]
    reach: str
    languages: str


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row of the list as text; what is "", None or empty is not shown.

    A tag is (colour, name).
    """

    id: str
    url: str
    choose: str
    claim: ShownClaim
    has_conflict: bool
    priority: str
    priority_label: str
    points: list[str]
    tags: tuple[tuple[str, str], ...]
    state: str
    held: str
    assigned: str
    until: Day | None
    restore_url: str
    reviews: str
    due: Day | None
    is_overdue: bool


class RowWords:
    """Words the rows of one page, in the language and the time zone of whoever reads it.

    What many rows say is worded once.
    """

    def __init__(self) -> None:
        self._url = reverse("workspace", args=[ANY_ITEM])
        self._language, self._reach = cache(language_name), cache(_reach)
        self._state = cache(lambda state: str(STATE_LABELS[State(state)]))
        self._date = cache(lambda date: date_format(date, "SHORT_DATE_FORMAT"))
        self._choose = _("Choose: %(text)s")
        self._priority, self._no_points = _("Priority %(points)s: why"), [_("no points yet")]
        self._reviews = _("%(done)s of %(wanted)s")
        self._held, self._assigned = _("held by %(name)s"), _("for %(name)s")

    def row(self, row: QueueRow) -> ShownRow:
        """Return the row in words."""
        item, claim, priority = row.item, row.item.claim, str(row.item.priority)
        is_dismissed = item.state == State.DISMISSED
        return ShownRow(
            id=str(item.pk),
            url=self._url.replace(str(ANY_ITEM), str(item.pk)),
            choose=self._choose % {"text": _heard(claim.text)},
            claim=self._claim(row, claim),
            has_conflict=row.has_conflict,
            priority=priority,
            priority_label=self._priority % {"points": priority},
            points=self._points(item),
            tags=row.tags,
            state=self._state(item.state),
            held=self._held % {"name": row.holder} if row.holder else "",
            assigned=self._assigned % {"name": item.assignee.shown_name} if item.assignee else "",
            until=self._day(item.snoozed_until),
            restore_url=reverse("item-restore", args=[item.pk]) if is_dismissed else "",
            reviews=self._reviews % {"done": row.reviews_in, "wanted": item.reviews_wanted},
            due=self._day(item.due_at),
            is_overdue=row.is_overdue,
        )

    def _claim(self, row: QueueRow, claim: Claim) -> ShownClaim:
        languages = row.languages or (claim.language,)
        return ShownClaim(
            text=_short(claim.text),
            language=claim.language,
            speaker=claim.speaker,
            speaker_query=quote(claim.speaker),
            units=_units(len(claim.units)),
            figures=[figure_text(figure) for figure in claim.quantities[:MOST_FIGURES]],
            conflict=_conflict(row, claim),
            reasons=[reason_text(each) for each in row.reasons if each.kind != Kind.CONFLICT],
            reach=self._reach(row.outlets),
            languages=listed(map(self._language, languages)),
        )

    def _points(self, item: QueueItem) -> list[str]:
        # Translators: a factor of the priority, its points, and why.
        pattern = _("%(factor)s %(points)s: %(why)s")
        told = [
            pattern % {"factor": factor, "points": f"{points:+d}", "why": why}
            for factor, points, why in points_told(item)
        ]
        return told or self._no_points

    def _day(self, moment: datetime.datetime | None) -> Day | None:
        if moment is None:
            return None
        here = timezone.localtime(moment)
        return Day(here.isoformat(), self._date(here.date()))


def shown_rows(rows: Iterable[QueueRow]) -> list[ShownRow]:
    """Return the rows of a page in words."""
    return [*map(RowWords().row, rows)]


def row_labels() -> dict[str, str]:
    """Return what the cells of a row are called where it stands as a card, and its small words."""
    return {
        "priority": _("Priority"),
        "reach": _("Reach"),
        "state": _("State"),
        "reviews": _("Reviews"),
        "due": _("Due"),
        "overdue": _("overdue"),
        "until": _("until"),
        "restore": _("Restore"),
        "conflict": _("figures differ"),
    }


def _conflict(row: QueueRow, claim: Claim) -> ShownConflict | None:
    found = (each for each in row.reasons if each.kind == Kind.CONFLICT)
    return next((conflict_shown(each.detail, claim.language) for each in found), None)


def _short(text: str) -> str:
    # Most are short enough, and cutting looks at each character.
    return text if len(text) <= LONGEST_TEXT else Truncator(text).chars(LONGEST_TEXT)


def _heard(text: str) -> str:
    return text if len(text) <= LONGEST_LABEL else f"{text[: LONGEST_LABEL - 1]}…"


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
