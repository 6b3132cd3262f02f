"""Any moves in any order, legal or not, through the real services and the real database.

Whatever the desk is asked to do, what has to hold holds after it: constraints, separation of
duties, one lease an item, and an audit chain without a gap.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    rule,
    run_state_machine_as_test,
)

from factcheck.accounts.roles import Role
from factcheck.audit.models import AuditEvent
from factcheck.errors import DeskError
from reviews.domain.recusal import Kind
from reviews.domain.states import CLOSED, TABLE, State
from reviews.models import (
    Lease,
    QueueItem,
    QueueMove,
    Recusal,
    Review,
    ReviewStatus,
    Verdict,
    VerdictStatus,
)
from reviews.services.authorship import verdict_hand_over
from reviews.services.corrections import item_reopen, verdict_retract
from reviews.services.dismissals import item_dismiss, item_restore
from reviews.services.leases import lease_release, lease_take, lease_take_next, leases_expire
from reviews.services.more_reviews import review_ask
from reviews.services.recusals import RecusalFrom, recusal_declare, recusal_end
from reviews.services.reviews import ReviewText, review_submit
from reviews.services.shelf_life import verdicts_expire
from reviews.services.verdicts import (
    verdict_publish,
    verdict_resubmit,
    verdict_revise,
    verdict_send_back,
)
from reviews.services.withdrawals import review_withdraw
from tests.audit import assert_chain_is_intact
from tests.duties.walk_placing import NOTES, PEOPLE, WHO, Placing, two_claims
from tests.factories import make_evidence, make_person
from tests.walks import REVIEW, sign_off, text_of

RATINGS = st.sampled_from(["true", "mostly-false"])
KINDS = st.sampled_from(["", "typo", "rating", "update"])
DAY = datetime.timedelta(days=1)


class Walk(Placing, RuleBasedStateMachine):
    """A claim, another it may be merged with, and a desk of people who press whatever they like."""

    def __init__(self) -> None:
        super().__init__()
        self.point = transaction.atomic()
        self.point.__enter__()
        self.people = [make_person(*roles) for roles in PEOPLE]
        self.item, self.other = two_claims()
        QueueItem.objects.filter(pk=self.item.pk).update(reviews_wanted=2)
        make_evidence(self.item.claim, self.people[0])
        self.events = 0

    def teardown(self) -> None:
        try:
            assert_chain_is_intact()  # of all events of the walk
        finally:
            transaction.set_rollback(True)
            self.point.__exit__(None, None, None)

    @property
    def newest(self) -> QueueItem:
        return QueueItem.objects.filter(claim=self.item.claim_id).latest("id")

    def attempt(self, act: Callable[[], object]) -> None:
        """Do it; a refusal has to leave everything as it was."""
        moves, events = QueueMove.objects.count(), AuditEvent.objects.count()
        try:
            with transaction.atomic():
                act()
        except DeskError:
            assert (QueueMove.objects.count(), AuditEvent.objects.count()) == (moves, events)

    def those_with_a_part_first(self) -> list[int]:
        """Return everybody, whoever reviewed the claim before the others."""
        reviewed = set(self.newest.reviews.values_list("reviewer_id", flat=True))
        return sorted(range(len(PEOPLE)), key=lambda who: self.people[who].pk not in reviewed)

    def on_verdict(self, act: Callable[[Verdict], object]) -> None:
        verdict = Verdict.objects.filter(claim=self.item.claim_id).order_by("-version").first()
        if verdict is not None:
            self.attempt(lambda: act(verdict))

    @rule(who=WHO)
    def take(self, who: int) -> None:
        self.attempt(lambda: lease_take(item=self.newest, actor=self.people[who]))

    @rule(who=WHO)
    def take_next(self, who: int) -> None:
        if self.people[who].roles:
            self.attempt(lambda: lease_take_next(actor=self.people[who]))

    @rule(who=WHO)
    def release(self, who: int) -> None:
        self.attempt(lambda: lease_release(item=self.newest, actor=self.people[who]))

    @rule(who=WHO, rating=RATINGS)
    def review(self, who: int, rating: str) -> None:
        """Take the claim if that is allowed, and submit a review of it."""
        self.take(who)
        lease = Lease.objects.filter(item=self.newest, ended_at__isnull=True).first()
        if lease is None:
            return
        text = ReviewText(rating, REVIEW.summary, REVIEW.rationale)
        own = Review.objects.filter(item=self.newest, reviewer=self.people[who]).first()
        self.attempt(
            lambda: review_submit(
                item=self.newest, actor=self.people[who], token=lease.token, text=text,
                based_on=own.version if own else 0,
            )
        )  # fmt: skip

    @rule()
    def time_runs_out(self) -> None:
        past = timezone.now() - DAY
        Lease.objects.filter(ended_at__isnull=True).update(
            taken_at=past, heartbeat_at=past, expires_at=past + DAY / 2
        )
        Verdict.objects.filter(status=VerdictStatus.PUBLISHED).update(review_by=past.date())
        leases_expire()
        verdicts_expire()

    @rule(order=st.permutations(range(len(PEOPLE))), rating=RATINGS)
    def press_on(self, order: list[int], rating: str) -> None:
        """Have everybody press what leads on: chance alone seldom gets as far as publishing."""
        for who in order * 2:
            match self.newest.state:
                case State.SENT_BACK:
                    self.resubmit(who)
                case State.SIGN_OFF:
                    for each in self.those_with_a_part_first():
                        self.sign_off(each)
                    self.publish(who)
                case _:
                    self.review(who, rating)

    @rule(who=WHO, note=NOTES)
    def dismiss(self, who: int, note: str) -> None:
        self.attempt(lambda: item_dismiss(item=self.newest, actor=self.people[who], note=note))

    @rule(who=WHO)
    def restore(self, who: int) -> None:
        self.attempt(lambda: item_restore(item=self.newest, actor=self.people[who]))

    @rule(who=WHO, note=NOTES)
    def ask_review(self, who: int, note: str) -> None:
        self.attempt(lambda: review_ask(item=self.newest, actor=self.people[who], note=note))

    @rule(who=WHO)
    def withdraw(self, who: int) -> None:
        self.attempt(lambda: review_withdraw(item=self.newest, actor=self.people[who]))

    @rule(who=WHO, rating=RATINGS, kind=KINDS)
    def revise(self, who: int, rating: str, kind: str) -> None:
        def act(verdict: Verdict) -> object:
            text = replace(
                text_of(verdict), rating=rating, correction_kind=kind, correction_note=kind
            )
            return verdict_revise(
                verdict=verdict, actor=self.people[who], text=text, based_on=verdict.revision
            )

        self.on_verdict(act)

    @rule(who=WHO)
    def sign_off(self, who: int) -> None:
        self.on_verdict(lambda verdict: sign_off(verdict, self.people[who]))

    @rule(who=WHO)
    def publish(self, who: int) -> None:
        self.on_verdict(lambda verdict: verdict_publish(verdict=verdict, actor=self.people[who]))

    @rule(who=WHO, note=NOTES)
    def send_back(self, who: int, note: str) -> None:
        self.on_verdict(
            lambda verdict: verdict_send_back(verdict=verdict, actor=self.people[who], note=note)
        )

    @rule(who=WHO, whom=WHO)
    def hand_over(self, who: int, whom: int) -> None:
        self.on_verdict(
            lambda verdict: verdict_hand_over(
                verdict=verdict, actor=self.people[who], author=self.people[whom], note="Ill."
            )
        )

    @rule(who=WHO)
    def resubmit(self, who: int) -> None:
        self.on_verdict(lambda verdict: verdict_resubmit(verdict=verdict, actor=self.people[who]))

    @rule(who=WHO, note=NOTES)
    def retract(self, who: int, note: str) -> None:
        self.on_verdict(
            lambda verdict: verdict_retract(verdict=verdict, actor=self.people[who], note=note)
        )

    @rule(who=WHO, note=NOTES)
    def reopen(self, who: int, note: str) -> None:
        self.attempt(lambda: item_reopen(item=self.newest, actor=self.people[who], note=note))

    @rule(who=WHO)
    def recuse(self, who: int) -> None:
        person, what = self.people[who], RecusalFrom(Kind.WORD, text=self.item.claim.text)
        self.attempt(
            lambda: recusal_declare(actor=person, person=person, what=what, reason="A cousin.")
        )

    @rule(who=WHO)
    def end_recusal(self, who: int) -> None:
        recusal = Recusal.objects.filter(person=self.people[who], ended_at__isnull=True).first()
        if recusal:
            self.attempt(lambda: recusal_end(recusal=recusal, actor=self.people[who]))

    @invariant()
    def what_has_to_hold_holds(self) -> None:
        """Look again after each step that left a trace in the log: any other changed nothing."""
        events = AuditEvent.objects.count()
        if events == self.events:
            return
        self.events = events
        self.every_move_is_a_row_of_the_table()
        self.the_history_is_one_line_that_ends_where_the_item_is()
        self.duties_are_separate()
        self.reviews_are_by_reviewers_and_adjudications_by_a_third()
        self.one_person_holds_an_item_and_only_while_there_is_something_to_do()
        self.one_verdict_is_current_and_signed_off_as_it_is()
        self.claims_are_merged_in_one_step_and_nothing_stays_behind()

    def every_move_is_a_row_of_the_table(self) -> None:
        rows = {(row.source, row.event, row.target) for row in TABLE}
        moves = QueueMove.objects.all()
        assert {(each.from_state, each.event, each.to_state) for each in moves} <= rows

    def the_history_is_one_line_that_ends_where_the_item_is(self) -> None:
        for item in QueueItem.objects.all():
            moves = list(item.moves.order_by("id"))
            assert all(a.to_state == b.from_state for a, b in pairwise(moves))
            assert moves[-1].to_state == item.state
            assert (item.closed_at is not None) == (item.state in CLOSED)

    def duties_are_separate(self) -> None:
        for verdict in Verdict.objects.exclude(approver=None):
            wrote = {verdict.author_id, *verdict.handovers.values_list("former_id", flat=True)}
            submitted = verdict.item.reviews.filter(status=ReviewStatus.SUBMITTED)
            reviewed = set(submitted.values_list("reviewer_id", flat=True))
            assert verdict.approver_id not in wrote | reviewed
            assert verdict.approver is not None
            assert Role.EDITOR in verdict.approver.roles

    def reviews_are_by_reviewers_and_adjudications_by_a_third(self) -> None:
        for review in Review.objects.filter(status=ReviewStatus.SUBMITTED):
            assert {Role.FACT_CHECKER, Role.EDITOR} & review.reviewer.roles
            others = review.item.reviews.exclude(pk=review.pk)
            assert not others.filter(reviewer=review.reviewer_id).exists()

    def one_person_holds_an_item_and_only_while_there_is_something_to_do(self) -> None:
        running = Lease.objects.filter(ended_at__isnull=True)
        held = dict(running.values_list("item", "item__state"))
        assert len(held) == running.count()
        assert set(held.values()) <= {State.IN_REVIEW, State.SECOND_REVIEW, State.ADJUDICATION}

    def one_verdict_is_current_and_signed_off_as_it_is(self) -> None:
        current = Verdict.objects.filter(status=VerdictStatus.PUBLISHED)
        assert len(current) == len({verdict.claim_id for verdict in current})
        for verdict in current:
            assert verdict.signed_off_hash == verdict.content_hash
            assert verdict.review_by is not None


@pytest.mark.django_db
def test_whatever_people_press_the_desk_keeps_its_rules() -> None:
    run_state_machine_as_test(
        Walk,
        settings=settings(
            max_examples=10,
            stateful_step_count=20,
            # A walk is short enough to read; making it shorter takes longer than a test may.
            phases=[Phase.explicit, Phase.reuse, Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )
