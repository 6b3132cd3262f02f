"""Webhooks: who may be told, what is sent, and what follows from what a receiver does."""

from __future__ import annotations

import datetime
import hashlib
import hmac
import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.core import mail
from django.db import transaction
from django.utils import timezone

from factcheck import flow
from factcheck.accounts.models import User
from factcheck.errors import DeskError, InvalidInput, NotAllowed, WrongState
from reviews.domain.webhooks import LONGEST_PAUSE, MAX_ATTEMPTS, pause_after
from reviews.models import DeliveryStatus, WebhookAttempt, WebhookDelivery, WebhookEndpoint
from reviews.services.corrections import verdict_retract
from reviews.services.verdicts import verdict_publish
from reviews.services.webhook_deliveries import delivery_retry, webhook_try
from reviews.services.webhook_sending import (
    Outcome,
    delivery_begin,
    delivery_note,
    delivery_send,
)
from reviews.services.webhooks import (
    webhook_add,
    webhook_renew_secret,
    webhook_switch_off,
    webhook_switch_on,
)
from tests.audit import events_of
from tests.chat.behaviours import dripping, flooding, hanging, raw, responding
from tests.chat.server import Behaviour, ChatServer, running_server
from tests.walks import drafted_verdict, published_verdict, sign_off
from tests.web.public.test_verdict_pages import corrected

ALL = ("verdict.published", "verdict.corrected", "verdict.retracted")
HEAD = b"HTTP/1.1 200 OK\r\n"
LOCATION = "Location: http://169.254.169.254/latest/meta-data/\r\n"
LATER = datetime.timedelta(days=2)


@pytest.fixture(scope="module")
def receiver() -> Iterator[ChatServer]:
    """One receiver for all tests of this file."""
    with running_server() as running:
        yield running


@pytest.fixture
def endpoint(receiver: ChatServer, editor: User, settings: Any) -> WebhookEndpoint:
    """A webhook to the receiver, which takes whatever comes."""
    settings.WEBHOOK_ALLOW_HOSTS = ["127.0.0.1"]
    receiver.behave(responding(b"", status="204 No Content"))
    return webhook_add(actor=editor, url=receiver.url, events=ALL)


def deliver(delivery: WebhookDelivery | None = None) -> WebhookDelivery:
    """Send the one delivery there is, as a worker does, whenever it is due."""
    row = delivery or WebhookDelivery.objects.get()
    WebhookDelivery.objects.filter(pk=row.pk, due_at__isnull=False).update(due_at=timezone.now())
    flow.deliver(row.pk)
    return WebhookDelivery.objects.get(pk=row.pk)


def test_a_receiver_is_told_what_was_published_corrected_and_retracted(
    endpoint: WebhookEndpoint, receiver: ChatServer, fact_checker: User, editor: User
) -> None:
    first = published_verdict(fact_checker, editor)
    second = corrected(first, fact_checker, editor, "The table was revised.")
    verdict_retract(verdict=second, actor=editor, note="Wrong table.")
    for delivery in WebhookDelivery.objects.order_by("id"):
        assert deliver(delivery).status == DeliveryStatus.DELIVERED
    bodies = [json.loads(request.body) for request in receiver.requests]
    assert [body["event"] for body in bodies] == list(ALL)
    assert [body["verdict"]["version"] for body in bodies] == [1, 2, 2]
    assert bodies[0]["claim_review"]["claimReviewed"] == first.claim.text
    assert bodies[1]["claim_review"]["correction"] == "The table was revised."
    assert bodies[2]["claim_review"] is None
    assert bodies[2]["tombstone"]["description"] == "Wrong table."
    assert len({body["id"] for body in bodies}) == 3
    delivery = WebhookDelivery.objects.earliest("id")
    assert str(delivery.key) == bodies[0]["id"]
    assert events_of(delivery) == ["webhook.deliver"]


