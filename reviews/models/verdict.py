from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from claims.models import Claim
from reviews.domain.correction import CorrectionKind
from reviews.models.queue import QueueItem
from reviews.models.scale import Rating


class VerdictStatus(models.TextChoices):
    DRAFT = "draft", _("draft")
    PUBLISHED = "published", _("published")
    SUPERSEDED = "superseded", _("superseded")
    RETRACTED = "retracted", _("retracted")


# When readers last had reason to look again: feeds are in this order.
CHANGED_AT = Coalesce("retracted_at", "published_at")

CORRECTION_LABELS = {
    CorrectionKind.TYPO: _("typing mistake"),
    CorrectionKind.CLARIFICATION: _("clarification"),
    CorrectionKind.CORRECTION: _("correction of a fact"),
    CorrectionKind.UPDATE: _("update: the facts have moved on"),
    CorrectionKind.RATING: _("change of the rating"),
}
# Rules of the table of states that an administrator passed over, as readers are told.
PASSED_OVER_LABELS = {
    "has_all_reviews": _("a second review was wanted and not waited for"),
    "ratings_agree": _("two reviews differ, and nobody decided between them"),
    "is_signed_off": _("no editor signed it off"),
    "origins_are_enough": _("the evidence has fewer than two independent origins"),
}
CORRECTION_CHOICES = [(kind.value, label) for kind, label in CORRECTION_LABELS.items()]


class Verdict(models.Model):
    """The desk's judgement on a claim. A correction is a new version that supersedes.

    `signed_off_hash` is the content hash the approver saw; publishing asks that it still be the
    hash of the content. `clarified`, `evidence` and `replies` are frozen copies of the claim's
    clearer wording and of the rows shown when it was published; each row of evidence names the copy
    it rests on. `review_by` and `one_origin_reason` are the approver's, given with the sign-off.
    `passed_over` are the ids of the rules that an administrator passed over by force on the way.
    """

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="verdicts")
    item = models.OneToOneField(QueueItem, models.PROTECT, related_name="verdict")
    version = models.PositiveIntegerField(_("version"))
    status = models.CharField(
        _("status"), max_length=10, choices=VerdictStatus.choices, default=VerdictStatus.DRAFT
    )
    rating = models.ForeignKey(Rating, models.PROTECT, related_name="verdicts")
    summary = models.CharField(_("summary"), max_length=500)
    explanation = models.TextField(_("explanation"))
    no_evidence_reason = models.TextField(_("why there is no evidence"), blank=True)
    true_as_of = models.DateField(_("true as of"))
    correction_kind = models.CharField(
        _("kind of change"), max_length=16, blank=True, choices=CORRECTION_CHOICES
    )
    correction_note = models.TextField(_("what changed"), blank=True)
    retraction_note = models.TextField(_("why it was retracted"), blank=True)
    clarified = models.TextField(_("clarified wording as published"), blank=True)
    evidence = models.JSONField(_("evidence as published"), default=list)
    replies = models.JSONField(_("replies as published"), default=list)

    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    approver = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    signed_off_at = models.DateTimeField(_("signed off"), null=True, blank=True)
    one_origin_reason = models.TextField(_("why one origin is enough"), blank=True)
    passed_over = models.JSONField(_("rules passed over by force"), default=list, blank=True)
    review_by = models.DateField(_("look again by"), null=True, blank=True)
    signed_off_hash = models.CharField(_("hash signed off"), max_length=64, blank=True)
    content_hash = models.CharField(_("hash of the content"), max_length=64, blank=True)
    revision = models.PositiveIntegerField(_("revision"), default=0)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    published_at = models.DateTimeField(_("published"), null=True, blank=True)
    retracted_at = models.DateTimeField(_("retracted"), null=True, blank=True)

    class Meta:
        verbose_name = _("verdict")
        verbose_name_plural = _("verdicts")
        ordering = ["-published_at", "-id"]
        indexes = [
            models.Index(
                fields=["-published_at", "-id"],
                condition=Q(status="published"),
                name="verdict_published",
            ),
            models.Index(
                fields=["review_by"], condition=Q(status="published"), name="verdict_review_by"
            ),
            models.Index(
                CHANGED_AT.desc(),
                F("id").desc(),
                condition=Q(status__in=["published", "retracted"]),
                name="verdict_fed",
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["claim", "version"], name="verdict_version_once"),
            models.UniqueConstraint(
                fields=["claim"], condition=Q(status="draft"), name="verdict_one_draft_per_claim"
            ),
            models.UniqueConstraint(
                fields=["claim"],
                condition=Q(status="published"),
                name="verdict_one_current_per_claim",
            ),
            models.CheckConstraint(
                condition=Q(correction_kind__in=["", *(kind.value for kind in CorrectionKind)]),
                name="verdict_correction_kind_is_known",
            ),
            models.CheckConstraint(
                condition=Q(approver__isnull=True) | ~Q(approver=F("author")),
                name="verdict_author_does_not_approve",
            ),
            models.CheckConstraint(
                condition=Q(approver__isnull=True, signed_off_at__isnull=True, signed_off_hash="")
                | (Q(approver__isnull=False, signed_off_at__isnull=False) & ~Q(signed_off_hash="")),
                name="verdict_sign_off_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(status="draft", published_at__isnull=True)
                | (
                    ~Q(status="draft")
                    & Q(published_at__isnull=False)
                    & Q(approver__isnull=False)
                    & Q(signed_off_hash=F("content_hash"))
                ),
                name="verdict_published_is_signed_off",
            ),
        ]

    def __str__(self) -> str:
        return self.summary

    @property
    def passed_over_labels(self) -> list[str]:
        """Return what was passed over by force, in the language of the reader."""
        return [str(PASSED_OVER_LABELS.get(rule, rule)) for rule in self.passed_over]
