"""The queue page, and the button that takes the next claim from it."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from claims.selectors.articles import article_languages
from factcheck.errors import WrongState
from factcheck.web.permissions import desk, person
from reviews.domain.states import REVIEWERS, State
from reviews.models.queue import STATE_LABELS
from reviews.selectors.queue import (
    OPEN_STATES,
    QueueFilter,
    open_counts,
    queue_page,
)
from reviews.services.leases import lease_take_next
from reviews.web.row_ids import row_id

MAX_SEARCH = 200
LEFT = (State.PUBLISHED, State.CORRECTED, State.RETRACTED, State.DISMISSED)


@desk()
@require_GET
def queue(request: HttpRequest) -> HttpResponse:
    """Show the items that fit the filters of the URL, a page at a time."""
    wanted = filter_of(request.GET)
    page = queue_page(wanted, person(request))
    counts = open_counts()
    context = {
        "wanted": wanted,
        "page": page,
        "next_page": _next_page(request.GET, page.next_after),
        "open_total": sum(counts.values()),
        "states": [(state, STATE_LABELS[state], counts.get(state, 0)) for state in OPEN_STATES],
        "closed_states": [(state, STATE_LABELS[state]) for state in LEFT],
        "languages": article_languages(),
        "may_take": bool(REVIEWERS & person(request).roles),
    }
    return render(request, "reviews/queue.html", context)


@desk()
@require_POST
def take_next(request: HttpRequest) -> HttpResponse:
    """Take the free claim of highest priority and open it."""
    try:
        lease = lease_take_next(actor=person(request))
    except WrongState as error:
        messages.error(request, error.message)
        return redirect(f"{reverse('queue')}?mine=1")
    if lease is None:
        messages.info(request, _("Nothing is waiting that you may review. Well done."))
        return redirect("queue")
    return redirect(f"{reverse('workspace', args=[lease.item_id])}#claim")


def filter_of(query: QueryDict) -> QueueFilter:
    """Return the filter a URL asks for; what makes no sense in it is left out."""
    state = query.get("state", "")
    return QueueFilter(
        state=state if state in set(State) else "",
        language=query.get("language", "")[:12].replace("\x00", ""),
        text=query.get("q", "").strip()[:MAX_SEARCH].replace("\x00", ""),
        mine=query.get("mine") == "1",
        after=row_id(query.get("after", "")),
    )


def _next_page(query: QueryDict, after: int | None) -> str:
    if after is None:
        return ""
    kept = {name: value for name, value in query.items() if name != "after" and value}
    return urlencode({**kept, "after": after})
