"""The list of articles while the machine works on some of them."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from claims.models import Article, Stage
from claims.services.articles import MAX_ATTEMPTS, article_fail_step
from factcheck.accounts.models import User
from tests.factories import make_appearance, make_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client: Client, fact_checker: User) -> Client:
    """A signed-in fact-checker's browser."""
    client.force_login(fact_checker)
    return client


def asking(page: str) -> str:
    """Return the address at which a page asks what became of its articles; "" if it does not."""
    found = re.search(r'id="articles-under-way" hx-get="([^"]*)"', page)
    return found[1].replace("&amp;", "&") if found else ""


def done(article: Article) -> None:
    Article.objects.filter(pk=article.pk).update(stage=Stage.DONE, due_at=None)


def failed(article: Article) -> None:
    article.attempts = MAX_ATTEMPTS
    article.save()
    article_fail_step(article=article, error=RuntimeError("disk <full>"))


def test_one_question_renews_the_rows_that_changed_until_none_is_under_way(
    desk: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    finishes, fails, waits = make_article(), make_article(), make_article()
    done(make_article())
    address = asking(desk.get(reverse("article-list"), {"title": "ferries"}).content.decode())
    assert address.count("article=") == 3
    assert 'hx-trigger="every' in desk.get(address).content.decode()
    assert "<tr" not in desk.get(address).content.decode()
    done(finishes)
    make_appearance(article=finishes)
    failed(fails)
    with django_assert_max_num_queries(4):
        answer = desk.get(address).content.decode()
    assert re.findall(r'<tr id="article-(\d+)"', answer) == [str(finishes.pk), str(fails.pk)]
    assert f"{finishes.title}: done, 1 claim found." in answer
    assert f"{fails.title}: failed." in answer
    assert "disk &lt;full&gt;" in answer
    assert re.findall(r"article=(\d+)", asking(answer)) == [str(waits.pk)]
    done(waits)
    assert asking(desk.get(asking(answer)).content.decode()) == ""


def test_a_step_is_tried_again_from_the_list_where_one_was_in_it(desk: Client) -> None:
    article = make_article()
    failed(article)
    page = desk.get(reverse("article-list"), {"state": "failed", "title": "f&=?"})
    assert 'name="back"' not in page.content.decode()
    page = desk.get(reverse("article-list"), {"state": "failed", "title": "ferries"})
    back = re.search(r'name="back" value="([^"]*)"', page.content.decode())
    assert back is not None
    sent = {"back": back[1].replace("&amp;", "&")}
    answer = desk.post(reverse("article-retry", args=[article.pk]), sent)
    assert answer["Location"] == f"{reverse('article-list')}?state=failed&title=ferries"
    article.refresh_from_db()
    assert article.failure == ""


@pytest.mark.parametrize("said", ["", "7", "x:match", "²:match", f"{'9' * 5000}:match", "-1:done"])
def test_a_question_about_nothing_is_answered_with_nothing(desk: Client, said: str) -> None:
    answer = desk.get(reverse("article-rows"), {"article": said})
    assert answer.status_code == 200
    assert "<tr" not in answer.content.decode()


def test_leading_back_never_leads_off_the_list(desk: Client) -> None:
    article = make_article()
    failed(article)
    sent = {"back": "https://elsewhere.example/"}
    answer = desk.post(reverse("article-retry", args=[article.pk]), sent)
    assert urlsplit(answer["Location"]).netloc == ""
    assert urlsplit(answer["Location"]).path == reverse("article-list")
