from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from reviews.domain.boosts import MOST_POINTS, Trait

TRAIT_LABELS = {
    Trait.LANGUAGE: _("language (its tag, such as id)"),
    Trait.SOURCE: _("outlet"),
    Trait.SPEAKER: _("speaker"),
    Trait.WORD: _("words in the claim"),
    Trait.TAG: _("tag"),
}


class BoostRule(models.Model):
    """A desk's own points for claims of a kind: `points` where `trait` is `value`.

    `reason` is shown to whoever asks why a claim has its priority. An ended rule stays as history.
    `swept_to` is the last open item that was weighed anew since the rule came or went; null: all.
    """

    trait = models.CharField(
        _("of"),
        max_length=10,
        choices=[(trait.value, label) for trait, label in TRAIT_LABELS.items()],
    )
    value = models.CharField(_("is"), max_length=200)
    points = models.SmallIntegerField(_("points"))
    reason = models.CharField(_("reason"), max_length=200)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_at = models.DateTimeField(_("added"), auto_now_add=True)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)
    swept_to = models.BigIntegerField(_("applied up to"), null=True, blank=True, default=0)

    class Meta:
        verbose_name = _("boost")
        verbose_name_plural = _("boosts")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["trait", "value"],
                condition=Q(ended_at__isnull=True),
                name="boost_once_per_value",
            ),
            models.CheckConstraint(
                condition=Q(trait__in=[trait.value for trait in Trait]),
                name="boost_trait_is_known",
            ),
            models.CheckConstraint(
                condition=Q(points__gte=-MOST_POINTS, points__lte=MOST_POINTS) & ~Q(points=0),
                name="boost_points_in_bounds",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="boost_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.value} {self.points:+d}"
