"""What stands before the entries of a report: whose it is, of what, and how much."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reviews.domain.report_spec import ReportSpec
from reviews.exports.documents.entries import moment
from reviews.exports.documents.entry import Fact
from reviews.exports.documents.filters import filters_in_words, names_in, period_in_words
from reviews.exports.documents.tally import Bar, Tally
from reviews.exports.table import Table
from reviews.models import VerdictStatus


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars under a title."""

    title: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Front:
    """The first page. `language` is that of the labels (BCP 47)."""

    title: str
    desk: str
    language: str
    facts: tuple[Fact, ...]
    charts: tuple[Chart, ...]


def front_of(table: Table, tally: Tally) -> Front:
    """Return the front of `table` whose entries were counted in `tally`."""
    counted = ngettext("%(count)d verdict", "%(count)d verdicts", tally.entries)
    facts = [
        *filters_in_words(table.spec, names_in([table.spec])),
        Fact(_("Made"), moment(table.made_at)),
        Fact(_("Verdicts"), counted % {"count": tally.entries}),
        *_marked(tally),
        Fact(_("SHA-256 of the data"), tally.digest.hexdigest()),
        Fact(
            _("Computed over"),
            _("a line per verdict: claim_id,version,status,content_sha256, as in CSV"),
        ),
    ]
    return Front(
        title=table.title or _title(table.spec),
        desk=settings.SITE_NAME,
        language=table.language,
        facts=tuple(facts),
        charts=tuple(_charts(tally)),
    )


def _title(spec: ReportSpec) -> str:
    """Return the title of a report that nobody gave one."""
    if not spec.published_from and not spec.published_to:
        return _("All verdicts")
    return _("Verdicts: %(period)s") % {"period": period_in_words(spec)}


def _marked(tally: Tally) -> list[Fact]:
    """Return how many verdicts do not stand any more, if there are any."""
    return [
        Fact(str(VerdictStatus(status).label).capitalize(), str(tally.statuses[status]))
        for status in (VerdictStatus.SUPERSEDED, VerdictStatus.RETRACTED)
        if tally.statuses[status]
    ]


def _charts(tally: Tally) -> list[Chart]:
    counted = [(_("Ratings"), tally.ratings), (_("Languages"), tally.languages)]
    return [Chart(title, tuple(tally.bars(counts))) for title, counts in counted if counts]
