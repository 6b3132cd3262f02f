"""Alerts: the list, and settling one."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from claims.models import Alert
from claims.selectors.alerts import alerts, alerts_page
from claims.services.alerts import alert_settle
from claims.web.alert_filters import AlertFilterForm, SettleForm
from claims.web.alert_rows import alert_rows
from factcheck.accounts.roles import Role
from factcheck.errors import DeskError, InvalidInput
from factcheck.idempotency.forms import posted_once
from factcheck.web.paging import with_before
from factcheck.web.permissions import desk, person


@desk()
@require_safe
def alert_list(request: HttpRequest) -> HttpResponse:
    """List alerts, newest first; the open ones unless others are asked for."""
    form = AlertFilterForm(request.GET)
    page = alerts_page(form.search())
    context = {
        "form": form,
        "rows": alert_rows(page.alerts),
        "older": with_before(request.GET, page.next_before) if page.next_before else "",
        "newest": with_before(request.GET, None) if "before" in request.GET else "",
        "is_filtered": any(request.GET.get(name) for name in form.fields),
    }
    return render(request, "claims/alert_list.html", context)


@desk(Role.EDITOR)
@require_POST
@posted_once
def settle(request: HttpRequest, alert_id: int) -> HttpResponse:
    """Settle an alert with a note; when it is refused, show it alone and say why."""
    alert = get_object_or_404(alerts(), pk=alert_id)
    form = SettleForm(request.POST, auto_id=f"id_{alert.pk}_%s")
    problem = _refusal(alert, form, request)
    if problem is None and form.is_valid():
        messages.success(request, _("Settled. It stays on record."))
        return redirect("alert-list")
    alert.refresh_from_db(fields=["settled_at", "settled_by", "note"])
    context = {
        "form": AlertFilterForm(),
        "rows": alert_rows([alert], {alert.pk: form}),
        "is_filtered": True,
        "problem": problem,
    }
    status = problem.status if problem else 422
    return render(request, "claims/alert_list.html", context, status=status)


def _refusal(alert: Alert, form: SettleForm, request: HttpRequest) -> DeskError | None:
    """Settle it; a refusal of the note is put at its field, any other is returned."""
    if not form.is_valid():
        return None
    try:
        alert_settle(alert=alert, actor=person(request), note=form.cleaned_data["note"])
    except InvalidInput as error:
        form.add_error("note", error.message)
    except DeskError as error:
        return error
    return None
