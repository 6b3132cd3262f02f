"""Claims that people merge, and take out again: nothing is lost, and nothing is brought back."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from django.utils import timezone

from claims.extraction.types import Quantity, Span
from claims.models import (
    Appearance,
    Claim,
    ClaimDecision,
    ClaimRelation,
    Family,
)
from claims.models.values import quantity_rows
from claims.selectors.decisions import claim_decisions, claims_version
from claims.selectors.disputes import claim_dispute
from claims.selectors.sightings import claim_sightings
from factcheck.accounts.models import User
from factcheck.errors import DeskError, InvalidInput, NotAllowed, Stale, WrongState
from reviews.domain.policy import BY_HAND
from reviews.domain.recusal import Kind
from reviews.domain.states import State
from reviews.models import Lease, QueueItem, QueueReason
from reviews.services.corrections import item_reopen, verdict_retract
from reviews.services.decisions import decision_undo
from reviews.services.dismissals import item_dismiss
from reviews.services.leases import lease_take
from reviews.services.merging import claim_merge, claim_unmerge
from reviews.services.more_reviews import review_ask
from reviews.services.recusals import RecusalFrom, recusal_declare
from reviews.services.splitting import claim_split
from tests.audit import assert_chain_is_intact, events_of
from tests.factories import make_appearance, make_article, make_item
from tests.placings import SAYING, arrive, made_in, state_of, waiting
from tests.walks import published_verdict, review

WHY = "Both say how many boats sank in May."
OTHER_SAYING = "The harbour office counted ten boats that sank in May."


def merge(one: QueueItem, other: QueueItem, actor: User, note: str = WHY) -> ClaimDecision:
    both = [one.claim_id, other.claim_id]
    return claim_merge(
        claim=Claim.objects.get(pk=one.claim_id),
        into=Claim.objects.get(pk=other.claim_id),
        actor=actor,
        note=note,
        based_on=claims_version(both),
    )


def as_it_is() -> object:
    """Return all that merging changes, to be compared with what undoing leaves."""
    told = Appearance.objects.order_by("pk").values_list(
        "pk", "claim", "match_similarity", "match_reasons"
    )
    claims = Claim.objects.order_by("pk").values_list("pk", "merged_into", "family")
    relations = ClaimRelation.objects.order_by("pk").values_list("lower", "higher", "outcome")
    items = QueueItem.objects.order_by("pk").values_list("pk", "state", "priority", "snoozed_until")
    reasons = QueueReason.objects.order_by("item", "kind").values_list("item", "kind")
    return [list(rows) for rows in (told, claims, relations, items, reasons)]


def test_a_merged_claim_goes_on_as_the_other_one(fact_checker: User) -> None:
    one, other = waiting(), waiting(OTHER_SAYING, "Evening Lighthouse")
    came = made_in(one)
    decision = merge(one, other, fact_checker)
    assert state_of(one) == State.MERGED
    assert (made_in(one), made_in(other) >= came) == (set(), True)
    assert Claim.objects.get(pk=one.claim_id).merged_into_id == other.claim_id
    assert len(claim_sightings([one.claim_id])[one.claim_id]) == 2  # an open alert counts on
    reach = QueueItem.objects.get(pk=other.pk).reasons.get(kind=QueueReason.Kind.REACH)
    assert reach.detail["outlets"] == 2
    [shown] = claim_decisions(other.claim)
    assert (shown, shown.note, shown.by) == (decision, WHY, fact_checker)
    assert events_of(one.claim)[-1] == events_of(other.claim)[-1] == "claim.merge"
    assert_chain_is_intact()


def test_undoing_a_merge_leaves_all_as_it_was_but_what_came_since(fact_checker: User) -> None:
    one, other, third = waiting(), waiting(OTHER_SAYING, "Lighthouse"), waiting("Nine sank.")
    later = timezone.now() + datetime.timedelta(days=2)
    QueueItem.objects.filter(pk=one.pk).update(snoozed_until=later)
    Claim.objects.filter(pk__in=[one.claim_id, third.claim_id]).update(
        family=Family.objects.create()
    )
    lower, higher = sorted((one.claim_id, third.claim_id))
    ClaimRelation.objects.create(
        lower_id=lower, higher_id=higher, outcome="differs", aspects=["number"], similarity=0.9
    )
    first = merge(one, other, fact_checker)  # weighs all of them
    decision_undo(decision=first, actor=fact_checker)
    before = as_it_is()
    again = merge(one, other, fact_checker)
    kin = Claim.objects.get(pk=other.claim_id)
    assert kin.family_id == Claim.objects.get(pk=third.claim_id).family_id
    assert ClaimRelation.objects.filter(higher=third.claim_id, lower=other.claim_id).exists()
    late = make_article(f"Late. {SAYING}", outlet="Lighthouse")
    new = make_appearance(kin, article=late, start=6, end=30)
    review(other, fact_checker)
    decision_undo(decision=again, actor=fact_checker)
    assert new.pk in made_in(other)
    Appearance.objects.filter(pk=new.pk).delete()
    QueueItem.objects.filter(pk=other.pk).update(state=State.QUEUED)
    assert as_it_is() == before
    with pytest.raises(WrongState, match="undone already"):
        decision_undo(decision=ClaimDecision.objects.get(pk=again.pk), actor=fact_checker)


def test_what_was_merged_before_comes_along_and_goes_back_alone(fact_checker: User) -> None:
    a, b, c = waiting("Ten sank."), waiting("Ten boats sank."), waiting("Ten ferries sank.")
    of_a, of_b, of_c = made_in(a), made_in(b), made_in(c)
    merge(a, b, fact_checker)
    merge(b, c, fact_checker)
    assert Claim.objects.get(pk=a.claim_id).merged_into_id == c.claim_id
    assert made_in(c) == of_a | of_b | of_c
    claim_unmerge(claim=a.claim, actor=fact_checker)
    assert (made_in(a), made_in(c)) == (of_a, of_b | of_c)
    claim_unmerge(claim=b.claim, actor=fact_checker)
    assert (made_in(a), made_in(b), made_in(c)) == (of_a, of_b, of_c)
    merge(a, b, fact_checker)
    merge(b, c, fact_checker)
    claim_unmerge(claim=b.claim, actor=fact_checker)
    assert (made_in(b), made_in(c)) == (of_a | of_b, of_c)
    assert Claim.objects.get(pk=a.claim_id).merged_into_id == b.claim_id


def test_undoing_a_merge_that_was_undone_meanwhile_leaves_the_new_one(fact_checker: User) -> None:
    a, b = waiting("Ten sank."), waiting("Ten boats sank.")
    seen = merge(a, b, fact_checker)
    claim_unmerge(claim=a.claim, actor=fact_checker)
    merge(a, b, fact_checker)
    with pytest.raises(WrongState) as refusal:
        decision_undo(decision=seen, actor=fact_checker)  # as it was when the page was shown
    assert refusal.value.code == "undone"
    assert Claim.objects.get(pk=a.claim_id).merged_into_id == b.claim_id


def test_what_was_taken_out_and_merged_anew_stays_there_when_the_way_it_went_first_is_undone(
    fact_checker: User,
) -> None:
    a, b, c = waiting("Ten sank."), waiting("Ten boats sank."), waiting("Ten ferries sank.")
    of_a, of_b, of_c = made_in(a), made_in(b), made_in(c)
    merge(a, b, fact_checker)
    merge(b, c, fact_checker)
    claim_unmerge(claim=a.claim, actor=fact_checker)
    merge(a, c, fact_checker)
    claim_unmerge(claim=b.claim, actor=fact_checker)
    assert (made_in(b), made_in(c)) == (of_b, of_a | of_c)
    claim_unmerge(claim=a.claim, actor=fact_checker)
    assert (made_in(a), made_in(b), made_in(c)) == (of_a, of_b, of_c)


def test_a_review_that_an_editor_asked_for_is_not_merged_away(
    fact_checker: User, editor: User
) -> None:
    one, other = waiting(), waiting(OTHER_SAYING)
    review_ask(item=one, actor=editor, note="A minister is quoted.")
    lease_take(item=other, actor=fact_checker)
    merge(one, other, fact_checker)
    wanted = QueueItem.objects.get(pk=other.pk)
    assert (wanted.reviews_wanted, BY_HAND in wanted.reviews_wanted_because) == (2, True)


def test_the_words_of_a_merged_claim_lead_to_the_one_that_stands(fact_checker: User) -> None:
    made = arrive(SAYING).claim
    assert made is not None
    one = make_item(made)
    other = waiting("Boats: ten.")
    merge(one, other, fact_checker)
    assert arrive(SAYING).claim_id == other.claim_id  # verbatim
    assert arrive(SAYING.replace("counted", "has counted")).claim_id == other.claim_id
    claim_unmerge(claim=one.claim, actor=fact_checker)
    assert arrive(SAYING).claim_id == one.claim_id


def test_the_holder_alone_merges_what_is_being_reviewed(fact_checker: User, editor: User) -> None:
    one, other = waiting(), waiting(OTHER_SAYING)
    lease_take(item=one, actor=fact_checker)
    with pytest.raises(WrongState, match="do not hold"):
        merge(one, other, editor)
    merge(one, other, fact_checker)
    assert Lease.objects.get(item=one).end == "merged"
    claim_unmerge(claim=one.claim, actor=editor)
    assert state_of(one) == State.QUEUED


def test_a_claim_whose_verdict_was_retracted_waits_as_reopened_after_undoing(
    fact_checker: User, editor: User
) -> None:
    verdict = published_verdict(fact_checker, editor, waiting())
    verdict_retract(verdict=verdict, actor=editor, note="Misread.")
    again, other = (
        item_reopen(item=verdict.item, actor=editor, note="Read it again."), waiting(OTHER_SAYING)
    )  # fmt: skip
    merge(again, other, fact_checker)
    claim_unmerge(claim=again.claim, actor=fact_checker)
    assert state_of(again) == State.REOPENED


def reviewed(people: list[User]) -> tuple[QueueItem, QueueItem]:
    one = waiting()
    QueueItem.objects.filter(pk=one.pk).update(reviews_wanted=2)
    review(one, people[0])
    return one, waiting(OTHER_SAYING)


def published_again(people: list[User]) -> tuple[QueueItem, QueueItem]:
    verdict = published_verdict(people[0], people[1], waiting())
    return item_reopen(item=verdict.item, actor=people[1], note="New."), waiting(OTHER_SAYING)


def into_a_dismissed_one(people: list[User]) -> tuple[QueueItem, QueueItem]:
    other = waiting(OTHER_SAYING)
    item_dismiss(item=other, actor=people[0], note="An opinion.")
    return waiting(), other


def into_a_merged_one(people: list[User]) -> tuple[QueueItem, QueueItem]:
    one, other = waiting(), waiting(OTHER_SAYING)
    merge(other, waiting("Ten."), people[0])
    return one, other


def recused_from_the_other(people: list[User]) -> tuple[QueueItem, QueueItem]:
    one, other = waiting(), waiting("The mayor sank ten boats.")
    what = RecusalFrom(Kind.WORD, text="mayor")
    recusal_declare(actor=people[0], person=people[0], what=what, reason="My uncle.")
    return one, other


def into_a_published_one(people: list[User]) -> tuple[QueueItem, QueueItem]:
    verdict = published_verdict(people[0], people[1], waiting(OTHER_SAYING))
    return waiting(), verdict.item


def into_itself(people: list[User]) -> tuple[QueueItem, QueueItem]:
    one = waiting()
    return one, one


@pytest.mark.parametrize(
    ("scene", "kind", "code"),
    [
        (reviewed, WrongState, "wrong_state"),
        (published_again, WrongState, "is_unjudged"),
        (into_a_dismissed_one, WrongState, "other_put_aside"),
        (into_a_merged_one, WrongState, "other_stands"),
        (recused_from_the_other, NotAllowed, "is_not_recused"),
        (into_a_published_one, NotAllowed, "joins_published"),
        (into_itself, InvalidInput, "invalid"),
    ],
)
def test_a_merge_is_refused_by_a_rule_and_changes_nothing(
    scene: Callable[[list[User]], tuple[QueueItem, QueueItem]],
    kind: type[DeskError],
    code: str,
    fact_checker: User,
    editor: User,
) -> None:
    one, other = scene([fact_checker, editor])
    before = as_it_is()
    with pytest.raises(kind) as refusal:
        merge(one, other, fact_checker)
    assert refusal.value.code == code
    assert as_it_is() == before


def test_a_merge_based_on_an_older_look_is_refused_with_what_was_typed(fact_checker: User) -> None:
    one, other = waiting(), waiting(OTHER_SAYING)
    claim_unmerge(claim=merge(one, other, fact_checker).claim, actor=fact_checker)
    with pytest.raises(Stale) as refusal:
        claim_merge(
            claim=one.claim, into=other.claim, actor=fact_checker, note=WHY, based_on=0
        )  # fmt: skip
    assert (refusal.value.current, refusal.value.typed["note"]) == ({"version": 2}, WHY)
    assert state_of(one) == State.QUEUED


def test_only_an_editor_takes_out_of_a_published_claim_what_was_merged_into_it(
    fact_checker: User, editor: User
) -> None:
    one, other = waiting(), waiting(OTHER_SAYING)
    merge(one, other, fact_checker)
    QueueItem.objects.filter(pk=other.pk).update(reviews_wanted=1)
    published_verdict(fact_checker, editor, other)
    with pytest.raises(NotAllowed, match="published"):
        claim_unmerge(claim=one.claim, actor=fact_checker)
    claim_unmerge(claim=one.claim, actor=editor)
    assert state_of(one) == State.QUEUED


def of_boats(number: int, outlet: str) -> QueueItem:
    item = waiting(f"{number} boats sank in May, {outlet} counted.", outlet)
    figures = quantity_rows([Quantity(Span(0, 7), number, "boats")])
    Claim.objects.filter(pk=item.claim_id).update(quantities=figures)
    Appearance.objects.filter(claim=item.claim_id).update(quantities=figures)
    return item


def told_of(item: QueueItem) -> tuple[int, list[tuple[str, float]]]:
    """Return the points for differing figures, and who says which."""
    points = QueueItem.objects.get(pk=item.pk).priority_points.get("conflict", 0)
    reason = item.reasons.filter(kind=QueueReason.Kind.CONFLICT).first()
    sides = reason.detail["sides"] if reason else []
    return points, [(side["outlet"], side["value"]) for side in sides]


def test_figures_that_differ_within_a_merged_claim_are_a_conflict_while_it_is_merged(
    fact_checker: User,
) -> None:
    vague, ten, twelve = waiting(), of_boats(10, "Gazette"), of_boats(12, "Lighthouse")
    merge(ten, vague, fact_checker)
    assert told_of(vague) == (0, [])
    merged = merge(twelve, vague, fact_checker)
    assert told_of(vague) == (20, [("Gazette", 10), ("Lighthouse", 12)])
    found = claim_dispute(vague.claim)
    assert found is not None
    assert [each.who for each in found.values] == [("Gazette",), ("Lighthouse",)]
    decision_undo(decision=merged, actor=fact_checker)
    assert told_of(vague) == (0, [])
    merge(twelve, vague, fact_checker)
    [taken] = Appearance.objects.filter(claim=vague.claim, text__startswith="12")
    claim_split(
        claim=vague.claim, appearances=[taken.pk], actor=fact_checker, note=WHY,
        based_on=claims_version([vague.claim_id]),
    )  # fmt: skip
    assert told_of(vague) == (0, [])
