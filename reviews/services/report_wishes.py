"""What somebody wishes a report to be, and whether it can be made."""

from __future__ import annotations

import datetime
import zoneinfo
from dataclasses import dataclass, replace

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from factcheck.accounts.models import User
from factcheck.accounts.roles import OVERSEERS
from factcheck.errors import InvalidInput, NotAllowed
from reviews.domain.report_periods import Period, days_of
from reviews.domain.report_spec import ReportSpec
from reviews.exports.columns import columns_of
from reviews.exports.files import WRITERS
from reviews.selectors.report_choices import report_languages


@dataclass(frozen=True, slots=True)
class ReportWish:
    """What a report is to hold and how. With a `period` the days of `spec` do not count.

    `language` is that of its labels and dates, "" the one of the page.
    """

    spec: ReportSpec
    format: str
    language: str = ""
    period: str = ""

    def spec_at(self, moment: datetime.datetime) -> ReportSpec:
        """Return the filters with the days the period has, seen at `moment`."""
        if not self.period:
            return self.spec
        today = moment.astimezone(zoneinfo.ZoneInfo(self.spec.time_zone)).date()
        first, last = days_of(Period(self.period), today)
        return replace(self.spec, published_from=first, published_to=last)


def check_may_report(actor: User) -> None:
    """Raise NotAllowed for all but editors and administrators."""
    if not OVERSEERS & actor.roles:
        raise NotAllowed(_("Reports are for editors and administrators."), code="role")


def checked_wish(wish: ReportWish) -> ReportWish:
    """Return the wish with a language. Raises InvalidInput naming what cannot be made."""
    language = wish.language or translation.get_language() or settings.LANGUAGE_CODE
    if wish.format not in WRITERS:
        raise InvalidInput("format", _("There is no such format of reports."))
    if language not in report_languages():
        raise InvalidInput("language", _("There are no labels in this language."))
    if wish.period not in {"", *Period}:
        raise InvalidInput("period", _("Choose a period of the list."))
    columns_of(wish.spec)
    return replace(wish, language=language)
