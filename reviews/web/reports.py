"""Reports for editors: ask for one, see it being built, download it."""

from __future__ import annotations

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from factcheck import flow
from factcheck.accounts.models import User
from factcheck.accounts.roles import Role
from factcheck.errors import InvalidInput
from factcheck.web.permissions import desk, person
from reviews.domain.report_spec import ReportSpec, SpecRefused
from reviews.exports.stored import stored_report
from reviews.models import Report
from reviews.services.report_wishes import ReportWish
from reviews.web.report_form import ReportForm, periods

LISTED = 50


@desk(Role.EDITOR)
@require_http_methods(["GET", "POST"])
def report_list(request: HttpRequest) -> HttpResponse:
    """List the newest reports of the desk, and take in a wish for another."""
    form = ReportForm(request.POST) if request.method == "POST" else ReportForm.for_query(request)
    if request.method == "POST" and form.is_valid() and _request(form, person(request)):
        return redirect("report-list")
    context = {
        "form": form,
        "periods": periods(),
        "reports": Report.objects.select_related("requested_by")[:LISTED],
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "reviews/report_list.html", context, status=status)


@desk(Role.EDITOR)
@require_safe
def report_row(request: HttpRequest, report_id: int) -> HttpResponse:
    """Answer a waiting row's question whether its file is there."""
    report = get_object_or_404(Report.objects.select_related("requested_by"), pk=report_id)
    return render(request, "reviews/report_row.html", {"report": report})


@desk(Role.EDITOR)
@require_safe
def report_download(_request: HttpRequest, report_id: int) -> FileResponse:
    """Send the file of a report that is done."""
    stored = stored_report(get_object_or_404(Report, pk=report_id))
    return FileResponse(
        stored.file,
        as_attachment=True,
        filename=stored.name,
        content_type=stored.content_type,
    )


def _request(form: ReportForm, actor: User) -> Report | None:
    """Ask for the report; a refusal is put at its field."""
    try:
        typed = form.cleaned_data
        spec = ReportSpec(
            published_from=typed["published_from"],
            published_to=typed["published_to"],
            time_zone=timezone.get_current_timezone_name(),
        )
        return flow.request_report(actor=actor, wish=ReportWish(spec, typed["format"]))
    except SpecRefused as error:
        form.add_error(error.field, error.message)
        return None
    except InvalidInput as error:
        form.add_error(error.field, error.message)
        return None
