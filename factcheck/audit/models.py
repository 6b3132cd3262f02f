"""The audit log: append-only (triggers refuse all but the next event) and hash-chained."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

# Actions of administrators who forced what the table of states refuses begin with it.
BREAK_GLASS = "break_glass."


class AuditEvent(models.Model):
    """One mutation. Names are copied, so that the row outlives the person and the thing.

    `hash` is the SHA-256 over the row's content and `previous_hash`; see `chain`.
    """

    at = models.DateTimeField(_("at"), db_index=True)
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
        indexes = [
            models.Index(fields=["target_type", "target_id", "id"], name="audit_target"),
            models.Index(fields=["actor_id", "id"], name="audit_actor"),
            models.Index(fields=["action", "id"], name="audit_action"),
            # The queue page asks on every visit whether there was any of late.
            models.Index(
                fields=["id"],
                condition=Q(action__startswith=BREAK_GLASS),
                name="audit_break_glass",
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["previous_hash"], name="audit_auditevent_no_fork"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor_name} {self.action}"

    def content(self) -> dict[str, Any]:
        """Return the columns that the hash covers, as JSON values."""
        return {
            "at": self.at.isoformat(),
            "actor_id": self.actor_id,
            "actor_name": self.actor_name,
            "action": self.action,
            "target_type": self.target_type,
            "target_id": self.target_id,
            "before": self.before,
            "after": self.after,
            "note": self.note,
        }


class AuditHead(models.Model):
    """Where the log ends: one row, written by a trigger with each event and by nothing else.

    Without it, whoever cut off the newest events would leave a chain that looks whole.
    """

    last_id = models.BigIntegerField(_("last event"))
    events = models.BigIntegerField(_("events"))
    hash = models.CharField(_("hash"), max_length=64)

    class Meta:
        verbose_name = _("end of the audit log")
        verbose_name_plural = _("ends of the audit log")

    def __str__(self) -> str:
        return f"{self.events} events, head {self.hash}"


class AuditVerification(models.Model):
    """One run over the whole log: how far it came and what it found (nothing: the log is whole)."""

    at = models.DateTimeField(_("at"), auto_now_add=True)
    events = models.BigIntegerField(_("events"))
    last_id = models.BigIntegerField(_("last event"))
    hash = models.CharField(_("hash"), max_length=64, blank=True)
    findings = models.JSONField(_("findings"), default=list)

    class Meta:
        verbose_name = _("verification of the audit log")
        verbose_name_plural = _("verifications of the audit log")
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {len(self.findings)} findings"
