"""An editor asks for one review more, before or after the first are in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.accounts.models import User
from factcheck.accounts.roles import Role
from factcheck.errors import NotAllowed, WrongState
from reviews.domain.policy import BY_HAND
from reviews.domain.states import State
from reviews.models import QueueItem, Verdict
from reviews.selectors.agreement import Period, agreement_of
from reviews.selectors.reviews import reviews_visible_to
from reviews.services.more_reviews import review_ask
from tests.audit import events_of
from tests.factories import make_item, make_person
from tests.walks import REVIEW, drafted_verdict, review, sign_off

WHY = "A minister is quoted."
OTHER = replace(REVIEW, rating="true")


def stored(item: QueueItem) -> QueueItem:
    return QueueItem.objects.get(pk=item.pk)


def test_a_claim_that_waits_gets_a_second_review(
    fact_checker: User, second_checker: User, editor: User
) -> None:
    item = review_ask(item=make_item(), actor=editor, note=WHY)
    assert (item.reviews_wanted, item.reviews_wanted_because) == (2, [BY_HAND])
    assert events_of(item) == ["item.ask_review"]
    review(item, fact_checker)
    assert stored(item).state == State.SECOND_REVIEW
    review(item, second_checker)
    assert stored(item).state == State.SIGN_OFF


def test_three_reviews_are_awaited_and_a_difference_adjudicated_then(
    fact_checker: User, second_checker: User, editor: User
) -> None:
    item = make_item(reviews_wanted=2)
    review(item, fact_checker)
    review_ask(item=item, actor=editor, note=WHY)
    review(item, second_checker, OTHER)
    assert stored(item).state == State.SECOND_REVIEW
    assert [each.reviewer for each in reviews_visible_to(stored(item), second_checker)] == [
        second_checker
    ]
    review(item, make_person(Role.FACT_CHECKER))
    assert stored(item).state == State.ADJUDICATION


def test_from_sign_off_the_claim_goes_back_and_the_sign_off_is_void(
    fact_checker: User, second_checker: User, editor: User, second_editor: User
) -> None:
    verdict = sign_off(drafted_verdict(fact_checker), editor)
    item = review_ask(item=verdict.item, actor=second_editor, note=WHY)
    assert (item.state, item.reviews_wanted) == (State.SECOND_REVIEW, 2)
    assert Verdict.objects.get(pk=verdict.pk).approver is None
    assert not reviews_visible_to(item, second_checker).exists()
    review(item, second_checker)
    again = Verdict.objects.get(item=item)
    assert (again.pk, again.author, stored(item).state) == (
        verdict.pk, fact_checker, State.SIGN_OFF,
    )  # fmt: skip


def test_a_review_after_sign_off_that_differs_is_adjudicated_and_words_the_draft_anew(
    fact_checker: User, second_checker: User, editor: User, second_editor: User
) -> None:
    verdict = drafted_verdict(fact_checker)
    review_ask(item=verdict.item, actor=editor, note=WHY)
    review(verdict.item, second_checker, OTHER)
    assert stored(verdict.item).state == State.ADJUDICATION
    review(verdict.item, second_editor, OTHER)
    again = Verdict.objects.get(item=verdict.item)
    assert (again.author, again.rating.slug, again.revision) == (second_editor, "true", 1)


def test_what_was_asked_for_at_sign_off_counts_in_no_figure_of_agreement(
    fact_checker: User, second_checker: User, editor: User
) -> None:
    verdict = drafted_verdict(fact_checker)
    review_ask(item=verdict.item, actor=editor, note=WHY)
    review(verdict.item, second_checker)
    blind = make_item(reviews_wanted=2)
    review(blind, fact_checker)
    review(blind, second_checker)
    assert agreement_of(Period()).claims == 1


def test_it_takes_an_editor_and_a_reason_and_ends_at_three(
    fact_checker: User, editor: User
) -> None:
    item = make_item()
    with pytest.raises(NotAllowed):
        review_ask(item=item, actor=fact_checker, note=WHY)
    with pytest.raises(WrongState) as refusal:
        review_ask(item=item, actor=editor, note="")
    assert refusal.value.code == "gives_note"
    review_ask(item=item, actor=editor, note=WHY)
    review_ask(item=item, actor=editor, note=WHY)
    with pytest.raises(WrongState) as refusal:
        review_ask(item=item, actor=editor, note=WHY)
    assert refusal.value.code == "can_have_more_reviews"
