"""Versions of a page: what one changed, and another handed in by a person."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from claims.evidence.passages import text_diff
from claims.models import Article
from claims.selectors.article_versions import article_versions
from claims.services.articles import ArticleMetadata
from claims.web.version_form import VersionForm
from factcheck import flow
from factcheck.errors import InvalidInput
from factcheck.idempotency.forms import posted_once
from factcheck.web.permissions import desk, person


@desk()
@require_safe
def article_changes(request: HttpRequest, article_id: int) -> HttpResponse:
    """Show what a version changed of the one before. 404 for a first version."""
    article = _article(article_id)
    before = article.supersedes
    if before is None:
        raise Http404
    context = {
        "article": article,
        "before": before,
        "stretches": list(text_diff(before.text, article.text)),
        "versions": article_versions(article),
    }
    return render(request, "claims/article_changes.html", context)


@desk()
@require_http_methods(["GET", "POST"])
@posted_once
def article_version_add(request: HttpRequest, article_id: int) -> HttpResponse:
    """Take in what the page of an article says now."""
    article = _article(article_id)
    form = VersionForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            return _taken_in(request, article, form)
        except InvalidInput as error:
            form.add_error(error.field if error.field in form.fields else None, error.message)
    status = 422 if request.method == "POST" else 200
    context = {"article": article, "form": form}
    return render(request, "claims/article_version_add.html", context, status=status)


def _taken_in(request: HttpRequest, article: Article, form: VersionForm) -> HttpResponse:
    data, filename = form.content()
    version = flow.submit_version(
        article=article,
        data=data,
        filename=filename,
        metadata=ArticleMetadata(title=form.cleaned_data["title"]),
        actor=person(request),
    )
    if version is None:
        messages.info(request, _("This is what the newest version says already."))
        return redirect("article-detail", article.pk)
    messages.success(request, _("Taken in. The machine compares it with the version before."))
    return redirect("article-detail", version.pk)


def _article(article_id: int) -> Article:
    articles = Article.objects.select_related("source", "supersedes")
    return get_object_or_404(articles.defer("received", "supersedes__received"), pk=article_id)
