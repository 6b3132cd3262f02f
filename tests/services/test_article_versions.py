"""A changed page becomes a new version; the old one stays."""

from __future__ import annotations

import pytest

from claims.models import Article
from claims.services.article_versions import article_new_version
from claims.services.articles import ArticleMetadata, article_receive
from factcheck.errors import InvalidInput
from tests.factories import make_article

pytestmark = pytest.mark.django_db
FIRST = "The port handled 5 million boxes in May."
SECOND = "The port handled 3 million boxes in May."


def changed(article: Article, text: str, title: str = "") -> Article | None:
    return article_new_version(
        article=article,
        data=text.encode(),
        filename="page.txt",
        metadata=ArticleMetadata(title=title),
        actor=None,
    )


def test_a_changed_text_is_a_version_that_keeps_what_is_known() -> None:
    old = make_article(FIRST)
    new = changed(old, SECOND, title="Fewer boxes")
    assert new is not None
    assert (new.version, new.supersedes, new.text) == (2, old, SECOND)
    assert (new.source, new.url, new.title) == (old.source, old.url, "Fewer boxes")
    assert new.due_at is not None
    old.refresh_from_db()
    assert (old.text, old.version) == (FIRST, 1)


def test_the_same_text_but_for_blanks_is_no_version() -> None:
    old = make_article(FIRST)
    assert changed(old, FIRST.replace(" ", "  ") + "\n") is None
    new = changed(old, SECOND)
    assert new is not None
    assert changed(old, SECOND) is None
    assert changed(new, SECOND) is None


def test_a_page_that_goes_back_to_what_it_said_has_a_third_version() -> None:
    old = make_article(FIRST)
    changed(old, SECOND)
    third = changed(old, FIRST)
    assert third is not None
    assert (third.version, third.text_sha256) == (3, old.text_sha256)
    again, is_new = article_receive(
        data=FIRST.encode(), filename="a.txt", metadata=ArticleMetadata(), actor=None
    )
    assert (again, is_new) == (old, False)


def test_a_version_of_nothing_is_refused() -> None:
    with pytest.raises(InvalidInput):
        changed(make_article(FIRST), " ")
