from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class ReportFormat(models.TextChoices):
    CSV = "csv", "CSV"
    XLSX = "xlsx", _("Excel workbook (XLSX)")
    JSONL = "jsonl", "JSON Lines"
    JSONLD = "jsonld", "ClaimReview JSON-LD"
    HTML = "html", "HTML"
    PDF = "pdf", "PDF"
    MARKDOWN = "markdown", "Markdown"
    BUNDLE = "bundle", _("verifiable bundle (ZIP)")


class ReportStatus(models.TextChoices):
    WAITING = "waiting", _("waiting")
    DONE = "done", _("done")
    FAILED = "failed", _("failed")


class Report(models.Model):
    """An export of published verdicts: filters, format, rows, file, SHA-256.

    Built by a worker while `due_at` says so, as an article's steps are; `file` names it in the
    storage and is set with its digest, size and rows.
    """

    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="reports"
    )
    format = models.CharField(_("format"), max_length=10, choices=ReportFormat.choices)
    published_from = models.DateField(_("published from"))
    published_to = models.DateField(_("published to"))
    time_zone = models.CharField(_("time zone of the days"), max_length=64)
    status = models.CharField(
        _("status"), max_length=10, choices=ReportStatus.choices, default=ReportStatus.WAITING
    )
    failure = models.TextField(_("failure"), blank=True)
    file = models.CharField(_("file"), max_length=300, blank=True)
    sha256 = models.CharField(_("SHA-256"), max_length=64, blank=True)
    size = models.PositiveBigIntegerField(_("bytes"), null=True, blank=True)
    rows = models.PositiveIntegerField(_("rows"), null=True, blank=True)
    due_at = models.DateTimeField(_("due"), null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    created_at = models.DateTimeField(_("requested"), auto_now_add=True)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(published_to__gte=models.F("published_from")),
                name="report_period_is_not_reversed",
            ),
            models.CheckConstraint(
                condition=~Q(status="done")
                | (
                    ~Q(file="")
                    & ~Q(sha256="")
                    & Q(size__isnull=False, rows__isnull=False, finished_at__isnull=False)
                ),
                name="report_done_has_its_file",
            ),
            models.CheckConstraint(
                condition=Q(format__in=ReportFormat.values), name="report_format_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_format_display()} {self.published_from} – {self.published_to}"