def test_what_is_sent_is_signed_with_its_time(
    endpoint: WebhookEndpoint, receiver: ChatServer, fact_checker: User, editor: User
) -> None:
    published_verdict(fact_checker, editor)
    deliver()
    (request,) = receiver.requests
    header = request.headers["X-Factcheck-Signature"]
    moment, signed = (part.partition("=")[2] for part in header.split(","))
    content = moment.encode() + b"." + request.body
    assert hmac.new(endpoint.secret.encode(), content, hashlib.sha256).hexdigest() == signed
    assert abs(int(moment) - timezone.now().timestamp()) < 60
    assert request.headers["X-Factcheck-Event"] == "verdict.published"
    assert request.headers["X-Factcheck-Delivery"] == json.loads(request.body)["id"]


def test_only_what_was_asked_for_is_told_and_nothing_of_what_was_rolled_back(
    endpoint: WebhookEndpoint, fact_checker: User, editor: User
) -> None:
    WebhookEndpoint.objects.update(events=["verdict.retracted"])
    verdict = published_verdict(fact_checker, editor)
    assert not WebhookDelivery.objects.exists()
    with transaction.atomic():
        verdict_retract(verdict=verdict, actor=editor, note="Wrong table.")
        assert WebhookDelivery.objects.exists()
        transaction.set_rollback(True)
    assert not WebhookDelivery.objects.exists()


BAD: dict[str, tuple[Behaviour, int | None, str]] = {
    "an error": (responding(b"out of order", status="500 Sorry"), 500, "out of order"),
    "a redirect into the network": (
        responding(b"", status="302 Found", headers=LOCATION), 302, "",
    ),
    "nothing": (hanging, None, "timed out"),
    "a slow drip": (dripping(HEAD + b"\r\n", b"x"), None, "timed out"),
    "no HTTP": (raw(b"SSH-2.0-OpenSSH_9.6\r\n"), None, "could not be reached (no HTTP came)"),
}  # fmt: skip


@pytest.mark.usefixtures("endpoint")
@pytest.mark.parametrize("behaviour", BAD)
def test_what_did_not_arrive_is_tried_again_later_with_the_same_body(
    behaviour: str, receiver: ChatServer, fact_checker: User, editor: User, settings: Any
) -> None:
    behave, status, said = BAD[behaviour]
    if said == "timed out":
        settings.WEBHOOK_SECONDS = 0.5
    receiver.behave(behave, responding(b"\x00thanks"))
    published_verdict(fact_checker, editor)
    delivery = deliver()
    assert (delivery.status, delivery.attempts) == (DeliveryStatus.WAITING, 1)
    assert delivery.due_at is not None
    assert delivery.due_at - timezone.now() > datetime.timedelta(seconds=20)
    attempt = WebhookAttempt.objects.get()
    assert (attempt.status, attempt.failure or attempt.answer) == (status, said)
    assert WebhookEndpoint.objects.filter(failing_since__isnull=False).exists()
    settings.WEBHOOK_SECONDS = 10
    assert deliver().status == DeliveryStatus.DELIVERED
    assert WebhookEndpoint.objects.filter(failing_since__isnull=True).exists()
    first, second = receiver.requests
    assert first.body == second.body
    assert WebhookAttempt.objects.earliest("-id").answer == "\ufffdthanks"


def test_a_huge_answer_is_not_read_to_its_end(
    endpoint: WebhookEndpoint, receiver: ChatServer, fact_checker: User, editor: User
) -> None:
    receiver.behave(flooding(HEAD + b"\r\n"))
    published_verdict(fact_checker, editor)
    assert deliver().status == DeliveryStatus.DELIVERED
    assert WebhookAttempt.objects.get().answer == "x" * 500


def test_an_address_that_turns_private_is_not_sent_to(
    endpoint: WebhookEndpoint, receiver: ChatServer, fact_checker: User, editor: User, settings: Any
) -> None:
    settings.WEBHOOK_ALLOW_HOSTS = []
    published_verdict(fact_checker, editor)
    assert deliver().status == DeliveryStatus.WAITING
    assert WebhookAttempt.objects.get().failure == "the host is not on the public internet"
    assert receiver.requests == []


