"""What the API tells of an article's sentences and of a claim, and what that costs."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from claims.models import Claim, ClaimRelation, EarlierCheck, EarlierCheckMatch, Family, Sentence
from claims.selectors import claims as selector
from factcheck.accounts.models import User
from tests.factories import make_appearance, make_article, make_item, unit_vector


def relate(claim: Claim, others: int) -> list[Claim]:
    """Return new claims, each nearer to `claim` than the one before and of its family."""
    claim.family = claim.family or Family.objects.create()
    claim.save()
    made = []
    for number in range(others):
        other = make_item().claim
        other.family = claim.family
        other.save()
        ClaimRelation.objects.create(
            lower=claim, higher=other, outcome="differs", similarity=number / 100
        )
        made.append(other)
    return made


def test_an_article_lists_the_sentences_of_the_newest_engine_only(as_checker: APIClient) -> None:
    article = make_article("Nine ferries sank. Two were saved.")
    for engine in ("2026.1", "2026.2"):
        for start, end in ((0, 18), (19, 34)):
            Sentence.objects.create(
                article=article, engine=engine, start=start, end=end, kind="body", score=0.5,
                selected=True,
            )  # fmt: skip
    rows = as_checker.get(f"/api/v1/articles/{article.pk}/sentences").data["results"]
    assert [(row["engine"], row["start"]) for row in rows] == [("2026.2", 0), ("2026.2", 19)]


def test_a_claim_comes_with_all_that_is_known_of_it(as_checker: APIClient) -> None:
    claim = make_item().claim
    appearance = make_appearance(claim)
    far, near = relate(claim, 2)
    check = EarlierCheck.objects.create(
        url="https://desk.example/1", publisher="Plain Desk", claim_reviewed="Ferries sank.",
        rating="False", language="en", vector=unit_vector(1), claim_review={},
    )  # fmt: skip
    EarlierCheckMatch.objects.create(claim=claim, check_found=check, outcome="same", similarity=0.9)
    shown = as_checker.get(f"/api/v1/claims/{claim.pk}").data
    assert shown["reach"] == {"outlets": 1, "texts": 1}
    assert [row["id"] for row in shown["appearances"]] == [appearance.pk]
    assert [row["other"]["id"] for row in shown["relations"]] == [near.pk, far.pk]
    assert [row["id"] for row in shown["family_members"]] == [far.pk, near.pk]
    assert [row["publisher"] for row in shown["earlier_checks"]] == ["Plain Desk"]
    assert shown["queue_item"]["state"] == "queued"


def test_a_claim_shows_the_nearest_of_many_relatives_and_loads_no_vectors(
    as_checker: APIClient, monkeypatch: pytest.MonkeyPatch, second_checker: User
) -> None:
    monkeypatch.setattr(selector, "SHOWN_RELATIVES", 2)
    claim = make_item().claim
    others = relate(claim, 4)
    with CaptureQueriesContext(connection) as queries:
        shown = as_checker.get(f"/api/v1/claims/{claim.pk}").data
    nearest = [each.pk for each in reversed(others)][:2]
    assert [row["other"]["id"] for row in shown["relations"]] == nearest
    assert len(shown["family_members"]) == 2
    assert not [query["sql"] for query in queries if '"vector"' in query["sql"]]
