from __future__ import annotations

import datetime

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from claims.models.evidence import Evidence
from claims.models.stored_copy import StoredCopy

SOON = datetime.timedelta(minutes=1)


class QuoteFound(models.TextChoices):
    """How the quoted passage stands in the copy."""

    EXACT = "exact", _("found in the copy")
    FOLDED = "folded", _("found in the copy but for spaces, case and punctuation")
    FUZZY = "fuzzy", _("found but written differently")
    MISSING = "missing", _("not found: check the quotation")
    NO_TEXT = "no_text", _("the copy has no text that could be read")


# The copy may be of a question whether a person is looking: the page may be fetched again.
IN_DOUBT = frozenset({QuoteFound.MISSING, QuoteFound.NO_TEXT})


class PageWatch(models.Model):
    """When the page behind a row of evidence is fetched next, and what came of it.

    `due_at` is the work queue, as that of an article: first for the copy, later to see whether the
    page still says what is quoted. `failure` is why the last fetch brought nothing, for people.
    `latest` is the copy of how the page was last seen, if the passage is not as it was cited.
    `gone_times` counts the looks in a row that found no page or no passage any more.
    `quote_found` is "" while there is no copy, and of evidence that quotes nothing.
    """

    evidence = models.OneToOneField(Evidence, models.CASCADE, related_name="watch")
    due_at = models.DateTimeField(_("due"), null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    failure = models.TextField(_("failure"), blank=True)
    checked_at = models.DateTimeField(_("last looked at"), null=True, blank=True)
    gone_times = models.PositiveSmallIntegerField(_("times found gone"), default=0)
    quote_found = models.CharField(
        _("quotation in the copy"), max_length=8, choices=QuoteFound.choices, blank=True
    )
    latest = models.ForeignKey(
        StoredCopy, models.PROTECT, null=True, blank=True, related_name="later_watches"
    )

    class Meta:
        verbose_name = _("watch on a page")
        verbose_name_plural = _("watches on pages")
        ordering = ["id"]
        indexes = [
            models.Index(
                fields=["due_at"], condition=Q(due_at__isnull=False), name="page_watch_due"
            ),
            models.Index(
                fields=["checked_at"], condition=Q(due_at__isnull=True), name="page_watch_checked"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(quote_found__in=["", *QuoteFound.values]),
                name="page_watch_quote_found_is_known",
            )
        ]

    def __str__(self) -> str:
        return f"{self.evidence_id}: {self.due_at or self.checked_at}"

    @property
    def is_in_doubt(self) -> bool:
        """Return whether the copy lacks what is quoted."""
        return self.quote_found in IN_DOUBT

    @property
    def is_due_soon(self) -> bool:
        """Return whether a worker is about to fetch the page, or fetches it for the first time."""
        if self.due_at is None:
            return False
        return not self.failure or self.due_at <= timezone.now() + SOON
