from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from reviews.models.queue import QueueItem


class LeaseEnd(models.TextChoices):
    SUBMITTED = "submitted", _("submitted")
    RELEASED = "released", _("released")
    EXPIRED = "expired", _("expired")
    DISMISSED = "dismissed", _("dismissed")
    MERGED = "merged", _("merged")
    FORCED = "forced", _("ended by an administrator")


class Lease(models.Model):
    """One reviewer's timed hold on a queue item. Ended leases stay: they are the history."""

    item = models.ForeignKey(QueueItem, models.CASCADE, related_name="leases")
    reviewer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="leases")
    token = models.UUIDField(_("token"), default=uuid.uuid4, unique=True, editable=False)
    taken_at = models.DateTimeField(_("taken"))
    heartbeat_at = models.DateTimeField(_("last heartbeat"))
    expires_at = models.DateTimeField(_("expires"))
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)
    end = models.CharField(_("how it ended"), max_length=10, blank=True, choices=LeaseEnd.choices)

    class Meta:
        verbose_name = _("lease")
        verbose_name_plural = _("leases")
        ordering = ["-id"]
        indexes = [
            models.Index(
                fields=["reviewer", "expires_at"],
                condition=Q(ended_at__isnull=True),
                name="lease_running",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["item"], condition=Q(ended_at__isnull=True), name="lease_one_per_item"
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, end="")
                | (Q(ended_at__isnull=False) & ~Q(end="")),
                name="lease_end_is_whole",
            ),
            models.CheckConstraint(condition=Q(expires_at__gt=F("taken_at")), name="lease_lasts"),
        ]

    def __str__(self) -> str:
        return f"{self.reviewer} #{self.item_id}"
