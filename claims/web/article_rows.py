"""The rows of the list of articles, which follow the machine while it works on them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from claims.models import Article, Stage
from claims.selectors.articles import PAGE, articles_among
from factcheck.web.permissions import desk

FAILED = "failed"
STEPS = len(Stage) - 1  # to be done is no step


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article of the list; `done` steps of `steps` are; None while nothing works on it."""

    article: Article
    done: int | None
    steps: int = STEPS

    @property
    def state(self) -> str:
        """Return how far it is as the page knows it: a stage, or FAILED."""
        return FAILED if self.article.failure else self.article.stage

    @property
    def known(self) -> str:
        """Return what the page asks about it with: which article, and what it shows of it."""
        return f"{self.article.pk}:{self.state}"


def article_row(article: Article) -> ArticleRow:
    """Return the row of an article that carries `found`, as the selectors give it."""
    done = [*Stage].index(Stage(article.stage))
    return ArticleRow(article, done if article.due_at is not None else None)


@desk()
@require_safe
def article_rows(request: HttpRequest) -> HttpResponse:
    """Answer what became of articles: the rows that changed, and what to ask about next time.

    Each `article` of the query is an id and the state that the page shows.
    """
    shown = _shown(request.GET.getlist("article")[:PAGE])
    rows = [article_row(article) for article in articles_among(shown)]
    changed = [row for row in rows if row.state != shown[row.article.pk]]
    context = {
        "changed": changed,
        "ended": [row for row in changed if row.done is None],
        "under_way": [row for row in rows if row.done is not None],
        "back": request.GET.get("back", ""),
    }
    return render(request, "claims/article_rows.html", context)


def _shown(said: Iterable[str]) -> dict[int, str]:
    pairs = (each.partition(":") for each in said)
    # An id has at most 18 digits: more than PostgreSQL counts would be an error of its own.
    return {int(pk[:18]): state for pk, _colon, state in pairs if pk.isdecimal() and pk.isascii()}
