"""Webhooks, and the log of what was delivered."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Max, Q, QuerySet

from reviews.models import DeliveryStatus, WebhookDelivery, WebhookEndpoint

PAGE = 30


@dataclass(frozen=True, slots=True)
class DeliveryPage:
    """One page of the log, newest first; `next_before` is the `before` of the next, if any."""

    deliveries: list[WebhookDelivery]
    next_before: int | None


def webhooks() -> QuerySet[WebhookEndpoint]:
    """Return the webhooks, newest first, with how many deliveries wait and when one arrived."""
    return WebhookEndpoint.objects.select_related("added_by").annotate(
        waiting=Count("deliveries", filter=Q(deliveries__status=DeliveryStatus.WAITING)),
        last_delivered_at=Max("deliveries__delivered_at"),
    )


def webhook_deliveries() -> QuerySet[WebhookDelivery]:
    """Return deliveries with their attempts, without their bodies."""
    rows = WebhookDelivery.objects.select_related("verdict").defer("body")
    return rows.prefetch_related("tries").order_by("-id")


def delivery_page(endpoint: WebhookEndpoint, before: int | None) -> DeliveryPage:
    """Return a page of the log of a webhook."""
    rows = webhook_deliveries().filter(endpoint=endpoint)
    if before is not None:
        rows = rows.filter(pk__lt=before)
    found = list(rows[: PAGE + 1])
    return DeliveryPage(found[:PAGE], found[PAGE - 1].pk if len(found) > PAGE else None)