def test_what_was_planned_while_a_webhook_was_switched_off_is_not_sent(
    endpoint: WebhookEndpoint, receiver: ChatServer, fact_checker: User, editor: User
) -> None:
    published_verdict(fact_checker, editor)
    WebhookEndpoint.objects.update(switched_off_at=timezone.now(), switched_off_because="Moved.")
    assert deliver().status == DeliveryStatus.STOPPED
    assert receiver.requests == []


def test_of_two_workers_one_sends(
    endpoint: WebhookEndpoint, fact_checker: User, editor: User
) -> None:
    published_verdict(fact_checker, editor)
    pk = WebhookDelivery.objects.get().pk
    assert delivery_begin(delivery_id=pk) is not None
    assert delivery_begin(delivery_id=pk) is None


def test_a_worker_that_comes_back_late_undoes_nothing(
    endpoint: WebhookEndpoint, fact_checker: User, editor: User
) -> None:
    published_verdict(fact_checker, editor)
    pk = WebhookDelivery.objects.get().pk
    late = delivery_begin(delivery_id=pk)
    assert late is not None
    due_again = timezone.now()
    WebhookDelivery.objects.update(due_at=due_again)
    other = delivery_begin(delivery_id=pk)
    assert other is not None
    delivery_note(delivery=late, outcome=Outcome(500, 9))
    assert WebhookDelivery.objects.get().due_at == other.due_at
    delivery_note(delivery=other, outcome=delivery_send(delivery=other))
    delivery_note(delivery=late, outcome=Outcome(500, 9))
    assert WebhookDelivery.objects.get().status == DeliveryStatus.DELIVERED
    assert WebhookAttempt.objects.count() == 3


def test_what_nobody_takes_is_given_up_and_may_be_sent_again_by_hand(
    endpoint: WebhookEndpoint, fact_checker: User, editor: User
) -> None:
    published_verdict(fact_checker, editor)
    WebhookDelivery.objects.update(attempts=MAX_ATTEMPTS)
    delivery = deliver()
    assert delivery.status == DeliveryStatus.GIVEN_UP
    assert events_of(delivery) == ["webhook.give_up"]
    delivery_retry(delivery=delivery, actor=editor)
    assert deliver().status == DeliveryStatus.DELIVERED
    with pytest.raises(WrongState, match="arrived"):
        delivery_retry(delivery=delivery, actor=editor)


def test_after_days_of_failures_a_webhook_is_switched_off_and_says_so(
    endpoint: WebhookEndpoint, receiver: ChatServer, fact_checker: User,
    settings: Any, django_capture_on_commit_callbacks: Any,
) -> None:  # fmt: skip
    editor = endpoint.added_by
    settings.ADMINS = [("", "admin@desk.example")]
    settings.WEBHOOK_OFF_AFTER_DAYS = 2
    receiver.behave(responding(b"", status="503 Busy"))
    verdict = published_verdict(fact_checker, editor)
    deliver()
    WebhookEndpoint.objects.update(failing_since=timezone.now() - LATER)
    with django_capture_on_commit_callbacks(execute=True):
        assert deliver().status == DeliveryStatus.STOPPED
    endpoint.refresh_from_db()
    assert endpoint.switched_off_because == "Nothing arrived for 2 days."
    (message,) = mail.outbox
    assert f"/webhooks/{endpoint.pk}/" in message.body
    assert events_of(endpoint) == ["webhook.add", "webhook.switch_off"]
    verdict_retract(verdict=verdict, actor=editor, note="Wrong.")
    assert WebhookDelivery.objects.count() == 1
    with pytest.raises(WrongState, match="switched off"):
        webhook_try(endpoint=endpoint, actor=editor)
    webhook_switch_on(endpoint=endpoint, actor=editor)
    receiver.behave(responding(b""))
    delivery_retry(delivery=WebhookDelivery.objects.get(), actor=editor)
    assert deliver().status == DeliveryStatus.DELIVERED


def test_a_test_event_says_that_it_is_one(
    endpoint: WebhookEndpoint, receiver: ChatServer, administrator: User
) -> None:
    deliver(webhook_try(endpoint=endpoint, actor=administrator))
    body = json.loads(receiver.requests[0].body)
    assert (body["event"], body["verdict"], body["claim_review"]) == ("test", None, None)


