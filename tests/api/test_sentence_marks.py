"""A program marks sentences as a reviewer does."""

from __future__ import annotations

import pytest
from rest_framework.test import APIClient

from claims.models import Article, SentenceMark
from factcheck import flow
from factcheck.accounts.models import User
from reviews.domain.states import State
from reviews.models import QueueItem
from reviews.services.leases import lease_take
from tests.factories import make_article, make_sentence

pytestmark = pytest.mark.django_db
TEXT = (
    "Sea Lines said on Monday that its ferries carried 5.5 million people in 2025, "
    "12 per cent more than in 2024. The old pier has seen better days."
)


@pytest.fixture
def article() -> Article:
    """An article the machine is done with; it raised the first of its two sentences."""
    received = make_article(TEXT)
    flow.advance(received.pk)
    return received


def addresses(client: APIClient, article: Article) -> list[str]:
    """Return the address of the mark on each sentence, in the order of the text."""
    rows = client.get(f"/api/v1/articles/{article.pk}/sentences").json()["results"]
    return [f"/api/v1/articles/{article.pk}/sentences/{row['id']}/mark" for row in rows]


def test_a_missed_sentence_goes_to_the_queue(as_checker: APIClient, article: Article) -> None:
    _raised, missed = addresses(as_checker, article)
    answer = as_checker.put(missed, {"says": "check"})
    assert answer.status_code == 200
    body = answer.json()
    assert TEXT[body["start"] : body["end"]] == "The old pier has seen better days."
    assert (body["says"], body["language"], body["by"]) == ("check", "en", "checker")
    assert as_checker.put(missed, {"says": "check"}).json() == body
    flow.advance(article.pk)
    assert QueueItem.objects.filter(reasons__kind="by_hand").count() == 1


def test_what_is_no_claim_is_dismissed_and_comes_back(
    as_checker: APIClient, article: Article
) -> None:
    raised, _missed = addresses(as_checker, article)
    answer = as_checker.put(raised, {"says": "no_claim", "note": "An advert."})
    assert (answer.status_code, answer.json()["note"]) == (200, "An advert.")
    assert QueueItem.objects.get().state == State.DISMISSED
    assert as_checker.delete(raised).status_code == 204
    assert QueueItem.objects.get().state == State.QUEUED
    assert as_checker.delete(raised).status_code == 204
    assert SentenceMark.objects.count() == 1


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"says": "no_claim"}, 409, "gives_note"),
        ({"says": "perhaps"}, 400, "invalid"),
        ({}, 400, "invalid"),
        ({"says": "no_claim", "note": "a\x00b"}, 400, "invalid"),
    ],
)
def test_a_mark_that_does_not_fit_is_refused(
    as_checker: APIClient, article: Article, body: dict[str, str], status: int, code: str
) -> None:
    raised, _missed = addresses(as_checker, article)
    answer = as_checker.put(raised, body)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert not SentenceMark.objects.exists()


def test_a_sentence_nobody_raised_is_no_claim_already(
    as_checker: APIClient, article: Article
) -> None:
    _raised, missed = addresses(as_checker, article)
    answer = as_checker.put(missed, {"says": "no_claim", "note": "An opinion."})
    assert (answer.status_code, answer.json()["code"]) == (409, "not_raised")


def test_a_mark_somebody_worked_on_stays(
    as_checker: APIClient, article: Article, second_checker: User
) -> None:
    _raised, missed = addresses(as_checker, article)
    as_checker.put(missed, {"says": "check"})
    flow.advance(article.pk)
    lease_take(item=QueueItem.objects.get(reasons__kind="by_hand"), actor=second_checker)
    answer = as_checker.delete(missed)
    assert (answer.status_code, answer.json()["code"]) == (409, "worked_on")


def test_a_sentence_of_another_article_is_not_found(as_checker: APIClient) -> None:
    sentence, other = make_sentence(), make_article()
    wrong = f"/api/v1/articles/{other.pk}/sentences/{sentence.pk}/mark"
    assert as_checker.put(wrong, {"says": "check"}).status_code == 404
