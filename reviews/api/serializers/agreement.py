"""Figures of agreement out."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from claims.api.fields import Day
from reviews.api.serializers.reviews import RatingSerializer
from reviews.domain.estimates import Undefined
from reviews.selectors.agreement import Agreement, a_year_ago


class PeriodSerializer(serializers.Serializer[Any]):
    """Days of submission, both included."""

    since = Day(default=a_year_ago)
    until = Day(required=False)


class EstimateSerializer(serializers.Serializer[Any]):
    """A figure of `units` claims with its 95 % interval; null where `undefined` says why."""

    units = serializers.IntegerField()
    value = serializers.FloatField(allow_null=True)
    low = serializers.FloatField(allow_null=True)
    high = serializers.FloatField(allow_null=True)
    undefined = serializers.ChoiceField(
        choices=[(each.value, each.value) for each in Undefined], allow_null=True
    )


class GroupFiguresSerializer(serializers.Serializer[Any]):
    """Share of equal ratings, and Krippendorff's α without and with the order of the scale."""

    share = EstimateSerializer()
    nominal = EstimateSerializer()
    ordinal = EstimateSerializer()


class LanguageFiguresSerializer(serializers.Serializer[Any]):
    """The claims of one language (BCP 47 tag)."""

    language = serializers.CharField()
    figures = GroupFiguresSerializer()


class RatingFiguresSerializer(serializers.Serializer[Any]):
    """Krippendorff's α of giving this rating or another."""

    rating = RatingSerializer()
    nominal = EstimateSerializer()


class PairFiguresSerializer(serializers.Serializer[Any]):
    """Two people on the claims both reviewed: share, Cohen's κ, κ by steps of the scale."""

    first = serializers.CharField(source="first.username")
    second = serializers.CharField(source="second.username")
    share = EstimateSerializer(source="figures.share")
    kappa = EstimateSerializer(source="figures.kappa")
    weighted = EstimateSerializer(source="figures.weighted")


class AgreementSerializer(serializers.Serializer[Agreement]):
    """All figures of a period."""

    claims = serializers.IntegerField()
    overall = GroupFiguresSerializer()
    languages = serializers.SerializerMethodField()
    ratings = serializers.SerializerMethodField()
    pairs = PairFiguresSerializer(many=True)

    @extend_schema_field(LanguageFiguresSerializer(many=True))
    def get_languages(self, agreement: Agreement) -> object:
        """Return the figures of each language."""
        rows = [{"language": tag, "figures": figures} for tag, figures in agreement.languages]
        return LanguageFiguresSerializer(rows, many=True).data

    @extend_schema_field(RatingFiguresSerializer(many=True))
    def get_ratings(self, agreement: Agreement) -> object:
        """Return the figures of each rating of the newest scale."""
        rows = [{"rating": rating, "nominal": figure} for rating, figure in agreement.ratings]
        return RatingFiguresSerializer(rows, many=True).data
