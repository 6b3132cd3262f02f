"""The page on which an administrator forces a move, and confirms it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from factcheck.accounts.roles import Role
from factcheck.errors import DeskError
from factcheck.web.permissions import desk, person
from reviews.domain.states import FORCED, Event, State, open_events
from reviews.models import QueueItem, Verdict, VerdictStatus
from reviews.selectors.contents import verdict_hash
from reviews.selectors.secret_reviews import secret_drafts
from reviews.selectors.situations import situation_of
from reviews.services.break_glass import item_force
from reviews.web.break_glass_form import BreakGlassForm
from reviews.web.workspace import done, item_of


@desk(Role.ADMINISTRATOR)
@require_http_methods(["GET", "POST"])
def break_glass(request: HttpRequest, item_id: int) -> HttpResponse:
    """Show what can be forced now; force it when that is confirmed."""
    item = item_of(item_id)
    situation = situation_of(item, person(request))
    events = [event for event in open_events(State(item.state), situation) if event in FORCED]
    form = BreakGlassForm(events, request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _page(request, item, form, status=422 if form.is_bound else 200)
    try:
        item_force(
            item=item,
            event=Event(form.cleaned_data["move"]),
            actor=person(request),
            note=form.cleaned_data["note"],
            seen_hash=form.cleaned_data["seen_hash"],
        )
    except DeskError as error:
        form.add_error(None, error.message)
        return _page(request, item, form, status=error.status)
    return done(request, item_id, _("Forced. The desk and the administrators are told."))


def _page(
    request: HttpRequest, item: QueueItem, form: BreakGlassForm, *, status: int
) -> HttpResponse:
    drafts = Verdict.objects.filter(item=item, status=VerdictStatus.DRAFT)
    # Whoever could still review the claim is not shown what the first review says.
    drafts = drafts.exclude(secret_drafts(person(request)))
    verdict = drafts.select_related("rating", "claim").first()
    context = {
        "item": item,
        "claim": item.claim,
        "form": form,
        "verdict": verdict,
        # Of what this page shows, also when it is shown again with what was typed.
        "seen_hash": verdict_hash(verdict) if verdict else "",
    }
    return render(request, "reviews/break_glass.html", context, status=status)
