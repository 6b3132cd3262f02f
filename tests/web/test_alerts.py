"""The list of alerts: who reads it, what it shows, how one is settled."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from claims.models import Alert, AlertKind
from claims.selectors.alerts import MOST_COUNTED, PAGE
from claims.services.alerts import alert_raise
from factcheck.accounts.models import User
from tests.factories import (
    make_article,
    make_claim,
    make_evidence,
    make_item,
    make_source,
    make_version,
)

pytestmark = pytest.mark.django_db
LIST = "alert-list"


def edited() -> Alert:
    """Return an alert about a passage that was changed."""
    version = make_version(make_article())
    claim = make_item(make_claim()).claim
    details = {"before": "It cost five million.", "after": "It cost six million.", "verdict": 7}
    alert, _is_new = alert_raise(
        kind=AlertKind.SILENT_EDIT, cause=f"article {version.pk}", article=version, claim=claim,
        source=version.source, details=details,
    )  # fmt: skip
    return alert


def page_for(person: User, query: str = "") -> str:
    client = Client()
    client.force_login(person)
    return client.get(f"{reverse(LIST)}{query}").content.decode()


def settled(editor: User, alert: Alert, note: str) -> tuple[int, str]:
    client = Client()
    client.force_login(editor)
    answer = client.post(reverse("alert-settle", args=[alert.pk]), {"note": note})
    return answer.status_code, answer.content.decode()


def test_an_alert_shows_what_changed_in_words_too(fact_checker: User) -> None:
    alert = edited()
    page = page_for(fact_checker)
    assert re.search(r"<del><span [^>]*>removed: </span>five</del>", page)
    assert re.search(r"<ins><span [^>]*>added: </span>six</ins>", page)
    assert "A published verdict rests on it" in page
    assert reverse("article-changes", args=[alert.article_id]) in page
    assert "Settle" not in page


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        ("changed", "says something else where"),
        ("vanished", "is not on the page any more"),
        ("gone", "The page is gone"),
    ],
)
def test_an_alert_says_what_became_of_cited_evidence(
    fact_checker: User, outcome: str, words: str
) -> None:
    claim = make_claim(language="id")
    evidence = make_evidence(claim, fact_checker)
    details = {"outcome": outcome, "before": "Five million.", "after": "", "verdict": 7}
    alert_raise(
        kind=AlertKind.EVIDENCE_DRIFT, cause=outcome, claim=claim, evidence=evidence,
        details=details,
    )  # fmt: skip
    page = page_for(fact_checker)
    assert words in page
    assert "A published verdict rests on it" in page
    assert 'class="changed" lang="id"' not in page


def test_an_editor_settles_it_once_and_says_what_was_done(editor: User) -> None:
    alert = edited()
    assert "Settle" in page_for(editor)
    status, page = settled(editor, alert, " ")
    assert status == 422
    assert "This field is required" in page
    assert settled(editor, alert, "The verdict was corrected.")[0] == 302
    status, page = settled(editor, alert, "Again.")
    assert status == 409
    assert "settled already" in page
    assert "Nothing waits" in page_for(editor)
    assert "The verdict was corrected." in page_for(editor, "?state=settled")


def test_alerts_are_filtered_by_kind_and_come_in_pages(editor: User) -> None:
    for number in range(PAGE + 1):
        alert_raise(kind=AlertKind.SOURCE_QUIET, cause=str(number), source=make_source())
    assert "No alert fits" in page_for(editor, "?kind=silent_edit")
    first = page_for(editor, "?kind=source_quiet")
    older = re.search(r'href="(\?[^"]*before=\d+)"', first)
    assert older
    assert first.count("<article") == PAGE
    assert page_for(editor, older[1].replace("&amp;", "&")).count("<article") == 1


def test_the_header_counts_the_open_ones_up_to_a_hundred(editor: User) -> None:
    assert "open:" not in page_for(editor)
    edited()
    assert re.search(r"open: </span>1</span>", page_for(editor))
    Alert.objects.bulk_create(
        Alert(kind=AlertKind.FEED_GONE, cause=str(number)) for number in range(MOST_COUNTED)
    )
    assert "99+" in page_for(editor)
