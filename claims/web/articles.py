"""Articles: the list, one article with what was found in it, and its progress."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
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
from claims.web.article_rows import article_row
from claims.web.found_sentences import found_sentences, may_mark, places_to_mark
from claims.web.marked_text import Mark, paragraphs
from claims.web.passage_form import PassageForm, passage_form
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
    rows = [article_row(article) for article in page.articles]
    context = {
        "form": form,
        "rows": rows,
        "under_way": [row for row in rows if row.done is not None],
        "back": request.GET.urlencode(),
        "older": with_before(request.GET, page.next_before) if page.next_before else "",
        "newest": with_before(request.GET, None) if "before" in request.GET else "",
        "is_filtered": any(request.GET.get(name) for name in form.fields),
    }
    return render(request, "claims/article_list.html", context)


@desk()
@require_safe
def article_detail(request: HttpRequest, article_id: int) -> HttpResponse:
    """Show the frozen text with the claims marked, and why each sentence scored as it did."""
    return render_article(request, article_of(article_id), passage_form())


def render_article(
    request: HttpRequest,
    article: Article,
    form: PassageForm,
    *,
    claimed_url: str = "",
    status: int = 200,
) -> HttpResponse:
    """Return the page of `article`; `claimed_url` leads to the claim that words chosen are of."""
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
        "passage_form": form,
        "claimed_url": claimed_url,
        "may_mark": may_mark(person(request)),
        **_progress(article),
    }
    return render(request, "claims/article_detail.html", context, status=status)


@desk()
@require_safe
def article_progress(request: HttpRequest, article_id: int) -> HttpResponse:
    """Answer the page's question how far it is; once done, have the page load what was found."""
    article = article_of(article_id)
    if request.headers.get("HX-Request") and article.due_at is None and not article.failure:
        return HttpResponseClientRefresh()
    return render(request, "claims/article_progress.html", _progress(article))


@desk()
@require_POST
def article_retry(request: HttpRequest, article_id: int) -> HttpResponse:
    """Start the step that failed again; from the list one comes back to where one was in it."""
    flow.retry(article=article_of(article_id), actor=person(request))
    messages.info(request, _("Started again."))
    if "back" in request.POST:
        return redirect(f"{reverse('article-list')}?{QueryDict(request.POST['back']).urlencode()}")
    return redirect("article-detail", article_id)


def article_of(article_id: int) -> Article:
    articles = Article.objects.select_related("source", "received_by").defer("received")
    return get_object_or_404(articles, pk=article_id)


def _progress(article: Article) -> dict[str, Any]:
    return {
        "article": article,
        "steps": steps(article),
        "is_running": article.due_at is not None,
    }
