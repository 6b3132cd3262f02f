"""Where the words that comments are about stand in the article a page shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claims.evidence.chosen_words import span_of_words
from claims.extraction.types import Span
from claims.models import Appearance, Article
from reviews.models import Comment
from reviews.selectors.workspaces import Context


@dataclass(frozen=True, slots=True)
class ShownPlace:
    """A comment, and the span of the shown text that it is about."""

    comment: Comment
    span: Span


def shown_places(
    context: Context, appearances: Sequence[Appearance], comments: Iterable[Comment]
) -> list[ShownPlace]:
    """Return the places of `comments` in the text of `context`.

    A comment on another version of the page stands where this one has the same words.
    """
    article = context.appearance.article
    about = [each for each in comments if each.article is not None and each.deleted_at is None]
    before = {each.article_id: each.article.supersedes_id for each in appearances}
    before |= {each.article.pk: each.article.supersedes_id for each in about if each.article}
    spans = [(each, _span(each, article, before)) for each in about]
    return [ShownPlace(comment, span) for comment, span in spans if span]


def _span(comment: Comment, article: Article, before: Mapping[int, int | None]) -> Span | None:
    if comment.article_id == article.pk and comment.start is not None and comment.end is not None:
        return Span(comment.start, comment.end)
    is_version = _first(comment.article_id, before) == _first(article.pk, before)
    return span_of_words(article.text, comment.quote) if is_version else None


def _first(article: int | None, before: Mapping[int, int | None]) -> int | None:
    """Return the first version of a page, as far back as `before` knows what each supersedes."""
    while article is not None and before.get(article) is not None:
        article = before[article]
    return article
