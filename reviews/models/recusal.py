from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from claims.models import Source
from reviews.domain.recusal import Kind
from reviews.models.tag import Tag

KIND_LABELS = {
    Kind.TAG: _("topic, by tag"),
    Kind.WORD: _("topic, by a word of the claim"),
    Kind.SOURCE: _("outlet"),
    Kind.SPEAKER: _("speaker"),
}
KIND_CHOICES = [(kind.value, label) for kind, label in KIND_LABELS.items()]


class Recusal(models.Model):
    """Something a person has no part in, from being declared until it is ended.

    One of `tag`, `source` and `text` (a word or a speaker's name) says from what. `reason` is for
    editors and the person alone.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="recusals")
    kind = models.CharField(_("from"), max_length=8, choices=KIND_CHOICES)
    tag = models.ForeignKey(Tag, models.PROTECT, null=True, blank=True, related_name="+")
    source = models.ForeignKey(Source, models.PROTECT, null=True, blank=True, related_name="+")
    text = models.CharField(_("word or name"), max_length=200, blank=True)
    reason = models.TextField(_("reason"))
    declared_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    declared_at = models.DateTimeField(_("declared"), auto_now_add=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)

    class Meta:
        verbose_name = _("recusal")
        verbose_name_plural = _("recusals")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind", "tag", "source", "text"],
                condition=Q(ended_at__isnull=True),
                nulls_distinct=False,
                name="recusal_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(kind=Kind.TAG, tag__isnull=False, source__isnull=True, text="")
                | Q(kind=Kind.SOURCE, tag__isnull=True, source__isnull=False, text="")
                | (
                    Q(kind__in=[Kind.WORD, Kind.SPEAKER], tag__isnull=True, source__isnull=True)
                    & ~Q(text="")
                ),
                name="recusal_is_from_one_thing",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_by__isnull=True)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="recusal_end_names_who_and_when",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="recusal_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.of_what}"

    @property
    def of_what(self) -> str:
        """Return the tag, outlet, word or name."""
        return str(self.tag or self.source or self.text)
