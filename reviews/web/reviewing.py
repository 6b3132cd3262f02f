"""Saving the draft of a review while it is typed, and submitting it."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from factcheck.errors import DeskError, InvalidInput
from factcheck.idempotency.forms import posted_once
from factcheck.web.permissions import desk, person
from reviews.models import QueueItem, Review
from reviews.services.reviews import review_save_draft, review_submit
from reviews.web.next_claim import open_next
from reviews.web.review_form import ReviewForm
from reviews.web.workspace import Typed, done, item_of, refused

NEXT = "next"  # what the button says that submits and takes the next claim


@desk()
@require_POST
def save(request: HttpRequest, item_id: int) -> HttpResponse:
    """Save the draft: a line that says so for the script, else the page again."""
    item = item_of(item_id)
    review, typed = _write(request, item, submit=False)
    if request.headers.get("HX-Request"):
        status = 200 if review else (typed.problem.status if typed.problem else 400)
        context = {"item": item, "review": review, "typed": typed}
        return render(request, "reviews/workspace_saved.html", context, status=status)
    if review is None:
        return refused(request, item_id, typed)
    return done(request, item_id, _("Draft saved."))


@desk()
@require_POST
def submit(request: HttpRequest, item_id: int) -> HttpResponse:
    """Submit the review and go on to the next claim, or stay. Refused, nothing typed is lost.

    Going on is a transaction of its own: whoever takes a claim while the audit chain is in hand
    for the submission would wait for their twin, which waits for the chain.
    """
    answer = _handed_in(request, item_id)
    goes_on = answer.status_code == HTTPStatus.FOUND and request.POST.get("then") == NEXT
    return open_next(request, submitted=item_id) if goes_on else answer


@posted_once
def _handed_in(request: HttpRequest, item_id: int) -> HttpResponse:
    review, typed = _write(request, item_of(item_id), submit=True)
    if review is None:
        return refused(request, item_id, typed)
    return done(request, item_id, _("Review submitted. Thank you."))


def _write(request: HttpRequest, item: QueueItem, *, submit: bool) -> tuple[Review | None, Typed]:
    """Return the written review, or None and the form as it was typed."""
    form = ReviewForm(request.POST)
    if not form.is_valid():
        return None, Typed(review=form)
    write = review_submit if submit else review_save_draft
    try:
        review = write(
            item=item,
            actor=person(request),
            token=form.cleaned_data["token"],
            text=form.text(),
            based_on=form.base(),
        )
    except InvalidInput as error:
        form.add_error(error.field, error.message)
        return None, Typed(review=form)
    except DeskError as error:
        return None, Typed(problem=error, review=form)
    return review, Typed(review=form)
