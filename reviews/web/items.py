"""What is done to a queue item with one click: take, keep, give back, dismiss, restore, reopen."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django_htmx.http import trigger_client_event

from factcheck.errors import DeskError, WrongState
from factcheck.idempotency.forms import posted_once
from factcheck.web.permissions import desk, person
from reviews.domain.dismissals import Why
from reviews.models import Lease
from reviews.selectors.discussion_news import discussion_news
from reviews.services.corrections import item_reopen
from reviews.services.dismissals import item_dismiss, item_restore
from reviews.services.leases import lease_heartbeat, lease_release, lease_take
from reviews.services.more_reviews import review_ask
from reviews.services.sentence_marks import claim_reject
from reviews.services.withdrawals import review_withdraw
from reviews.web.workspace import Typed, done, item_of, refused


@desk()
@require_POST
def take(request: HttpRequest, item_id: int) -> HttpResponse:
    """Take this claim to review it."""
    item = item_of(item_id)
    return _act(
        request, item_id, lambda: lease_take(item=item, actor=person(request)),
        _("This claim is yours now."), at="#claim",
    )  # fmt: skip


@desk()
@require_POST
def release(request: HttpRequest, item_id: int) -> HttpResponse:
    """Give the claim back; the draft stays."""
    item = item_of(item_id)
    return _act(
        request, item_id, lambda: lease_release(item=item, actor=person(request)),
        _("Given back. Your draft is kept for when you take the claim again."),
    )  # fmt: skip


@desk()
@require_POST
def heartbeat(request: HttpRequest, item_id: int) -> HttpResponse:
    """Extend the hold from now: the new clock as a fragment, or the page without script."""
    lease, problem = _extended(request)
    if not request.headers.get("HX-Request"):
        if problem:
            return refused(request, item_id, Typed(problem=problem))
        return redirect("workspace", item_id)
    context = {"lease": lease, "problem": problem}
    status = problem.status if problem else 200
    response = render(request, "reviews/workspace_clock.html", context, status=status)
    return trigger_client_event(response, "discussion", discussion_news(item_id, person(request)))


@desk()
@require_POST
def withdraw(request: HttpRequest, item_id: int) -> HttpResponse:
    """Take the review back that was just handed in."""
    item = item_of(item_id)
    return _act(
        request, item_id, lambda: review_withdraw(item=item, actor=person(request)),
        _("Taken back. Your review is a draft again, and the claim is yours."),
    )  # fmt: skip


@desk()
@require_POST
@posted_once
def dismiss(request: HttpRequest, item_id: int) -> HttpResponse:
    """Take the claim out of the queue, with a reason."""
    item, note, said = item_of(item_id), request.POST.get("note", ""), request.POST.get("why", "")
    why = Why(said) if said in set(Why) else Why.OTHER
    return _act(
        request, item_id,
        lambda: item_dismiss(item=item, actor=person(request), note=note, why=why),
        _("Dismissed. It can be restored from here."),
    )  # fmt: skip


@desk()
@require_POST
@posted_once
def no_claim(request: HttpRequest, item_id: int) -> HttpResponse:
    """Say that the sentence behind the claim is no claim, with the reason: that dismisses it."""
    item, note = item_of(item_id), request.POST.get("note", "")
    return _act(
        request, item_id, lambda: claim_reject(claim=item.claim, actor=person(request), note=note),
        _("Marked as not a claim, and dismissed."),
    )  # fmt: skip


@desk()
@require_POST
def restore(request: HttpRequest, item_id: int) -> HttpResponse:
    """Put a dismissed claim back into the queue."""
    item = item_of(item_id)
    return _act(
        request, item_id, lambda: item_restore(item=item, actor=person(request)),
        _("Restored. The claim is in the queue again."),
    )  # fmt: skip


@desk()
@require_POST
@posted_once
def reopen(request: HttpRequest, item_id: int) -> HttpResponse:
    """Put a published or retracted claim back into the queue, with a reason."""
    item, note = item_of(item_id), request.POST.get("note", "")
    try:
        reopened = item_reopen(item=item, actor=person(request), note=note)
    except DeskError as error:
        return refused(request, item_id, Typed(problem=error))
    return done(request, reopened.pk, _("Reopened. What is published stands until it is replaced."))


@desk()
@require_POST
@posted_once
def ask_review(request: HttpRequest, item_id: int) -> HttpResponse:
    """Want one independent review more, with a reason."""
    item, note = item_of(item_id), request.POST.get("note", "")
    return _act(
        request, item_id, lambda: review_ask(item=item, actor=person(request), note=note),
        _("One more review is wanted now."),
    )  # fmt: skip


def _act(
    request: HttpRequest, item_id: int, action: Callable[[], object], message: str, *, at: str = ""
) -> HttpResponse:
    try:
        action()
    except DeskError as error:
        return refused(request, item_id, Typed(problem=error))
    return done(request, item_id, message, at=at)


def _extended(request: HttpRequest) -> tuple[Lease | None, DeskError | None]:
    try:
        token = uuid.UUID(request.POST.get("token", ""))
        return lease_heartbeat(token=token, actor=person(request)), None
    except ValueError:
        return None, WrongState(_("This page is out of date. Reload it."), code="holds_lease")
    except DeskError as error:
        return None, error
