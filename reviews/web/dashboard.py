"""The dashboard: how the desk is doing. Everybody at the desk reads it, with what they may see."""

from __future__ import annotations

import csv
import datetime
from collections.abc import Mapping

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from factcheck.accounts.roles import OVERSEERS, Role
from factcheck.centuries import within_centuries
from factcheck.web.permissions import desk, person
from reviews.domain.comparing_people import FEWEST
from reviews.domain.dashboard_window import OFFERED, USUAL, Window, days_back, window_of
from reviews.domain.estimates import ENOUGH
from reviews.exports.csv_file import neutral
from reviews.selectors.dashboard import Dashboard, dashboard_of
from reviews.web.dashboard_charts import (
    agreement_figure,
    depth_figures,
    flow_figure,
    marks_figure,
    times_figures,
)
from reviews.web.dashboard_tables import TABLES, Table
from reviews.web.dashboard_totals import totals
from reviews.web.days import DayInput


class DaysForm(forms.Form):
    """Days of one's own choice; one that makes no sense is left open."""

    since = forms.DateField(
        label=gettext_lazy("From"),
        required=False, widget=DayInput(), validators=[within_centuries],
    )  # fmt: skip
    until = forms.DateField(
        label=gettext_lazy("to (included)"),
        required=False, widget=DayInput(), validators=[within_centuries],
    )  # fmt: skip


@desk()
@require_safe
def dashboard(request: HttpRequest) -> HttpResponse:
    """Show the figures of the days in the URL."""
    window, days = _asked(request)
    found = dashboard_of(window, person(request))
    roles = person(request).roles
    context = {
        "found": found,
        "window": window,
        "days": days,
        "offered": OFFERED,
        "form": DaysForm({"since": window.first, "until": window.last}),
        "asked": _address(window, days),
        "totals": totals(found),
        "fewest": FEWEST,
        "enough": ENOUGH,
        "sees_everybody": bool(roles & OVERSEERS),
        "may_see_pairs": Role.EDITOR in roles,
        "ends_today": window.last >= timezone.localdate(),
    }
    if not found.is_empty:
        context |= _figures(found)
    return render(request, "reviews/dashboard.html", context)


@desk()
@require_safe
def table(request: HttpRequest, name: str) -> HttpResponse:
    """Send one of the tables as CSV: names of columns and plain values, times in hours."""
    if name not in TABLES:
        raise Http404
    window, _days = _asked(request)
    found = TABLES[name](dashboard_of(window, person(request)))
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    file = f"{name}-{window.first}-{window.last}.csv"
    response["Content-Disposition"] = f'attachment; filename="{file}"'
    response["Cache-Control"] = "private, no-store"
    _write(found, response)
    return response


def _figures(found: Dashboard) -> dict[str, object]:
    return {
        "depth": depth_figures(found),
        "flow": flow_figure(found),
        "times": times_figures(found),
        "agreement": agreement_figure(found),
        "marks": marks_figure(found),
        "tables": {name: TABLES[name](found) for name in ("languages", "outlets", "people")},
    }


def _asked(request: HttpRequest) -> tuple[Window, int | None]:
    """Return the days that are asked for, and how many days back if they are among the offered."""
    query, today = request.GET, timezone.localdate()
    if query.get("since") or query.get("until"):
        form = DaysForm(query)
        form.is_valid()
        return window_of(
            _day(form.cleaned_data, "since"), _day(form.cleaned_data, "until"), today
        ), None
    said = query.get("period", "")
    days = next((days for days in OFFERED if str(days) == said), USUAL)
    return days_back(days, today), days


def _day(cleaned: Mapping[str, object], name: str) -> datetime.date | None:
    day = cleaned.get(name)
    return day if isinstance(day, datetime.date) else None


def _address(window: Window, days: int | None) -> str:
    between = {"since": window.first.isoformat(), "until": window.last.isoformat()}
    return urlencode({"period": str(days)} if days else between)


def _write(found: Table, response: HttpResponse) -> None:
    writer = csv.writer(response)
    writer.writerow([name for name, _label in found.columns])
    for cells in found.rows:
        writer.writerow([neutral(cell.value) for cell in cells])
