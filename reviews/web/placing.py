"""Which claims are one, and which appearance is of which: the pages that say and undo it."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from claims.models import Appearance, ClaimDecision
from factcheck.errors import DeskError, InvalidInput
from factcheck.idempotency.forms import posted_once
from factcheck.web.permissions import desk, person
from reviews.models import QueueItem
from reviews.selectors.claim_items import newest_item
from reviews.services.decisions import decision_undo
from reviews.services.kinship import claim_take_out, claims_differ
from reviews.services.merging import claim_merge, claim_unmerge
from reviews.services.splitting import appearance_move, claim_split
from reviews.web.placing_pages import (
    APART,
    DIFFERS,
    MERGE,
    MOVE,
    SPLIT,
    Act,
    Sent,
    placing_page,
    sent_of,
)
from reviews.web.workspace import Typed, item_of, refused

Decide = Callable[[Sent], ClaimDecision]


@desk()
@require_http_methods(["GET", "POST"])
@posted_once
def merge(request: HttpRequest, item_id: int) -> HttpResponse:
    """Choose the claim this one is, and merge it into that."""
    item = item_of(item_id)

    def decide(sent: Sent) -> ClaimDecision:
        return claim_merge(
            claim=item.claim, into=sent.target or item.claim, actor=person(request),
            note=sent.note, based_on=sent.based_on,
        )  # fmt: skip

    return _decided(request, MERGE, item, decide)


@desk()
@require_POST
@posted_once
def unmerge(request: HttpRequest, item_id: int) -> HttpResponse:
    """Take the claim out of the one it is merged into."""
    item = item_of(item_id)
    try:
        claim_unmerge(claim=item.claim, actor=person(request))
    except DeskError as error:
        return refused(request, item_id, Typed(problem=error))
    messages.success(request, _("Undone. The claim waits in the queue as before."))
    return redirect("workspace", item_id)


@desk()
@require_http_methods(["GET", "POST"])
@posted_once
def move(request: HttpRequest, item_id: int, appearance_id: int) -> HttpResponse:
    """Choose the claim an appearance is of, and put it there."""
    item = item_of(item_id)
    made = _made(appearance_id)

    def decide(sent: Sent) -> ClaimDecision:
        if made.claim_id != item.claim_id:  # moved on since the page was made
            raise InvalidInput("appearances", _("Choose appearances of this claim."))
        return appearance_move(
            appearance=made, to=sent.target or item.claim, actor=person(request),
            note=sent.note, based_on=sent.based_on,
        )  # fmt: skip

    return _decided(request, MOVE, item, decide, made)


@desk()
@require_http_methods(["GET", "POST"])
@posted_once
def split(request: HttpRequest, item_id: int, appearance_id: int) -> HttpResponse:
    """Make a claim of an appearance, and of others that say the same."""
    item = item_of(item_id)
    made = _made(appearance_id)

    def decide(sent: Sent) -> ClaimDecision:
        return claim_split(
            claim=item.claim, appearances=sent.appearances | {made.pk}, actor=person(request),
            note=sent.note, based_on=sent.based_on,
        )  # fmt: skip

    return _decided(request, SPLIT, item, decide, made)


@desk()
@require_http_methods(["GET", "POST"])
@posted_once
def differs(request: HttpRequest, item_id: int) -> HttpResponse:
    """Choose a claim that answers the same question differently, and say in what."""
    item = item_of(item_id)

    def decide(sent: Sent) -> ClaimDecision:
        return claims_differ(
            claim=item.claim, other=sent.target or item.claim, aspects=sent.aspects,
            actor=person(request), note=sent.note, based_on=sent.based_on,
        )  # fmt: skip

    return _decided(request, DIFFERS, item, decide)


@desk()
@require_http_methods(["GET", "POST"])
@posted_once
def apart(request: HttpRequest, item_id: int) -> HttpResponse:
    """Take another claim out of the family of this one."""
    item = item_of(item_id)

    def decide(sent: Sent) -> ClaimDecision:
        return claim_take_out(
            claim=sent.target or item.claim, other=item.claim, actor=person(request),
            note=sent.note, based_on=sent.based_on,
        )  # fmt: skip

    return _decided(request, APART, item, decide)


@desk()
@require_POST
@posted_once
def undo(request: HttpRequest, item_id: int, decision_id: int) -> HttpResponse:
    """Put back what a decision changed."""
    item = item_of(item_id)
    decision = get_object_or_404(ClaimDecision.objects.select_related("claim"), pk=decision_id)
    try:
        decision_undo(decision=decision, actor=person(request))
    except DeskError as error:
        return refused(request, item.pk, Typed(problem=error))
    messages.success(request, _("Undone. What was put there since stays."))
    return redirect("workspace", item.pk)


def _decided(
    request: HttpRequest,
    act: Act,
    item: QueueItem,
    decide: Decide,
    made: Appearance | None = None,
) -> HttpResponse:
    """Show the page, or do what it says and go on where the claim goes on."""
    if request.method != "POST":
        return placing_page(request, act, item, made=made)
    sent = sent_of(request)
    try:
        if act.has_target and sent.target is None:
            raise InvalidInput("into", _("Choose a claim."))
        decision = decide(sent)
    except DeskError as error:
        return placing_page(request, act, item, made=made, problem=error)
    # After a merge the claim goes on there; all else is gone on with here.
    goes_on = newest_item(decision.other_id) if act is MERGE else item
    url = reverse("workspace", args=[(goes_on or item).pk])
    return redirect(f"{url}?decided={decision.pk}")


def _made(appearance_id: int) -> Appearance:
    """Return the appearance, or answer 404. That it is of another claim now, the service says."""
    rows = Appearance.objects.select_related("article__source", "claim")
    rows = rows.defer("article__received", "claim__vector")
    return get_object_or_404(rows, pk=appearance_id)
