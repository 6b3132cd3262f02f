"""Recusals: one's own, and everybody's for editors."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from factcheck.accounts.models import User
from factcheck.errors import DeskError, InvalidInput
from factcheck.idempotency.forms import posted_once
from factcheck.web.permissions import desk, person
from reviews.domain.states import REVIEWERS
from reviews.selectors.recusals import recusals_readable_by
from reviews.services.recusals import recusal_declare, recusal_end, recusal_from
from reviews.web.recusal_form import RecusalForm


@desk()
@require_http_methods(["GET", "POST"])
@posted_once
def recusal_list(request: HttpRequest) -> HttpResponse:
    """List recusals with the form for another, and take that in."""
    actor = person(request)
    form = RecusalForm(actor, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and _declared(form, actor):
        messages.success(request, _("Declared. It holds from now on."))
        return redirect("recusal-list")
    return _page(request, form, 422 if request.method == "POST" else 200)


@desk()
@require_POST
def end(request: HttpRequest, recusal_id: int) -> HttpResponse:
    """End a recusal that the person may read; the row stays."""
    actor = person(request)
    recusal = get_object_or_404(recusals_readable_by(actor), pk=recusal_id)
    try:
        recusal_end(recusal=recusal, actor=actor)
    except DeskError as error:
        return _page(request, RecusalForm(actor), error.status, error)
    messages.success(request, _("Ended. It stays on record."))
    return redirect("recusal-list")


def _declared(form: RecusalForm, actor: User) -> bool:
    """Declare it; a refusal is put at its field."""
    data = form.cleaned_data
    try:
        what = recusal_from(kind=form.wanted, text=data["text"])
        recusal_declare(actor=actor, person=form.whom, what=what, reason=data["reason"])
    except InvalidInput as error:
        form.add_error(error.field if error.field in form.fields else None, error.message)
        return False
    except DeskError as error:
        form.add_error(None, error.message)
        return False
    return True


def _page(
    request: HttpRequest, form: RecusalForm, status: int, problem: DeskError | None = None
) -> HttpResponse:
    actor = person(request)
    recusals = list(recusals_readable_by(actor))
    context = {
        "form": form,
        "may_declare": bool(REVIEWERS & actor.roles),
        "running": [each for each in recusals if each.ended_at is None],
        "ended": [each for each in recusals if each.ended_at is not None],
        "problem": problem,
    }
    return render(request, "reviews/recusal_list.html", context, status=status)
