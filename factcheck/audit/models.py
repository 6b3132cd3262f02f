"""The audit log: append-only (a trigger refuses change and deletion) and hash-chained."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class AuditEvent(models.Model):
    """One mutation. Names are copied, so that the row outlives the person and the thing.

    `hash` is the SHA-256 of the canonical JSON of the row and `previous_hash`; see `chain`.
    """

    at = models.DateTimeField(_("at"))
    actor_id = models.BigIntegerField(_("actor id"), null=True, blank=True)
    actor_name = models.CharField(_("actor"), max_length=300)
    action = models.CharField(_("action"), max_length=100)
    target_type = models.CharField(_("kind of thing"), max_length=100)
    target_id = models.BigIntegerField(_("thing id"))
    before = models.JSONField(_("before"), default=dict)
    after = models.JSONField(_("after"), default=dict)
    note = models.TextField(_("note"), blank=True)
    previous_hash = models.CharField(_("previous hash"), max_length=64, blank=True)
    hash = models.CharField(_("hash"), max_length=64, unique=True)

    class Meta:
        verbose_name = _("audit event")
        verbose_name_plural = _("audit events")
        ordering = ["id"]
        indexes = [models.Index(fields=["target_type", "target_id", "id"], name="audit_target")]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor_name} {self.action}"
