from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from reviews.domain.dismissals import OF_ITSELF, Outcome, Why
from reviews.models.queue import QueueItem

WHY_LABELS = {
    Why.NOT_CHECKABLE: _("cannot be checked"),
    Why.OPINION: _("an opinion"),
    Why.FORECAST: _("a forecast or promise"),
    Why.DUPLICATE: _("a duplicate"),
    Why.OUT_OF_SCOPE: _("outside what the desk checks"),
    Why.TOO_MINOR: _("too minor"),
    Why.SATIRE: _("satire"),
    Why.MACHINE_ERROR: _("the machine's mistake"),
    Why.MARK_WITHDRAWN: _("the mark that raised it was taken back"),
    Why.OTHER: _("another reason"),
}
WHY_CHOICES = [(why.value, label) for why, label in WHY_LABELS.items() if why not in OF_ITSELF]
OUTCOME_LABELS = {Outcome.CONFIRMED: _("confirmed"), Outcome.OVERTURNED: _("overturned")}


class Dismissal(models.Model):
    """One line of the ledger: who took a claim out of the queue, why, and whether that stood.

    `is_drawn`: by lot, a second person looks at it; `outcome` is what that person said. A
    dismissal stands until `restored_at`.
    """

    item = models.ForeignKey(QueueItem, models.PROTECT, related_name="dismissals")
    why = models.CharField(
        _("reason"),
        max_length=16,
        choices=[(why.value, label) for why, label in WHY_LABELS.items()],
    )
    note = models.TextField(_("note"), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(_("at"), auto_now_add=True)
    restored_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    restored_at = models.DateTimeField(_("restored"), null=True, blank=True)
    is_drawn = models.BooleanField(_("drawn for a second look"), default=False)
    outcome = models.CharField(
        _("second look"),
        max_length=10,
        blank=True,
        choices=[(outcome.value, label) for outcome, label in OUTCOME_LABELS.items()],
    )
    looked_at = models.DateTimeField(_("looked at again"), null=True, blank=True)
    looked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    look_note = models.TextField(_("note of the second look"), blank=True)

    class Meta:
        verbose_name = _("dismissal")
        verbose_name_plural = _("dismissals")
        ordering = ["-id"]
        indexes = [
            models.Index(
                fields=["id"],
                condition=Q(is_drawn=True, outcome="", restored_at__isnull=True),
                name="dismissal_to_look_at",
            ),
            models.Index(fields=["outcome"], condition=~Q(outcome=""), name="dismissal_outcome"),
            models.Index(fields=["why", "-id"], name="dismissal_why"),
            models.Index(fields=["by", "-id"], name="dismissal_by"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["item"],
                condition=Q(restored_at__isnull=True),
                name="dismissal_one_standing_per_item",
            ),
            models.CheckConstraint(
                condition=Q(why__in=[why.value for why in Why]), name="dismissal_why_is_known"
            ),
            models.CheckConstraint(
                condition=Q(restored_at__isnull=True, restored_by__isnull=True)
                | Q(restored_at__isnull=False),  # by nobody: the machine
                name="dismissal_restoring_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(outcome="", looked_at__isnull=True, looked_by__isnull=True)
                | Q(
                    outcome__in=[outcome.value for outcome in Outcome],
                    looked_at__isnull=False,
                    looked_by__isnull=False,
                ),
                name="dismissal_second_look_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(looked_by__isnull=True) | ~Q(looked_by=F("by")),
                name="dismissal_second_look_by_another",
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.item_id} {self.why}"
