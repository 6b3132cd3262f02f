"""The same request many times at the same moment: one does the work, the others get its answer."""

from __future__ import annotations

import datetime
import threading
from functools import partial

from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from claims.models import Claim, Evidence
from factcheck.accounts.models import User
from factcheck.accounts.roles import Role
from factcheck.audit.log import record
from factcheck.idempotency.answers import Answer, Sent, do_once
from factcheck.idempotency.models import KeptAnswer
from factcheck.idempotency.turns import InProgress
from reviews.models import Lease, Review
from reviews.services.leases import lease_take, leases_expire
from reviews.services.moves import item_lock
from tests.audit import assert_chain_is_intact
from tests.concurrency.threads import at_once, until_somebody_waits
from tests.factories import make_claim, make_evidence, make_item, make_person

CLICKS = 5


def test_five_clicks_on_submit_store_one_review() -> None:
    person, item = make_person(Role.FACT_CHECKER), make_item()
    make_evidence(item.claim, person)
    lease = lease_take(item=item, actor=person)
    sent = {
        "token": str(lease.token), "based_on": "0", "rating": "false", "summary": "No.",
        "rationale": "The table says less.", "confidence": "2", "form_key": "one-page",
    }  # fmt: skip
    clients = [Client() for _ in range(CLICKS)]
    for client in clients:
        client.force_login(person)
    url = reverse("review-submit", args=[item.pk])
    clicked = at_once([partial(client.post, url, sent) for client in clients])
    assert {each.status_code for each in clicked if isinstance(each, HttpResponse)} == {302}
    assert Review.objects.count() == KeptAnswer.objects.count() == 1
    assert_chain_is_intact()


def add_once(sent: Sent, claim_id: int) -> object:
    def work() -> Answer:
        row = make_evidence(Claim.objects.get(pk=claim_id), sent.user)
        return Answer(201, "text/plain", "", str(row.pk).encode())

    return do_once(sent, work, lambda answer: answer)


def test_eight_threads_with_one_key_add_one_row_and_all_learn_of_it() -> None:
    person, claim = make_person(Role.FACT_CHECKER), make_claim()
    sent = Sent(user=person, route="POST /evidence", key="k", digest="d" * 64)
    found = at_once([partial(add_once, sent, claim.pk) for _ in range(8)])
    assert Evidence.objects.count() == 1
    assert {each.body for each in found if isinstance(each, Answer)} == {
        str(Evidence.objects.get().pk).encode()
    }
    assert len([each for each in found if isinstance(each, Answer)]) == 8


def test_a_request_whose_twin_takes_too_long_is_told_so() -> None:
    person = make_person(Role.FACT_CHECKER)
    sent = Sent(user=person, route="POST /evidence", key="k", digest="d" * 64)
    inside, may_end = threading.Event(), threading.Event()

    def slow() -> Answer:
        inside.set()
        may_end.wait(timeout=30)
        return Answer(200, "", "", b"")

    def first() -> object:
        return do_once(sent, slow, lambda answer: answer)

    def second() -> object:
        inside.wait(timeout=30)
        try:
            return do_once(sent, lambda: Answer(200, "", "", b"twice"), lambda answer: answer)
        finally:
            may_end.set()

    one, two = at_once([first, second])
    assert isinstance(one, Answer)
    assert isinstance(two, InProgress)


def test_taking_with_a_key_waits_for_ones_other_takes_before_it_is_audited() -> None:
    person = make_person(Role.FACT_CHECKER)
    item = lease_take(item=make_item(), actor=make_person(Role.FACT_CHECKER)).item
    past = timezone.now() - datetime.timedelta(seconds=1)
    Lease.objects.update(taken_at=past - datetime.timedelta(hours=1), expires_at=past)
    sent = Sent(user=person, route="POST /take", key="k", digest="d" * 64)
    is_taking = threading.Event()

    def takes_another() -> None:
        with transaction.atomic():
            User.objects.select_for_update(no_key=True).get(pk=person.pk)
            is_taking.set()
            until_somebody_waits()
            record(actor=person, action="item.touch", target=item)

    def takes_with_a_key() -> None:
        is_taking.wait(timeout=20)
        do_once(
            sent, lambda: lease_take(item=item, actor=person), lambda _: Answer(200, "", "", b"")
        )

    assert at_once([takes_another, takes_with_a_key]) == [None, None]
    assert Lease.objects.get(ended_at__isnull=True).reviewer == person
    assert_chain_is_intact()


def test_expiry_inside_a_longer_transaction_waits_for_nobody() -> None:
    """Taking with a key is one transaction: what it expires first has the audit chain in hand."""
    person = make_person(Role.FACT_CHECKER)
    leases = [lease_take(item=make_item(), actor=person) for _ in range(2)]
    past = timezone.now() - datetime.timedelta(seconds=1)
    Lease.objects.update(taken_at=past - datetime.timedelta(hours=1), expires_at=past)
    has_item, has_chain = threading.Event(), threading.Event()

    def changes_the_second() -> int:
        with transaction.atomic():
            item = item_lock(item_id=leases[1].item_id)
            has_item.set()
            has_chain.wait(timeout=30)
            record(actor=person, action="item.touch", target=item)
        return 0

    def expires_both() -> int:
        has_item.wait(timeout=30)
        with transaction.atomic():
            record(actor=person, action="item.touch", target=leases[0].item)
            has_chain.set()
            return leases_expire()

    assert at_once([changes_the_second, expires_both]) == [0, 1]
    assert leases_expire() == 1
    assert_chain_is_intact()
