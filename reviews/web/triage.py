"""What is done to many rows of the queue with one click, and undone with another."""

from __future__ import annotations

from django.contrib import messages
from django.forms.utils import ErrorDict
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from factcheck.errors import DeskError
from factcheck.idempotency.forms import sent_of, tell_it_was_sent
from factcheck.web.permissions import desk, person
from reviews.models import TriageBatch
from reviews.selectors.queue_choices import triage_choices
from reviews.services.bulk import Order, items_triage, items_triage_once
from reviews.services.undoing import batch_undo
from reviews.web.row_ids import row_ids
from reviews.web.triage_form import TriageForm

MAX_QUERY = 2000


@desk()
@require_POST
def bulk(request: HttpRequest) -> HttpResponse:
    """Do one thing to the chosen rows, and show the list where it was, with what became of it."""
    actor = person(request)
    form = TriageForm(actor, triage_choices(actor), request.POST)
    if not form.is_valid():
        messages.error(request, _first(form.errors))
        return back(request)
    chosen = sorted(row_ids(request.POST.getlist("items")))
    try:
        batch = _triage(request, chosen, form.order())
    except DeskError as error:
        messages.error(request, error.message)
        return back(request)
    return back(request, batch)


def _triage(request: HttpRequest, chosen: list[int], order: Order) -> TriageBatch:
    sent = sent_of(request)
    if sent is None:
        return items_triage(item_ids=chosen, order=order, actor=person(request))
    batch, was_there = items_triage_once(item_ids=chosen, order=order, sent=sent)
    if was_there:
        tell_it_was_sent(request)
    return batch


@desk()
@require_POST
def undo(request: HttpRequest, batch_id: int) -> HttpResponse:
    """Put back what a batch changed."""
    batch = get_object_or_404(TriageBatch, pk=batch_id)
    try:
        sent = sent_of(request)
        batch_undo(batch=batch, actor=person(request), key=sent.key if sent else "")
    except DeskError as error:
        messages.error(request, error.message)
    return back(request, batch)


def back(request: HttpRequest, batch: TriageBatch | None = None) -> HttpResponse:
    """Go to the list as it was filtered, at the place where it was, or to the item's page."""
    chosen = row_ids(request.POST.getlist("items"))
    if request.POST.get("page") == "item" and len(chosen) == 1:
        _tell(request, batch)
        return redirect("workspace", *chosen)
    query = QueryDict(request.POST.get("query", "")[:MAX_QUERY].replace("\x00", ""), mutable=True)
    query.pop("batch", None)
    if batch is not None:
        query["batch"] = str(batch.pk)
    return redirect(f"{reverse('queue')}?{query.urlencode()}")


def _tell(request: HttpRequest, batch: TriageBatch | None) -> None:
    """Say on the item's page what became of one item."""
    for row in batch.refused if batch else []:
        messages.error(request, row["message"])
    if batch and not batch.refused:
        messages.success(request, _("Done. It stands in the history below."))


def _first(errors: ErrorDict) -> str:
    return str(next(iter(errors.values()))[0])
