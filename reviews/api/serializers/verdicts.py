"""Verdicts in and out."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from claims.api.fields import Count, Day, Text
from claims.api.serializers.claims import ClaimRowSerializer
from reviews.api.serializers.queue import NoteSerializer
from reviews.api.serializers.reviews import RatingSerializer
from reviews.models import Verdict, VerdictStatus
from reviews.models.verdict import CORRECTION_CHOICES
from reviews.selectors.contents import evidence_rows, reply_rows, verdict_hash, wording_of


class VerdictChangeSerializer(serializers.Serializer[Any]):
    """What an author changes; what is left out stays. `based_on` is the revision edited."""

    based_on = Count()
    rating = serializers.CharField(required=False, max_length=40)
    summary = serializers.CharField(required=False, max_length=5000)
    explanation = serializers.CharField(required=False, max_length=100_000)
    true_as_of = Day(required=False)
    no_evidence_reason = serializers.CharField(required=False, allow_blank=True, max_length=20_000)
    correction_note = serializers.CharField(required=False, allow_blank=True, max_length=20_000)
    correction_kind = serializers.ChoiceField(
        required=False, allow_blank=True, choices=CORRECTION_CHOICES
    )


class SignOffSerializer(serializers.Serializer[Any]):
    """The content that was read, by its hash, and the terms of the sign-off.

    `review_by` is left to the desk's default when it is left out; `one_origin_reason` is asked for
    when the evidence has fewer than two independent origins.
    """

    hash = serializers.RegexField(r"^[0-9a-f]{64}\Z")
    review_by = Day(required=False)
    one_origin_reason = Text()


class HandOverSerializer(NoteSerializer):
    """Who goes on with a verdict, by user name, and why."""

    author = serializers.CharField(max_length=150)


class EvidenceContentSerializer(serializers.Serializer[Any]):
    """A piece of evidence as the reader of a verdict sees it."""

    url = serializers.CharField()
    title = serializers.CharField()
    publisher = serializers.CharField()
    quote = serializers.CharField()
    note = serializers.CharField()
    stance = serializers.CharField()
    kind = serializers.CharField()
    copy_sha256 = serializers.CharField(required=False)
    fetched_at = serializers.CharField(required=False)


class ReplyContentSerializer(serializers.Serializer[Any]):
    """One who was asked for comment, or the reason why nobody was (`state` waived)."""

    name = serializers.CharField()
    role = serializers.CharField()
    state = serializers.CharField()
    asked_on = serializers.CharField()
    due_on = serializers.CharField()
    text = serializers.CharField()


class VerdictSerializer(serializers.ModelSerializer[Verdict]):
    """A verdict. Of a draft, `hash`, `clarified`, `evidence` and `replies` are as things stand now;
    a sign-off names that hash. Of a published one they are what was published. `passed_over` are
    the rules of the workflow that an administrator passed over by force."""

    claim = ClaimRowSerializer()
    rating = RatingSerializer()
    author = serializers.CharField(source="author.username")
    approver = serializers.CharField(source="approver.username", allow_null=True, default=None)
    clarified = serializers.SerializerMethodField()
    evidence = serializers.SerializerMethodField()
    replies = serializers.SerializerMethodField()
    hash = serializers.SerializerMethodField()

    class Meta:
        model = Verdict
        fields = [
            "id", "claim", "clarified", "item", "version", "revision", "status", "rating",
            "summary", "explanation", "no_evidence_reason", "true_as_of", "correction_kind",
            "correction_note", "retraction_note", "evidence", "replies", "author", "approver",
            "signed_off_at", "review_by", "one_origin_reason", "passed_over", "published_at",
            "retracted_at", "hash",
        ]  # fmt: skip

    def get_clarified(self, verdict: Verdict) -> str:
        """Return the clearer wording of the claim: live for a draft, frozen once published."""
        return wording_of(verdict)

    @extend_schema_field(EvidenceContentSerializer(many=True))
    def get_evidence(self, verdict: Verdict) -> object:
        """Return the evidence: live for a draft, frozen once published."""
        is_draft = verdict.status == VerdictStatus.DRAFT
        return evidence_rows(verdict) if is_draft else verdict.evidence

    @extend_schema_field(ReplyContentSerializer(many=True))
    def get_replies(self, verdict: Verdict) -> object:
        """Return who was asked for comment: live for a draft, frozen once published."""
        is_draft = verdict.status == VerdictStatus.DRAFT
        return reply_rows(verdict) if is_draft else verdict.replies

    def get_hash(self, verdict: Verdict) -> str:
        """Return the SHA-256 of the content a reader would see."""
        return verdict.content_hash or verdict_hash(verdict)
