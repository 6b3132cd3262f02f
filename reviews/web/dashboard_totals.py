"""The figures at the top of the dashboard, each beside that of the days before."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from reviews.domain.happenings import Happening
from reviews.selectors.dashboard import Dashboard
from reviews.web.dashboard_words import HAPPENINGS, duration, number


@dataclass(frozen=True, slots=True)
class Total:
    """A figure with its name; `before` says what it was in the days before, "" for one of now."""

    label: str
    value: str
    before: str = ""


def totals(found: Dashboard) -> list[Total]:
    """Return what is open now, what happened, and the median time to a verdict."""
    now, before = found.flow.totals, found.flow.before
    counted = [
        Total(str(HAPPENINGS[each]), number(now[each]), number(before[each])) for each in Happening
    ]
    took = Total(
        _("median time to a verdict"),
        duration(found.times.total.median),
        duration(found.times.before.median),
    )
    return [Total(_("open now"), number(found.depth.all.count)), *counted, took]
