"""Copies from before their fetches were written down get them by migrations."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from claims.models import CopyFetch, Evidence, StoredCopy
from factcheck.accounts.models import User
from tests.factories import make_evidence, make_item

FILL: Any = import_module("claims.migrations.0018_fetches_of_copies")
LATER: Any = import_module("claims.migrations.0019_fetches_go_with_their_copy")


@pytest.mark.django_db
def test_each_address_that_gave_a_copy_has_a_fetch_and_nothing_is_made_up(
    fact_checker: User,
) -> None:
    now = timezone.now()
    first, second = "https://tables.example/a", "https://tables.example/b"
    copy = StoredCopy.objects.create(
        sha256="ab" * 32, stored_as="vault/ab", size=3, url=first, final_url=f"{first}?x",
        status=203, headers={"etag": "1"}, fetched_at=now,
    )  # fmt: skip
    claim = make_item().claim
    for url in (first, second, second):
        row = make_evidence(claim, fact_checker, quote=f"Passage {Evidence.objects.count()}")
        Evidence.objects.filter(pk=row.pk).update(url=url, copy=copy, fetched_at=now)
    make_evidence(claim, fact_checker)
    with connection.cursor() as cursor:
        cursor.execute(FILL.BACKFILL)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # each migration ends its transaction
        cursor.execute(LATER.UNSEEN.format(status="NULL"))
    rows = CopyFetch.objects.values_list("url", "final_url", "status", "headers", "fetched_at")
    assert list(rows) == [
        (first, f"{first}?x", 203, {"etag": "1"}, now),
        (second, "", None, {}, now),
    ]
