"""The workspace: one claim, all there is to know about it, and the forms to judge it."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET

from claims.selectors.sentence_marks import mark_of
from factcheck.accounts.models import User
from factcheck.accounts.roles import Role
from factcheck.errors import DeskError, Stale
from factcheck.web.permissions import desk, person
from reviews.domain.states import REVIEWERS, Event
from reviews.models import QueueItem
from reviews.selectors.published import scale_ratings
from reviews.selectors.replies import standing_beside
from reviews.selectors.workspaces import Workspace, workspace_of
from reviews.web.clarify_form import ClarifyForm, clarify_form
from reviews.web.conflicts import Clash, clash_of
from reviews.web.context_text import context_paragraphs
from reviews.web.evidence_form import EvidenceForm
from reviews.web.review_form import ReviewForm, chosen_evidence, form_of
from reviews.web.row_ids import row_id
from reviews.web.verdict_form import VerdictForm


@dataclass(frozen=True, slots=True)
class Typed:
    """What a person sent that was not taken: the forms, with what was typed, and why."""

    problem: DeskError | None = None
    review: ReviewForm | None = None
    evidence: EvidenceForm | None = None
    verdict: VerdictForm | None = None
    clarify: ClarifyForm | None = None

    @property
    def clash(self) -> Clash | None:
        """Return how what was typed differs from what another window saved in between."""
        if not isinstance(self.problem, Stale):
            return None
        if self.review is not None:
            return clash_of(self.problem, self.review, version="version")
        if self.clarify is not None:
            return clash_of(self.problem, self.clarify, version="clarified")
        return clash_of(self.problem, self.verdict, version="revision") if self.verdict else None


@desk()
@require_GET
def workspace(request: HttpRequest, item_id: int) -> HttpResponse:
    """Show a queue item as the person may see it."""
    return render_workspace(request, item_of(item_id), Typed())


def item_of(item_id: int) -> QueueItem:
    """Return the item with its claim, or answer 404."""
    items = QueueItem.objects.select_related("claim").defer("claim__vector")
    return get_object_or_404(items.prefetch_related("reasons", "moves__by"), pk=item_id)


def refused(request: HttpRequest, item_id: int, typed: Typed) -> HttpResponse:
    """Show the workspace as it is now, with what was typed, and say why it was not taken."""
    status = typed.problem.status if typed.problem else 400
    return render_workspace(request, item_of(item_id), typed, status=status)


def done(request: HttpRequest, item_id: int, message: str) -> HttpResponse:
    """Go back to the workspace and say what was done."""
    messages.success(request, message)
    return redirect("workspace", item_id)


def render_workspace(
    request: HttpRequest, item: QueueItem, typed: Typed, *, status: int = 200
) -> HttpResponse:
    """Return the page of `item`; a form that was sent is shown as it was typed."""
    asked = row_id(request.GET.get("appearance", ""))
    space = workspace_of(item, person(request), asked)
    sentence = space.sentence
    review_form = typed.review or _review_form(space)
    context = {
        "item": item,
        "claim": item.claim,
        "space": space,
        "paragraphs": context_paragraphs(space.context, item.claim_id) if space.context else [],
        "sentence": sentence,
        "own_mark": mark_of(sentence, person(request)) if sentence else None,
        "typed": typed,
        "event": {event.value: event in space.events for event in Event},
        "review_form": review_form,
        "chosen": chosen_evidence(review_form) if review_form else frozenset(),
        "evidence_form": typed.evidence or EvidenceForm(auto_id="evidence-%s"),
        "verdict_form": typed.verdict or _verdict_form(space),
        "clarify_form": typed.clarify or _clarify_form(item, person(request)),
        "ratings": scale_ratings(),
        "reply": standing_beside(item, space.verdict),
        "may_work": may_work(item, person(request)) and not space.is_recused,
        "heartbeat_seconds": settings.LEASE_HEARTBEAT_SECONDS,
    }
    return render(request, "reviews/workspace.html", context, status=status)


def may_work(item: QueueItem, reader: User) -> bool:
    """Return whether forms for evidence are shown: to reviewers, while the claim is open."""
    return item.closed_at is None and bool(REVIEWERS & reader.roles)


def _review_form(space: Workspace) -> ReviewForm | None:
    return form_of(space.own_review, space.lease) if space.held and space.lease else None


def _clarify_form(item: QueueItem, reader: User) -> ClarifyForm | None:
    return clarify_form(item.claim) if Role.EDITOR in reader.roles else None


def _verdict_form(space: Workspace) -> VerdictForm | None:
    may_revise = Event.REVISE in space.events and space.verdict is not None
    return VerdictForm(space.verdict) if may_revise and space.verdict else None
