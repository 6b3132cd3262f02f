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
    BUILDING = "building", _("being built")
    DONE = "done", _("done")
    FAILED = "failed", _("failed")
    CANCELLED = "cancelled", _("cancelled")
    EXPIRED = "expired", _("expired")


class Report(models.Model):
    """An export of verdicts as they stood at `as_of`: filters, format, rows, file, SHA-256.

    A worker builds it while `due_at` says so, as the steps of articles are done. Whoever builds has
    `token` until `due_at` and writes only while it is theirs. `progress` of `total` rows are
    written; `part` names the file they are in, of which `part_rows` in `part_bytes`, up to the
    verdict `part_after`, are known to be right: see reviews/services/report_building.py. `furthest`
    tells a step forward from rows that are written again. `file` is deleted when it expires; the
    row and its hash stay.
    """

    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="reports"
    )
    saved = models.ForeignKey(
        "SavedReport", models.PROTECT, null=True, blank=True, related_name="reports"
    )
    title = models.CharField(_("title"), max_length=60, blank=True)
    format = models.CharField(_("format"), max_length=10, choices=ReportFormat.choices)
    spec = models.JSONField(_("filters"))
    language = models.CharField(_("language"), max_length=12, default="en")
    as_of = models.DateTimeField(_("rows as of"))
    status = models.CharField(
        _("status"), max_length=10, choices=ReportStatus.choices, default=ReportStatus.WAITING
    )
    failure = models.TextField(_("failure"), blank=True)
    total = models.PositiveIntegerField(_("rows to write"), null=True, blank=True)
    progress = models.PositiveIntegerField(_("rows written"), default=0)
    furthest = models.PositiveIntegerField(_("most rows ever written"), default=0)
    part = models.CharField(_("part of the file"), max_length=300, blank=True)
    part_rows = models.PositiveIntegerField(_("rows in the part"), default=0)
    part_after = models.PositiveBigIntegerField(_("last verdict in the part"), default=0)
    part_bytes = models.PositiveBigIntegerField(_("bytes of the part"), default=0)
    file = models.CharField(_("file"), max_length=300, blank=True)
    sha256 = models.CharField(_("SHA-256"), max_length=64, blank=True)
    size = models.PositiveBigIntegerField(_("bytes"), null=True, blank=True)
    rows = models.PositiveIntegerField(_("rows"), null=True, blank=True)
    due_at = models.DateTimeField(_("due"), null=True, blank=True)
    token = models.UUIDField(_("token of the worker"), null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    created_at = models.DateTimeField(_("requested"), auto_now_add=True)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)
    expires_at = models.DateTimeField(_("expires"), null=True, blank=True)

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["due_at"], condition=Q(due_at__isnull=False), name="report_due"),
            models.Index(fields=["expires_at"], condition=Q(status="done"), name="report_expires"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(status="done")
                | (
                    ~Q(file="")
                    & ~Q(sha256="")
                    & Q(
                        size__isnull=False,
                        rows__isnull=False,
                        finished_at__isnull=False,
                        expires_at__isnull=False,
                    )
                ),
                name="report_done_has_its_file",
            ),
            models.CheckConstraint(
                condition=~Q(status="expired") | (Q(file="") & ~Q(sha256="")),
                name="report_expired_keeps_its_hash",
            ),
            models.CheckConstraint(
                condition=Q(status="building", token__isnull=False, due_at__isnull=False)
                | Q(status="waiting", token__isnull=True, due_at__isnull=False)
                | (
                    ~Q(status__in=["building", "waiting"])
                    & Q(token__isnull=True, due_at__isnull=True)
                ),
                name="report_is_due_until_it_ends",
            ),
            models.CheckConstraint(
                condition=Q(format__in=ReportFormat.values), name="report_format_is_known"
            ),
        ]

    def __str__(self) -> str:
        return self.title or f"{self.get_format_display()} #{self.pk}"
