"""Webhooks through their pages: added, tried, read about, switched off and on."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.urls import reverse

from factcheck import flow
from factcheck.accounts.models import User
from factcheck.idempotency.models import KeptAnswer
from reviews.models import WebhookDelivery, WebhookEndpoint
from reviews.services.corrections import verdict_retract
from reviews.services.webhooks import webhook_add
from tests.chat.behaviours import responding
from tests.chat.server import running_server
from tests.walks import published_verdict
from tests.web.desk.conftest import LogIn

EVENTS = ["verdict.published", "verdict.retracted"]
PAGES = ("webhook-list", "webhook", "webhook-secret", "webhook-try", "webhook-off", "webhook-on")


@pytest.fixture(autouse=True)
def local_receivers(settings: Any) -> None:
    """Let webhooks go to this machine."""
    settings.WEBHOOK_ALLOW_HOSTS = ["127.0.0.1"]


def test_a_webhook_is_added_tried_and_its_log_read(editor: User, log_in: LogIn) -> None:
    client = log_in(editor)
    with running_server() as receiver:
        receiver.behave(responding(b"out of <order>", status="500 Sorry"), responding(b""))
        wish = {"url": receiver.url, "events": EVENTS}
        page = client.post(reverse("webhook-list"), wish).content.decode()
        endpoint = WebhookEndpoint.objects.get()
        assert f'value="{endpoint.secret}"' in page
        own = reverse("webhook", args=[endpoint.pk])
        assert endpoint.secret not in client.get(own).content.decode()
        kept = b"".join(bytes(each.body) for each in KeptAnswer.objects.all())
        assert endpoint.secret.encode() not in kept

        assert client.post(reverse("webhook-try", args=[endpoint.pk])).status_code == 302
        delivery = WebhookDelivery.objects.get()
        flow.deliver(delivery.pk)
        log = client.get(own).content.decode()
        assert re.search(r"<strong>500</strong>.*ms</span>", log)
        assert "out of &lt;order&gt;" in log
        assert 'hx-trigger="every 2s"' in log
        assert "Nothing has arrived since" in log
        row = reverse("webhook-delivery", args=[delivery.pk])
        assert client.get(row, {"seen": "waiting-1"}).status_code == 204
        news = client.get(row, {"seen": "waiting-0"}).content.decode()
        assert "test: waiting (500)" in news

        client.post(reverse("webhook-retry", args=[delivery.pk]))
        flow.deliver(delivery.pk)
        log = client.get(own).content.decode()
        assert "delivered</span>" in log
        assert "Send again" not in log
        assert "hx-trigger" not in log
        assert "failing" not in client.get(reverse("webhook-list")).content.decode()
        again = client.post(reverse("webhook-retry", args=[delivery.pk]))
        assert (again.status_code, "has arrived" in again.content.decode()) == (409, True)


def test_an_address_that_may_not_be_told_is_refused_at_its_field(
    editor: User, log_in: LogIn
) -> None:
    wish = {"url": "http://10.0.0.5/", "events": EVENTS}
    answer = log_in(editor).post(reverse("webhook-list"), wish)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "WEBHOOK_ALLOW_HOSTS" in page
    assert 'value="http://10.0.0.5/"' in page


def test_a_webhook_is_switched_off_with_a_reason_and_on_again(
    administrator: User, log_in: LogIn
) -> None:
    endpoint = webhook_add(actor=administrator, url="http://127.0.0.1/", events=EVENTS)
    client, off = log_in(administrator), reverse("webhook-off", args=[endpoint.pk])
    assert client.post(off, {"reason": ""}).status_code == 422
    client.post(off, {"reason": "The desk moved."})
    page = client.get(reverse("webhook", args=[endpoint.pk])).content.decode()
    assert "The desk moved." in page
    assert ">Send a test<" not in page
    assert client.post(reverse("webhook-try", args=[endpoint.pk])).status_code == 409
    client.post(reverse("webhook-on", args=[endpoint.pk]))
    assert ">Send a test<" in client.get(reverse("webhook", args=[endpoint.pk])).content.decode()


def test_another_secret_is_shown_once(editor: User, log_in: LogIn) -> None:
    endpoint = webhook_add(actor=editor, url="http://127.0.0.1/", events=EVENTS)
    page = log_in(editor).post(reverse("webhook-secret", args=[endpoint.pk])).content.decode()
    renewed = WebhookEndpoint.objects.get().secret
    assert renewed != endpoint.secret
    assert f'value="{renewed}"' in page


@pytest.mark.parametrize("route", PAGES)
def test_webhooks_are_nothing_for_fact_checkers(
    route: str, fact_checker: User, editor: User, log_in: LogIn
) -> None:
    endpoint = webhook_add(actor=editor, url="http://127.0.0.1/", events=EVENTS)
    url = reverse(route, args=[] if route.endswith("list") else [endpoint.pk])
    client = log_in(fact_checker)
    assert client.post(url, {"reason": "Out."}).status_code == 403
    assert "Webhooks" not in client.get(reverse("queue")).content.decode()


def test_the_sign_off_room_says_who_has_a_retracted_verdict(
    fact_checker: User, editor: User, log_in: LogIn
) -> None:
    webhook_add(actor=editor, url="http://127.0.0.1/hook", events=["verdict.published"])
    with running_server() as receiver:
        receiver.behave(responding(b""))
        WebhookEndpoint.objects.update(url=receiver.url)
        verdict = published_verdict(fact_checker, editor)
        flow.deliver(WebhookDelivery.objects.get().pk)
    room = reverse("sign-off", args=[verdict.pk])
    client = log_in(editor)
    before = client.get(room).content.decode()
    assert "Who got what does not stand any more" not in before
    assert "It is not said who made the claim." in before
    verdict_retract(verdict=verdict, actor=editor, note="Wrong table.")
    page = client.get(room).content.decode()
    assert "Who got what does not stand any more" in page
    assert receiver.url in page
    assert "does not know yet" in page
    assert "read without a log-in" in page
