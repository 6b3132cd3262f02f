"""The list of articles, one article, and its progress."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from claims.models import Appearance, Article, Claim, Stage
from claims.selectors.articles import PAGE
from claims.services.articles import MAX_ATTEMPTS, article_fail_step
from claims.services.extracting import article_extract
from factcheck import flow
from factcheck.accounts.models import User
from tests.factories import make_appearance, make_article, make_claim, make_item

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
TEXT = (
    "Sea Lines said on Monday that its ferries carried 5.5 million people in 2025, "
    "12 per cent more than in 2024.\n\nMenu\n\nThe weather was lovely."
)


@pytest.fixture
def desk(client: Client, fact_checker: User) -> Client:
    """A signed-in fact-checker's browser."""
    client.force_login(fact_checker)
    return client


def shown(desk: Client, article: Article) -> str:
    """Return the page of an article."""
    return desk.get(reverse("article-detail", args=[article.pk])).content.decode()


def listed(desk: Client, **filters: Any) -> list[str]:
    """Return the titles the list shows with these filters, in order."""
    page = desk.get(reverse("article-list"), filters).content.decode()
    return re.findall(r'<th scope="row"><a [^>]*>([^<]*)</a>', page)


def fail(article: Article) -> None:
    """Let the article's step fail until it is given up."""
    article.attempts = MAX_ATTEMPTS
    article.save()
    article_fail_step(article=article, error=RuntimeError("disk <full>"))


def test_the_list_teaches_the_next_step_when_it_is_empty(desk: Client) -> None:
    page = desk.get(reverse("article-list")).content.decode()
    assert "There are no articles yet" in page
    assert reverse("article-add") in page


def test_the_list_filters_by_outlet_language_state_and_title(desk: Client) -> None:
    done, failed, working = (make_article(outlet=name) for name in ("Quay", "Crane", "Quay"))
    Article.objects.filter(pk=done.pk).update(stage=Stage.DONE, due_at=None, language="id")
    fail(failed)
    assert listed(desk) == [working.title, failed.title, done.title]
    assert listed(desk, state="done") == [done.title]
    assert listed(desk, state="failed") == [failed.title]
    assert listed(desk, state="working") == [working.title]
    assert listed(desk, language="id") == [done.title]
    assert listed(desk, title=failed.title.upper()) == [failed.title]
    assert failed.source is not None
    assert listed(desk, source=failed.source.pk) == [failed.title]


@pytest.mark.parametrize(
    "query", [{"source": "x"}, {"state": "odd"}, {"before": "-1"}, {"before": 10**30}]
)
def test_a_filter_that_holds_nonsense_is_left_open(desk: Client, query: dict[str, Any]) -> None:
    article = make_article()
    assert listed(desk, **query) == [article.title]


def test_every_article_is_on_exactly_one_page(
    desk: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    titles = [make_article().title for _number in range(PAGE + 3)]
    Article.objects.update(received_at=timezone.now())
    seen, address = [], reverse("article-list")
    while address:
        with django_assert_max_num_queries(8):
            page = desk.get(address).content.decode()
        seen += re.findall(r'<th scope="row"><a [^>]*>([^<]*)</a>', page)
        older = re.search(r'href="(\?before=\d+)">Older', page)
        address = reverse("article-list") + older[1] if older else ""
    assert seen == titles[::-1]


def test_the_list_counts_the_claims_of_an_article_once_each(desk: Client) -> None:
    article, claim = make_article(), make_claim()
    make_appearance(claim, article=article, start=0, end=5)
    make_appearance(claim, article=article, start=6, end=9)
    page = desk.get(reverse("article-list")).content.decode()
    assert re.search(r'data-label="Claims" class="number">1</td>', page)


def test_an_article_shows_what_was_found_with_reasons_and_figures(desk: Client) -> None:
    article = make_article(TEXT)
    article_extract(article=article)
    page = shown(desk, article)
    found = Appearance.objects.get(article=article)
    assert "<mark" in page
    assert f"{found.score:.2f}" in page
    assert "gives a number" in page
    assert "5.5 million" in page
    assert "2 sentences left aside" in page


def test_a_mark_leads_to_the_workspace_of_its_claim(desk: Client) -> None:
    article = make_article("Alpha carried ten. Beta carried twelve.")
    item = make_item()
    make_appearance(item.claim, article=article, start=0, end=18)
    href = reverse("workspace", args=[item.pk])
    assert f'<a href="{href}">Alpha carried ten.</a></mark>' in shown(desk, article)


def test_a_mark_of_a_merged_claim_leads_to_the_claim_it_went_into(desk: Client) -> None:
    article, item, merged = make_article("Alpha carried ten."), make_item(), make_claim()
    Claim.objects.filter(pk=merged.pk).update(merged_into=item.claim)
    make_appearance(merged, article=article, start=0, end=5)
    assert reverse("workspace", args=[item.pk]) in shown(desk, article)


def test_hostile_text_is_shown_and_not_run(desk: Client) -> None:
    article = make_article("<script>alert(1)</script> carried {{ 5 }} people</p>.")
    make_appearance(article=article, start=3, end=20)
    Article.objects.filter(pk=article.pk).update(
        title="<b onclick=x>", author="</title><script>", language='"><script>'
    )
    page = shown(desk, article)
    assert "<script>" not in page
    assert "<b onclick" not in page


def test_the_text_carries_its_language(desk: Client) -> None:
    article = make_article("渡輪載客三萬人。")
    Article.objects.filter(pk=article.pk).update(language="zh-Hant")
    assert 'class="article-text" lang="zh-Hant"' in shown(desk, article)


def test_the_progress_asks_again_only_while_the_machine_works(desk: Client) -> None:
    article = make_article()
    address = reverse("article-progress", args=[article.pk])
    assert "hx-trigger" in desk.get(address, headers=HTMX).content.decode()
    fail(article)
    failed = desk.get(address, headers=HTMX).content.decode()
    assert "hx-trigger" not in failed
    assert "disk &lt;full&gt;" in failed


def test_the_page_loads_what_was_found_once_the_machine_is_done(desk: Client) -> None:
    article = make_article()
    Article.objects.filter(pk=article.pk).update(stage=Stage.DONE, due_at=None)
    answer = desk.get(reverse("article-progress", args=[article.pk]), headers=HTMX)
    assert answer.headers["HX-Refresh"] == "true"


def test_a_retry_makes_the_failed_step_due_again(desk: Client) -> None:
    article = make_article()
    fail(article)
    desk.post(reverse("article-retry", args=[article.pk]))
    article.refresh_from_db()
    assert (article.failure, article.attempts) == ("", 0)
    assert article.due_at is not None
    assert article.due_at <= timezone.now() + timedelta(seconds=1)


def test_a_retry_of_what_did_not_fail_says_so(desk: Client) -> None:
    article = make_article()
    answer = desk.post(reverse("article-retry", args=[article.pk]))
    assert answer.status_code == 409
    assert "nothing to retry" in answer.content.decode()


def test_an_article_can_be_read_before_during_and_after_its_way(desk: Client) -> None:
    article = make_article(TEXT)
    assert "The machine is still reading" in shown(desk, article)
    for _stage in range(3):
        flow.advance(article.pk)
        assert "Text as received" in shown(desk, article)
    article.refresh_from_db()
    assert article.stage == Stage.DONE
    assert "On its way" not in shown(desk, article)
    assert "/queue/" in shown(desk, article)


def test_an_article_that_is_not_there_is_a_404(desk: Client) -> None:
    assert desk.get(reverse("article-detail", args=[404404])).status_code == 404
