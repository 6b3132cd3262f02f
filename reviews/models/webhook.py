from __future__ import annotations

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from reviews.models.verdict import Verdict


class WebhookEvent(models.TextChoices):
    """What may be told of a verdict."""

    PUBLISHED = "verdict.published", _("a verdict is published")
    CORRECTED = "verdict.corrected", _("a verdict is corrected")
    RETRACTED = "verdict.retracted", _("a verdict is retracted")


TEST_EVENT = "test"


class WebhookEndpoint(models.Model):
    """An address that is told of verdicts. One that nobody wants any more is switched off.

    `secret` signs what is sent; it is shown once and never again. `failing_since` is the first
    failure since anything arrived.
    """

    url = models.URLField(_("address"), max_length=2000)
    secret = models.CharField(_("secret"), max_length=100)
    events = ArrayField(models.CharField(max_length=30), verbose_name=_("tells of"))
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_at = models.DateTimeField(_("added"), auto_now_add=True)
    failing_since = models.DateTimeField(_("failing since"), null=True, blank=True)
    switched_off_at = models.DateTimeField(_("switched off"), null=True, blank=True)
    switched_off_because = models.TextField(_("why it was switched off"), blank=True)

    class Meta:
        verbose_name = _("webhook")
        verbose_name_plural = _("webhooks")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["url"], name="webhook_once_per_address"),
            models.CheckConstraint(
                condition=Q(events__len__gt=0, events__contained_by=WebhookEvent.values),
                name="webhook_events_are_known",
            ),
            models.CheckConstraint(condition=~Q(secret=""), name="webhook_has_a_secret"),
            models.CheckConstraint(
                condition=Q(switched_off_at__isnull=True, switched_off_because="")
                | (Q(switched_off_at__isnull=False) & ~Q(switched_off_because="")),
                name="webhook_off_says_why",
            ),
        ]

    def __str__(self) -> str:
        return self.url


class DeliveryStatus(models.TextChoices):
    WAITING = "waiting", _("waiting")
    DELIVERED = "delivered", _("delivered")
    GIVEN_UP = "given_up", _("given up")
    STOPPED = "stopped", _("stopped: the webhook was switched off")


class WebhookDelivery(models.Model):
    """One event for one endpoint. Sent by a worker while `due_at` says so, as articles' steps are.

    `body` is what is sent, byte for byte, each time: it is written with the verdict, and a receiver
    that gets it twice knows it by `key`.
    """

    key = models.UUIDField(_("id for the receiver"), default=uuid.uuid4)
    endpoint = models.ForeignKey(WebhookEndpoint, models.PROTECT, related_name="deliveries")
    event = models.CharField(_("event"), max_length=30)
    verdict = models.ForeignKey(
        Verdict, models.PROTECT, null=True, blank=True, related_name="deliveries"
    )
    body = models.TextField(_("body"))
    status = models.CharField(
        _("status"), max_length=10, choices=DeliveryStatus.choices, default=DeliveryStatus.WAITING
    )
    due_at = models.DateTimeField(_("due"), null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    delivered_at = models.DateTimeField(_("delivered"), null=True, blank=True)

    class Meta:
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        ordering = ["-id"]
        indexes = [
            models.Index(
                fields=["due_at"], condition=Q(due_at__isnull=False), name="webhook_delivery_due"
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["key"], name="webhook_delivery_key_once"),
            models.CheckConstraint(
                condition=Q(status="waiting", due_at__isnull=False)
                | (Q(status__in=["delivered", "given_up", "stopped"]) & Q(due_at__isnull=True)),
                name="webhook_delivery_waits_while_due",
            ),
            models.CheckConstraint(
                condition=Q(status="delivered", delivered_at__isnull=False)
                | (~Q(status="delivered") & Q(delivered_at__isnull=True)),
                name="webhook_delivered_has_its_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event} {self.key}"


class WebhookAttempt(models.Model):
    """One try to deliver: the HTTP status, or why there was none, and how long it took."""

    delivery = models.ForeignKey(WebhookDelivery, models.PROTECT, related_name="tries")
    at = models.DateTimeField(_("at"), auto_now_add=True)
    status = models.PositiveSmallIntegerField(_("HTTP status"), null=True, blank=True)
    milliseconds = models.PositiveIntegerField(_("milliseconds"))
    failure = models.CharField(_("failure"), max_length=200, blank=True)
    answer = models.CharField(_("beginning of the answer"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("attempt")
        verbose_name_plural = _("attempts")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__isnull=False) | ~Q(failure=""),
                name="webhook_attempt_has_an_outcome",
            ),
        ]

    def __str__(self) -> str:
        return self.failure or str(self.status)
