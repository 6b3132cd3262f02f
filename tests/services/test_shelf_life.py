"""A published verdict comes back to the queue on its day, once, and stays published meanwhile."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from django.utils import timezone

from factcheck.accounts.models import User
from factcheck.errors import InvalidInput, WrongState
from reviews.domain.states import State
from reviews.models import QueueItem, QueueReason, Verdict, VerdictStatus
from reviews.selectors.claim_items import is_looked_at_again
from reviews.selectors.contents import verdict_hash
from reviews.services.corrections import item_reopen, verdict_retract
from reviews.services.dismissals import item_dismiss
from reviews.services.shelf_life import verdicts_expire
from reviews.services.sign_offs import Terms, verdict_sign_off
from reviews.services.verdicts import verdict_publish, verdict_revise
from tests.audit import assert_chain_is_intact, events_of
from tests.walks import ONE_ORIGIN, drafted_verdict, published_verdict, sign_off, text_of

DAY = datetime.timedelta(days=1)


def over(author: User, editor: User) -> Verdict:
    """Return a published verdict whose day has come."""
    verdict = published_verdict(author, editor)
    Verdict.objects.filter(pk=verdict.pk).update(review_by=timezone.localdate())
    return Verdict.objects.get(pk=verdict.pk)


def items_of(verdict: Verdict) -> list[QueueItem]:
    return list(QueueItem.objects.filter(claim=verdict.claim_id).order_by("id"))


def test_a_verdict_comes_back_on_its_day_and_says_why(fact_checker: User, editor: User) -> None:
    verdict = over(fact_checker, editor)
    assert verdicts_expire() == 1
    closed, again = items_of(verdict)
    assert (closed.state, again.state) == (State.PUBLISHED, State.REOPENED)
    assert verdict.review_by is not None
    reason = again.reasons.get(kind=QueueReason.Kind.SHELF_LIFE)
    assert reason.detail == {"review_by": verdict.review_by.isoformat()}
    assert again.moves.get().by is None
    assert events_of(again) == ["item.expire"]
    assert_chain_is_intact()


def test_it_stays_published_and_says_that_it_is_looked_at_again(
    fact_checker: User, editor: User
) -> None:
    verdict = over(fact_checker, editor)
    assert not is_looked_at_again(verdict)
    verdicts_expire()
    assert Verdict.objects.get(pk=verdict.pk).status == VerdictStatus.PUBLISHED
    assert is_looked_at_again(verdict)


def test_it_comes_back_once(fact_checker: User, editor: User) -> None:
    verdict = over(fact_checker, editor)
    assert [verdicts_expire(), verdicts_expire()] == [1, 0]
    item_dismiss(item=items_of(verdict)[-1], actor=editor, note="Nothing new.")
    assert verdicts_expire() == 0
    assert len(items_of(verdict)) == 2


def test_what_is_not_over_reopened_already_or_retracted_is_left_alone(
    fact_checker: User, editor: User
) -> None:
    published_verdict(fact_checker, editor)
    opened, withdrawn = over(fact_checker, editor), over(fact_checker, editor)
    item_reopen(item=opened.item, actor=editor, note="A new table.")
    verdict_retract(verdict=withdrawn, actor=editor, note="Misread.")
    assert verdicts_expire() == 0


def test_the_day_follows_from_the_rating(fact_checker: User, editor: User) -> None:
    draft = drafted_verdict(fact_checker)
    today = timezone.localdate()
    assert sign_off(draft, editor).review_by == today + 365 * DAY
    text = replace(text_of(draft), rating="unproven")
    verdict_revise(verdict=draft, actor=fact_checker, text=text, based_on=0)
    assert sign_off(draft, editor).review_by == today + 90 * DAY


def test_the_approver_may_choose_another_day(fact_checker: User, editor: User) -> None:
    draft = drafted_verdict(fact_checker)
    soon = timezone.localdate() + DAY
    signed = verdict_sign_off(
        verdict=draft, actor=editor, seen_hash=verdict_hash(draft), terms=Terms(soon, ONE_ORIGIN)
    )
    assert verdict_publish(verdict=signed, actor=editor).review_by == soon


@pytest.mark.parametrize("days", [0, -1, 3654])
def test_a_day_that_makes_no_sense_is_refused(fact_checker: User, editor: User, days: int) -> None:
    draft = drafted_verdict(fact_checker)
    terms = Terms(timezone.localdate() + days * DAY, ONE_ORIGIN)
    with pytest.raises(InvalidInput) as refusal:
        verdict_sign_off(verdict=draft, actor=editor, seen_hash=verdict_hash(draft), terms=terms)
    assert refusal.value.field == "review_by"


def test_evidence_of_one_origin_takes_a_written_reason(fact_checker: User, editor: User) -> None:
    draft = drafted_verdict(fact_checker)
    seen = verdict_hash(draft)
    with pytest.raises(WrongState) as refusal:
        verdict_sign_off(
            verdict=draft, actor=editor, seen_hash=seen, terms=Terms(one_origin_reason=" ")
        )
    assert refusal.value.code == "origins_are_enough"
    signed = verdict_sign_off(
        verdict=draft, actor=editor, seen_hash=seen, terms=Terms(one_origin_reason=ONE_ORIGIN)
    )
    assert signed.one_origin_reason == ONE_ORIGIN
