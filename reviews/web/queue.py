"""The queue page, and the button that takes the next claim from it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from claims.language_names import language_name
from factcheck.accounts.models import User
from factcheck.web.paging import query_without
from factcheck.web.permissions import desk, person
from reviews.domain.states import REVIEWERS, State
from reviews.models import QueueReason, SavedView, TriageBatch
from reviews.models.queue import STATE_LABELS
from reviews.selectors.queue import OPEN_STATES, PAGE, QueuePage, queue_page
from reviews.selectors.queue_choices import queue_choices
from reviews.selectors.queue_counts import Some, open_counts
from reviews.selectors.queue_filter import QueueFilter, filter_from
from reviews.selectors.queue_progress import queue_progress
from reviews.selectors.saved_views import counted_views
from reviews.web.next_claim import open_next
from reviews.web.queue_rows import shown_rows
from reviews.web.row_ids import row_id, row_ids
from reviews.web.triage_form import TriageForm
from reviews.web.wordings import DUES, SORTS

LEFT = (State.PUBLISHED, State.CORRECTED, State.RETRACTED, State.DISMISSED, State.MERGED)
# Where one is in the list; the rest of the query are filters.
PLACE = ("after", "batch", "deleted", "seen")


@desk()
@require_GET
def queue(request: HttpRequest) -> HttpResponse:
    """Show the items that fit the filters of the URL, a page at a time."""
    wanted, user = filter_from(request.GET.dict()), person(request)
    page = queue_page(wanted, user, row_id(request.GET.get("after", "")))
    if "seen" in request.GET:
        return _news(request, wanted, page)
    context = {
        "wanted": wanted,
        "rows": shown_rows(page.rows),
        "here": request.GET.urlencode(),
        "next_page": _page_after(request.GET, page.next_after) if page.next_after else "",
        "filters": filters_in(request.GET),
        "unsorted": filters_in(request.GET, "sort"),
        "batch": _batch(request),
        "views": counted_views(user),
        "deleted": _deleted(request),
        "may_triage": bool(REVIEWERS & user.roles),
        **_tabs(wanted, user),
        **_controls(request),
    }
    return render(request, "reviews/queue.html", context)


@desk()
@require_POST
def take_next(request: HttpRequest) -> HttpResponse:
    """Take the free claim of highest priority and open it."""
    return open_next(request)


def filters_in(query: QueryDict, *without: str) -> str:
    """Return the filters of a query string, but for the place in the list and what is empty."""
    return query_without(query, *PLACE, *without)


def _news(request: HttpRequest, wanted: QueueFilter, page: QueuePage) -> HttpResponse:
    """Answer an open page: its rows as they are now, and how many there are that it has not."""
    seen = row_ids(request.GET["seen"].split(",")[: 2 * PAGE])
    context = {
        "wanted": wanted,
        "rows": shown_rows(page.rows),
        "here": _page_after(request.GET, row_id(request.GET.get("after", ""))),
        "new": sum(row.item.pk not in seen for row in page.rows),
        "may_triage": bool(REVIEWERS & person(request).roles),
        **_tabs(wanted, person(request)),
    }
    return render(request, "reviews/queue_news.html", context)


def _tabs(wanted: QueueFilter, user: User) -> dict[str, Any]:
    counts = open_counts()
    return {
        "progress": queue_progress(user, counts),
        "open_total": sum(counts.values(), Some(0)),
        "states": [(state, STATE_LABELS[state], counts[state]) for state in OPEN_STATES],
        "closed_states": [(state, STATE_LABELS[state]) for state in LEFT],
        "is_all_open": not (wanted.state or wanted.mine or wanted.snoozed or wanted.assignee),
    }


def _controls(request: HttpRequest) -> dict[str, Any]:
    """Return what the filters and the bar for many rows offer."""
    choices = queue_choices()
    return {
        "sources": choices.sources,
        "languages": [(tag, language_name(tag)) for tag in choices.languages],
        "tags": [(tag.pk, tag.name) for tag in choices.tags],
        "people": [(each.pk, each.shown_name) for each in choices.people],
        "reasons": QueueReason.Kind.choices,
        "dues": DUES.items(),
        "sorts": SORTS.items(),
        "triage": TriageForm(person(request), choices),
    }


def _batch(request: HttpRequest) -> TriageBatch | None:
    """Return the batch that was just done or undone, for whoever did it."""
    asked = row_id(request.GET.get("batch", ""))
    return TriageBatch.objects.filter(pk=asked, by=person(request)).first() if asked else None


def _deleted(request: HttpRequest) -> SavedView | None:
    """Return the view its owner has just deleted, to offer it back."""
    asked = row_id(request.GET.get("deleted", ""))
    if asked is None:
        return None
    gone = SavedView.objects.filter(owner=person(request), deleted_at__isnull=False)
    return gone.filter(pk=asked).first()


def _page_after(query: QueryDict, after: int | None) -> str:
    """Return the query of the page of the same list that begins after a row; None: the first."""
    kept = QueryDict(filters_in(query), mutable=True)
    if after is not None:
        kept["after"] = str(after)
    return kept.urlencode()
