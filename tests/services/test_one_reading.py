"""What a page needs in many places is read once, and what changes data reads anew."""

from __future__ import annotations

import pytest
from pytest_django import DjangoAssertNumQueries

from factcheck.accounts.models import User
from reviews.selectors.contents import standing_evidence, verdict_hash
from reviews.selectors.one_reading import one_reading
from reviews.selectors.origins import verdict_origins
from tests.factories import make_claim, make_evidence
from tests.walks import drafted_verdict

pytestmark = pytest.mark.django_db


def test_a_page_reads_once_what_it_needs_in_many_places(
    fact_checker: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    verdict = drafted_verdict(fact_checker)
    verdict = type(verdict).objects.select_related("claim", "rating__scale").get(pk=verdict.pk)
    with one_reading():
        first = verdict_hash(verdict)
        with django_assert_num_queries(0):
            assert verdict_hash(verdict) == first
            assert verdict_origins(verdict).sources == 1


def test_each_claim_has_answers_of_its_own(fact_checker: User) -> None:
    one, other = make_claim(), make_claim()
    row = make_evidence(one, fact_checker)
    with one_reading():
        assert standing_evidence(one.pk) == [row]
        assert standing_evidence(other.pk) == []


def test_what_is_read_outside_or_next_time_is_read_anew(fact_checker: User) -> None:
    claim = make_claim()
    for number in range(3):
        with one_reading():
            assert len(standing_evidence(claim.pk)) == number
        make_evidence(claim, fact_checker)
        assert len(standing_evidence(claim.pk)) == number + 1