def test_another_secret_signs_from_then_on_and_neither_is_in_the_log(
    endpoint: WebhookEndpoint, editor: User
) -> None:
    renewed = webhook_renew_secret(endpoint=endpoint, actor=editor)
    assert renewed.secret != endpoint.secret
    from factcheck.audit.models import AuditEvent

    noted = json.dumps(list(AuditEvent.objects.values("before", "after", "note")))
    assert endpoint.secret not in noted
    assert renewed.secret not in noted


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("http://10.0.0.5/hook", "not_public"),
        ("http://localhost/hook", "not_public"),
        ("http://[::ffff:169.254.169.254]/", "not_public"),
        ("https://no-such-host.invalid/", "unknown_host"),
        ("https://key@example.org/", "bad_address"),
        ("ftp://example.org/", "bad_address"),
        ("", "bad_address"),
        (f"http://127.0.0.1/{'é' * 600}", "too_long"),  # 3,600 characters once it is encoded
    ],
)
def test_an_address_that_may_not_be_sent_to_is_not_added(
    url: str, code: str, editor: User, settings: Any
) -> None:
    settings.WEBHOOK_ALLOW_HOSTS = ["127.0.0.1"]
    with pytest.raises(InvalidInput) as refusal:
        webhook_add(actor=editor, url=url, events=ALL)
    assert (refusal.value.field, refusal.value.code) == ("url", code)


def test_an_address_is_told_once_and_of_something_there_is(
    endpoint: WebhookEndpoint, editor: User
) -> None:
    for url, events, field in (
        (endpoint.url, ALL, "url"),
        (f"{endpoint.url}/2", (), "events"),
        (f"{endpoint.url}/2", ("verdict.sold",), "events"),
    ):
        with pytest.raises(InvalidInput) as refusal:
            webhook_add(actor=editor, url=url, events=events)
        assert refusal.value.field == field


def test_webhooks_are_for_editors_and_administrators(
    endpoint: WebhookEndpoint, fact_checker: User, outsider: User, editor: User
) -> None:
    delivery = webhook_try(endpoint=endpoint, actor=editor)
    for person in (fact_checker, outsider):
        for act in (
            lambda who: webhook_add(actor=who, url="https://a.example", events=ALL),
            lambda who: webhook_renew_secret(endpoint=endpoint, actor=who),
            lambda who: webhook_switch_off(endpoint=endpoint, actor=who, reason="Enough."),
            lambda who: webhook_switch_on(endpoint=endpoint, actor=who),
            lambda who: webhook_try(endpoint=endpoint, actor=who),
            lambda who: delivery_retry(delivery=delivery, actor=who),
        ):
            with pytest.raises(NotAllowed):
                act(person)
    with pytest.raises(DeskError, match="Say why"):
        webhook_switch_off(endpoint=endpoint, actor=editor, reason=" ")
    webhook_switch_off(endpoint=endpoint, actor=editor, reason="The desk moved.")
    assert WebhookDelivery.objects.get().status == DeliveryStatus.STOPPED


def test_pauses_grow_and_end_within_days() -> None:
    pauses = [pause_after(attempt) for attempt in range(1, MAX_ATTEMPTS)]
    assert pauses == sorted(pauses)
    assert pauses[0] == datetime.timedelta(seconds=30)
    assert pauses[-1] == LONGEST_PAUSE
    assert datetime.timedelta(days=3) < sum(pauses, datetime.timedelta()) < datetime.timedelta(5)
    assert pause_after(10_000) == LONGEST_PAUSE


def test_a_publication_that_fails_late_sends_nothing(
    endpoint: WebhookEndpoint, fact_checker: User, editor: User, settings: Any
) -> None:
    verdict = sign_off(drafted_verdict(fact_checker), editor)
    settings.SITE_NAME = ""
    with pytest.raises(WrongState):
        verdict_publish(verdict=verdict, actor=editor)
    assert not WebhookDelivery.objects.exists()
