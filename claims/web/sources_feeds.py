"""The feeds of a source: added, paused, resumed, polled at once; whole lists in and out."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from claims.models import Feed
from claims.selectors.sources import feeds, outlines
from claims.services.feed_lists import feeds_import
from claims.services.feeds import feed_pause
from claims.sources.opml import opml_of
from claims.web.sources import detail_page, keepers, list_page, source_of
from claims.web.sources_forms import FeedForm, FeedListForm, PauseForm
from factcheck import arrivals
from factcheck.errors import DeskError, InvalidInput
from factcheck.idempotency.forms import posted_once
from factcheck.web.permissions import desk, person


@keepers
@require_POST
@posted_once
def feed_new(request: HttpRequest, source_id: int) -> HttpResponse:
    """Add a feed to a source and have it polled at once."""
    source, form = source_of(source_id), FeedForm(request.POST)
    if form.is_valid():
        try:
            url = form.cleaned_data["url"]
            arrivals.add_feed(source=source, actor=person(request), url=url)
        except InvalidInput as error:
            form.add_error(error.field, error.message)
        else:
            messages.success(request, _("Added. It is polled now."))
            return redirect("source-detail", source_id)
    return detail_page(request, source, feed_form=form)


@keepers
@require_POST
@posted_once
def feed_stop(request: HttpRequest, feed_id: int) -> HttpResponse:
    """Pause a feed, with the reason."""
    feed, form = _feed(feed_id), PauseForm(request.POST)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    return _act(
        request, feed,
        lambda: feed_pause(feed=feed, actor=person(request), reason=reason),
        _("Paused. Nothing is fetched from it until it is resumed."),
    )  # fmt: skip


@keepers
@require_POST
@posted_once
def feed_restart(request: HttpRequest, feed_id: int) -> HttpResponse:
    """Poll a paused feed again."""
    feed = _feed(feed_id)
    return _act(
        request, feed,
        lambda: arrivals.resume_feed(feed=feed, actor=person(request)),
        _("Resumed. It is polled now."),
    )  # fmt: skip


@keepers
@require_POST
@posted_once
def feed_poll(request: HttpRequest, feed_id: int) -> HttpResponse:
    """Poll a feed at once."""
    feed = _feed(feed_id)
    return _act(
        request, feed,
        lambda: arrivals.poll_feed_now(feed=feed, actor=person(request)),
        _("It is polled now. Reload the page in a moment to see what came of it."),
    )  # fmt: skip


@keepers
@require_POST
@posted_once
def feeds_in(request: HttpRequest) -> HttpResponse:
    """Take in a list of feeds and say for each what became of it; the sweep polls them."""
    form = FeedListForm(request.POST, request.FILES)
    if not form.is_valid():
        return list_page(request, form)
    try:
        outcomes = feeds_import(data=form.opml(), actor=person(request))
    except InvalidInput as error:
        form.add_error("file", error.message)
        return list_page(request, form)
    return list_page(request, FeedListForm(), outcomes)


@desk()
@require_safe
def feeds_out(_request: HttpRequest) -> HttpResponse:
    """Send all feeds as a list that feed readers take."""
    headers = {"Content-Disposition": 'attachment; filename="sources.opml"'}
    data = opml_of(_("Sources of the desk"), outlines())
    return HttpResponse(data, content_type="text/x-opml; charset=utf-8", headers=headers)


def _act(
    request: HttpRequest, feed: Feed, action: Callable[[], object], message: str
) -> HttpResponse:
    """Do it, or show the page and say why not."""
    try:
        action()
    except DeskError as error:
        return detail_page(request, source_of(feed.source_id), problem=error)
    messages.success(request, message)
    return redirect("source-detail", feed.source_id)


def _feed(feed_id: int) -> Feed:
    return get_object_or_404(feeds(), pk=feed_id)
