"""A page that is wanted as an article: how far it is, why it failed, once more."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect

from claims.models import PageOutcome, PageWish
from claims.selectors.sources import pages
from factcheck import arrivals
from factcheck.web.permissions import desk, person


@desk()
@require_safe
def page_detail(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show how far a page is; once it is an article, go there."""
    page = _page(page_id)
    if _is_taken(page):
        return redirect("article-detail", page.article_id)
    return render(request, "claims/page_detail.html", {"page": page})


@desk()
@require_safe
def page_progress(request: HttpRequest, page_id: int) -> HttpResponse:
    """Answer the page's question how far it is; once it is an article, send the browser there."""
    page = _page(page_id)
    if _is_taken(page) and request.headers.get("HX-Request"):
        is_new = page.outcome in {PageOutcome.NEW, PageOutcome.VERSION}
        tell = messages.success if is_new else messages.info
        tell(request, page.get_outcome_display().capitalize() + ".")
        return HttpResponseClientRedirect(reverse("article-detail", args=[page.article_id]))
    return render(request, "claims/page_progress.html", {"page": page})


@desk()
@require_POST
def page_retry(request: HttpRequest, page_id: int) -> HttpResponse:
    """Fetch a page again that could not be fetched."""
    arrivals.retry_page(page=_page(page_id), actor=person(request))
    return redirect("page-detail", page_id)


def _is_taken(page: PageWish) -> bool:
    return page.article_id is not None and page.due_at is None and not page.failure


def _page(page_id: int) -> PageWish:
    return get_object_or_404(pages(), pk=page_id)
