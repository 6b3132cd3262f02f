"""Fact-checks stored before quotation marks made no claim get the keys of today."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest
from django.apps import apps

from claims.models import EarlierCheck
from claims.sources.check_keys import claim_key
from tests.factories import make_claim, make_match

pytestmark = pytest.mark.django_db
MIGRATION: Any = import_module("claims.migrations.0028_quotation_marks_make_no_claim")
CLAIM = "The new pier is 900 metres long."
QUOTED = "The 'new' pier is \"900 metres\" long."


def stored(claim: str, *, page: str, key: str) -> EarlierCheck:
    check = make_match(make_claim()).check_found
    check.claim_reviewed, check.page_key, check.claim_key = claim, page, key
    check.save()
    return check


def test_a_check_gets_the_key_of_today_unless_its_page_has_one_with_it() -> None:
    alone = stored(QUOTED, page="a", key="old")
    known, twin = stored(CLAIM, page="b", key=claim_key(CLAIM)), stored(QUOTED, page="b", key="old")
    MIGRATION.fill_in(apps, None)
    keys = dict(EarlierCheck.objects.values_list("pk", "claim_key"))
    assert keys == {alone.pk: claim_key(CLAIM), known.pk: claim_key(CLAIM), twin.pk: "old"}
