"""A review taken back right after it was handed in: by its writer, before anybody acted on it."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from django.utils import timezone

from factcheck.accounts.models import User
from factcheck.audit.models import AuditEvent
from factcheck.errors import DeskError, WrongState
from reviews.domain.states import State
from reviews.models import QueueItem, QueueMove, Review, ReviewStatus, Verdict
from reviews.selectors.situations import may_withdraw
from reviews.services.comments import comment_add
from reviews.services.leases import lease_release, lease_take
from reviews.services.verdicts import verdict_send_back
from reviews.services.withdrawals import review_withdraw
from tests.factories import make_item
from tests.walks import REVIEW, drafted_verdict, review

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("wanted", [1, 2])
def test_a_review_taken_back_is_a_draft_of_whoever_holds_the_claim(
    fact_checker: User, wanted: int
) -> None:
    item = make_item(reviews_wanted=wanted)
    review(item, fact_checker)
    lease = review_withdraw(item=item, actor=fact_checker)
    own = Review.objects.get()
    item.refresh_from_db()
    assert (own.status, own.submitted_at, own.summary) == ("draft", None, REVIEW.summary)
    assert (item.state, lease.reviewer, lease.ended_at) == (State.IN_REVIEW, fact_checker, None)
    assert not Verdict.objects.exists()
    assert AuditEvent.objects.filter(action="review.withdraw").count() == 1
    # It goes the same way again.
    own.delete()
    review(item, fact_checker)
    assert Review.objects.get().status == ReviewStatus.SUBMITTED


def _somebody_took_it(item: QueueItem, other: User, editor: User) -> None:
    lease_take(item=item, actor=other)


def _the_second_review_is_in(item: QueueItem, other: User, editor: User) -> None:
    review(item, other)


def _it_was_sent_back(item: QueueItem, other: User, editor: User) -> None:
    review(item, other)
    verdict_send_back(verdict=Verdict.objects.get(), actor=editor, note="Which year?")


def _minutes_went_by(item: QueueItem, other: User, editor: User) -> None:
    QueueMove.objects.update(at=timezone.now() - datetime.timedelta(hours=1))


@pytest.mark.parametrize(
    "meanwhile",
    [_somebody_took_it, _the_second_review_is_in, _it_was_sent_back, _minutes_went_by],
)
def test_it_stays_once_somebody_acted_or_time_went_by(
    fact_checker: User,
    second_checker: User,
    editor: User,
    meanwhile: Callable[[QueueItem, User, User], None],
) -> None:
    item = make_item(reviews_wanted=2)
    review(item, fact_checker)
    meanwhile(item, second_checker, editor)
    with pytest.raises(DeskError):
        review_withdraw(item=item, actor=fact_checker)
    assert Review.objects.get(reviewer=fact_checker).status == ReviewStatus.SUBMITTED


def test_the_second_reviewer_who_may_have_read_the_first_takes_nothing_back(
    fact_checker: User, second_checker: User
) -> None:
    item = make_item(reviews_wanted=2)
    review(item, fact_checker)
    review(item, second_checker)
    with pytest.raises(DeskError):
        review_withdraw(item=item, actor=second_checker)
    assert Verdict.objects.count() == 1


def _held(item: QueueItem, person: User) -> None:
    lease_release(item=lease_take(item=item, actor=person).item, actor=person)


@pytest.mark.parametrize(
    ("was_held", "comes_first", "is_final"),
    [(True, True, True), (True, False, True), (False, True, False)],
)
def test_it_stays_when_it_let_its_writer_read_what_another_reviewer_wrote(
    fact_checker: User, second_checker: User, was_held: bool, comes_first: bool, is_final: bool
) -> None:
    item = make_item(reviews_wanted=2)
    if was_held:
        _held(item, second_checker)
    steps: list[Callable[[], object]] = [
        lambda: comment_add(claim=item.claim, actor=second_checker, text="False, see the yearbook"),
        lambda: review(item, fact_checker),
    ]
    for step in steps if comes_first else reversed(steps):
        step()
    comment_add(claim=item.claim, actor=fact_checker, text="My own words tell me nothing.")
    item.refresh_from_db()
    assert may_withdraw(item, fact_checker) is not is_final


def test_whoever_acts_on_a_draft_that_is_gone_is_told_why(fact_checker: User, editor: User) -> None:
    draft = drafted_verdict(fact_checker)
    review_withdraw(item=draft.item, actor=fact_checker)
    with pytest.raises(WrongState, match="took the review back"):
        verdict_send_back(verdict=draft, actor=editor, note="Which year?")
