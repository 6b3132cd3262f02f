"""Sources: the list, one source with its feeds and pages, added and described anew."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from claims.models import Source
from claims.selectors.sources import feeds, source_pages, sources, sources_page
from claims.services.sources import source_add, source_change
from claims.web.sources_forms import FeedForm, FeedListForm, PauseForm, SourceForm
from factcheck.accounts.roles import OVERSEERS
from factcheck.errors import DeskError, InvalidInput, Stale
from factcheck.idempotency.forms import posted_once
from factcheck.web.paging import with_before
from factcheck.web.permissions import desk, person

keepers = desk(*OVERSEERS)


@desk()
@require_safe
def source_list(request: HttpRequest) -> HttpResponse:
    """List the sources with the health of their feeds."""
    return list_page(request, FeedListForm())


@keepers
@require_http_methods(["GET", "POST"])
@posted_once
def source_new(request: HttpRequest) -> HttpResponse:
    """Add a source; its feeds are added on its page."""
    form = SourceForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            source = source_add(actor=person(request), fields=form.fields_typed())
        except InvalidInput as error:
            form.add_error(error.field, error.message)
        else:
            messages.success(request, _("Added. Now name its feeds."))
            return redirect("source-detail", source.pk)
    status = 422 if form.errors else 200
    return render(request, "claims/source_new.html", {"form": form}, status=status)


@desk()
@require_safe
def source_detail(request: HttpRequest, source_id: int) -> HttpResponse:
    """Show a source: its feeds, how they are, and the pages they named last."""
    return detail_page(request, source_of(source_id))


@keepers
@require_POST
@posted_once
def source_save(request: HttpRequest, source_id: int) -> HttpResponse:
    """Describe a source anew; what somebody else saved meanwhile is shown, not overwritten."""
    source, form = source_of(source_id), SourceForm(request.POST)
    if not form.is_valid():
        return detail_page(request, source, source_form=form)
    based_on = form.cleaned_data["based_on"] or 0
    try:
        source_change(
            source=source, actor=person(request), based_on=based_on, fields=form.fields_typed()
        )
    except InvalidInput as error:
        form.add_error(error.field, error.message)
        return detail_page(request, source, source_form=form)
    except Stale as error:
        # Sent again, the form now overwrites what its sender has seen.
        typed = form.cleaned_data | {"based_on": error.current["version"]}
        return detail_page(request, source, source_form=SourceForm(initial=typed), problem=error)
    messages.success(request, _("Saved."))
    return redirect("source-detail", source.pk)


def list_page(
    request: HttpRequest, form: FeedListForm, outcomes: list[Any] | None = None
) -> HttpResponse:
    """Return the page of all sources; `outcomes` are those of a list that was just taken in."""
    page = sources_page(_asked_before(request))
    context = {
        "sources": page.sources,
        "more": with_before(request.GET, page.next_before) if page.next_before else "",
        "list_form": form,
        "outcomes": outcomes,
    }
    status = 422 if form.errors else 200
    return render(request, "claims/source_list.html", context, status=status)


def detail_page(
    request: HttpRequest,
    source: Source,
    *,
    source_form: SourceForm | None = None,
    feed_form: FeedForm | None = None,
    problem: DeskError | None = None,
) -> HttpResponse:
    """Return the page of one source, with what was typed and why it was refused."""
    page = source_pages(source, _asked_before(request))
    context = {
        "source": source,
        "feeds": feeds().filter(source=source),
        "pages": page.pages,
        "older": with_before(request.GET, page.next_before) if page.next_before else "",
        "source_form": source_form or SourceForm.of(source),
        "feed_form": feed_form or FeedForm(),
        "pause_form": PauseForm(auto_id=False),
        "problem": problem,
    }
    refused = any(form and form.errors for form in (source_form, feed_form))
    status = problem.status if problem else 422 if refused else 200
    return render(request, "claims/source_detail.html", context, status=status)


def source_of(source_id: int) -> Source:
    """Return the source of an address, or answer that there is none."""
    return get_object_or_404(sources(), pk=source_id)


def _asked_before(request: HttpRequest) -> int | None:
    before = request.GET.get("before", "")
    return int(before) if before.isdecimal() and len(before) < 19 else None
