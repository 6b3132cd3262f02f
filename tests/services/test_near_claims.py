"""Claims that are near without being sure: one question, and nothing known to tell them apart."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest
from django.db import connection

from claims.matching.types import MatchReason
from claims.models import Claim, ClaimRelation, Family
from claims.models.values import match_reason_rows
from factcheck.accounts.models import User
from reviews.selectors.checked import Checked, checked_claims
from tests.factories import make_claim
from tests.walks import published_verdict

MIGRATION: Any = import_module("claims.migrations.0026_near_is_no_difference")


def related(one: Claim, other: Claim, *reasons: MatchReason, **said: Any) -> ClaimRelation:
    lower, higher = sorted((one, other), key=lambda each: each.pk)
    defaults = {"outcome": "related", "similarity": 0.7} | said
    return ClaimRelation.objects.create(
        lower=lower, higher=higher, reasons=match_reason_rows(reasons), **defaults
    )


def test_a_verdict_concerns_what_is_near_by_the_score_and_not_by_a_persons_word(
    fact_checker: User, editor: User
) -> None:
    checked = published_verdict(fact_checker, editor).claim
    near, topic, by_a_person = (make_claim() for _ in range(3))
    every = [checked, near, topic, by_a_person]
    Claim.objects.filter(pk__in=[each.pk for each in every]).update(family=Family.objects.create())
    related(checked, near, MatchReason("similarity", 2.5), MatchReason("crowding", -1.0))
    related(checked, topic, MatchReason("similarity", -0.5))
    related(checked, by_a_person, MatchReason("by_people", 1.0))
    found = checked_claims(Claim.objects.exclude(pk=checked.pk))
    assert found == {near.pk: Checked(checked.pk, differs=True)}


BOUNDED = MatchReason("figures_bounded", 0.4, "<6000000 USD", "5600000 USD")
FIGURE = [{"start": 0, "end": 1, "value": 3, "unit": "boats"}]


@pytest.mark.parametrize(
    ("reason", "figures", "aspects", "kept"),
    [
        (MatchReason("similarity", 2.5), [[], []], ["strength"], False),
        (MatchReason("similarity", 2.5), [FIGURE, FIGURE], ["strength"], False),
        (MatchReason("similarity", 2.5), [FIGURE, []], ["strength"], True),
        (BOUNDED, [FIGURE, FIGURE], ["strength"], True),
        (MatchReason("by_people", 1.0), [[], []], ["strength"], True),
        (MatchReason("similarity", 2.5), [[], []], ["strength", "date"], True),
    ],
)
def test_what_was_said_to_differ_in_strength_and_did_not_is_related_by_a_migration(
    reason: MatchReason, figures: list[Any], aspects: list[str], kept: bool
) -> None:
    one, other = make_claim(), make_claim()
    for claim, quantities in zip((one, other), figures, strict=True):
        Claim.objects.filter(pk=claim.pk).update(quantities=quantities)
    pair = related(one, other, reason, outcome="differs", aspects=aspects)
    with connection.cursor() as cursor:
        cursor.execute(MIGRATION.RELATE)
    pair.refresh_from_db()
    assert (pair.outcome, pair.aspects) == (("differs", aspects) if kept else ("related", []))
