from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from reviews.domain.triage import Act
from reviews.models.queue import QueueItem

ACT_LABELS = {
    Act.DISMISS: _("dismissed"),
    Act.ASSIGN: _("assigned"),
    Act.TAG: _("tagged"),
    Act.UNTAG: _("tag removed"),
    Act.SNOOZE: _("snoozed"),
    Act.WAKE: _("woken"),
    Act.BOOST: _("boosted"),
}
ACT_CHOICES = [(act.value, label) for act, label in ACT_LABELS.items()]


class TriageBatch(models.Model):
    """What one person did to several rows of the queue at once; it can be undone as a whole.

    `refused` holds the rows that were not changed: item, code, message. `key` is what its sender
    called it, so that the same sent again is not done again; `digest` is the SHA-256 of what was
    sent. One with a key that is not done is taken up again when it is sent again.
    """

    act = models.CharField(_("act"), max_length=10, choices=ACT_CHOICES)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(_("at"), auto_now_add=True)
    refused = models.JSONField(_("refused"), default=list)
    done_at = models.DateTimeField(_("done"), null=True, blank=True)
    undone_at = models.DateTimeField(_("undone"), null=True, blank=True)
    undo_refused = models.JSONField(_("not undone"), default=list)
    key = models.CharField(_("key"), max_length=255, blank=True)
    digest = models.CharField(_("SHA-256 of what was sent"), max_length=64, blank=True)
    undo_key = models.CharField(_("key of the undoing"), max_length=255, blank=True)

    class Meta:
        verbose_name = _("batch of triage")
        verbose_name_plural = _("batches of triage")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["by", "key"], condition=~Q(key=""), name="triage_batch_once_per_key"
            )
        ]

    def __str__(self) -> str:
        return f"#{self.pk} {self.act}"


class TriageChange(models.Model):
    """One act of triage on one item. `before` and `after` hold only what it changed.

    `by` is null for the machine, which wakes what was snoozed.
    """

    batch = models.ForeignKey(
        TriageBatch, models.PROTECT, null=True, blank=True, related_name="changes"
    )
    item = models.ForeignKey(QueueItem, models.CASCADE, related_name="changes")
    act = models.CharField(_("act"), max_length=10, choices=ACT_CHOICES)
    before = models.JSONField(_("before"), default=dict)
    after = models.JSONField(_("after"), default=dict)
    note = models.TextField(_("note"), blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(_("at"), auto_now_add=True)
    undone_at = models.DateTimeField(_("undone"), null=True, blank=True)

    class Meta:
        verbose_name = _("change by triage")
        verbose_name_plural = _("changes by triage")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["batch", "item"],
                condition=Q(batch__isnull=False),
                name="triage_once_per_batch_and_item",
            ),
            models.CheckConstraint(
                condition=Q(act__in=[act.value for act in Act]), name="triage_act_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.item_id} {self.act}"
