from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from pgvector.django import HnswIndex, VectorField

from claims.matching.types import DIMENSIONS
from claims.models.claim import Claim


class EarlierCheck(models.Model):
    """A fact-check another desk published, imported from its ClaimReview. Shown, never copied.

    `page_key` and `claim_key` are those of `claims.sources.check_keys`: one page under http and
    https checks a claim once. `review_key` is that of one review in two feeds, "" if it has none.
    """

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
    page_key = models.CharField(_("key of the page"), max_length=64, default="")
    claim_key = models.CharField(_("key of the claim"), max_length=64, default="")
    review_key = models.CharField(_("key of the review"), max_length=64, blank=True)

    class Meta:
        verbose_name = _("earlier fact-check")
        verbose_name_plural = _("earlier fact-checks")
        indexes = [
            HnswIndex(
                fields=["vector"], name="earlier_check_vector", m=16, ef_construction=64,
                opclasses=["vector_cosine_ops"],
            ),
            models.Index(
                fields=["review_key"], condition=~Q(review_key=""), name="earlier_check_review"
            ),
        ]  # fmt: skip
        constraints = [
            models.UniqueConstraint(
                fields=["page_key", "claim_key"], name="earlier_check_once_per_claim"
            )
        ]

    def __str__(self) -> str:
        return self.claim_reviewed[:120]


class EarlierCheckMatch(models.Model):
    """The matcher found that an earlier fact-check is about this claim.

    `hidden_by` said that it is not: the machine leaves the row, and what they said, alone.
    """

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="earlier_checks")
    check_found = models.ForeignKey(EarlierCheck, models.CASCADE, related_name="matches")
    outcome = models.CharField(_("outcome"), max_length=10)
    similarity = models.FloatField(_("similarity"))
    reasons = models.JSONField(_("reasons"), default=list)
    hidden_at = models.DateTimeField(_("hidden"), null=True, blank=True)
    hidden_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    hidden_note = models.TextField(_("why it is hidden"), blank=True)

    class Meta:
        verbose_name = _("match with an earlier fact-check")
        verbose_name_plural = _("matches with earlier fact-checks")
        constraints = [
            models.UniqueConstraint(
                fields=["claim", "check_found"], name="earlier_check_match_once"
            ),
            models.CheckConstraint(
                condition=Q(hidden_at__isnull=True, hidden_by__isnull=True, hidden_note="")
                | (Q(hidden_at__isnull=False, hidden_by__isnull=False) & ~Q(hidden_note="")),
                name="earlier_check_match_is_hidden_with_a_note",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.claim_id} {self.outcome} {self.check_found_id}"
