"""Articles: the list, one article with what was found in it, and its progress."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRefresh

from claims.models import Appearance, Article
from claims.selectors.articles import (
    article_appearances,
    article_sentences,
    articles_page,
)
from claims.web.article_filters import ArticleFilterForm
from claims.web.article_progress import steps
from claims.web.found_sentences import found_sentences
from claims.web.marked_text import Mark, paragraphs
from factcheck import flow
from factcheck.web.paging import with_before
from factcheck.web.permissions import desk, person
from reviews.selectors.claim_items import newest_items


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
    urls = _workspaces(appearances)
    marks = [Mark(each.start, each.end, each.score, urls.get(each.pk, "")) for each in appearances]
    by_sentence = {each.sentence_id: urls.get(each.pk, "") for each in appearances}
    context = {
        "article": article,
        "paragraphs": paragraphs(article.text, marks),
        "found": found_sentences(article, article_sentences(article), by_sentence),
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


def _workspaces(appearances: list[Appearance]) -> dict[int, str]:
    """Return the address of the workspace of each appearance's claim, by appearance."""
    claims = {
        each.pk: each.claim.merged_into_id or each.claim.pk for each in appearances if each.claim
    }
    items = newest_items(claims.values())
    return {
        pk: reverse("workspace", args=[items[claim]])
        for pk, claim in claims.items()
        if claim in items
    }
