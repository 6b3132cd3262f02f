"""Deliveries: written in the transaction of what they tell of, and tried again on demand."""

from __future__ import annotations

import uuid

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from factcheck.accounts.models import User
from factcheck.audit.log import record
from factcheck.errors import WrongState
from reviews.exports.webhook_body import event_body, trial_body
from reviews.models import (
    DeliveryStatus,
    Verdict,
    VerdictStatus,
    WebhookDelivery,
    WebhookEndpoint,
    WebhookEvent,
)
from reviews.models.webhook import TEST_EVENT
from reviews.selectors.verdicts import EVER_PUBLISHED, verdicts_with_context
from reviews.services.webhooks import check_is_on, check_keeper, webhook_lock


def deliveries_plan(*, verdict: Verdict) -> list[WebhookDelivery]:
    """Write what is to be sent of a verdict that was just published or retracted.

    Call it in the transaction that did so: a delivery is due if, and only if, it is committed.
    """
    event = _event_of(verdict)
    told = WebhookEndpoint.objects.filter(switched_off_at=None, events__contains=[event])
    endpoints = list(told)
    if not endpoints:
        return []
    shown, now = verdicts_with_context().get(pk=verdict.pk), timezone.now()
    planned = []
    for endpoint in endpoints:
        key = uuid.uuid4()
        body = event_body(key=key, event=event, verdict=shown)
        planned.append(
            WebhookDelivery(
                key=key, endpoint=endpoint, event=event, verdict=verdict, body=body, due_at=now
            )
        )
    return WebhookDelivery.objects.bulk_create(planned)


def webhook_try(*, endpoint: WebhookEndpoint, actor: User) -> WebhookDelivery:
    """Send a test event to an address. Raises NotAllowed, and WrongState when it is off."""
    check_keeper(actor)
    with transaction.atomic():
        row = webhook_lock(endpoint_id=endpoint.pk)
        check_is_on(row)
        key = uuid.uuid4()
        delivery = WebhookDelivery.objects.create(
            key=key,
            endpoint=row,
            event=TEST_EVENT,
            body=trial_body(key=key),
            due_at=timezone.now(),
        )
        record(actor=actor, action="webhook.try", target=row)
    return delivery


def delivery_retry(*, delivery: WebhookDelivery, actor: User) -> WebhookDelivery:
    """Send a delivery again that waits, was given up or stopped: at once, with all its attempts.

    Raises NotAllowed, and WrongState when it has arrived or the webhook is off.
    """
    check_keeper(actor)
    with transaction.atomic():
        check_is_on(webhook_lock(endpoint_id=delivery.endpoint_id))
        row = WebhookDelivery.objects.select_for_update(no_key=True).get(pk=delivery.pk)
        if row.status == DeliveryStatus.DELIVERED:
            raise WrongState(_("This has arrived. It is not sent twice."), code="delivered")
        row.status, row.attempts, row.due_at = DeliveryStatus.WAITING, 0, timezone.now()
        row.save(update_fields=["status", "attempts", "due_at"])
        record(actor=actor, action="webhook.retry", target=row)
    return row


def _event_of(verdict: Verdict) -> WebhookEvent:
    """Return what happened: whoever got an earlier version is told of a correction."""
    if verdict.status == VerdictStatus.RETRACTED:
        return WebhookEvent.RETRACTED
    earlier = Verdict.objects.filter(
        claim=verdict.claim_id, version__lt=verdict.version, status__in=EVER_PUBLISHED
    )
    return WebhookEvent.CORRECTED if earlier.exists() else WebhookEvent.PUBLISHED
