from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import MD5
from django.utils.translation import gettext_lazy as _

from claims.models.claim import Claim
from claims.models.stored_copy import StoredCopy


class Stance(models.TextChoices):
    FOR = "for", _("supports the claim")
    AGAINST = "against", _("speaks against it")
    CONTEXT = "context", _("context")


class EvidenceKind(models.TextChoices):
    PRIMARY = "primary", _("primary source")
    SECONDARY = "secondary", _("secondary source")


class Evidence(models.Model):
    """A row for, against or as context. Removal is a mark: what a review cited stays readable.

    `copy` is the page as it was at `fetched_at`; once a verdict cites it, the database keeps it so.
    Until then, and of what could not be fetched, there is none: see `PageWatch`. `publisher` may
    be empty until the copy names it.
    """

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="evidence")
    url = models.URLField(_("address"), max_length=2000)
    title = models.CharField(_("title"), max_length=500, blank=True)
    publisher = models.CharField(_("publisher"), max_length=200, blank=True)
    quote = models.TextField(_("quoted passage"), blank=True)
    note = models.TextField(_("note"), blank=True)
    stance = models.CharField(_("stance"), max_length=10, choices=Stance.choices)
    kind = models.CharField(_("kind"), max_length=10, choices=EvidenceKind.choices)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_at = models.DateTimeField(_("added"), auto_now_add=True)
    removed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    removed_at = models.DateTimeField(_("removed"), null=True, blank=True)
    copy = models.ForeignKey(
        StoredCopy, models.PROTECT, null=True, blank=True, related_name="evidence"
    )
    fetched_at = models.DateTimeField(_("fetched"), null=True, blank=True)

    class Meta:
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        ordering = ["id"]
        constraints = [
            # By digest: an index entry holds under 2,704 bytes, a passage may be longer.
            models.UniqueConstraint(
                F("claim"),
                F("url"),
                MD5("quote"),
                condition=Q(removed_at__isnull=True),
                name="evidence_once_per_claim",
            ),
            models.CheckConstraint(
                condition=Q(stance__in=Stance.values), name="evidence_stance_is_known"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=EvidenceKind.values), name="evidence_kind_is_known"
            ),
            models.CheckConstraint(
                condition=Q(removed_at__isnull=True, removed_by__isnull=True)
                | Q(removed_at__isnull=False, removed_by__isnull=False),
                name="evidence_removal_names_who_and_when",
            ),
            models.CheckConstraint(
                condition=Q(copy__isnull=True, fetched_at__isnull=True)
                | Q(copy__isnull=False, fetched_at__isnull=False),
                name="evidence_copy_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.url
