"""An article is frozen as it comes in; its steps move on, fail, and are tried again."""

from __future__ import annotations

import datetime
from contextlib import suppress
from typing import Any

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from claims.models import Article, Source, Stage
from claims.services.articles import (
    MAX_ATTEMPTS,
    ArticleMetadata,
    article_begin_step,
    article_fail_step,
    article_receive,
    article_retry,
)
from claims.sources.reading import read_article
from factcheck.accounts.models import User
from factcheck.errors import InvalidInput, WrongState
from tests.audit import events_of
from tests.factories import make_article

TEXT = "Kapal feri mengangkut 40 ribu orang. 渡輪載了四萬人。🚢"


def receive(data: bytes, filename: str = "a.txt", **metadata: Any) -> tuple[Article, bool]:
    return article_receive(
        data=data, filename=filename, metadata=ArticleMetadata(**metadata), actor=None
    )


def make_due(article: Article) -> None:
    Article.objects.filter(pk=article.pk).update(due_at=timezone.now())


def test_bytes_and_text_are_kept_as_received(fact_checker: User) -> None:
    data = TEXT.encode("utf-16")
    article, is_new = article_receive(
        data=data, filename="a.txt", metadata=ArticleMetadata(), actor=fact_checker
    )
    stored = Article.objects.get(pk=article.pk)
    assert is_new
    assert (bytes(stored.received), stored.text) == (data, TEXT)
    assert (stored.stage, stored.received_by) == (Stage.EXTRACT, fact_checker)
    assert stored.due_at is not None
    assert events_of(stored) == ["article.receive"]


def test_the_same_text_again_is_the_same_article() -> None:
    first, _new = receive(TEXT.encode())
    again, is_new = receive(TEXT.encode("utf-16"), outlet="Elsewhere")
    assert (again, is_new) == (first, False)
    assert events_of(first) == ["article.receive"]


def test_an_outlet_is_made_once_and_found_again() -> None:
    one, _new = receive(b"The first story.", outlet="Evening Lighthouse", country="SG")
    two, _new = receive(b"The second story.", outlet="Evening Lighthouse")
    assert one.source == two.source == Source.objects.get()


def test_an_article_that_was_known_makes_no_outlet() -> None:
    receive(TEXT.encode(), outlet="Evening Lighthouse")
    receive(TEXT.encode(), outlet="Elsewhere")
    assert list(Source.objects.values_list("name", flat=True)) == ["Evening Lighthouse"]


@pytest.mark.parametrize(
    ("field", "value"),
    [("title", "a\x00b"), ("author", "\ud83d"), ("url", "javascript:alert(1)")],
)
def test_metadata_that_cannot_be_kept_is_refused_at_its_field(field: str, value: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        receive(TEXT.encode(), **{field: value})
    assert refusal.value.field == field
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    ("data", "filename", "code"),
    [
        (b"", "a.txt", "file_empty"),
        (b" \n\t", "a.txt", "file_empty"),
        (b"<html><body></body></html>", "a.html", "file_empty"),
        (b"\x89PNG\r\n\x1a\n\x00", "a.txt", "file_binary"),
        (b"text", "a.ods", "file_kind"),
        (b"x" * 2001, "a.txt", "file_too_large"),
        (b"x" * 1001, "a.txt", "file_too_large"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_the_reason(
    settings: Any, data: bytes, filename: str, code: str
) -> None:
    settings.ARTICLE_MAX_BYTES, settings.ARTICLE_MAX_CHARACTERS = 2000, 1000
    with pytest.raises(InvalidInput) as refusal:
        receive(data, filename)
    assert (refusal.value.field, refusal.value.code) == ("file", code)
    assert not Article.objects.exists()


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.html", "a.md"]))
def test_any_bytes_are_read_or_refused_with_a_reason(data: bytes, filename: str) -> None:
    with suppress(InvalidInput):
        read = read_article(data, filename, max_bytes=1000, max_characters=1000)
        assert read.text.strip()
        assert "\x00" not in read.text
        read.text.encode()


def test_a_step_is_begun_by_one_worker() -> None:
    article = make_article()
    begun = [article_begin_step(article_id=article.pk) for _ in range(2)]
    assert begun == [article, None]


def test_a_step_whose_worker_died_is_due_again_later() -> None:
    article = make_article()
    begun = article_begin_step(article_id=article.pk)
    assert begun is not None
    assert begun.due_at is not None
    assert begun.due_at > timezone.now() + datetime.timedelta(seconds=1)


def test_a_failed_step_is_due_again_after_a_growing_pause() -> None:
    article = make_article()
    pauses = []
    for _attempt in range(3):
        make_due(article)
        begun = article_begin_step(article_id=article.pk)
        assert begun is not None
        failed_at = timezone.now()
        article_fail_step(article=begun, error=ValueError("no luck"))
        due_at = Article.objects.get().due_at
        assert due_at is not None
        pauses.append(int((due_at - failed_at).total_seconds()))  # a busy machine is not early
    assert pauses == [2, 4, 8]
    assert events_of(article) == ["article.receive"]


def fail_for_good(article: Article) -> None:
    """Let the step fail as often as it is tried."""
    for _attempt in range(MAX_ATTEMPTS):
        make_due(article)
        begun = article_begin_step(article_id=article.pk)
        assert begun is not None
        article_fail_step(article=begun, error=ValueError("no luck"))


def test_a_step_that_keeps_failing_is_given_up_and_shown() -> None:
    article = make_article()
    fail_for_good(article)
    stored = Article.objects.get()
    assert (stored.due_at, stored.failure) == (None, "ValueError: no luck")
    assert events_of(article) == ["article.receive", "article.fail"]


def test_a_step_that_killed_its_worker_each_time_is_given_up() -> None:
    article = make_article()
    for _attempt in range(MAX_ATTEMPTS):
        make_due(article)
        assert article_begin_step(article_id=article.pk) == article
    make_due(article)
    assert article_begin_step(article_id=article.pk) is None
    assert Article.objects.get().due_at is None
    assert Article.objects.get().failure
    assert events_of(article) == ["article.receive", "article.fail"]


def test_a_failed_article_can_be_tried_again(fact_checker: User) -> None:
    article = make_article()
    fail_for_good(article)
    article_retry(article=article, actor=fact_checker)
    assert article_begin_step(article_id=article.pk) == article
    assert Article.objects.get().failure == ""
    assert events_of(article)[-1] == "article.retry"


def test_an_article_that_did_not_fail_is_not_tried_again(fact_checker: User) -> None:
    with pytest.raises(WrongState):
        article_retry(article=make_article(), actor=fact_checker)
