"""A reviewer marks sentences on the article's page, with script and without."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from claims.models import Appearance, Article, MarkLabel, Sentence, SentenceMark
from claims.web.found_sentences import MOST_LEFT_ASIDE, found_sentences
from factcheck import flow
from factcheck.accounts.models import User
from reviews.domain.states import State
from reviews.models import QueueItem
from reviews.services.leases import lease_take
from reviews.services.sentence_marks import sentence_raise, sentence_reject
from tests.factories import make_article, make_sentence

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
TEXT = (
    "Sea Lines said on Monday that its ferries carried 5.5 million people in 2025, "
    "12 per cent more than in 2024. The old pier has seen better days. The weather was lovely."
)
MISSED = "The old pier has seen better days."


@pytest.fixture
def article() -> Article:
    """An article the machine is done with; it raised the first of its sentences only."""
    received = make_article(TEXT)
    flow.advance(received.pk)
    return Article.objects.get(pk=received.pk)


@pytest.fixture
def raised(article: Article) -> Sentence:
    return article.sentences.get(selected=True)


@pytest.fixture
def missed(article: Article) -> Sentence:
    return article.sentences.get(start=TEXT.index(MISSED))


@pytest.fixture
def desk(client: Client, fact_checker: User) -> Client:
    """A signed-in fact-checker's browser."""
    client.force_login(fact_checker)
    return client


def address(route: str, sentence: Sentence) -> str:
    return reverse(route, args=[sentence.article_id, sentence.pk])


def page_of(desk: Client, article: Article) -> str:
    return desk.get(reverse("article-detail", args=[article.pk])).content.decode()


def buttons_on(page: str) -> list[str]:
    """Return what can be done with each sentence, in the order of the page."""
    marks = re.findall(r'id="mark-\d+"[^>]*>([^<]*)<', page)
    return [name.strip() for name in marks]


def test_each_sentence_offers_what_can_be_said_of_it(desk: Client, article: Article) -> None:
    assert buttons_on(page_of(desk, article)) == [
        "Not a claim", "This should be checked", "This should be checked",
    ]  # fmt: skip


def test_every_button_names_the_sentence_it_is_about(desk: Client, article: Article) -> None:
    page = page_of(desk, article)
    described = re.findall(r'id="mark-\d+" aria-describedby="([^"]*)"', page)
    assert len(described) == article.sentences.count()
    assert all(f'id="{name}"' in page for name in described)


def test_the_text_leads_to_each_sentence_left_aside(desk: Client, article: Article) -> None:
    page = page_of(desk, article)
    links = re.findall(r'class="left-aside" href="#([^"]*)"', page)
    aside = article.sentences.filter(selected=False).order_by("start")
    assert links == [f"sentence-{sentence.pk}" for sentence in aside]
    assert all(f'<div class="found" id="{link}"' in page for link in links)


def test_who_may_not_review_sees_no_button(
    client: Client, administrator: User, article: Article
) -> None:
    client.force_login(administrator)
    page = page_of(client, article)
    assert buttons_on(page) == []
    assert "left-aside" not in page


def test_a_missed_sentence_is_marked_and_the_page_comes_back_to_it(
    desk: Client, missed: Sentence, fact_checker: User
) -> None:
    answer = desk.post(address("sentence-raise", missed), follow=True)
    (target, status) = answer.redirect_chain[0]
    assert target.endswith(f"/articles/{missed.article_id}/#sentence-{missed.pk}")
    assert status == 302
    assert SentenceMark.objects.get().by == fact_checker
    page = answer.content.decode()
    assert "Marked." in page
    assert "You say: should be checked" in page
    assert "raised by a person" in page


def test_with_script_only_the_sentence_is_drawn_anew(desk: Client, missed: Sentence) -> None:
    page = desk.post(address("sentence-raise", missed), headers=HTMX).content.decode()
    assert page.count('class="found"') == 1
    assert buttons_on(page) == ["Take back"]
    assert 'id="mark-status" hx-swap-oob="innerHTML">Marked.' in page


def test_a_sentence_asks_again_until_its_claim_is_in_the_queue(
    desk: Client, missed: Sentence
) -> None:
    desk.post(address("sentence-raise", missed), headers=HTMX)
    waiting = desk.get(address("sentence", missed), headers=HTMX).content.decode()
    assert "hx-trigger" in waiting
    assert "on its way into the queue" in waiting
    flow.advance(missed.article_id)
    placed = desk.get(address("sentence", missed), headers=HTMX).content.decode()
    assert "hx-trigger" not in placed
    item = QueueItem.objects.get(claim__text=MISSED)
    assert reverse("workspace", args=[item.pk]) in placed


