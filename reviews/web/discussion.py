"""Comments on a claim: read, written, changed, taken back; threads resolved and taken up again.

The script of the page sends these forms in the background and gets the threads as they are now;
without it they are plain forms that lead back to the claim.
"""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from factcheck.errors import DeskError
from factcheck.idempotency.forms import posted_once
from factcheck.web.permissions import desk, person
from reviews.models import Comment, QueueItem
from reviews.selectors.comments import comments_readable_by
from reviews.selectors.desk_people import MOST_NAMED, desk_people
from reviews.selectors.recusals import is_recused
from reviews.services.comments import (
    comment_add,
    comment_delete,
    comment_edit,
    thread_resolve,
    thread_take_up,
)
from reviews.services.notifications import notifications_read
from reviews.web.discussion_shown import about_of, discussion_shown
from reviews.web.row_ids import LONGEST, row_id
from reviews.web.workspace import item_of


@desk()
@require_safe
def discussion(request: HttpRequest, item_id: int) -> HttpResponse:
    """Show the discussion alone: a page, or for the script its threads."""
    return _shown(request, item_of(item_id))


@desk()
@require_POST
@posted_once
def add(request: HttpRequest, item_id: int) -> HttpResponse:
    """Write a comment."""
    item, sent = item_of(item_id), request.POST
    return _act(
        request, item,
        lambda: comment_add(
            claim=item.claim, actor=person(request), text=sent.get("text", ""),
            thread=row_id(sent.get("thread", "")), evidence=row_id(sent.get("evidence", "")),
            about=about_of(sent),
        ),
        _("Your comment is there."),
    )  # fmt: skip


@desk()
@require_POST
def edit(request: HttpRequest, item_id: int, comment_id: int) -> HttpResponse:
    """Change one's comment."""
    item, comment = item_of(item_id), _comment(request, comment_id)
    text, version = request.POST.get("text", ""), row_id(request.POST.get("based_on", "")) or 0
    return _act(
        request, item,
        lambda: comment_edit(comment=comment, actor=person(request), text=text, based_on=version),
        _("Your comment is changed."),
    )  # fmt: skip


@desk()
@require_POST
def delete(request: HttpRequest, item_id: int, comment_id: int) -> HttpResponse:
    """Take one's comment back."""
    item, comment = item_of(item_id), _comment(request, comment_id)
    return _act(
        request, item, lambda: comment_delete(comment=comment, actor=person(request)),
        _("Your comment is deleted. That there was one stays."),
    )  # fmt: skip


@desk()
@require_POST
def resolve(request: HttpRequest, item_id: int, comment_id: int) -> HttpResponse:
    """Mark a thread as dealt with."""
    item, comment = item_of(item_id), _comment(request, comment_id)
    return _act(
        request, item, lambda: thread_resolve(comment=comment, actor=person(request)),
        _("Resolved. An answer takes it up again."),
    )  # fmt: skip


@desk()
@require_POST
def take_up(request: HttpRequest, item_id: int, comment_id: int) -> HttpResponse:
    """Take a resolved thread up again."""
    item, comment = item_of(item_id), _comment(request, comment_id)
    return _act(
        request, item, lambda: thread_take_up(comment=comment, actor=person(request)),
        _("Taken up again."),
    )  # fmt: skip


@desk()
@require_POST
def seen(request: HttpRequest, item_id: int) -> HttpResponse:
    """Note that what concerns the person on this claim was read: its page is before them."""
    item = get_object_or_404(QueueItem, pk=item_id)
    notifications_read(actor=person(request), up_to=10**LONGEST, item=item)
    return HttpResponse(status=204)


@desk()
@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """Return whom a comment can mention, as rows of user name and name."""
    others = desk_people().exclude(pk=person(request).pk)
    rows = [(each.username, each.shown_name) for each in others[:MOST_NAMED]]
    return JsonResponse({"people": rows})


def _comment(request: HttpRequest, comment_id: int) -> Comment:
    return get_object_or_404(comments_readable_by(person(request)), pk=comment_id)


def _act(
    request: HttpRequest, item: QueueItem, action: Callable[[], Comment], message: str
) -> HttpResponse:
    """Do it; then show the threads to the script, or lead the person back to the comment."""
    try:
        comment = action()
    except DeskError as error:
        return _shown(request, item, error)
    if request.headers.get("HX-Request"):
        return _shown(request, item)
    messages.success(request, message)
    return redirect(f"{reverse('workspace', args=[item.pk])}#comment-{comment.pk}")


def _shown(request: HttpRequest, item: QueueItem, problem: DeskError | None = None) -> HttpResponse:
    recused = is_recused(item, person(request))
    context = discussion_shown(request, item, is_recused=recused) | {
        "claim": item.claim,
        "problem": problem,
        "typed": request.POST.get("text", ""),
        "about": about_of(request.POST),
        "answered": row_id(request.POST.get("thread", "")),
    }
    is_script = bool(request.headers.get("HX-Request"))
    name = "reviews/discussion_threads.html" if is_script else "reviews/discussion_page.html"
    return render(request, name, context, status=problem.status if problem else 200)
