"""Articles for the pages that list and show them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from claims.models import Appearance, Article, Sentence, Source, Stage
from claims.models.sentence import PERSON

PAGE = 50
State = Literal["", "working", "done", "failed"]


@dataclass(frozen=True, slots=True)
class ArticleSearch:
    """What to list. "" leaves a thing open; `source` is an id; `before` continues after an id."""

    title: str = ""
    language: str = ""
    source: int | None = None
    state: State = ""
    before: int | None = None


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """One page of articles, newest first; `next_before` is the `before` of the next, if any."""

    articles: list[Article]
    next_before: int | None


def articles_page(search: ArticleSearch) -> ArticlePage:
    """Return a page of articles, each with `found`, the number of claims made in it.

    Continues from an article instead of counting pages, so that the last page is as fast as the
    first.
    """
    rows = list(_after(_matching(search), search.before)[: PAGE + 1])
    return ArticlePage(rows[:PAGE], rows[PAGE - 1].pk if len(rows) > PAGE else None)


def articles_among(ids: Iterable[int]) -> QuerySet[Article]:
    """Return those articles, each with `found`, as a page of them has it."""
    return _matching(ArticleSearch()).filter(pk__in=list(ids)).order_by("id")


def article_languages() -> list[str]:
    """Return the languages articles are in."""
    languages = Article.objects.exclude(language="").order_by("language")
    return list(languages.values_list("language", flat=True).distinct())


def article_sources() -> QuerySet[Source]:
    """Return the outlets that articles came from."""
    return Source.objects.filter(articles__isnull=False).distinct().order_by("name")


def article_appearances(article: Article) -> list[Appearance]:
    """Return the appearances in `article` with their claims, in the order of the text."""
    return list(article.appearances.select_related("claim").order_by("start", "-end"))


def article_sentences(article: Article) -> QuerySet[Sentence]:
    """Return the sentences of the newest run of the machine over `article`, in order.

    Among them is what people cut out of the text, which no run of the machine replaces.
    """
    newest = article.sentences.exclude(engine=PERSON).order_by("-id").values("engine")[:1]
    wanted = Q(engine=Subquery(newest)) | Q(engine=PERSON)
    return article.sentences.filter(wanted).order_by("start", "id")


def _matching(search: ArticleSearch) -> QuerySet[Article]:
    articles = Article.objects.select_related("source").defer("received", "text")
    if search.title:
        articles = articles.filter(title__icontains=search.title)
    if search.language:
        articles = articles.filter(language=search.language)
    if search.source is not None:
        articles = articles.filter(source=search.source)
    made = Appearance.objects.filter(article=OuterRef("pk")).order_by().values("article")
    count = Subquery(made.annotate(found=Count("claim", distinct=True)).values("found"))
    return articles.filter(_in_state(search.state)).annotate(found=Coalesce(count, 0))


def _in_state(state: State) -> Q:
    if state == "working":
        return Q(due_at__isnull=False)
    if state == "done":
        return Q(stage=Stage.DONE)
    return ~Q(failure="") if state == "failed" else Q()


def _after(articles: QuerySet[Article], before: int | None) -> QuerySet[Article]:
    ordered = articles.order_by("-received_at", "-id")
    if before is None:
        return ordered
    at = Article.objects.filter(pk=before).values("received_at")
    return ordered.filter(
        Q(received_at__lt=Subquery(at)) | Q(received_at=Subquery(at), pk__lt=before)
    )
