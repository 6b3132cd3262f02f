"""Appearances that people put elsewhere: into a claim of their own, or into another one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claims.models import Appearance, Claim, ClaimDecision
from claims.selectors.decisions import claims_version
from factcheck.accounts.models import User
from factcheck.errors import DeskError, InvalidInput, NotAllowed, Stale, WrongState
from reviews.domain.states import State
from reviews.models import QueueItem
from reviews.services.decisions import decision_undo
from reviews.services.dismissals import item_dismiss
from reviews.services.leases import lease_take
from reviews.services.merging import claim_merge
from reviews.services.splitting import appearance_move, claim_split
from tests.audit import assert_chain_is_intact, events_of
from tests.factories import make_appearance, make_article, make_item, make_version
from tests.placings import arrive, made_in, state_of, waiting
from tests.walks import published_verdict

WHY = "That one is about June."
IN_JUNE = "Ten boats sank in June."
VERBATIM = "The pilots say that the ferry was overloaded by forty tonnes."


def with_another(item: QueueItem, saying: str = IN_JUNE) -> Appearance:
    """Return what another article says, which the matcher took for the claim of `item`."""
    article = make_article(f"Elsewhere. {saying}", outlet="Evening Lighthouse")
    made = make_appearance(item.claim, article=article, start=11, end=11 + len(saying))
    reasons = [{"signal": "similarity", "weight": 2.0, "left": "", "right": ""}]
    Appearance.objects.filter(pk=made.pk).update(match_similarity=0.93, match_reasons=reasons)
    return Appearance.objects.get(pk=made.pk)


def split(made: Appearance, actor: User, note: str = WHY) -> ClaimDecision:
    assert made.claim is not None
    return claim_split(
        claim=made.claim,
        appearances=[made.pk],
        actor=actor,
        note=note,
        based_on=claims_version([made.claim.pk]),
    )


def move(made: Appearance, to: QueueItem, actor: User) -> ClaimDecision:
    both = [made.claim_id or 0, to.claim_id]
    return appearance_move(
        appearance=made, to=to.claim, actor=actor, note=WHY, based_on=claims_version(both)
    )


def test_a_split_makes_a_claim_in_the_words_of_the_appearance(fact_checker: User) -> None:
    item = waiting()
    made = with_another(item)
    again = make_appearance(item.claim, article=made.article, start=0, end=9)
    Appearance.objects.filter(pk=again.pk).update(repeats=made)
    decision = split(made, fact_checker)
    own = decision.other
    assert (own.text, made_in(QueueItem.objects.get(claim=own))) == (IN_JUNE, {made.pk, again.pk})
    assert QueueItem.objects.get(claim=own).state == State.QUEUED
    assert Appearance.objects.get(pk=made.pk).match_reasons == []
    assert events_of(own)[-1] == events_of(item.claim)[-1] == "claim.split"
    assert_chain_is_intact()


def test_undoing_a_split_merges_the_two_and_that_can_be_undone(fact_checker: User) -> None:
    item = waiting()
    made = with_another(item)
    decision = split(made, fact_checker)
    merged = decision_undo(decision=decision, actor=fact_checker)
    assert made.pk in made_in(item)
    assert state_of(QueueItem.objects.get(claim=decision.other)) == State.MERGED
    decision_undo(decision=merged, actor=fact_checker)
    assert Appearance.objects.get(pk=made.pk).claim == decision.other


def test_an_appearance_that_was_moved_goes_back_with_its_reasons(fact_checker: User) -> None:
    item, other = waiting(), waiting("Boats sink in June, ten of them.")
    made = with_another(item)
    decision = move(made, other, fact_checker)
    moved = Appearance.objects.get(pk=made.pk)
    assert (moved.claim, moved.match_similarity) == (other.claim, None)
    assert [each["signal"] for each in moved.match_reasons] == ["by_people"]
    decision_undo(decision=decision, actor=fact_checker)
    back = Appearance.objects.get(pk=made.pk)
    assert (back.claim, back.match_similarity) == (item.claim, 0.93)
    assert back.match_reasons == made.match_reasons
    with pytest.raises(WrongState, match="undone already"):
        decision_undo(decision=decision, actor=fact_checker)


def test_nothing_goes_back_to_where_nobody_waits_for_it(fact_checker: User) -> None:
    here, there = waiting(), waiting("The pier is closed.", "Evening Lighthouse")
    decision = move(with_another(here), there, fact_checker)
    item_dismiss(item=here, actor=fact_checker, note="An opinion.")
    with pytest.raises(WrongState) as refusal:
        decision_undo(decision=decision, actor=fact_checker)
    assert refusal.value.code == "other_put_aside"


def test_what_was_moved_on_since_stays_where_people_put_it_last(fact_checker: User) -> None:
    item, other, third = waiting(), waiting("June: ten boats."), waiting("Ten sank, in June.")
    made = with_another(item)
    first = move(made, other, fact_checker)
    move(Appearance.objects.get(pk=made.pk), third, fact_checker)
    decision_undo(decision=first, actor=fact_checker)
    assert Appearance.objects.get(pk=made.pk).claim == third.claim


def test_the_matcher_does_not_join_again_what_people_split(fact_checker: User) -> None:
    first = arrive(VERBATIM)
    item = make_item(first.claim)
    second = arrive(VERBATIM)
    assert second.claim_id == first.claim_id
    decision = split(second, fact_checker)
    assert arrive(VERBATIM.upper()).claim_id == decision.other_id
    version = make_version(second.article, f"Again today, at noon. {VERBATIM}")
    assert arrive(VERBATIM, version).claim_id == decision.other_id
    decision_undo(decision=decision, actor=fact_checker)
    assert arrive(VERBATIM).claim_id == item.claim_id


def test_a_claim_keeps_the_words_it_is_in(fact_checker: User) -> None:
    item, other = waiting(), waiting(IN_JUNE)
    with_another(item)
    [first] = Appearance.objects.filter(claim=item.claim, text=item.claim.text)
    with pytest.raises(WrongState, match="in the words") as refusal:
        split(first, fact_checker)
    with pytest.raises(WrongState, match="in the words"):
        move(first, other, fact_checker)
    assert refusal.value.code == "keeps_words"
    with_another(item, item.claim.text)
    assert move(first, other, fact_checker).other == other.claim


def test_a_claim_that_loses_an_appearance_keeps_what_comes_in_its_own_words(
    fact_checker: User,
) -> None:
    first = arrive(VERBATIM)
    item, other = make_item(first.claim), waiting(IN_JUNE)
    move(arrive(VERBATIM), other, fact_checker)
    assert arrive(VERBATIM).claim_id == item.claim_id


def dismissed(people: list[User], item: QueueItem, to: QueueItem) -> None:
    item_dismiss(item=to, actor=people[0], note="An opinion.")


def published(people: list[User], item: QueueItem, to: QueueItem) -> None:
    published_verdict(people[0], people[1], to)


def held_by_another(people: list[User], item: QueueItem, to: QueueItem) -> None:
    lease_take(item=item, actor=people[1])


@pytest.mark.parametrize(
    ("befall", "kind", "code"),
    [
        (dismissed, WrongState, "other_put_aside"),
        (published, NotAllowed, "joins_published"),
        (held_by_another, WrongState, "is_free"),
    ],
)
def test_an_appearance_is_not_moved_where_or_while_a_rule_forbids_it(
    befall: Callable[[list[User], QueueItem, QueueItem], None],
    kind: type[DeskError],
    code: str,
    fact_checker: User,
    editor: User,
) -> None:
    item, other = waiting(), waiting("Nine boats sank in June.")
    made = with_another(item)
    befall([fact_checker, editor], item, other)
    with pytest.raises(kind) as refusal:
        move(made, other, fact_checker)
    assert refusal.value.code == code
    assert Appearance.objects.get(pk=made.pk).claim == item.claim


def test_what_may_not_be_moved_stays(fact_checker: User, editor: User, administrator: User) -> None:
    item, other = waiting(), waiting(IN_JUNE)
    made = with_another(item)
    with pytest.raises(InvalidInput, match="reason"):
        split(made, fact_checker, note=" ")
    with pytest.raises(NotAllowed, match="role"):
        split(made, administrator)
    with pytest.raises(Stale):
        claim_split(
            claim=item.claim, appearances=[made.pk], actor=editor, note=WHY, based_on=9
        )  # fmt: skip
    with pytest.raises(InvalidInput, match="of this claim"):
        claim_split(claim=other.claim, appearances=[made.pk], actor=editor, note=WHY, based_on=0)
    published_verdict(fact_checker, editor, item)
    with pytest.raises(NotAllowed, match="published"):
        move(made, other, fact_checker)
    claim_merge(
        claim=other.claim, into=waiting("June!").claim, actor=editor, note=WHY, based_on=0
    )  # fmt: skip
    with pytest.raises(WrongState, match="merged into another"):
        move(made, other, editor)
    assert Appearance.objects.get(pk=made.pk).claim == item.claim
    assert Claim.objects.count() == 3
