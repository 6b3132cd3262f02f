"""Rows of the log of a webhook: what is shown of a delivery, and whether more is to come."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.utils import timezone

from reviews.models import WebhookDelivery

SOON = datetime.timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class DeliveryRow:
    """A delivery as shown. A row that `is_under_way` asks after itself.

    `seen` is what of it changes. As long as that is the same the row stays as it is: an answer
    that somebody opened stays open, and a screen reader is not told the same again.
    """

    delivery: WebhookDelivery
    is_under_way: bool
    seen: str

    @classmethod
    def of(cls, delivery: WebhookDelivery) -> DeliveryRow:
        """Return the row of a delivery with its tries."""
        is_soon = delivery.due_at is not None and delivery.due_at < timezone.now() + SOON
        return cls(delivery, is_soon, f"{delivery.status}-{len(delivery.tries.all())}")
