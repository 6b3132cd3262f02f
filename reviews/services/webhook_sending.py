"""Sending deliveries: one worker at a time each, tried again with growing pauses, all noted."""

from __future__ import annotations

import datetime
import time
from dataclasses import dataclass

from django.conf import settings
from django.core.mail import mail_admins
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from factcheck.audit.log import record
from factcheck.http.client import Bounds, post
from factcheck.http.failure import NoAnswer
from reviews.domain.webhooks import MAX_ATTEMPTS, pause_after, signature
from reviews.models import DeliveryStatus, WebhookAttempt, WebhookDelivery, WebhookEndpoint
from reviews.services.webhooks import webhook_lock, webhook_stop

MAX_ANSWER = 16 * 1024  # bytes of an answer that are read; its beginning is kept
SHOWN_ANSWER, SHOWN_FAILURE = 500, 200


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one attempt. `status` is that of HTTP, None when there was no answer."""

    status: int | None
    milliseconds: int
    failure: str = ""
    answer: str = ""

    @property
    def has_arrived(self) -> bool:
        """Say whether the receiver has taken it."""
        return self.status is not None and 200 <= self.status < 300


def delivery_begin(*, delivery_id: int) -> WebhookDelivery | None:
    """Claim a due delivery for this worker; None when it is not due or its webhook is off.

    A guarded update, as for the steps of articles: of two workers one gets it, it is due again if
    that one dies, and given up after MAX_ATTEMPTS.
    """
    now = timezone.now()
    due = WebhookDelivery.objects.filter(
        pk=delivery_id, status=DeliveryStatus.WAITING, due_at__lte=now
    )
    # Planned by a publication that began before the webhook was switched off, committed after it.
    if due.filter(endpoint__switched_off_at__isnull=False).update(
        status=DeliveryStatus.STOPPED, due_at=None
    ):
        return None
    if due.filter(attempts__gte=MAX_ATTEMPTS).exists():
        _give_up(delivery_id)
        return None
    if not due.update(due_at=now + _lease(), attempts=F("attempts") + 1):
        return None
    return WebhookDelivery.objects.select_related("endpoint").get(pk=delivery_id)


def delivery_send(*, delivery: WebhookDelivery) -> Outcome:
    """Send what `delivery_begin` returned, outside any transaction, and say what came of it."""
    body, now = delivery.body.encode(), int(time.time())
    headers = {
        "Content-Type": "application/json",
        "X-Factcheck-Event": delivery.event,
        "X-Factcheck-Delivery": str(delivery.key),
        "X-Factcheck-Signature": signature(delivery.endpoint.secret, body, timestamp=now),
    }
    bounds = Bounds(seconds=settings.WEBHOOK_SECONDS, max_bytes=MAX_ANSWER)
    began = time.monotonic()
    try:
        answer = post(
            delivery.endpoint.url, body=body, headers=headers, bounds=bounds,
            allow_hosts=settings.WEBHOOK_ALLOW_HOSTS,
        )  # fmt: skip
    except NoAnswer as error:
        return Outcome(None, _since(began), failure=str(error))
    text = answer.body.decode("utf-8", "replace").replace("\x00", "\ufffd")[:SHOWN_ANSWER]
    return Outcome(answer.status, _since(began), answer=text)


def delivery_note(*, delivery: WebhookDelivery, outcome: Outcome) -> WebhookDelivery:
    """Write down what came of an attempt, and what follows from it."""
    with transaction.atomic():
        endpoint = webhook_lock(endpoint_id=delivery.endpoint_id)
        row = WebhookDelivery.objects.select_for_update(no_key=True).get(pk=delivery.pk)
        WebhookAttempt.objects.create(
            delivery=row,
            status=outcome.status,
            milliseconds=outcome.milliseconds,
            failure=outcome.failure[:SHOWN_FAILURE],
            answer=outcome.answer,
        )
        if row.status == DeliveryStatus.DELIVERED:
            return row
        if outcome.has_arrived:
            _arrived(row, endpoint)
        elif row.status == DeliveryStatus.WAITING and row.attempts == delivery.attempts:
            _failed(row, endpoint)
    return row


def _arrived(row: WebhookDelivery, endpoint: WebhookEndpoint) -> None:
    row.status, row.due_at, row.delivered_at = DeliveryStatus.DELIVERED, None, timezone.now()
    row.save(update_fields=["status", "due_at", "delivered_at"])
    if endpoint.failing_since is not None:
        endpoint.failing_since = None
        endpoint.save(update_fields=["failing_since"])
    record(actor=None, action="webhook.deliver", target=row, after=_noted(row))


def _failed(row: WebhookDelivery, endpoint: WebhookEndpoint) -> None:
    """Plan the next attempt, or give up; after days of failures switch the webhook off."""
    now = timezone.now()
    if endpoint.failing_since is None:
        endpoint.failing_since = now
        endpoint.save(update_fields=["failing_since"])
    row.due_at = now + pause_after(row.attempts)
    row.save(update_fields=["due_at"])
    if now - endpoint.failing_since >= datetime.timedelta(days=settings.WEBHOOK_OFF_AFTER_DAYS):
        because = _("Nothing arrived for %(days)d days.") % {
            "days": settings.WEBHOOK_OFF_AFTER_DAYS
        }
        webhook_stop(endpoint=endpoint, because=because)
        row.refresh_from_db()
        transaction.on_commit(lambda: _tell(endpoint), robust=True)
        record(actor=None, action="webhook.switch_off", target=endpoint, note=because)


def _give_up(delivery_id: int) -> None:
    with transaction.atomic():
        waiting = WebhookDelivery.objects.filter(pk=delivery_id, status=DeliveryStatus.WAITING)
        if waiting.update(status=DeliveryStatus.GIVEN_UP, due_at=None):
            row = WebhookDelivery.objects.get(pk=delivery_id)
            record(actor=None, action="webhook.give_up", target=row, after=_noted(row))


def _tell(endpoint: WebhookEndpoint) -> None:
    """Mail the administrators; the webhook is off even if no mail can be sent."""
    subject = _("A webhook was switched off: %(url)s") % {"url": endpoint.url}
    message = _(
        "%(because)s Verdicts published, corrected or retracted from now on are not told to"
        " %(url)s. Switch it on again at %(site)s/webhooks/%(id)d/ once it answers."
    ) % {
        "because": endpoint.switched_off_because,
        "url": endpoint.url,
        "site": settings.SITE_URL,
        "id": endpoint.pk,
    }
    mail_admins(subject, message)


def _lease() -> datetime.timedelta:
    """Return after how long a worker that said nothing is taken for dead."""
    return datetime.timedelta(seconds=settings.WEBHOOK_SECONDS + 60)


def _since(began: float) -> int:
    return round((time.monotonic() - began) * 1000)


def _noted(row: WebhookDelivery) -> dict[str, object]:
    return {"verdict": row.verdict_id, "event": row.event, "url": row.endpoint.url}
