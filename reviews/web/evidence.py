"""Evidence in the workspace: added below the list, removed with a way back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from claims.models import Evidence
from factcheck import flow
from factcheck.errors import InvalidInput, WrongState
from factcheck.idempotency.forms import posted_once
from factcheck.web.permissions import desk, person
from reviews.models import QueueItem
from reviews.selectors.recusals import is_recused
from reviews.selectors.workspaces import claim_evidence
from reviews.services.claim_evidence import claim_evidence_remove
from reviews.web.evidence_form import EvidenceForm
from reviews.web.row_ids import row_ids
from reviews.web.workspace import Typed, item_of, may_work, refused


@desk()
@require_POST
@posted_once
def add(request: HttpRequest, item_id: int) -> HttpResponse:
    """Add a row. What was added is ticked as used, as it is what one just looked up."""
    item = item_of(item_id)
    form = EvidenceForm(request.POST, auto_id="evidence-%s")
    row = _added(item, form, request)
    if request.headers.get("HX-Request"):
        return _fragment(request, item, form=None if row else form, added=row)
    if row is None:
        return refused(request, item_id, Typed(evidence=form))
    messages.success(request, _("Evidence added."))
    return redirect("workspace", item_id)


@desk()
@require_POST
def remove(request: HttpRequest, item_id: int, evidence_id: int) -> HttpResponse:
    """Mark a row as removed, and offer to put it back."""
    item = item_of(item_id)
    row = get_object_or_404(Evidence, pk=evidence_id, claim=item.claim_id)
    try:
        claim_evidence_remove(evidence=row, actor=person(request))
    except WrongState:
        # Clicked twice, or by two people: it is gone, which is what was asked for.
        row.refresh_from_db()
    if request.headers.get("HX-Request"):
        return _fragment(request, item, removed=row)
    messages.success(request, _("Evidence removed."))
    return redirect("workspace", item_id)


def _added(item: QueueItem, form: EvidenceForm, request: HttpRequest) -> Evidence | None:
    if not form.is_valid():
        return None
    try:
        return flow.add_evidence(claim=item.claim, actor=person(request), **form.cleaned_data)
    except InvalidInput as error:
        form.add_error(error.field, error.message)
        return None


def _fragment(
    request: HttpRequest,
    item: QueueItem,
    *,
    form: EvidenceForm | None = None,
    added: Evidence | None = None,
    removed: Evidence | None = None,
) -> HttpResponse:
    """Return the evidence part of the page; boxes ticked there but not saved stay ticked."""
    ticked = row_ids(request.POST.getlist("evidence"))
    context = {
        "item": item,
        "evidence": claim_evidence(item.claim),
        "chosen": ticked | ({added.pk} if added else set()),
        # The focus was on what goes when this takes its place.
        "added": added,
        "removed": removed,
        "removed_fields": [(name, getattr(removed, name)) for name in EvidenceForm.base_fields]
        if removed
        else [],
        "evidence_form": form or EvidenceForm(auto_id="evidence-%s"),
        "form_is_open": form is not None,
        "may_work": may_work(item, person(request)) and not is_recused(item, person(request)),
        "may_choose": request.POST.get("may_choose") == "1",
    }
    status = 400 if form else 200
    return render(request, "reviews/workspace_evidence.html", context, status=status)
