from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from reviews.models.verdict import Verdict


class Handover(models.Model):
    """A verdict's authorship passed from `former` to `author` by an editor.

    The verdict names its author of now; these rows are who else wrote on it, so that none of them
    approves it.
    """

    verdict = models.ForeignKey(Verdict, models.CASCADE, related_name="handovers")
    former = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    note = models.TextField(_("note"))
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        verbose_name = _("handover")
        verbose_name_plural = _("handovers")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(former=F("author")), name="handover_is_to_somebody_else"
            ),
            models.CheckConstraint(condition=~Q(note=""), name="handover_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.former} → {self.author}"
