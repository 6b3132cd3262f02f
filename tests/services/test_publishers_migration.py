"""Evidence that names no publisher gets the host of its page by a migration."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from django.db import connection

from claims.models import Evidence
from factcheck.accounts.models import User
from tests.factories import make_evidence, make_item
from tests.walks import published_verdict

MIGRATION: Any = import_module("reviews.migrations.0034_publishers_of_evidence")


def test_the_host_is_filled_in_but_not_where_an_editor_has_signed(
    fact_checker: User, editor: User
) -> None:
    signed = make_evidence(published_verdict(fact_checker, editor).claim, fact_checker)
    Evidence.objects.filter(pk=signed.pk).update(added_at="2020-01-01T00:00:00Z")
    claim = make_item().claim
    urls = ["https://me:pass@Data.Example:8000/a", "http://data.example?q=1", "https://[::1]/"]
    rows = [make_evidence(claim, fact_checker) for _url in urls]
    for row, url in zip(rows, urls, strict=True):
        Evidence.objects.filter(pk=row.pk).update(url=url)
    named = make_evidence(claim, fact_checker)
    Evidence.objects.exclude(pk=named.pk).update(publisher="")
    with connection.cursor() as cursor:
        cursor.execute(MIGRATION.FILL)

    def publishers(*found: Evidence) -> list[str]:
        return [Evidence.objects.get(pk=row.pk).publisher for row in found]

    assert publishers(*rows) == ["data.example", "data.example", ""]
    assert publishers(signed, named) == ["", named.publisher]
