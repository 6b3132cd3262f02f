"""Which claims a statement is compared with."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest
from django.apps import apps

from claims.extraction.types import Quantity, Span
from claims.matching.types import Statement
from claims.models import Claim
from claims.models.values import quantity_rows
from claims.selectors.candidates import CANDIDATES, near_claims
from tests.factories import make_claim, unit_vector

pytestmark = pytest.mark.django_db
MIGRATION: Any = import_module("claims.migrations.0022_names_and_figures_of_claims")
PAID = Quantity(Span(12, 31), 2_500_000, "USD")
STATEMENT = Statement(
    text="OpenAI 支付了250万美元。",
    language="zh-Hans",
    vector=tuple(unit_vector(0)),
    quantities=(PAID,),
)


def crowd(near: int) -> None:
    """Put so many claims nearer to STATEMENT than any other claim is."""
    for _each in range(near):
        claim = make_claim("Another thing was said of the firm.")
        claim.vector = unit_vector(0)
        claim.save()


def claim_of_before() -> Claim:
    """Return a claim with the statement's name and figure, stored when there were no keys."""
    claim = make_claim("OpenAI paid 2.5 million dollars.")
    claim.quantities = quantity_rows([PAID])
    claim.save()
    return claim


def test_a_claim_with_its_name_and_figure_is_found_behind_a_crowd_that_is_nearer() -> None:
    claim = claim_of_before()
    crowd(CANDIDATES)
    assert claim not in [each for each, _statement in near_claims(STATEMENT)]
    MIGRATION.read_keys(apps, None)
    assert near_claims(STATEMENT)[-1][0] == claim


def test_a_claim_that_is_near_and_shares_them_is_compared_once() -> None:
    claim = claim_of_before()
    MIGRATION.read_keys(apps, None)
    assert [each for each, _statement in near_claims(STATEMENT)] == [claim]
