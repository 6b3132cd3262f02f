"""A report as pages show it: in words, with what this person may do with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.accounts.models import User
from factcheck.web.lists import listed
from reviews.domain.report_spec import ReportSpec
from reviews.exports.columns import columns_of
from reviews.exports.documents.entry import Fact
from reviews.exports.documents.filters import Names, filters_in_words, names_in, period_in_words
from reviews.models import Report, ReportStatus, SavedReport
from reviews.services.reports import AGAIN, UNDER_WAY
from reviews.web.report_form import GROUP_CHOICES

BADGES = {
    ReportStatus.DONE: "good",
    ReportStatus.FAILED: "bad",
    ReportStatus.WAITING: "info",
    ReportStatus.BUILDING: "info",
}


@dataclass(frozen=True, slots=True)
class ShownReport:
    """A report, its filters in words, and which buttons stand beside it."""

    report: Report
    spec: ReportSpec
    facts: list[Fact]
    is_under_way: bool
    may_retry: bool

    @property
    def badge(self) -> str:
        """Return which colour the status has, "" for none."""
        return BADGES.get(ReportStatus(self.report.status), "")

    @property
    def columns(self) -> str:
        """Return the labels of its columns, "" for all."""
        return listed(str(each.label) for each in columns_of(self.spec) if self.spec.columns)

    @property
    def group(self) -> str:
        """Return what its rows are grouped by."""
        return str(dict(GROUP_CHOICES)[self.spec.group_by])


@dataclass(frozen=True, slots=True)
class ShownSaved:
    """A saved report and what it asks for."""

    saved: SavedReport
    period: str
    facts: list[Fact]
    is_own: bool


def names_for(rows: Iterable[Report | SavedReport]) -> Names:
    """Return the names that the filters of all rows of a page need."""
    return names_in(ReportSpec.from_json(row.spec) for row in rows)


def shown_report(report: Report, names: Names) -> ShownReport:
    """Return a report as whoever may see it does."""
    spec = ReportSpec.from_json(report.spec)
    return ShownReport(
        report=report,
        spec=spec,
        facts=filters_in_words(spec, names),
        is_under_way=report.status in UNDER_WAY,
        may_retry=report.status in AGAIN,
    )


def shown_saved(saved: SavedReport, person: User, names: Names) -> ShownSaved:
    """Return a saved report as `person` sees it; a period by name takes the place of the days."""
    spec = ReportSpec.from_json(saved.spec)
    return ShownSaved(
        saved=saved,
        period=saved.get_period_display() or period_in_words(spec),
        facts=filters_in_words(spec, names)[1:],
        is_own=saved.owner_id == person.pk,
    )
