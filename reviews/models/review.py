from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from claims.models import Evidence
from reviews.models.queue import QueueItem
from reviews.models.scale import Rating


class ReviewStatus(models.TextChoices):
    DRAFT = "draft", _("draft")
    SUBMITTED = "submitted", _("submitted")


class Confidence(models.IntegerChoices):
    LOW = 1, _("low")
    MEDIUM = 2, _("medium")
    HIGH = 3, _("high")


class Review(models.Model):
    """One person's rating, rationale and evidence. `version` counts saves, to refuse stale ones."""

    item = models.ForeignKey(QueueItem, models.PROTECT, related_name="reviews")
    reviewer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="reviews")
    status = models.CharField(
        _("status"), max_length=10, choices=ReviewStatus.choices, default=ReviewStatus.DRAFT
    )
    rating = models.ForeignKey(Rating, models.PROTECT, null=True, blank=True, related_name="+")
    summary = models.CharField(_("summary"), max_length=500, blank=True)
    rationale = models.TextField(_("rationale"), blank=True)
    no_evidence_reason = models.TextField(_("why there is no evidence"), blank=True)
    confidence = models.PositiveSmallIntegerField(
        _("confidence"), choices=Confidence.choices, default=Confidence.MEDIUM
    )
    evidence = models.ManyToManyField(Evidence, blank=True, related_name="reviews")
    is_adjudication = models.BooleanField(_("adjudication"), default=False)
    version = models.PositiveIntegerField(_("version"), default=0)
    saved_at = models.DateTimeField(_("saved"), auto_now=True)
    submitted_at = models.DateTimeField(_("submitted"), null=True, blank=True)

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        ordering = ["id"]
        indexes = [models.Index(fields=["submitted_at"], name="review_submitted")]
        constraints = [
            models.UniqueConstraint(fields=["item", "reviewer"], name="review_once_per_person"),
            models.CheckConstraint(
                condition=Q(status=ReviewStatus.DRAFT, submitted_at__isnull=True)
                | (
                    Q(status=ReviewStatus.SUBMITTED, submitted_at__isnull=False)
                    & Q(rating__isnull=False)
                    & ~Q(summary="")
                    & ~Q(rationale="")
                ),
                name="review_submitted_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reviewer} #{self.item_id}"

    @property
    def is_submitted(self) -> bool:
        """Return whether the review is final; a draft is its writer's alone."""
        return self.status == ReviewStatus.SUBMITTED

    @cached_property
    def cited(self) -> list[int]:
        """Return the ids of the evidence the review cites, in order."""
        return sorted(row.pk for row in self.evidence.all())
