from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from pgvector.django import HnswIndex, VectorField

from claims.matching.types import DIMENSIONS
from claims.models.claim_words import ClaimWords


class Family(models.Model):
    """Claims that answer one question differently: another figure, date, subject, or a denial."""

    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    class Meta:
        verbose_name = _("family")
        verbose_name_plural = _("families")

    def __str__(self) -> str:
        return f"#{self.pk}"


class Claim(models.Model):
    """The statement under check: verbatim from its first appearance.

    `clarified` is an editor's wording beside it, never over it. `vector`, `speaker`,
    `quantities` and `dates` are those of the first appearance and serve matching, and so does
    `about`, whom its article is about, and `keys` (`matching.keys`). `units` are the claims of a
    sentence that holds several.
    """

    text = models.TextField(_("claim"))
    clarified = models.TextField(_("clarified wording"), blank=True)
    language = models.CharField(_("language"), max_length=12)
    speaker = models.CharField(_("speaker"), max_length=200, blank=True)
    quantities = models.JSONField(_("quantities"), default=list)
    dates = models.JSONField(_("dates"), default=list)
    units = models.JSONField(_("claims in the sentence"), default=list)
    score = models.FloatField(_("check-worthiness"), default=0)
    about = models.TextField(_("whom the article is about"), blank=True, db_default="")
    keys = ArrayField(models.TextField(), verbose_name=_("names and figures"), default=list)
    vector = VectorField(dimensions=DIMENSIONS)
    family = models.ForeignKey(
        Family, models.SET_NULL, null=True, blank=True, related_name="claims"
    )
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged_claims"
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    class Meta:
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        ordering = ["-id"]
        indexes = [
            HnswIndex(
                fields=["vector"], name="claim_vector", m=32, ef_construction=128,
                opclasses=["vector_cosine_ops"],
            ),
            # The queue is searched and filtered by these.
            GinIndex(ClaimWords(), name="claim_words"),
            GinIndex(fields=["keys"], name="claim_keys", fastupdate=False),
            models.Index(fields=["language"], name="claim_language"),
            models.Index(fields=["created_at"], name="claim_created"),  # counted by day
            models.Index(fields=["speaker"], condition=~Q(speaker=""), name="claim_speaker"),
        ]  # fmt: skip
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="claim_has_text"),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")),
                name="claim_is_not_merged_into_itself",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:120]


class ClaimRelation(models.Model):
    """What the matcher (or a person) says of two claims that are not the same.

    `differs` puts both in one family; `related` is a suggestion for people, nothing else.
    """

    class Outcome(models.TextChoices):
        DIFFERS = "differs", _("differs")
        RELATED = "related", _("related")

    lower = models.ForeignKey(Claim, models.CASCADE, related_name="+")
    higher = models.ForeignKey(Claim, models.CASCADE, related_name="+")
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome.choices)
    aspects = models.JSONField(_("differs in"), default=list)
    similarity = models.FloatField(_("similarity"))
    reasons = models.JSONField(_("reasons"), default=list)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    class Meta:
        verbose_name = _("relation")
        verbose_name_plural = _("relations")
        constraints = [
            models.UniqueConstraint(fields=["lower", "higher"], name="relation_once_per_pair"),
            models.CheckConstraint(
                condition=Q(lower__lt=F("higher")), name="relation_pair_is_ordered"
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=["differs", "related"]), name="relation_outcome_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.lower_id} {self.outcome} {self.higher_id}"
