from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class CheckImport(models.Model):
    """Earlier fact-checks that a person had taken in, and how far that is.

    `document` are the bytes that were sent, "" once it is over; empty from the start, and `url` the
    address, when a worker fetches it. It is due while `due_at` is set: that column is the work
    queue. `rows` is 0 until they were counted; `refused` names each that could not be read.
    """

    url = models.URLField(_("address"), max_length=2000, blank=True)
    name = models.CharField(_("file name"), max_length=300, blank=True)
    document = models.BinaryField(_("bytes received"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(_("asked for"), auto_now_add=True)
    due_at = models.DateTimeField(_("due"), null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)
    failure = models.TextField(_("failure"), blank=True)
    rows = models.PositiveIntegerField(_("rows"), default=0)
    done = models.PositiveIntegerField(_("rows done"), default=0)
    new = models.PositiveIntegerField(_("new"), default=0)
    changed = models.PositiveIntegerField(_("changed"), default=0)
    known = models.PositiveIntegerField(_("known"), default=0)
    withdrawn = models.PositiveIntegerField(_("taken back"), default=0)
    refused = models.JSONField(_("refused"), default=list)

    class Meta:
        verbose_name = _("import of earlier fact-checks")
        verbose_name_plural = _("imports of earlier fact-checks")
        ordering = ["-id"]
        indexes = [
            models.Index(
                fields=["due_at"], condition=Q(due_at__isnull=False), name="check_import_due"
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(due_at__isnull=True) | Q(finished_at__isnull=True),
                name="check_import_finished_is_not_due",
            ),
            models.CheckConstraint(
                condition=Q(failure="") | Q(finished_at__isnull=False),
                name="check_import_failed_is_finished",
            ),
            models.CheckConstraint(
                condition=Q(done__lte=F("rows")), name="check_import_done_of_rows"
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.url
