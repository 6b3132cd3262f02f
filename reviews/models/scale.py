from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils import translation
from django.utils.translation import gettext_lazy as _


class Scale(models.Model):
    """A versioned set of ratings. A published verdict keeps the version it was given on."""

    version = models.PositiveIntegerField(_("version"), unique=True)
    worst = models.SmallIntegerField(_("worst rating"))
    best = models.SmallIntegerField(_("best rating"))
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    class Meta:
        verbose_name = _("scale")
        verbose_name_plural = _("scales")
        constraints = [
            models.CheckConstraint(condition=Q(best__gt=F("worst")), name="scale_best_above_worst")
        ]

    def __str__(self) -> str:
        return f"v{self.version}"


class Rating(models.Model):
    """One step of a scale. `labels` and `definitions` hold a text per UI language."""

    scale = models.ForeignKey(Scale, models.PROTECT, related_name="ratings")
    slug = models.SlugField(_("name"), max_length=40)
    number = models.SmallIntegerField(_("number"))
    colour = models.CharField(_("colour"), max_length=7)
    labels = models.JSONField(_("labels"))
    definitions = models.JSONField(_("definitions"))

    class Meta:
        verbose_name = _("rating")
        verbose_name_plural = _("ratings")
        ordering = ["scale", "number"]
        constraints = [
            models.UniqueConstraint(fields=["scale", "slug"], name="rating_once_per_scale"),
            models.UniqueConstraint(fields=["scale", "number"], name="rating_number_once"),
            models.CheckConstraint(
                condition=Q(colour__regex=r"^#[0-9a-f]{6}$"), name="rating_colour_is_hex"
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """Return the label in the language of the page, else in English."""
        return self.label_in(translation.get_language() or "en")

    def label_in(self, language: str) -> str:
        """Return the label in `language` (a BCP 47 tag, any case), else in English."""
        return str(self.labels.get(language.lower()) or self.labels["en"])

    @property
    def definition(self) -> str:
        """Return the definition in the language of the page, else in English."""
        language = translation.get_language() or "en"
        return str(self.definitions.get(language) or self.definitions["en"])
