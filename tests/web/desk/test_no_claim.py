"""In the workspace a reviewer says that the sentence behind a claim is none."""

from __future__ import annotations

import pytest
from django.urls import reverse

from claims.models import Appearance, MarkLabel, SentenceMark
from factcheck.accounts.models import User
from reviews.domain.states import State
from reviews.models import QueueItem
from reviews.services.leases import lease_take
from tests.factories import make_sentence
from tests.web.desk.conftest import LogIn


@pytest.fixture
def scored(item: QueueItem) -> QueueItem:
    """Return the item, with the machine's sentence behind its claim."""
    made = item.claim.appearances.get()
    sentence = make_sentence(made.article, start=made.start, end=made.end, selected=True)
    Appearance.objects.filter(pk=made.pk).update(sentence=sentence)
    return item


def test_what_is_no_claim_is_dismissed_and_remembered_as_an_example(
    scored: QueueItem, fact_checker: User, log_in: LogIn
) -> None:
    client = log_in(fact_checker)
    assert "Not a claim" in client.get(reverse("workspace", args=[scored.pk])).content.decode()
    answer = client.post(
        reverse("item-no-claim", args=[scored.pk]), {"note": "It is a forecast."}, follow=True
    )
    scored.refresh_from_db()
    assert scored.state == State.DISMISSED
    mark = SentenceMark.objects.get()
    assert (mark.label, mark.note) == (MarkLabel.NO_CLAIM, "It is a forecast.")
    page = answer.content.decode()
    assert "You say of its sentence: not a claim." in page
    sentence = scored.claim.appearances.get().sentence
    assert sentence is not None
    assert f"/articles/{mark.article_id}/#sentence-{sentence.pk}" in page


def test_it_needs_a_reason(scored: QueueItem, fact_checker: User, log_in: LogIn) -> None:
    url = reverse("item-no-claim", args=[scored.pk])
    answer = log_in(fact_checker).post(url, {"note": " "})
    assert answer.status_code == 409
    assert "Give a reason." in answer.content.decode()
    assert not SentenceMark.objects.exists()


def test_whoever_holds_the_claim_may_say_so_and_nobody_else(
    scored: QueueItem, fact_checker: User, second_checker: User, log_in: LogIn
) -> None:
    lease_take(item=scored, actor=fact_checker)
    url = reverse("item-no-claim", args=[scored.pk])
    assert log_in(second_checker).post(url, {"note": "A forecast."}).status_code == 409
    assert log_in(fact_checker).post(url, {"note": "A forecast."}).status_code == 302
    scored.refresh_from_db()
    assert scored.state == State.DISMISSED


def test_a_claim_no_sentence_is_on_record_for_does_not_offer_it(
    item: QueueItem, fact_checker: User, log_in: LogIn
) -> None:
    client = log_in(fact_checker)
    assert "Not a claim" not in client.get(reverse("workspace", args=[item.pk])).content.decode()
    answer = client.post(reverse("item-no-claim", args=[item.pk]), {"note": "A forecast."})
    assert answer.status_code == 409


def test_the_text_leads_to_where_missed_sentences_are_marked(
    scored: QueueItem, fact_checker: User, log_in: LogIn
) -> None:
    page = log_in(fact_checker).get(reverse("workspace", args=[scored.pk])).content.decode()
    article = scored.claim.appearances.get().article_id
    assert f'href="{reverse("article-detail", args=[article])}#found"' in page
