"""Articles: the list, one article with what was found in it, and its progress."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRefresh

from claims.extraction.types import Span
from claims.models import Article
from claims.selectors.article_versions import article_versions
from claims.selectors.articles import (
    article_appearances,
    articles_page,
)
from claims.web.article_filters import ArticleFilterForm
from claims.web.article_progress import steps
from claims.web.found_sentences import found_sentences, places_to_mark
from claims.web.marked_text import Mark, paragraphs
from claims.web.workspace_links import workspace_links
from factcheck import flow
from factcheck.web.paging import with_before
from factcheck.web.permissions import desk, person


@desk()
@require_safe
def article_list(request: HttpRequest) -> HttpResponse:
    """List articles, newest first."""
    form = ArticleFilterForm(request.GET)
    page = articles_page(form.search())
    context = {
        "form": form,
        "articles": page.articles,
        "older": with_before(request.GET, page.next_before) if page.next_before else "",
        "newest": with_before(request.GET, None) if "before" in request.GET else "",
        "is_filtered": any(request.GET.get(name) for name in form.fields),
    }
    return render(request, "claims/article_list.html", context)


@desk()
@require_safe
def article_detail(request: HttpRequest, article_id: int) -> HttpResponse:
    """Show the frozen text with the claims marked, and why each sentence scored as it did."""
    article = _article(article_id)
    appearances = article_appearances(article)
    links = workspace_links(appearances)
    found = found_sentences(article, person(request), links)
    marks = [
        Mark(each.start, each.end, each.score, links[Span(each.start, each.end)])
        for each in appearances
    ]
    context = {
        "article": article,
        "paragraphs": paragraphs(article.text, [*marks, *places_to_mark(found)]),
        "found": found,
        "versions": article_versions(article),
        **_progress(article),
    }
    return render(request, "claims/article_detail.html", context)


@desk()
@require_safe
def article_progress(request: HttpRequest, article_id: int) -> HttpResponse:
    """Answer the page's question how far it is; once done, have the page load what was found."""
    article = _article(article_id)
    if request.headers.get("HX-Request") and article.due_at is None and not article.failure:
        return HttpResponseClientRefresh()
    return render(request, "claims/article_progress.html", _progress(article))


@desk()
@require_POST
def article_retry(request: HttpRequest, article_id: int) -> HttpResponse:
    """Start the step that failed again."""
    flow.retry(article=_article(article_id), actor=person(request))
    messages.info(request, _("Started again."))
    return redirect("article-detail", article_id)


def _article(article_id: int) -> Article:
    articles = Article.objects.select_related("source", "received_by").defer("received")
    return get_object_or_404(articles, pk=article_id)


def _progress(article: Article) -> dict[str, Any]:
    return {
        "article": article,
        "steps": steps(article),
        "is_running": article.due_at is not None,
    }
