"""What the desk knows of a statement when it matches it."""

from __future__ import annotations

import pytest

from claims.models import Claim
from claims.selectors.statements import with_statements
from factcheck.flow import advance
from tests.factories import make_article

TEXT = (
    "The ferry line run by Kestrel carried 2.4 million passengers in 2025, its report says.\n"
    "Last year the ships of Kestrel were late 312 times, according to the port authority.\n"
    "Passengers paid Kestrel 5.5 million dollars in fares, an increase of 12 per cent.\n"
)


@pytest.mark.django_db
def test_a_claim_keeps_whom_its_article_is_about() -> None:
    advance(make_article(TEXT).pk)
    found = with_statements(Claim.objects.order_by("pk"))
    assert len(found) > 1
    assert {claim.about for claim, _statement in found} == {"kestrel"}
    assert {statement.about for _claim, statement in found} == {"kestrel"}
