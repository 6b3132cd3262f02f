"""Reviews in and out."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from claims.api.fields import MAX_ID, Count, Text
from reviews.models import Rating, Review
from reviews.models.review import Confidence


class RatingSerializer(serializers.ModelSerializer[Rating]):
    """A step of a scale; `label` is in the language of the site."""

    scale = serializers.IntegerField(source="scale.version")

    class Meta:
        model = Rating
        fields = ["slug", "scale", "number", "label"]


class ReviewInSerializer(serializers.Serializer[Any]):
    """What a reviewer types, with the lease and the version it was based on (0: none yet)."""

    token = serializers.UUIDField()
    based_on = Count()
    rating = Text(max_length=40, help_text="Slug of the newest scale; empty while undecided.")
    summary = Text()
    rationale = Text()
    no_evidence_reason = Text()
    confidence = serializers.ChoiceField(choices=Confidence.choices, default=Confidence.MEDIUM)
    evidence = serializers.ListField(
        child=serializers.IntegerField(min_value=1, max_value=MAX_ID), max_length=500, default=list
    )


class ReviewSerializer(serializers.ModelSerializer[Review]):
    """A review as stored; `evidence` are ids."""

    reviewer = serializers.CharField(source="reviewer.username")
    rating = RatingSerializer(allow_null=True)
    evidence = serializers.ListField(source="cited", child=serializers.IntegerField())

    class Meta:
        model = Review
        fields = [
            "id", "item", "reviewer", "status", "rating", "summary", "rationale",
            "no_evidence_reason", "confidence", "evidence", "is_adjudication", "version",
            "saved_at", "submitted_at",
        ]  # fmt: skip
