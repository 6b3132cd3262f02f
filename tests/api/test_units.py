"""A sentence of several claims through the API."""

from __future__ import annotations

from rest_framework.test import APIClient

from claims.models import Claim
from factcheck.flow import advance
from tests.factories import make_article

TEXT = (
    "😀 The harbour handled 5.5 million boxes in 2025, while the airport moved 31 thousand tonnes "
    "of freight, the ministry said."
)


def test_the_claims_of_a_sentence_come_apart_each_with_its_figures(as_checker: APIClient) -> None:
    article = make_article(TEXT)
    advance(article.pk)
    claim = as_checker.get(f"/api/v1/claims/{Claim.objects.get().pk}").data
    (sentence,) = as_checker.get(f"/api/v1/articles/{article.pk}/sentences").data["results"]
    for units in (claim["units"], claim["appearances"][0]["units"], sentence["units"]):
        assert [[row["value"] for row in unit["quantities"]] for unit in units] == [[5.5e6], [31e3]]
        assert [unit["dates"] != [] for unit in units] == [True, False]
        for unit in units:
            assert TEXT[unit["start"] : unit["end"]] == unit["text"]