def test_a_sentence_of_an_article_that_failed_does_not_go_on_asking(
    desk: Client, missed: Sentence
) -> None:
    desk.post(address("sentence-raise", missed), headers=HTMX)
    Article.objects.filter(pk=missed.article_id).update(due_at=None, failure="broke")
    waiting = desk.get(address("sentence", missed), headers=HTMX).content.decode()
    assert "hx-trigger" not in waiting


def test_what_is_no_claim_is_dismissed_with_the_reason_typed(
    desk: Client, raised: Sentence
) -> None:
    answer = desk.post(
        address("sentence-no-claim", raised), {"note": "<b>An advert</b>"}, headers=HTMX
    )
    page = answer.content.decode()
    assert QueueItem.objects.get().state == State.DISMISSED
    assert "You say: not a claim – &lt;b&gt;An advert&lt;/b&gt;" in page


def test_a_mark_is_taken_back(desk: Client, raised: Sentence) -> None:
    desk.post(address("sentence-no-claim", raised), {"note": "An advert"})
    page = desk.post(address("sentence-take-back", raised), headers=HTMX).content.decode()
    assert buttons_on(page) == ["Not a claim"]
    assert QueueItem.objects.get().state == State.QUEUED


def test_what_others_say_is_shown_with_their_names(
    desk: Client, raised: Sentence, second_checker: User
) -> None:
    sentence_reject(sentence=raised, actor=second_checker, note="An advert.")
    page = page_of(desk, raised.article)
    assert "second-checker says: not a claim – An advert." in page
    assert "You say" not in page


@pytest.mark.parametrize("headers", [HTMX, {}])
def test_a_refusal_shows_the_page_as_it_is_now_and_says_why(
    desk: Client, raised: Sentence, second_checker: User, headers: dict[str, str]
) -> None:
    lease_take(item=QueueItem.objects.get(), actor=second_checker)
    answer = desk.post(address("sentence-no-claim", raised), {"note": "An advert"}, headers=headers)
    assert (answer.headers.get("HX-Refresh") == "true") == bool(headers)
    assert "You do not hold this claim" in page_of(desk, raised.article)
    assert not SentenceMark.objects.exists()


def test_a_sentence_of_another_article_is_not_found(desk: Client, missed: Sentence) -> None:
    wrong = reverse("sentence-raise", args=[make_article().pk, missed.pk])
    assert desk.post(wrong).status_code == 404


def test_an_administrator_is_refused_by_the_server_too(
    client: Client, administrator: User, missed: Sentence
) -> None:
    client.force_login(administrator)
    page = client.post(address("sentence-raise", missed), follow=True).content.decode()
    assert "Only fact-checkers and editors mark sentences." in page
    assert not SentenceMark.objects.exists()


def test_a_sentence_scored_by_a_later_engine_keeps_its_claim_and_its_marks(
    desk: Client, missed: Sentence, fact_checker: User
) -> None:
    sentence_raise(sentence=missed, actor=fact_checker)
    flow.advance(missed.article_id)
    make_sentence(missed.article, start=missed.start, end=missed.end)
    page = page_of(desk, missed.article)
    assert buttons_on(page) == ["Take back"]
    assert "Found worth checking (1)" in page


def test_the_number_of_queries_does_not_depend_on_the_number_of_marks(
    desk: Client, article: Article, fact_checker: User, second_checker: User
) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            page_of(desk, article)
        return len(seen)

    page_of(desk, article)
    before = queries()
    for sentence in article.sentences.all():
        for person in (fact_checker, second_checker):
            sentence_raise(sentence=sentence, actor=person)
    flow.advance(article.pk)
    assert Appearance.objects.count() == 3
    assert SentenceMark.objects.filter(label=MarkLabel.CHECK).count() == 6
    assert queries() <= before


def test_of_a_very_long_text_the_best_of_what_was_left_aside_is_listed(
    article: Article, fact_checker: User
) -> None:
    scores = [number / 1000 for number in range(MOST_LEFT_ASIDE + 2)]
    long = make_article("So it was. " * len(scores))
    for number, score in enumerate(scores):
        make_sentence(long, start=number * 11, end=number * 11 + 10, score=score, selected=False)
    found = found_sentences(long, fact_checker, {})
    assert [each.row.score for each in found.left_aside] == scores[2:]
    assert found.unlisted == 2
