from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from claims.models import Claim, Evidence
from reviews.domain.reply import Outcome
from reviews.models.queue import QueueItem

OUTCOME_LABELS = {
    Outcome.WAITING: _("waiting for an answer"),
    Outcome.ANSWERED: _("answered"),
    Outcome.DECLINED: _("declined to comment"),
    Outcome.NO_ANSWER: _("did not answer"),
    Outcome.UNDELIVERABLE: _("could not be reached"),
}


class Channel(models.TextChoices):
    EMAIL = "email", _("e-mail")
    PHONE = "phone", _("phone")
    POST = "post", _("letter")
    FORM = "form", _("contact form")
    SOCIAL = "social", _("social network")


class ReplyRequest(models.Model):
    """Somebody a claim names or quotes, asked for comment before the verdict is published.

    `version` counts changes, to refuse stale ones. `noted_by` is who noted the outcome (null:
    nobody yet, or before that was kept). `evidence` is the row that holds the answer once it was
    put among the evidence.
    """

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="reply_requests")
    name = models.CharField(_("who is asked"), max_length=200)
    role = models.CharField(_("role"), max_length=200, blank=True)
    question = models.TextField(_("what was asked"))
    asked_at = models.DateTimeField(_("asked"))
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    deadline = models.DateTimeField(_("answer wanted by"))
    outcome = models.CharField(
        _("outcome"),
        max_length=14,
        choices=[(outcome.value, label) for outcome, label in OUTCOME_LABELS.items()],
        default=Outcome.WAITING.value,
    )
    answer = models.TextField(_("answer"), blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    evidence = models.OneToOneField(
        Evidence, models.PROTECT, null=True, blank=True, related_name="reply_request"
    )
    version = models.PositiveIntegerField(_("version"), default=1)

    class Meta:
        verbose_name = _("request for a reply")
        verbose_name_plural = _("requests for a reply")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(deadline__gt=F("asked_at")), name="reply_deadline_is_after_asking"
            ),
            models.CheckConstraint(
                condition=Q(outcome=Outcome.ANSWERED.value, answered_at__isnull=False)
                & ~Q(answer="")
                | (
                    ~Q(outcome=Outcome.ANSWERED.value)
                    & Q(answer="", answered_at__isnull=True, evidence__isnull=True)
                ),
                name="reply_answer_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=[outcome.value for outcome in Outcome]),
                name="reply_outcome_is_known",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class ReplyAttempt(models.Model):
    """One time somebody was tried: by letter, mail or phone. `address` is never published."""

    request = models.ForeignKey(ReplyRequest, models.PROTECT, related_name="attempts")
    channel = models.CharField(_("channel"), max_length=10, choices=Channel.choices)
    address = models.CharField(_("address or number"), max_length=300, blank=True)
    note = models.TextField(_("note"), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(_("tried"))

    class Meta:
        verbose_name = _("attempt to reach somebody")
        verbose_name_plural = _("attempts to reach somebody")
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(channel__in=Channel.values), name="reply_channel_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_channel_display()} {self.at:%Y-%m-%d %H:%M}"


class ReplyWaiver(models.Model):
    """An editor's reason for publishing without waiting for a reply. Readers see it."""

    item = models.OneToOneField(QueueItem, models.PROTECT, related_name="reply_waiver")
    reason = models.TextField(_("why nobody was waited for"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(_("at"), auto_now=True)

    class Meta:
        verbose_name = _("waived reply")
        verbose_name_plural = _("waived replies")
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="reply_waiver_has_a_reason"),
        ]

    def __str__(self) -> str:
        return self.reason[:80]
