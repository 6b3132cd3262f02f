"""An editor hands a verdict that was sent back to another author."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.contrib.auth.models import Group

from factcheck.accounts.models import User
from factcheck.accounts.roles import Role
from factcheck.errors import InvalidInput, NotAllowed, WrongState
from reviews.domain.recusal import Kind
from reviews.models import Handover, QueueItem, Verdict
from reviews.services.authorship import verdict_hand_over
from reviews.services.leases import lease_take, lease_take_next
from reviews.services.more_reviews import review_ask
from reviews.services.recusals import RecusalFrom, recusal_declare
from reviews.services.verdicts import verdict_resubmit, verdict_revise, verdict_send_back
from tests.audit import events_of
from tests.factories import make_person
from tests.walks import REVIEW, drafted_verdict, review, sign_off, text_of

WHY = "She is on leave until June."


@pytest.fixture
def sent_back(fact_checker: User, editor: User) -> Verdict:
    """Return a verdict that is back with its author."""
    draft = drafted_verdict(fact_checker)
    return verdict_send_back(verdict=draft, actor=editor, note="Which year?")


def test_the_new_author_goes_on_and_the_former_does_not(
    sent_back: Verdict, fact_checker: User, second_checker: User, editor: User
) -> None:
    verdict_hand_over(verdict=sent_back, actor=editor, author=second_checker, note=WHY)
    text = text_of(sent_back)
    with pytest.raises(NotAllowed):
        verdict_revise(verdict=sent_back, actor=fact_checker, text=text, based_on=0)
    verdict_revise(verdict=sent_back, actor=second_checker, text=text, based_on=0)
    verdict_resubmit(verdict=sent_back, actor=second_checker)
    kept = Handover.objects.get()
    assert (kept.former, kept.author, kept.by, kept.note) == (
        fact_checker, second_checker, editor, WHY,
    )  # fmt: skip
    assert "verdict.hand_over" in events_of(sent_back)


def test_nobody_who_ever_wrote_it_approves_it(
    sent_back: Verdict, editor: User, second_editor: User
) -> None:
    third = make_person(Role.FACT_CHECKER)
    verdict_hand_over(verdict=sent_back, actor=editor, author=second_editor, note=WHY)
    verdict_hand_over(verdict=sent_back, actor=editor, author=third, note=WHY)
    verdict_resubmit(verdict=sent_back, actor=third)
    with pytest.raises(NotAllowed) as refusal:
        sign_off(sent_back, second_editor)
    assert refusal.value.code == "is_not_author"
    assert sign_off(sent_back, editor).approver == editor


@pytest.fixture
def asked_again(sent_back: Verdict, second_checker: User, editor: User) -> QueueItem:
    """Return an item that waits for a second review; `second_checker` wrote its draft."""
    verdict_hand_over(verdict=sent_back, actor=editor, author=second_checker, note=WHY)
    verdict_resubmit(verdict=sent_back, actor=second_checker)
    return review_ask(item=sent_back.item, actor=editor, note="A minister is quoted.")


def test_whoever_it_was_handed_to_does_not_review_it_too(
    asked_again: QueueItem, second_checker: User, second_editor: User
) -> None:
    with pytest.raises(NotAllowed) as refusal:
        lease_take(item=asked_again, actor=second_checker)
    assert refusal.value.code == "is_not_author"
    assert lease_take_next(actor=second_checker) is None
    given = lease_take_next(actor=second_editor)
    assert given is not None
    assert given.item == asked_again


def test_nor_decides_between_the_reviews_or_on_what_comes_of_it(
    asked_again: QueueItem, second_checker: User, second_editor: User
) -> None:
    review(asked_again, second_editor, replace(REVIEW, rating="true"))
    with pytest.raises(NotAllowed) as refusal:
        lease_take(item=asked_again, actor=second_checker)
    assert refusal.value.code == "is_not_author"
    assert lease_take_next(actor=second_checker) is None
    review(asked_again, make_person(Role.FACT_CHECKER))  # whose words the verdict has from now on
    second_checker.groups.add(Group.objects.get(name=Role.EDITOR))
    with pytest.raises(NotAllowed) as refusal:
        sign_off(asked_again.verdict, User.objects.get(pk=second_checker.pk))
    assert refusal.value.code == "is_not_author"


def test_it_goes_to_somebody_else_who_reviews_and_is_not_recused(
    sent_back: Verdict, fact_checker: User, second_checker: User, editor: User, administrator: User
) -> None:
    what = RecusalFrom(Kind.WORD, text="containers")
    recusal_declare(actor=editor, person=second_checker, what=what, reason="A cousin.")
    for author in (fact_checker, second_checker, administrator):
        with pytest.raises(InvalidInput) as refusal:
            verdict_hand_over(verdict=sent_back, actor=editor, author=author, note=WHY)
        assert refusal.value.field == "author"
    assert not Handover.objects.exists()


def test_it_takes_an_editor_a_reason_and_a_verdict_that_was_sent_back(
    sent_back: Verdict, fact_checker: User, second_checker: User, editor: User
) -> None:
    with pytest.raises(NotAllowed):
        verdict_hand_over(verdict=sent_back, actor=fact_checker, author=second_checker, note=WHY)
    with pytest.raises(WrongState) as refusal:
        verdict_hand_over(verdict=sent_back, actor=editor, author=second_checker, note=" ")
    assert refusal.value.code == "gives_note"
    waiting = drafted_verdict(fact_checker)
    with pytest.raises(WrongState) as refusal:
        verdict_hand_over(verdict=waiting, actor=editor, author=second_checker, note=WHY)
    assert refusal.value.code == "wrong_state"
