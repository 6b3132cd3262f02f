"""The workspace: one claim, all there is to know about it, and the forms to judge it."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from claims.matching.disputes import Dispute
from claims.models import Claim, ClaimDecision
from claims.selectors.disputes import claim_dispute
from claims.selectors.sentence_marks import mark_of
from claims.web.passage_form import passage_form
from factcheck.accounts.models import User
from factcheck.accounts.roles import Role
from factcheck.errors import DeskError, Stale
from factcheck.web.permissions import desk, person
from reviews.domain.states import REVIEWERS, Event, State
from reviews.models import QueueItem, QueueReason
from reviews.selectors.claim_items import newest_item
from reviews.selectors.comments import Discussion, claim_discussion
from reviews.selectors.one_reading import one_reading
from reviews.selectors.progress import progress_of
from reviews.selectors.published import scale_ratings
from reviews.selectors.replies import standing_beside
from reviews.selectors.situations import may_withdraw
from reviews.selectors.workspaces import Workspace, workspace_of
from reviews.web.clarify_form import ClarifyForm, clarify_form
from reviews.web.comment_places import shown_places
from reviews.web.conflicts import Clash, clash_of
from reviews.web.context_text import ContextPiece, context_paragraphs
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
    item = item_of(item_id)
    if item.state == State.MERGED and "merged" not in request.GET:
        return _where_it_goes_on(request, item)
    return render_workspace(request, item, Typed())


@desk()
@require_GET
def of_claim(_request: HttpRequest, claim_id: int) -> HttpResponse:
    """Lead to where the desk works on a claim; one never queued, to what it has to do with."""
    get_object_or_404(Claim.objects.only("pk"), pk=claim_id)
    item = newest_item(claim_id)
    return redirect("workspace", item.pk) if item else redirect("claim-explain", claim_id)


def _where_it_goes_on(request: HttpRequest, item: QueueItem) -> HttpResponse:
    """Lead to the claim that a merged one is part of, and say so."""
    there = newest_item(item.claim.merged_into_id or 0)
    if there is None:
        return render_workspace(request, item, Typed())
    merged = format_html(
        '<a href="{}?merged=1" lang="{}" dir="auto">{}</a>',
        reverse("workspace", args=[item.pk]), item.claim.language, item.claim,
    )  # fmt: skip
    said = _("The claim you asked for was merged into this one: {claim}")
    messages.info(request, format_html(said, claim=merged))
    return redirect("workspace", there.pk)


def item_of(item_id: int) -> QueueItem:
    """Return the item with its claim, or answer 404."""
    items = QueueItem.objects.select_related("claim").defer("claim__vector")
    return get_object_or_404(items.prefetch_related("reasons", "moves__by"), pk=item_id)


def refused(request: HttpRequest, item_id: int, typed: Typed) -> HttpResponse:
    """Show the workspace as it is now, with what was typed, and say why it was not taken."""
    status = typed.problem.status if typed.problem else 400
    return render_workspace(request, item_of(item_id), typed, status=status)


def done(request: HttpRequest, item_id: int, message: str, *, at: str = "") -> HttpResponse:
    """Go back to the workspace, to the place `at` in it, and say what was done."""
    messages.success(request, message)
    return redirect(f"{reverse('workspace', args=[item_id])}{at}")


@one_reading()
def render_workspace(
    request: HttpRequest, item: QueueItem, typed: Typed, *, status: int = 200
) -> HttpResponse:
    """Return the page of `item`; a form that was sent is shown as it was typed."""
    asked = row_id(request.GET.get("appearance", ""))
    article = row_id(request.GET.get("article", ""))
    space = workspace_of(item, person(request), asked, article)
    discussion = _discussion(space, person(request))
    sentence = space.sentence
    review_form = typed.review or _review_form(space)
    context = {
        "item": item,
        "claim": item.claim,
        "space": space,
        "paragraphs": _paragraphs(space, discussion),
        "may_comment": not space.is_recused,
        "discussion": discussion,
        "sentence": sentence,
        "own_mark": mark_of(sentence, person(request)) if sentence else None,
        "typed": typed,
        "dispute": _dispute(item),
        "event": {event.value: event in space.events for event in Event},
        "review_form": review_form,
        "chosen": chosen_evidence(review_form) if review_form else frozenset(),
        "evidence_form": typed.evidence or EvidenceForm(auto_id="evidence-%s"),
        "verdict_form": typed.verdict or _verdict_form(space),
        "passage_form": passage_form() if REVIEWERS & person(request).roles else None,
        "clarify_form": typed.clarify or _clarify_form(item, person(request)),
        "ratings": scale_ratings(),
        "reply": standing_beside(item, space.verdict, has_requests=space.attached.reply_requests),
        "may_judge_matches": bool(REVIEWERS & person(request).roles) and not space.is_recused,
        "may_work": may_work(item, person(request)) and not space.is_recused,
        "heartbeat_seconds": settings.LEASE_HEARTBEAT_SECONDS,
        "progress": progress_of(person(request)),
        "submitted": _submitted(request),
        "decided": _decided(request, space),
        "may_place": bool(REVIEWERS & person(request).roles) and not space.is_recused,
    }
    return render(request, "reviews/workspace.html", context, status=status)


def _discussion(space: Workspace, reader: User) -> Discussion:
    has_any = space.attached.comments
    return claim_discussion(space.item.claim_id, reader) if has_any else Discussion((), 0)


def _paragraphs(space: Workspace, discussion: Discussion) -> list[list[ContextPiece]]:
    if space.context is None:
        return []
    comments = [each for thread in discussion.threads for each in thread.comments]
    places = shown_places(space.context, space.appearances, comments)
    return context_paragraphs(space.context, space.item.claim_id, places)


def _dispute(item: QueueItem) -> Dispute | None:
    """Return who says which figure, of an item that is here for it."""
    kinds = {reason.kind for reason in item.reasons.all()}
    return claim_dispute(item.claim) if QueueReason.Kind.CONFLICT in kinds else None


def _submitted(request: HttpRequest) -> QueueItem | None:
    """Return the item the person has come from, while their review of it can be taken back."""
    asked = row_id(request.GET.get("submitted", ""))
    item = QueueItem.objects.select_related("claim").filter(pk=asked).first() if asked else None
    return item if item and may_withdraw(item, person(request)) else None


def _decided(request: HttpRequest, space: Workspace) -> ClaimDecision | None:
    """Return the decision the person has just made, while it stands."""
    asked = row_id(request.GET.get("decided", ""))
    mine = (each for each in space.decisions if each.pk == asked and each.undone_at is None)
    return next(mine, None)


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
