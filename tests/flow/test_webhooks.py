"""A verdict on its way to a receiver: published by a person, sent by a real worker."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from factcheck import flow
from factcheck.accounts.models import User
from reviews.models import DeliveryStatus, WebhookDelivery
from reviews.services.corrections import verdict_retract
from reviews.services.webhooks import webhook_add
from tests.chat.behaviours import responding
from tests.chat.server import ChatServer, running_server
from tests.deadlines import wait_until
from tests.walks import drafted_verdict, sign_off
from tests.workers import Worker, empty_redis

ALL = ("verdict.published", "verdict.corrected", "verdict.retracted")


@pytest.fixture
def receiver() -> Iterator[ChatServer]:
    """A receiver that takes what comes, but for the first time."""
    with running_server() as running:
        running.behave(responding(b"", status="503 Busy"), responding(b""))
        yield running


@pytest.fixture
def worker(transactional_db: None) -> Iterator[Worker]:
    """The worker for deliveries, as `make run` has one; it may send to this machine."""
    empty_redis()
    only = ("-Q", "deliveries", "--pool", "threads")
    running = Worker(*only, concurrency=1, WEBHOOK_ALLOW_HOSTS="127.0.0.1", OMP_NUM_THREADS="1")
    try:
        running.start()
        yield running
    finally:
        running.kill()


def test_a_worker_tells_a_receiver_what_was_published_and_retracted(
    worker: Worker, receiver: ChatServer, fact_checker: User, editor: User, settings: Any
) -> None:
    settings.WEBHOOK_ALLOW_HOSTS = ["127.0.0.1"]
    webhook_add(actor=editor, url=receiver.url, events=ALL)
    verdict = flow.publish(verdict=sign_off(drafted_verdict(fact_checker), editor), actor=editor)
    (delivery,) = WebhookDelivery.objects.all()
    wait_until(delivery.tries.exists, seconds=30, what="the first try")
    flow.retry_delivery(delivery=delivery, actor=editor)  # rather than wait for its pause

    def arrived() -> int:
        return WebhookDelivery.objects.filter(status=DeliveryStatus.DELIVERED).count()

    wait_until(lambda: arrived() == 1, seconds=30, what="the verdict arrives")
    verdict_retract(verdict=verdict, actor=editor, note="Wrong table.")  # nobody is woken up
    flow.sweep()
    wait_until(lambda: arrived() == 2, seconds=30, what="the retraction arrives")
    events = [json.loads(request.body)["event"] for request in receiver.requests]
    assert events == ["verdict.published", "verdict.published", "verdict.retracted"]
