"""Families as people set them: two claims answer one question differently, or do not."""

from __future__ import annotations

from typing import Any

import pytest

from claims.models import Claim, ClaimRelation, Family
from claims.selectors.claims import claim_relations, family_members
from claims.selectors.decisions import claims_version
from factcheck.accounts.models import User
from factcheck.audit.models import AuditEvent
from factcheck.errors import InvalidInput, NotAllowed
from reviews.domain.states import State
from reviews.models import QueueItem, QueueReason
from reviews.services.decisions import decision_undo
from reviews.services.kinship import claim_take_out, claims_differ
from reviews.services.leases import lease_take
from reviews.services.merging import claim_merge, claim_unmerge
from tests.audit import events_of
from tests.factories import make_claim, make_item

WHY = "Both count the boats of May."


def family_of(*claims: Claim) -> set[int | None]:
    ids = [each.pk for each in claims]
    return set(Claim.objects.filter(pk__in=ids).values_list("family", flat=True))


def counted(number: int) -> Claim:
    """Return a claim of that many boats, which waits in the queue."""
    claim = make_claim(f"{number} boats sank in May.")
    claim.quantities = [
        {"start": 0, "end": 1, "value": number, "unit": "boats", "comparator": "=",
         "low": None, "high": None}
    ]  # fmt: skip
    claim.save()
    make_item(claim)
    return claim


def test_two_claims_are_put_into_one_family_and_out_again(fact_checker: User) -> None:
    one, two = counted(3), counted(9)
    decision = claims_differ(
        claim=one, other=two, aspects=["number"], actor=fact_checker, note=WHY, based_on=0
    )
    assert len(family_of(one, two)) == 1
    [relation] = claim_relations(one.pk)
    assert (relation.outcome, relation.aspects) == ("differs", ["number"])
    conflict = QueueReason.objects.filter(kind=QueueReason.Kind.CONFLICT, item__claim=one)
    assert conflict.exists()
    assert events_of(two)[-1] == "claim.differs"
    decision_undo(decision=decision, actor=fact_checker)
    assert family_of(one, two) == {None}
    assert claim_relations(one.pk) == []
    assert not conflict.exists()


def test_whoever_takes_a_claim_out_of_its_conflict_still_does_not_review_it_alone(
    fact_checker: User, settings: Any
) -> None:
    settings.SECOND_REVIEW = settings.SECOND_REVIEW | {"share": 0.0}
    one, two = counted(3), counted(9)
    held = lease_take(item=QueueItem.objects.get(claim=one), actor=fact_checker).item
    decision = claims_differ(
        claim=one, other=two, aspects=["number"], actor=fact_checker, note=WHY, based_on=0
    )
    decision_undo(decision=decision, actor=fact_checker)
    item = QueueItem.objects.get(pk=held.pk)
    assert (item.state, item.reviews_wanted) == (State.IN_REVIEW, 2)
    assert "conflict" in item.reviews_wanted_because


def test_families_become_one_and_are_told_apart_again(fact_checker: User) -> None:
    claims = [counted(number) for number in (3, 4, 8, 9)]
    for pair in (claims[:2], claims[2:]):
        Claim.objects.filter(pk__in=[each.pk for each in pair]).update(
            family=Family.objects.create()
        )
    before = [family_of(each) for each in claims]
    decision = claims_differ(
        claim=claims[0], other=claims[3], aspects=["number"], actor=fact_checker, note=WHY,
        based_on=0,
    )  # fmt: skip
    assert len(family_of(*claims)) == 1
    decision_undo(decision=decision, actor=fact_checker)
    assert [family_of(each) for each in claims] == before


def test_a_claim_that_is_taken_out_of_its_family_is_only_related(fact_checker: User) -> None:
    one, two, third = counted(3), counted(9), counted(5)
    Claim.objects.update(family=Family.objects.create())
    ClaimRelation.objects.create(
        lower=one, higher=two, outcome="differs", aspects=["number"], similarity=0.9
    )
    decision = claim_take_out(claim=two, other=one, actor=fact_checker, note=WHY, based_on=0)
    assert family_members(Claim.objects.get(pk=one.pk)) == [third]
    assert [each.outcome for each in claim_relations(two.pk)] == ["related"]
    decision_undo(decision=decision, actor=fact_checker)
    assert len(family_of(one, two, third)) == 1
    [relation] = claim_relations(two.pk)
    assert (relation.outcome, relation.aspects, relation.reasons) == ("differs", ["number"], [])


def test_what_people_said_last_stays_said_when_what_they_said_before_is_undone(
    fact_checker: User,
) -> None:
    one, two = counted(3), counted(9)
    both = [one.pk, two.pk]
    first = claims_differ(
        claim=one, other=two, aspects=["number"], actor=fact_checker, note=WHY, based_on=0
    )
    second = claim_take_out(
        claim=two, other=one, actor=fact_checker, note=WHY, based_on=claims_version(both)
    )
    decision_undo(decision=first, actor=fact_checker, note="Misread.")
    event = AuditEvent.objects.filter(action="claim.differs_undo").latest("id")
    assert (event.before["decision"], event.note) == (first.pk, "Misread.")
    assert [each.outcome for each in claim_relations(one.pk)] == ["related"]
    decision_undo(decision=second, actor=fact_checker)
    assert claim_relations(one.pk) == []
    with pytest.raises(InvalidInput, match="no text"):
        decision_undo(decision=second, actor=fact_checker, note="\x00")


def test_what_people_said_of_the_one_that_stands_outlives_the_merge_that_led_to_it(
    fact_checker: User,
) -> None:
    merged, standing, third = (counted(number) for number in (3, 4, 9))
    claims_differ(
        claim=merged, other=third, aspects=["number"], actor=fact_checker, note=WHY, based_on=0
    )
    version = claims_version([merged.pk, standing.pk])
    claim_merge(claim=merged, into=standing, actor=fact_checker, note=WHY, based_on=version)
    standing.refresh_from_db()
    version = claims_version([standing.pk, third.pk])
    said = claims_differ(
        claim=standing, other=third, aspects=["date"],
        actor=fact_checker, note=WHY, based_on=version,
    )  # fmt: skip
    claim_unmerge(claim=Claim.objects.get(pk=merged.pk), actor=fact_checker)
    assert ["date"] in [each.aspects for each in claim_relations(standing.pk)]
    decision_undo(decision=said, actor=fact_checker)
    assert claim_relations(standing.pk) == []


def test_a_family_is_no_matter_for_whoever_reviews_nothing(
    fact_checker: User, administrator: User
) -> None:
    one, two = counted(3), counted(9)
    with pytest.raises(NotAllowed):
        claims_differ(
            claim=one, other=two, aspects=["number"], actor=administrator, note=WHY, based_on=0
        )
    with pytest.raises(InvalidInput, match="in what"):
        claims_differ(
            claim=one, other=two, aspects=["mood"], actor=fact_checker, note=WHY, based_on=0
        )
    with pytest.raises(InvalidInput, match="not of one family"):
        claim_take_out(claim=one, other=two, actor=fact_checker, note=WHY, based_on=0)
    assert claims_version([one.pk, two.pk]) == 0
