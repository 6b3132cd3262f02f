"""What is done with a report or a saved one at a click."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from factcheck import flow
from factcheck.accounts.roles import OVERSEERS
from factcheck.errors import DeskError, InvalidInput
from factcheck.idempotency.forms import posted_once
from factcheck.web.permissions import desk, person
from reviews.models import Report, SavedReport
from reviews.services.report_schedules import saved_report_schedule
from reviews.services.reports import report_cancel
from reviews.services.saved_reports import (
    saved_report_delete,
    saved_report_restore,
    saved_report_save,
)
from reviews.web.report_form import ReportForm
from reviews.web.reports import report_page
from reviews.web.row_ids import row_id


@desk(*OVERSEERS)
@require_POST
def cancel(request: HttpRequest, report_id: int) -> HttpResponse:
    """Stop a report."""
    report = get_object_or_404(Report, pk=report_id)
    _try(request, _("Cancelled."), lambda: report_cancel(report=report, actor=person(request)))
    return redirect("report-detail", report_id)


@desk(*OVERSEERS)
@require_POST
def retry(request: HttpRequest, report_id: int) -> HttpResponse:
    """Have a report built that failed or was cancelled."""
    report = get_object_or_404(Report, pk=report_id)
    _try(
        request,
        _("It is built again, on the verdicts as they stand now."),
        lambda: flow.retry_report(report=report, actor=person(request)),
    )
    return redirect("report-detail", report_id)


@desk(*OVERSEERS)
@require_POST
@posted_once
def save(request: HttpRequest) -> HttpResponse:
    """Keep what the form says under a name."""
    form = ReportForm(request.POST)
    if form.is_valid():
        try:
            saved_report_save(
                actor=person(request),
                name=form.cleaned_data["name"],
                wish=form.wish(),
                is_shared=form.cleaned_data["is_shared"],
            )
        except InvalidInput as error:
            form.refuse(error)
        else:
            messages.success(request, _("Saved. It can be built again, or by itself, below."))
            return redirect("report-list")
    return report_page(request, form, status=422)


@desk(*OVERSEERS)
@require_POST
@posted_once
def build(request: HttpRequest, saved_id: int) -> HttpResponse:
    """Have a saved report built."""
    saved = get_object_or_404(SavedReport, pk=saved_id)
    report = flow.build_saved_report(saved=saved, actor=person(request))
    return redirect("report-detail", report.pk)


@desk(*OVERSEERS)
@require_POST
def schedule(request: HttpRequest, saved_id: int) -> HttpResponse:
    """Have a saved report built by itself, or not any more."""
    saved = get_object_or_404(SavedReport, pk=saved_id)
    _try(
        request,
        _("Saved."),
        lambda: saved_report_schedule(
            saved=saved,
            actor=person(request),
            repeat=request.POST.get("repeat", ""),
            hour=row_id(request.POST.get("hour", "")),
            time_zone=request.POST.get("time_zone", ""),
        ),
    )
    return redirect("report-list")


@desk(*OVERSEERS)
@require_POST
def delete(request: HttpRequest, saved_id: int) -> HttpResponse:
    """Take a saved report away, with a way to undo it."""
    saved = get_object_or_404(SavedReport, pk=saved_id)
    _try(request, _("Deleted."), lambda: saved_report_delete(saved=saved, actor=person(request)))
    return redirect(f"{reverse('report-list')}?deleted={saved_id}")


@desk(*OVERSEERS)
@require_POST
def restore(request: HttpRequest, saved_id: int) -> HttpResponse:
    """Bring a deleted one back."""
    saved = get_object_or_404(SavedReport, pk=saved_id)
    _try(
        request,
        _("It is back."),
        lambda: saved_report_restore(saved=saved, actor=person(request)),
    )
    return redirect("report-list")


def _try(request: HttpRequest, done: str, act: Callable[[], object]) -> None:
    """Do it, and say that it was done or why not."""
    try:
        act()
    except DeskError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, done)
