"""What search found, as JSON. Places are code points of the excerpt they stand in."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from reviews.models import SearchKind


class MarkSerializer(serializers.Serializer[Any]):
    """A marked stretch: code points of the excerpt, end exclusive."""

    start = serializers.IntegerField()
    end = serializers.IntegerField()


class ExcerptSerializer(serializers.Serializer[Any]):
    """A stretch of a text as written; `start` is its first code point in that text."""

    text = serializers.CharField()
    start = serializers.IntegerField()
    marks = MarkSerializer(many=True)


class WordingSerializer(ExcerptSerializer):
    """A stretch of a text that may be in another language than its row, "und" if in none known."""

    language = serializers.CharField()


class HitSerializer(serializers.Serializer[Any]):
    """A row: `id` is that of the claim, verdict, article or earlier fact-check."""

    kind = serializers.ChoiceField(SearchKind.choices)
    id = serializers.IntegerField()
    at = serializers.DateTimeField()
    language = serializers.CharField()
    title = ExcerptSerializer()
    excerpts = WordingSerializer(many=True)
    outlet = serializers.CharField(help_text="Of an article, or the publisher of a check.")
    status = serializers.CharField(help_text="State in the queue, or status of a verdict.")


class CountSerializer(serializers.Serializer[Any]):
    """How many of a kind there are; `is_more` when only the newest were counted."""

    number = serializers.IntegerField()
    is_more = serializers.BooleanField()


class SearchSerializer(serializers.Serializer[Any]):
    """A page of what was found; `next` is the address of the next one, or null."""

    counts = serializers.DictField(child=CountSerializer())
    next = serializers.URLField(allow_null=True)
    results = HitSerializer(many=True)
