"""Answers that are given again when the same request comes again."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

MAX_ROUTE = 300


class KeptAnswer(models.Model):
    """What a request was answered, under the key its sender gave it. Swept after a day.

    `digest` is the SHA-256 of what was sent, so that a key used for something else is noticed.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    route = models.CharField(_("method and path"), max_length=MAX_ROUTE)
    key = models.CharField(_("key"), max_length=255)
    digest = models.CharField(_("SHA-256 of what was sent"), max_length=64)
    status = models.PositiveSmallIntegerField(_("status"))
    content_type = models.CharField(_("content type"), max_length=100, blank=True)
    location = models.CharField(_("sent on to"), max_length=2000, blank=True)
    body = models.BinaryField(_("body"))
    created_at = models.DateTimeField(_("answered"), auto_now_add=True, db_index=True)

    class Meta:
        verbose_name = _("kept answer")
        verbose_name_plural = _("kept answers")
        constraints = [
            models.UniqueConstraint(fields=["key", "user", "route"], name="kept_answer_once"),
            models.CheckConstraint(
                condition=models.Q(status__gte=200, status__lt=400),
                name="kept_answer_is_no_refusal",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.route} {self.status}"
