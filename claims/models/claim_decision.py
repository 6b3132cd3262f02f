from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from claims.models.appearance import Appearance
from claims.models.claim import Claim


class DecisionKind(models.TextChoices):
    """What people decide of claims: which are one, and which appearance belongs to which."""

    MERGE = "merge", _("merged")
    SPLIT = "split", _("made a claim of its own")
    MOVE = "move", _("moved")
    DIFFERS = "differs", _("put into one family")
    APART = "apart", _("taken out of the family")


class ClaimDecision(models.Model):
    """What a person decided of two claims. No machine step goes against one that stands.

    `claim` was merged away, or lost appearances, or is one of the two; `other` took them in, or is
    the other of the two. `before` holds what else changed and is put back when it is undone.
    """

    kind = models.CharField(_("kind"), max_length=10, choices=DecisionKind.choices)
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="decisions")
    other = models.ForeignKey(Claim, models.PROTECT, related_name="decisions_of_others")
    note = models.TextField(_("note"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(_("at"), auto_now_add=True)
    before = models.JSONField(_("before"), default=dict)
    undone_at = models.DateTimeField(_("undone"), null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("decision on claims")
        verbose_name_plural = _("decisions on claims")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in DecisionKind]),
                name="decision_kind_is_known",
            ),
            models.CheckConstraint(condition=~Q(claim=F("other")), name="decision_is_on_two"),
            models.CheckConstraint(condition=~Q(note=""), name="decision_has_a_reason"),
            models.CheckConstraint(
                condition=Q(undone_at__isnull=True, undone_by__isnull=True)
                | Q(undone_at__isnull=False, undone_by__isnull=False),
                name="decision_is_undone_by_somebody",
            ),
            models.UniqueConstraint(
                fields=["claim"],
                condition=Q(kind="merge", undone_at__isnull=True),
                name="decision_merges_a_claim_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.claim_id} {self.kind} {self.other_id}"


class PlacedAppearance(models.Model):
    """An appearance that a decision took from its claim to the other, and why it had been there.

    `wording` is the SHA-256 of the folded wording: the matcher asks for it.
    """

    decision = models.ForeignKey(ClaimDecision, models.CASCADE, related_name="placed")
    appearance = models.ForeignKey(Appearance, models.CASCADE, related_name="placings")
    wording = models.CharField(_("wording"), max_length=64, db_index=True)
    similarity = models.FloatField(_("similarity"), null=True, blank=True)
    reasons = models.JSONField(_("reasons for the match"), default=list)

    class Meta:
        verbose_name = _("appearance that was placed")
        verbose_name_plural = _("appearances that were placed")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["decision", "appearance"], name="placed_once_per_decision"
            )
        ]

    def __str__(self) -> str:
        return f"{self.appearance_id}: {self.decision_id}"
