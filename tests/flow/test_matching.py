"""What the desk knows of a statement when it matches it."""

from __future__ import annotations

import numpy as np
import pytest

from claims.matching.types import Gist
from claims.models import Claim, ClaimRelation, Family
from claims.selectors.explaining import explained_with_claim
from claims.selectors.statements import with_statements
from claims.services.matching import claim_split_off
from factcheck.accounts.models import User
from factcheck.flow import advance
from reviews.services.kinship import claim_take_out
from tests.factories import make_article
from tests.pure.matching.two_stories import DAM, FOOTBALL

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


@pytest.mark.django_db
def test_a_claim_is_told_with_what_its_article_is_about_if_that_is_known() -> None:
    for text in (DAM, "Kestrel carried 2.4 million passengers in 2025, its report says."):
        advance(make_article(text).pk)
    gists = {
        claim.text.split()[0]: len(statement.gist)
        for claim, statement in with_statements(Claim.objects.all())
    }
    assert gists["Police"] == 384
    assert gists["Kestrel"] == 0


@pytest.mark.django_db
def test_one_figure_in_two_stories_makes_no_family_and_the_page_says_why() -> None:
    held, in_stadium = of_two_stories()
    assert not held.family_id
    assert not in_stadium.family_id
    ClaimRelation.objects.all().delete()
    reasons = explained_with_claim(held, in_stadium).explanation.comparison.reasons
    assert "other_story" in {each.signal for each in reasons}


@pytest.mark.django_db
def test_what_was_merged_stands_where_its_own_words_do() -> None:
    held, in_stadium = of_two_stories()
    before = [gist_of(each) for each in (held, in_stadium)]
    held.appearances.update(claim=in_stadium)
    Claim.objects.filter(pk=held.pk).update(merged_into=in_stadium)
    assert [gist_of(each) for each in (held, in_stadium)] == before
    assert before[0] != before[1]


@pytest.mark.django_db
def test_what_is_split_off_is_told_with_its_own_article() -> None:
    held, in_stadium = of_two_stories()
    held.appearances.update(claim=in_stadium)
    made = in_stadium.appearances.get(text=held.text)
    own = claim_split_off(appearance=made, vector=np.array(held.vector), about="")
    relation = ClaimRelation.objects.get(lower=in_stadium, higher=own)
    assert "other_story" in {each["signal"] for each in relation.reasons}


def of_two_stories() -> tuple[Claim, Claim]:
    """Return what the police say of a protest, and of a match."""
    for text in (DAM, FOOTBALL):
        advance(make_article(text).pk)
    held, in_stadium = Claim.objects.filter(text__startswith="Police").order_by("pk")
    return held, in_stadium


def gist_of(claim: Claim) -> Gist:
    [(_claim, statement)] = with_statements(Claim.objects.filter(pk=claim.pk))
    return statement.gist


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
