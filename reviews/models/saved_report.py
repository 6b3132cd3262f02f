from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from reviews.domain.report_periods import Period
from reviews.domain.report_schedule import Repeat
from reviews.models.report import ReportFormat

PERIOD_LABELS = {
    Period.YESTERDAY: _("yesterday"),
    Period.LAST_7_DAYS: _("last 7 days"),
    Period.LAST_WEEK: _("last week"),
    Period.THIS_MONTH: _("this month"),
    Period.LAST_MONTH: _("last month"),
    Period.LAST_QUARTER: _("last quarter"),
    Period.THIS_YEAR: _("this year"),
    Period.LAST_YEAR: _("last year"),
}
PERIOD_CHOICES = [(period.value, label) for period, label in PERIOD_LABELS.items()]
REPEAT_LABELS = {
    Repeat.DAILY: _("every day"),
    Repeat.WEEKLY: _("every Monday"),
    Repeat.MONTHLY: _("on the first of every month"),
}
REPEAT_CHOICES = [(repeat.value, label) for repeat, label in REPEAT_LABELS.items()]


class SavedReport(models.Model):
    """What a report holds, kept under a name: its owner's, or the desk's when it is shared.

    `period`, if any, takes the place of the days in `spec` whenever a report is made of it. With
    `repeat` one is made by itself at `hour` o'clock of `time_zone`; `next_due_at` says when next. A
    deleted one stays, for the reports that were made of it; `stopped_because` is for the owner to
    read when the machine had to end the repeating.
    """

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="saved_reports"
    )
    name = models.CharField(_("name"), max_length=60)
    spec = models.JSONField(_("filters"))
    period = models.CharField(_("period"), max_length=16, blank=True, choices=PERIOD_CHOICES)
    format = models.CharField(_("format"), max_length=10, choices=ReportFormat.choices)
    language = models.CharField(_("language"), max_length=12)
    is_shared = models.BooleanField(_("shared with the desk"), default=False)
    repeat = models.CharField(_("repeats"), max_length=10, blank=True, choices=REPEAT_CHOICES)
    hour = models.PositiveSmallIntegerField(_("hour"), null=True, blank=True)
    time_zone = models.CharField(_("time zone of the hour"), max_length=64, blank=True)
    next_due_at = models.DateTimeField(_("next due"), null=True, blank=True)
    stopped_because = models.CharField(_("why it is not repeated"), max_length=300, blank=True)
    added_at = models.DateTimeField(_("added"), auto_now_add=True)
    deleted_at = models.DateTimeField(_("deleted"), null=True, blank=True)

    class Meta:
        verbose_name = _("saved report")
        verbose_name_plural = _("saved reports")
        ordering = ["name", "id"]
        indexes = [
            models.Index(
                fields=["next_due_at"],
                condition=Q(next_due_at__isnull=False),
                name="saved_report_due",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "name"],
                condition=Q(deleted_at__isnull=True),
                name="saved_report_name_once_per_owner",
            ),
            models.CheckConstraint(condition=~Q(name=""), name="saved_report_has_a_name"),
            models.CheckConstraint(
                condition=Q(format__in=ReportFormat.values), name="saved_report_format_is_known"
            ),
            models.CheckConstraint(
                condition=Q(period__in=["", *(period.value for period in Period)]),
                name="saved_report_period_is_known",
            ),
            models.CheckConstraint(
                condition=Q(repeat="", hour__isnull=True, time_zone="", next_due_at__isnull=True)
                | (
                    Q(repeat__in=[repeat.value for repeat in Repeat], hour__range=(0, 23))
                    & ~Q(time_zone="")
                    & Q(next_due_at__isnull=False, deleted_at__isnull=True)
                ),
                name="saved_report_schedule_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def unschedule(self) -> None:
        """Have it repeated no more; the caller saves."""
        self.repeat, self.hour, self.time_zone, self.next_due_at = "", None, "", None
