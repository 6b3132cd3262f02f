"""The search page and its API: what they show, to whom, and what they refuse."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from factcheck import tasks
from factcheck.accounts.models import User
from reviews.services.more_reviews import review_ask
from reviews.services.search_index import search_index_due
from reviews.services.search_meaning import meaning_of
from tests.factories import make_appearance, make_article, make_claim, make_item
from tests.walks import REVIEW, drafted_verdict, published_verdict
from tests.web.desk.conftest import LogIn

TEXT = "市政府說，地鐵三號線耗資約５５０萬美元。"


def answer_of(client: Client, **query: str) -> dict[str, Any]:
    """Return what the API answers."""
    answer = client.get("/api/v1/search", query)
    assert answer.status_code == 200, answer.content
    return dict(answer.json())


def test_the_page_marks_what_was_asked_in_the_text_as_written(
    log_in: LogIn, fact_checker: User
) -> None:
    item = make_item(make_claim(TEXT, language="zh-Hant"))
    search_index_due()
    page = log_in(fact_checker).get(
        reverse("search"), {"q": "地铁 5,5 juta", "language": "zh-Hant"}
    )
    shown = page.content.decode()
    assert "<mark>地鐵</mark>三號線耗資<mark>約５５０萬美元</mark>。" in shown.replace("\n", "")
    assert f'<a href="/queue/{item.pk}/" data-step lang="zh-Hant"' in shown
    assert 'aria-label="Remove the filter: Language: Traditional Chinese"' in shown
    assert "Alike in meaning" in shown
    answer = answer_of(log_in(fact_checker), q="地铁")
    (row,) = answer["results"]
    title = row["title"]
    assert [title["text"][mark["start"] : mark["end"]] for mark in title["marks"]] == ["地鐵"]
    assert (row["kind"], row["id"], row["status"]) == ("claim", item.claim_id, "queued")
    assert answer["counts"]["claim"] == {"number": 1, "is_more": False}


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ({"q": "x" * 10_000}, "q"),
        ({"q": "port", "from": "yesterday"}, "from"),
        ({"q": "port", "least": "several"}, "least"),
        ({"q": "port", "least": "6", "most": "5"}, "most"),
    ],
)
def test_what_makes_no_sense_is_named_and_what_was_typed_stays(
    log_in: LogIn, fact_checker: User, query: dict[str, str], field: str
) -> None:
    client = log_in(fact_checker)
    page = client.get(reverse("search"), query)
    assert page.status_code == 400
    assert f'name="{field}" value="{query[field]}"' in page.content.decode()
    assert 'aria-invalid="true" aria-describedby="search-error"' in page.content.decode()
    answer = client.get("/api/v1/search", query)
    assert (answer.status_code, answer.json()["field"]) == (400, field)


def test_odd_words_are_answered(log_in: LogIn, fact_checker: User) -> None:
    client = log_in(fact_checker)
    for words in ("", "!?،", "\0", "مرحبا -", "%ED%A0%80", '"', "OR OR", "\u202e5"):
        assert client.get(reverse("search"), {"q": words}).status_code == 200
    no_word = client.get(reverse("search"), {"q": "!?"}).content.decode()
    assert "There is no word in what you search for." in no_word


def test_a_draft_is_found_by_those_alone_who_may_read_it(
    log_in: LogIn, fact_checker: User, second_checker: User, editor: User, second_editor: User
) -> None:
    draft = drafted_verdict(fact_checker)
    published = published_verdict(fact_checker, editor)
    search_index_due()

    def found(reader: User) -> tuple[list[int], int]:
        answer = answer_of(log_in(reader), q=REVIEW.summary, kind="verdict")
        return sorted(row["id"] for row in answer["results"]), answer["counts"]["verdict"]["number"]

    both = sorted((draft.pk, published.pk))
    assert found(fact_checker) == found(editor) == (both, 2)
    assert found(second_checker) == ([published.pk], 1)
    review_ask(item=draft.item, actor=editor, note="A minister is quoted.")
    assert found(second_editor) == ([published.pk], 1)


def test_claims_alike_in_meaning_are_offered_once_a_worker_has_read_the_query(
    log_in: LogIn, fact_checker: User
) -> None:
    near, far = make_claim("The metro line cost millions."), make_claim()
    tasks.embed_search("biaya jalur metro")
    near.vector = meaning_of("biaya jalur metro")
    near.save()
    make_appearance(near, article=make_article("The metro line cost millions."))
    make_appearance(far)
    search_index_due()
    client = log_in(fact_checker)
    shown = client.get(reverse("search-alike"), {"q": "biaya jalur metro"}).content.decode()
    assert near.text in shown
    assert far.text not in shown
    later = {"q": "biaya jalur metro", "from": "2900-01-01"}
    assert near.text not in client.get(reverse("search-alike"), later).content.decode()
    waiting = client.get(reverse("search-alike"), {"q": "nobody read this", "tries": "2"})
    assert "tries=3" in waiting.content.decode()
    given_up = client.get(reverse("search-alike"), {"q": "nobody read this", "tries": "8"})
    assert "No worker had time" in given_up.content.decode()
