from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from claims.models.article import Article


class MarkLabel(models.TextChoices):
    CHECK = "check", _("should be checked")
    NO_CLAIM = "no_claim", _("not a claim")


class SentenceMark(models.Model):
    """What one person says of a sentence: an example by which the machine can be measured.

    Bound to the span and not to the machine's row: a later engine scores the article anew. A mark
    is never changed; one that is taken back, or replaced by another, stays with `withdrawn_at`.
    """

    article = models.ForeignKey(Article, models.PROTECT, related_name="marks")
    start = models.PositiveIntegerField(_("start"))
    end = models.PositiveIntegerField(_("end"))
    label = models.CharField(_("label"), max_length=10, choices=MarkLabel.choices)
    note = models.TextField(_("note"), blank=True)
    language = models.CharField(_("language"), max_length=12, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(_("at"), auto_now_add=True)
    withdrawn_at = models.DateTimeField(_("taken back"), null=True, blank=True)

    class Meta:
        verbose_name = _("mark on a sentence")
        verbose_name_plural = _("marks on sentences")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "start", "end", "by"],
                condition=Q(withdrawn_at__isnull=True),
                name="mark_one_current_per_person",
            ),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="mark_span_is_not_empty"),
            models.CheckConstraint(
                condition=Q(label__in=MarkLabel.values), name="mark_label_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(label=MarkLabel.NO_CLAIM) | ~Q(note=""),
                name="mark_of_no_claim_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article_id}:{self.start}-{self.end} {self.label}"
