"""Saying beside a claim that an earlier fact-check is not about it, and taking that back."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from claims.models import EarlierCheckMatch
from factcheck.accounts.roles import Role
from factcheck.errors import DeskError
from factcheck.idempotency.forms import posted_once
from factcheck.web.permissions import desk, person
from reviews.services.earlier_checks import earlier_check_hide, earlier_check_show
from reviews.web.workspace import Typed, done, item_of, refused


@desk(Role.FACT_CHECKER, Role.EDITOR)
@require_POST
@posted_once
def hide(request: HttpRequest, item_id: int, match_id: int) -> HttpResponse:
    """Hide a fact-check beside the claim of an item, with a note."""
    note = request.POST.get("note", "").replace("\x00", "")
    try:
        earlier_check_hide(match=_match(item_id, match_id), actor=person(request), note=note)
    except DeskError as error:
        return refused(request, item_id, Typed(problem=error))
    return done(request, item_id, _("It is hidden. The machine does not bring it back."))


@desk(Role.FACT_CHECKER, Role.EDITOR)
@require_POST
@posted_once
def show(request: HttpRequest, item_id: int, match_id: int) -> HttpResponse:
    """Show a fact-check beside the claim of an item again."""
    try:
        earlier_check_show(match=_match(item_id, match_id), actor=person(request))
    except DeskError as error:
        return refused(request, item_id, Typed(problem=error))
    return done(request, item_id, _("It is shown again."))


def _match(item_id: int, match_id: int) -> EarlierCheckMatch:
    matches = EarlierCheckMatch.objects.filter(claim=item_of(item_id).claim_id)
    return get_object_or_404(matches, pk=match_id)
