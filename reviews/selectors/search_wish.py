"""What somebody searches for and where, read from a query string: the page and the API share it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.utils.dateparse import parse_date
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from claims.models import Source
from claims.search.numbers_asked import unit_asked, value_asked
from factcheck.errors import InvalidInput
from reviews.domain.states import State
from reviews.models import SearchKind, VerdictStatus
from reviews.selectors.queue_filter import row_number

LONGEST = 200  # characters of what is looked for
LONGEST_NUMBER = 40
STATES = [state.value for state in State if state not in (State.NEW, State.MERGED)]
STATUSES = list(dict.fromkeys([*STATES, VerdictStatus.DRAFT.value]))


@dataclass(frozen=True, slots=True)
class SearchWish:
    """What to find. `text` is as typed; "" and None leave a thing open.

    `least`, `most` and `unit` are of one amount. `status` is a state of the queue for claims, a
    status for verdicts; articles and earlier checks have none.
    """

    text: str = ""
    kind: str = ""
    language: str = ""
    source: int | None = None
    since: datetime.date | None = None
    until: datetime.date | None = None
    status: str = ""
    speaker: str = ""
    least: float | None = None
    most: float | None = None
    unit: str = ""

    @property
    def is_open(self) -> bool:
        """Return whether nothing is asked for."""
        return replace(self, text=self.text.strip(), kind="") == SearchWish()


def wish_from(query: Mapping[str, str]) -> SearchWish:
    """Return what a query string asks for. Raises InvalidInput that names the field."""

    def said(name: str) -> str:
        return _said(query, name)

    wish = SearchWish(
        text=said("q"),
        kind=_among("kind", said("kind"), SearchKind.values),
        language=said("language")[:12],
        source=_source(said("source")),
        since=_day("from", said("from")),
        until=_day("to", said("to")),
        status=_among("status", said("status"), STATUSES),
        speaker=said("speaker"),
        least=_value("least", said("least")),
        most=_value("most", said("most")),
        unit=_unit("unit", said("unit")),
    )
    if wish.since and wish.until and wish.until < wish.since:
        raise InvalidInput("to", _("The last day is before the first."))
    if wish.least is not None and wish.most is not None and wish.most < wish.least:
        raise InvalidInput("most", _("The largest amount is less than the smallest."))
    return wish


def _said(query: Mapping[str, str], name: str) -> str:
    text = query.get(name) or ""
    if len(text) > LONGEST:
        message = _("Search for at most %(number)s characters at a time.") % {"number": LONGEST}
        raise InvalidInput(name, message)
    # A lone surrogate is no character, and no database takes NUL.
    text = text.replace("\x00", " ").encode("utf-8", "replace").decode("utf-8")
    return text.strip() if name != "q" else text


def _among(field: str, text: str, known: list[str]) -> str:
    if text and text not in known:
        message = _("Choose one of: %(known)s.") % {"known": ", ".join(known)}
        raise InvalidInput(field, message)
    return text


def _source(text: str) -> int | None:
    if not text:
        return None
    number = row_number(text)
    if number is None or not Source.objects.filter(pk=number).exists():
        raise InvalidInput("source", _("There is no such outlet."))
    return number


def _day(field: str, text: str) -> datetime.date | None:
    if not text:
        return None
    try:
        day = parse_date(text)
    except ValueError:
        day = None
    # The last years lie outside what a moment with a time zone can hold.
    if day is None or not 1000 <= day.year <= 9000:
        raise InvalidInput(field, _("Write a day as 2026-05-31."))
    return day


def _value(field: str, text: str) -> float | None:
    if not text:
        return None
    value = value_asked(text[:LONGEST_NUMBER], get_language() or "en")
    if value is None:
        raise InvalidInput(field, _("Write one amount, in digits or as 5.5 million."))
    return value


def _unit(field: str, text: str) -> str:
    unit = unit_asked(text) if text else ""
    if text and not unit:
        raise InvalidInput(field, _("Write what is counted, as USD, % or people."))
    return unit
