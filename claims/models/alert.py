from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from claims.models.article import Article
from claims.models.claim import Claim
from claims.models.evidence import Evidence
from claims.models.source import Source


class AlertKind(models.TextChoices):
    SILENT_EDIT = "silent_edit", _("a quoted passage was changed silently")
    OPEN_EDIT = "open_edit", _("a quoted passage was changed, with a note that says so")
    EVIDENCE_DRIFT = "evidence_drift", _("evidence changed after it was quoted")
    SOURCE_QUIET = "source_quiet", _("a source has gone quiet")
    FEED_GONE = "feed_gone", _("a feed is gone")
    FEED_DEAD = "feed_dead", _("a feed broke off each time it was read")
    REPEAT = "repeat", _("a checked claim is made again")


class Alert(models.Model):
    """Something a person of the desk should look at, once per `cause`.

    `cause` names what happened, by ids: raised again for the same, nothing is added, also after
    it was settled. `details` are JSON for the kind: "before" and "after" hold a passage.
    `checked_claim` has the verdict that stands against (or for) what is repeated: it is `claim`
    itself, or one of its family that differs in "aspects".
    `settled_by` is None with `settled_at` set when the machine saw that it is over.
    """

    kind = models.CharField(_("kind"), max_length=20, choices=AlertKind.choices)
    cause = models.CharField(_("cause"), max_length=200)
    article = models.ForeignKey(
        Article, models.PROTECT, null=True, blank=True, related_name="alerts"
    )
    claim = models.ForeignKey(Claim, models.PROTECT, null=True, blank=True, related_name="alerts")
    checked_claim = models.ForeignKey(
        Claim, models.PROTECT, null=True, blank=True, related_name="+"
    )
    source = models.ForeignKey(Source, models.PROTECT, null=True, blank=True, related_name="alerts")
    evidence = models.ForeignKey(
        Evidence, models.PROTECT, null=True, blank=True, related_name="alerts"
    )
    details = models.JSONField(_("details"), default=dict, blank=True)
    raised_at = models.DateTimeField(_("raised"), auto_now_add=True)
    settled_at = models.DateTimeField(_("settled"), null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    note = models.TextField(_("note"), blank=True)

    class Meta:
        verbose_name = _("alert")
        verbose_name_plural = _("alerts")
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["id"], condition=Q(settled_at__isnull=True), name="alert_open")
        ]
        constraints = [
            models.UniqueConstraint(fields=["kind", "cause"], name="alert_once_per_cause"),
            models.CheckConstraint(
                condition=Q(kind__in=AlertKind.values), name="alert_kind_is_known"
            ),
            models.CheckConstraint(condition=~Q(cause=""), name="alert_has_a_cause"),
            models.CheckConstraint(
                condition=Q(settled_at__isnull=True, settled_by__isnull=True, note="")
                | (Q(settled_at__isnull=False) & ~Q(note="")),
                name="alert_is_settled_with_a_note",
            ),
            models.CheckConstraint(
                condition=~Q(kind=AlertKind.REPEAT)
                | Q(claim__isnull=False, checked_claim__isnull=False),
                name="alert_of_a_repeat_names_both_claims",
            ),
            # One that is counted up, whatever number of articles come.
            models.UniqueConstraint(
                fields=["claim", "checked_claim"],
                condition=Q(kind=AlertKind.REPEAT, settled_at__isnull=True),
                name="alert_one_open_of_a_repeat",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} #{self.pk}"


class AlertedArticle(models.Model):
    """An article that an alert of a repeat told of: done again, its step tells of it no more."""

    alert = models.ForeignKey(Alert, models.CASCADE, related_name="told_of")
    article = models.ForeignKey(Article, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("article of an alert")
        verbose_name_plural = _("articles of alerts")
        constraints = [
            models.UniqueConstraint(fields=["alert", "article"], name="alert_tells_of_article_once")
        ]

    def __str__(self) -> str:
        return f"#{self.alert_id}: {self.article_id}"
