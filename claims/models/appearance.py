from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from claims.models.article import Article
from claims.models.claim import Claim
from claims.models.sentence import Sentence


class Appearance(models.Model):
    """Where a claim was made: an article and a code-point span of its text.

    `match_reasons` say why the appearance joined the claim it belongs to; they are empty for the
    appearance that made the claim. The claim is null until the matching stage has run.
    """

    article = models.ForeignKey(Article, models.PROTECT, related_name="appearances")
    sentence = models.OneToOneField(
        Sentence, models.SET_NULL, null=True, blank=True, related_name="appearance"
    )
    claim = models.ForeignKey(
        Claim, models.PROTECT, null=True, blank=True, related_name="appearances"
    )
    start = models.PositiveIntegerField(_("start"))
    end = models.PositiveIntegerField(_("end"))
    text = models.TextField(_("wording"))
    speaker = models.CharField(_("speaker"), max_length=200, blank=True)
    quantities = models.JSONField(_("quantities"), default=list)
    dates = models.JSONField(_("dates"), default=list)
    units = models.JSONField(_("claims in the sentence"), default=list)
    score = models.FloatField(_("check-worthiness"))
    reasons = models.JSONField(_("reasons"), default=list)
    repeats = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="repeated_by"
    )
    match_similarity = models.FloatField(_("similarity"), null=True, blank=True)
    match_reasons = models.JSONField(_("reasons for the match"), default=list)

    class Meta:
        verbose_name = _("appearance")
        verbose_name_plural = _("appearances")
        ordering = ["article", "start"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "start", "end"], name="appearance_once_per_span"
            ),
            models.CheckConstraint(
                condition=Q(end__gt=F("start")), name="appearance_span_is_not_empty"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="appearance_has_text"),
        ]

    def __str__(self) -> str:
        return self.text[:120]
