from __future__ import annotations

from django.db import models
from django.db.models import F
from django.db.models.functions import MD5
from django.utils.translation import gettext_lazy as _
from pgvector.django import HnswIndex, VectorField

from claims.matching.types import DIMENSIONS
from claims.models.claim import Claim


class EarlierCheck(models.Model):
    """A fact-check another desk published, imported from its ClaimReview. Shown, never copied."""

    url = models.URLField(_("address"), max_length=2000)
    publisher = models.CharField(_("publisher"), max_length=200)
    claim_reviewed = models.TextField(_("claim reviewed"))
    rating = models.CharField(_("rating"), max_length=200)
    language = models.CharField(_("language"), max_length=12)
    published_on = models.DateField(_("published"), null=True, blank=True)
    imported_at = models.DateTimeField(_("imported"), auto_now_add=True)
    claim_review = models.JSONField(_("ClaimReview as received"))
    quantities = models.JSONField(_("quantities"), default=list)
    vector = VectorField(dimensions=DIMENSIONS)

    class Meta:
        verbose_name = _("earlier fact-check")
        verbose_name_plural = _("earlier fact-checks")
        indexes = [
            HnswIndex(
                fields=["vector"], name="earlier_check_vector", m=16, ef_construction=64,
                opclasses=["vector_cosine_ops"],
            )
        ]  # fmt: skip
        constraints = [
            # By digest: an index entry holds under 2,704 bytes, a claim may be longer.
            models.UniqueConstraint(
                F("url"), MD5("claim_reviewed"), name="earlier_check_once_per_claim"
            )
        ]

    def __str__(self) -> str:
        return self.claim_reviewed[:120]


class EarlierCheckMatch(models.Model):
    """The matcher found that an earlier fact-check is about this claim."""

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="earlier_checks")
    check_found = models.ForeignKey(EarlierCheck, models.CASCADE, related_name="matches")
    outcome = models.CharField(_("outcome"), max_length=10)
    similarity = models.FloatField(_("similarity"))
    reasons = models.JSONField(_("reasons"), default=list)

    class Meta:
        verbose_name = _("match with an earlier fact-check")
        verbose_name_plural = _("matches with earlier fact-checks")
        constraints = [
            models.UniqueConstraint(
                fields=["claim", "check_found"], name="earlier_check_match_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.claim_id} {self.outcome} {self.check_found_id}"
