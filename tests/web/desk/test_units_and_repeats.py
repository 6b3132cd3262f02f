"""A sentence of several claims, and a claim said several times, as people see them."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from claims.models import Appearance, Article
from factcheck.accounts.models import User
from factcheck.flow import advance
from reviews.models import QueueItem
from tests.factories import make_article
from tests.web.desk.conftest import LogIn

pytestmark = pytest.mark.django_db
TEXT = (
    "The harbour handled 5.5 million boxes in 2025, while the airport moved 31 thousand tonnes of "
    "freight, the ministry said.\n\n"
    "The weather was lovely.\n\n"
    "The ministry said the harbour handled 5.5 million boxes in 2025 while the airport moved "
    "31 thousand tonnes of freight."
)


@pytest.fixture
def article(db: None) -> Article:
    """An article that went all the way: one claim of two parts, said twice."""
    article = make_article(TEXT)
    advance(article.pk)
    assert QueueItem.objects.count() == 1
    return article


def page(log_in: LogIn, person: User, name: str, *ids: int, **query: int) -> str:
    """Return a page as text, with its white space drawn together."""
    answer = log_in(person).get(reverse(name, args=ids), query)
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", answer.content.decode())


def units_on(page: str) -> list[list[str]]:
    """Return the figures of each claim of the first sentence that lists them."""
    listed = re.search(r'<ol class="units__list">(.*?)</ol>', page)
    assert listed is not None
    parts = listed[1].split("<li>")[1:]
    return [re.findall(r'badge--info">([^<]*)<', part) for part in parts]


def test_the_workspace_lists_the_claims_of_a_sentence_with_their_figures(
    log_in: LogIn, fact_checker: User, article: Article
) -> None:
    shown = page(log_in, fact_checker, "workspace", QueueItem.objects.get().pk)
    assert "2 claims in this sentence" in shown
    assert units_on(shown) == [["5.5 million boxes"], ["31,000 tonnes"]]


def test_the_article_lists_them_and_links_what_repeats_to_what_is_repeated(
    log_in: LogIn, fact_checker: User, article: Article
) -> None:
    shown = page(log_in, fact_checker, "article-detail", article.pk)
    first, again = article.sentences.filter(selected=True)
    assert units_on(shown) == [["5.5 million boxes"], ["31,000 tonnes"]]
    assert "Repeated at 1 place in this article" in shown
    assert f'<a href="#sentence-{again.pk}"' in shown
    assert f'href="#sentence-{first.pk}">repeats an earlier sentence' in shown
    for sentence in (first, again):
        assert f'id="sentence-{sentence.pk}"' in shown


def test_the_queue_says_that_a_sentence_holds_two_claims(
    log_in: LogIn, fact_checker: User, article: Article
) -> None:
    assert "2 claims in this sentence" in page(log_in, fact_checker, "queue")


def test_the_workspace_shows_a_repetition_in_its_place_in_the_text(
    log_in: LogIn, fact_checker: User, article: Article
) -> None:
    item = QueueItem.objects.get()
    again = Appearance.objects.get(repeats__isnull=False)
    shown = page(log_in, fact_checker, "workspace", item.pk)
    assert "Where it was made (1)" in shown
    assert f'href="?appearance={again.pk}#claim"' in shown
    there = page(log_in, fact_checker, "workspace", item.pk, appearance=again.pk)
    assert 'id="claim">The ministry said the harbour' in there


def test_a_sentence_that_is_one_claim_says_nothing_of_several(
    log_in: LogIn, fact_checker: User, item: QueueItem
) -> None:
    assert "in this sentence" not in page(log_in, fact_checker, "workspace", item.pk)
