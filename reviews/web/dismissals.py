"""The ledger of dismissals, and the second look at those that were drawn."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from factcheck.accounts.models import User
from factcheck.errors import DeskError
from factcheck.web.paging import with_before
from factcheck.web.permissions import desk, person
from reviews.domain.states import REVIEWERS
from reviews.models import Dismissal
from reviews.models.dismissal import OUTCOME_LABELS, WHY_CHOICES
from reviews.selectors.dismissals import (
    ledger_filter_from,
    ledger_page,
    second_looks,
    to_look_at,
)
from reviews.selectors.queue_choices import reviewers
from reviews.services.dismissals import dismissal_confirm, dismissal_overturn, item_restore
from reviews.web.row_ids import row_id

LOOKS_SHOWN = 20


@desk()
@require_GET
def ledger(request: HttpRequest) -> HttpResponse:
    """Show the dismissals that fit the filters, and what waits for a second look."""
    wanted = ledger_filter_from(request.GET.dict())
    lines, before = ledger_page(wanted, row_id(request.GET.get("before", "")))
    may_look = bool(REVIEWERS & person(request).roles)
    context = {
        "wanted": wanted,
        "lines": lines,
        "next_page": with_before(request.GET, before) if before else "",
        "looks": second_looks(),
        "waiting": to_look_at(person(request))[:LOOKS_SHOWN] if may_look else [],
        "whys": WHY_CHOICES,
        "outcomes": OUTCOME_LABELS.items(),
        "people": reviewers(),
    }
    return render(request, "reviews/dismissals.html", context)


@desk()
@require_POST
def confirm(request: HttpRequest, dismissal_id: int) -> HttpResponse:
    """Say as a second person that a dismissal is right."""
    return _act(request, dismissal_id, dismissal_confirm, _("Confirmed."))


@desk()
@require_POST
def overturn(request: HttpRequest, dismissal_id: int) -> HttpResponse:
    """Say as a second person that a dismissal was wrong, with the reason."""
    return _act(
        request, dismissal_id, dismissal_overturn, _("Overturned. The claim is in the queue again.")
    )


@desk()
@require_POST
def restore(request: HttpRequest, dismissal_id: int) -> HttpResponse:
    """Put the claim of a line of the ledger back into the queue."""
    return _act(request, dismissal_id, _restore, _("Restored. The claim is in the queue again."))


def _act(
    request: HttpRequest, dismissal_id: int, act: Callable[..., object], message: str
) -> HttpResponse:
    dismissal = get_object_or_404(Dismissal, pk=dismissal_id)
    try:
        act(dismissal=dismissal, actor=person(request), note=request.POST.get("note", ""))
    except DeskError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, message)
    return redirect("dismissal-list")


def _restore(*, dismissal: Dismissal, actor: User, **_unused: str) -> None:
    item_restore(item=dismissal.item, actor=actor)
