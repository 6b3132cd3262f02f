"""Which claims are one, and which appearance is of which claim: decisions in and out."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from claims.api.fields import MAX_ID, Count, Text
from claims.models import ClaimDecision, PlacedAppearance
from reviews.services.kinship import ASPECTS
from reviews.services.moves import MAX_NOTE


class ReasonedSerializer(serializers.Serializer[Any]):
    """Why; `based_on` is the version of the claims that was looked at."""

    note = serializers.CharField(max_length=MAX_NOTE)
    based_on = Count()


class MergeSerializer(ReasonedSerializer):
    """`into`: the claim that goes on."""

    into = serializers.IntegerField(min_value=1, max_value=MAX_ID)


class MoveSerializer(ReasonedSerializer):
    """`to`: the claim the appearance is of."""

    to = serializers.IntegerField(min_value=1, max_value=MAX_ID)


class SplitSerializer(ReasonedSerializer):
    """The appearances that make a claim of their own."""

    appearances = serializers.ListField(
        child=serializers.IntegerField(min_value=1, max_value=MAX_ID), min_length=1, max_length=200
    )


class ApartSerializer(ReasonedSerializer):
    """`other`: a claim of the family that is left."""

    other = serializers.IntegerField(min_value=1, max_value=MAX_ID)


class DiffersSerializer(ApartSerializer):
    """`other`: a claim that answers the same question, and in what it differs."""

    aspects = serializers.ListField(
        child=serializers.ChoiceField(choices=ASPECTS), min_length=1, max_length=len(ASPECTS)
    )


class UndoSerializer(serializers.Serializer[Any]):
    """Why it is undone, if there is more to say."""

    note = Text(max_length=MAX_NOTE)


class PlacedSerializer(serializers.ModelSerializer[PlacedAppearance]):
    """An appearance that went from `claim` to `other`."""

    class Meta:
        model = PlacedAppearance
        fields = ["appearance"]


class DecisionSerializer(serializers.ModelSerializer[ClaimDecision]):
    """A decision of a person. Undone, it is kept as history."""

    by = serializers.CharField(source="by.username")
    undone_by = serializers.CharField(source="undone_by.username", allow_null=True, default=None)
    placed = PlacedSerializer(many=True)

    class Meta:
        model = ClaimDecision
        fields = [
            "id", "kind", "claim", "other", "note", "by", "at", "placed", "undone_at", "undone_by",
        ]  # fmt: skip


class DecisionsSerializer(serializers.Serializer[Any]):
    """What was decided, newest first; `version` is what the next decision is based on."""

    version = serializers.IntegerField()
    decisions = DecisionSerializer(many=True)
