"""What the desk knows of a statement when it matches it."""

from __future__ import annotations

import pytest

from claims.models import Claim, Family
from claims.selectors.statements import with_statements
from factcheck.accounts.models import User
from factcheck.flow import advance
from reviews.services.kinship import claim_take_out
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


@pytest.mark.django_db
def test_claims_of_one_question_are_one_family_and_the_machine_makes_one_of_no_two() -> None:
    said = "Kestrel carried 2.4 million passengers in 2025, its report says."
    differs = "Kestrel carried 1.9 million passengers in 2025, the port authority says."
    denied = "Kestrel did not carry 2.4 million passengers in 2025, the union says."
    for text in (said, differs):
        advance(make_article(text).pk)
    first, second = Claim.objects.order_by("pk")
    assert first.family_id
    assert first.family_id == second.family_id

    Claim.objects.filter(pk=second.pk).update(family=Family.objects.create())
    advance(make_article(denied).pk)
    third = Claim.objects.latest("pk")
    assert third.family_id
    assert Claim.objects.filter(family__isnull=False).count() == 3
    assert Claim.objects.values("family").distinct().count() == 2


def test_a_third_claim_does_not_bring_back_into_a_family_what_a_person_took_out(
    fact_checker: User,
) -> None:
    for text in (
        "Kestrel carried 2.4 million passengers in 2025, its report says.",
        "Kestrel carried 1.9 million passengers in 2025, the port authority says.",
    ):
        advance(make_article(text).pk)
    first, second = Claim.objects.order_by("pk")
    claim_take_out(claim=second, other=first, actor=fact_checker, note="Freight.", based_on=0)
    advance(make_article("Kestrel carried 3.1 million passengers in 2025, the union says.").pk)
    taken_out, stayed, third = (
        Claim.objects.get(pk=pk).family_id
        for pk in (second.pk, first.pk, Claim.objects.latest("pk").pk)
    )
    assert third in {taken_out, stayed}
    assert taken_out != stayed
