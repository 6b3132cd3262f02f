"""Explanations out; spans are code points of the statement's own text."""

from __future__ import annotations

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from claims.matching.explaining import Condition
from claims.matching.pairing import Marked, Pair
from claims.matching.types import MatchReason
from claims.models.values import date_rows, quantity_rows
from claims.selectors.explaining import Explained
from claims.selectors.told import Told

KINDS = ["claim", "appearance", "check"]


class MarkedSerializer(serializers.Serializer[Marked]):
    """A stretch of a statement, and the value read there."""

    start = serializers.IntegerField(source="span.start")
    end = serializers.IntegerField(source="span.end")
    quantity = serializers.SerializerMethodField(
        help_text="In units, not in thousands or millions; money is not converted."
    )
    date = serializers.SerializerMethodField()

    @extend_schema_field(serializers.DictField(allow_null=True))
    def get_quantity(self, mark: Marked) -> object:
        """Return the figure that was read."""
        return quantity_rows([mark.quantity])[0] if mark.quantity else None

    @extend_schema_field(serializers.DictField(allow_null=True))
    def get_date(self, mark: Marked) -> object:
        """Return the day or period that was read."""
        return date_rows([mark.date])[0] if mark.date else None


class PairSerializer(serializers.Serializer[Pair]):
    """A stretch of each side that stand for one another; null where a side has none."""

    kind = serializers.CharField()
    stance = serializers.CharField(help_text="same, fits, bounds, differs or only")
    left = MarkedSerializer(allow_null=True)
    right = MarkedSerializer(allow_null=True)
    signal = serializers.CharField(help_text="The reason that weighed it, or empty.")


class ReasonSerializer(serializers.Serializer[MatchReason]):
    """A reason of the matcher, its weight, and what each side says to it, folded."""

    signal = serializers.CharField()
    weight = serializers.FloatField()
    left = serializers.CharField()
    right = serializers.CharField()


class ConditionSerializer(serializers.Serializer[Condition]):
    """What two statements need to be one claim, and what they have."""

    name = serializers.ChoiceField(["score", "similarity"])
    has = serializers.FloatField()
    needs = serializers.FloatField()
    is_met = serializers.BooleanField()


class ToldSerializer(serializers.Serializer[Told]):
    """A statement, and who made it."""

    kind = serializers.ChoiceField(KINDS)
    id = serializers.IntegerField(source="pk")
    text = serializers.CharField(source="statement.text")
    language = serializers.CharField(source="statement.language")
    speaker = serializers.CharField(source="statement.speaker")
    who = serializers.CharField(help_text="The outlet or the other desk, or empty.")
    url = serializers.CharField()


class ExplainedSerializer(serializers.Serializer[Explained]):
    """Why two statements are, or are not, one claim; the claim asked about is on the left."""

    left = ToldSerializer(source="here")
    right = ToldSerializer(source="there")
    outcome = serializers.ChoiceField(
        ["same", "differs", "related", "unrelated"], source="explanation.comparison.outcome"
    )
    aspects = serializers.ListField(
        child=serializers.CharField(), source="explanation.comparison.aspects"
    )
    similarity = serializers.FloatField(source="explanation.comparison.similarity")
    reasons = ReasonSerializer(many=True, source="explanation.comparison.reasons")
    conditions = ConditionSerializer(many=True, source="explanation.conditions")
    pairs = PairSerializer(many=True, source="explanation.pairs")
    is_kept = serializers.BooleanField(
        help_text="Whether outcome and reasons are those of when the two were compared."
    )
