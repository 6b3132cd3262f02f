"""The quotation of evidence chosen in the copy of its page."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from claims.models import Evidence
from claims.web.copies import render_copy
from claims.web.quotation_form import QuotationForm
from factcheck.accounts.roles import Role
from factcheck.errors import DeskError
from factcheck.web.permissions import desk, person
from reviews.services.evidence_quotes import evidence_quote


@desk(Role.FACT_CHECKER, Role.EDITOR)
@require_POST
def copy_quote(request: HttpRequest, evidence_id: int) -> HttpResponse:
    """Use the words sent as the quotation."""
    evidence, form = get_object_or_404(Evidence, pk=evidence_id), QuotationForm(request.POST)
    if not form.is_valid():
        return render_copy(request, evidence_id, form, status=400)
    try:
        evidence_quote(
            evidence=evidence, actor=person(request),
            quote=form.cleaned_data["words"], based_on=form.cleaned_data["based_on"],
        )  # fmt: skip
    except DeskError as error:
        form.add_error("words", error.message)
        return render_copy(request, evidence_id, form, status=error.status)
    messages.success(request, _("The quotation was changed."))
    return redirect("evidence-copy", evidence_id)
