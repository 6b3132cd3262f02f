"""An editor's clearer wording beside a claim, in the workspace."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from factcheck.accounts.roles import Role
from factcheck.errors import DeskError
from factcheck.web.permissions import desk, person
from reviews.services.clarifying import claim_clarify
from reviews.web.clarify_form import ClarifyForm
from reviews.web.workspace import Typed, done, item_of, refused


@desk(Role.EDITOR)
@require_POST
def clarify(request: HttpRequest, item_id: int) -> HttpResponse:
    """Save the wording; what was typed is kept when that is refused."""
    item, form = item_of(item_id), ClarifyForm(request.POST)
    if not form.is_valid():
        return refused(request, item_id, Typed(clarify=form))
    try:
        claim_clarify(
            claim=item.claim, actor=person(request),
            wording=form.cleaned_data["clarified"], based_on=form.base(),
        )  # fmt: skip
    except DeskError as error:
        return refused(request, item_id, Typed(problem=error, clarify=form))
    return done(request, item_id, _("The wording is saved."))
