"""Saved views of the queue: kept, named anew, moved, deleted and brought back."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from factcheck.errors import DeskError
from factcheck.web.permissions import desk, person
from reviews.models import SavedView
from reviews.services.saved_views import (
    view_delete,
    view_place,
    view_rename,
    view_restore,
    view_save,
)
from reviews.web.queue import filters_in
from reviews.web.row_ids import row_id

MAX_QUERY = 2000


@desk()
@require_POST
def save(request: HttpRequest) -> HttpResponse:
    """Keep the filters of the page under a name."""
    query = filters_in(QueryDict(request.POST.get("query", "")[:MAX_QUERY].replace("\x00", "")))
    return _act(
        request, query,
        lambda: view_save(
            actor=person(request),
            name=request.POST.get("name", ""),
            query=query,
            is_shared=request.POST.get("shared") == "1",
        ),
    )  # fmt: skip


@desk()
@require_POST
def rename(request: HttpRequest, view_id: int) -> HttpResponse:
    """Give a view another name."""
    view, name = _view(view_id), request.POST.get("name", "")
    return _act(
        request, view.query, lambda: view_rename(view=view, actor=person(request), name=name)
    )


@desk()
@require_POST
def place(request: HttpRequest, view_id: int) -> HttpResponse:
    """Move a view to another place among the person's."""
    view, position = _view(view_id), row_id(request.POST.get("position", ""))
    wanted = -1 if position is None else position
    return _act(
        request, view.query,
        lambda: view_place(view=view, actor=person(request), position=wanted),
    )  # fmt: skip


@desk()
@require_POST
def delete(request: HttpRequest, view_id: int) -> HttpResponse:
    """Take a view away, with a way to undo it."""
    view = _view(view_id)
    return _act(
        request, f"deleted={view.pk}", lambda: view_delete(view=view, actor=person(request))
    )


@desk()
@require_POST
def restore(request: HttpRequest, view_id: int) -> HttpResponse:
    """Bring a deleted view back."""
    view = _view(view_id)
    return _act(request, view.query, lambda: view_restore(view=view, actor=person(request)))


def _view(view_id: int) -> SavedView:
    return get_object_or_404(SavedView, pk=view_id)


def _act(request: HttpRequest, query: str, act: Callable[[], object]) -> HttpResponse:
    """Do it, and show the queue with the filters of the view."""
    try:
        act()
    except DeskError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, _("Saved."))
    return redirect(f"{reverse('queue')}?{query}")
