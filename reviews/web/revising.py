"""The author revises a verdict, and hands one that was sent back in again."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from factcheck.errors import DeskError, InvalidInput
from factcheck.web.permissions import desk, person
from reviews.models import Verdict
from reviews.services.verdicts import verdict_resubmit, verdict_revise
from reviews.web.verdict_form import VerdictForm
from reviews.web.workspace import Typed, done, refused


@desk()
@require_POST
def revise(request: HttpRequest, item_id: int) -> HttpResponse:
    """Save the verdict; what was typed is kept when that is refused."""
    verdict = get_object_or_404(Verdict.objects.select_related("rating__scale"), item=item_id)
    form = VerdictForm(verdict, request.POST)
    if not form.is_valid():
        return refused(request, item_id, Typed(verdict=form))
    try:
        verdict_revise(
            verdict=verdict,
            actor=person(request),
            text=form.text(),
            based_on=form.base(),
        )
    except InvalidInput as error:
        form.add_error(error.field, error.message)
        return refused(request, item_id, Typed(verdict=form))
    except DeskError as error:
        return refused(request, item_id, Typed(problem=error, verdict=form))
    return done(request, item_id, _("Verdict saved."))


@desk()
@require_POST
def resubmit(request: HttpRequest, item_id: int) -> HttpResponse:
    """Hand the verdict in for sign-off again."""
    verdict = get_object_or_404(Verdict, item=item_id)
    try:
        verdict_resubmit(verdict=verdict, actor=person(request))
    except DeskError as error:
        return refused(request, item_id, Typed(problem=error))
    return done(request, item_id, _("Handed in for sign-off."))
