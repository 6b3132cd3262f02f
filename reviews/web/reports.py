"""Reports: choose what one holds, ask for it, see it being built, download it."""

from __future__ import annotations

from typing import Any

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from factcheck import flow
from factcheck.accounts.roles import OVERSEERS
from factcheck.errors import InvalidInput
from factcheck.idempotency.forms import posted_once
from factcheck.web.paging import with_before
from factcheck.web.permissions import desk, person
from reviews.domain.report_spec import ReportSpec
from reviews.models import Report
from reviews.models.saved_report import REPEAT_CHOICES
from reviews.selectors.saved_reports import saved_report_deleted, saved_reports_for
from reviews.services.report_wishes import ReportWish
from reviews.services.saved_reports import wish_of
from reviews.web.report_file import report_file
from reviews.web.report_form import ReportForm, initial_of, usual
from reviews.web.report_shown import ShownReport, names_for, shown_report, shown_saved
from reviews.web.row_ids import row_id

LISTED = 20
REPORTS = Report.objects.select_related("requested_by")


@desk(*OVERSEERS)
@require_http_methods(["GET", "POST"])
@posted_once
def report_list(request: HttpRequest) -> HttpResponse:
    """Show the form of a report, the saved ones and the newest of the desk, or take in a wish."""
    if request.method != "POST":
        return report_page(request, ReportForm(initial=_initial(request)))
    form = ReportForm(request.POST)
    if form.is_valid():
        try:
            report = flow.request_report(actor=person(request), wish=form.wish())
        except InvalidInput as error:
            form.refuse(error)
        else:
            return redirect("report-detail", report.pk)
    return report_page(request, form, status=422)


@desk(*OVERSEERS)
@require_safe
def report_detail(request: HttpRequest, report_id: int) -> HttpResponse:
    """Show all there is to know of one report."""
    shown = _shown(report_id)
    return render(request, "reviews/report_detail.html", {"shown": shown})


@desk(*OVERSEERS)
@require_safe
def report_state(request: HttpRequest, report_id: int) -> HttpResponse:
    """Answer the question of a report's page how far it is."""
    shown = _shown(report_id)
    return render(request, "reviews/report_state.html", {"shown": shown, "is_asked": True})


@desk(*OVERSEERS)
@require_safe
def report_row(request: HttpRequest, report_id: int) -> HttpResponse:
    """Answer the question of a row how far its report is."""
    shown = _shown(report_id)
    return render(request, "reviews/report_row.html", {"shown": shown, "is_asked": True})


@desk(*OVERSEERS)
@require_safe
def report_download(request: HttpRequest, report_id: int) -> HttpResponse | FileResponse:
    """Send the file of a report that is done."""
    report = get_object_or_404(Report, pk=report_id)
    return report_file(report, person(request), request.method)


def report_page(request: HttpRequest, form: ReportForm, *, status: int = 200) -> HttpResponse:
    """Return the page of reports with `form` on it."""
    who, before = person(request), row_id(request.GET.get("before", ""))
    reports = list((REPORTS.filter(pk__lt=before) if before else REPORTS)[: LISTED + 1])
    saved = list(saved_reports_for(who))
    names = names_for([*saved, *reports[:LISTED]])
    older = reports[LISTED - 1].pk if len(reports) > LISTED else None
    context = {
        "form": form,
        "saved": [shown_saved(each, who, names) for each in saved],
        "reports": [shown_report(each, names) for each in reports[:LISTED]],
        "older": older and with_before(request.GET, older),
        "repeats": REPEAT_CHOICES,
        "time_zone": timezone.get_current_timezone_name(),
        "deleted": saved_report_deleted(who, row_id(request.GET.get("deleted", ""))),
    }
    return render(request, "reviews/report_list.html", context, status=status)


def _shown(report_id: int) -> ShownReport:
    report = get_object_or_404(REPORTS, pk=report_id)
    return shown_report(report, names_for([report]))


def _initial(request: HttpRequest) -> dict[str, Any]:
    """Return the fields of the form: those of the report or saved report the address names."""
    saved, report = (row_id(request.GET.get(name, "")) for name in ("saved", "report"))
    if saved:
        found = get_object_or_404(saved_reports_for(person(request)), pk=saved)
        return initial_of(wish_of(found)) | {"name": found.name}
    if report:
        former = get_object_or_404(Report, pk=report)
        spec = ReportSpec.from_json(former.spec)
        return initial_of(ReportWish(spec, former.format, former.language))
    return usual()
