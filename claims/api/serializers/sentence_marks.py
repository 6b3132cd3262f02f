"""Marks on sentences in and out."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from claims.api.fields import Count, Text
from claims.models import MarkLabel, SentenceMark
from reviews.services.passages import MOST_SENT


class MarkInSerializer(serializers.Serializer[Any]):
    """What to say of a sentence. `no_claim` needs a `note`: why it is not worth checking."""

    says = serializers.ChoiceField(source="label", choices=MarkLabel.choices)
    note = Text(max_length=5000)


class PassageInSerializer(serializers.Serializer[Any]):
    """Words of the article's text, and the code points where they stand.

    Without `start` and `end` the words are looked for; the first place counts.
    """

    text = serializers.CharField(max_length=MOST_SENT, trim_whitespace=False)
    start = Count(required=False)
    end = Count(required=False)


class SentenceMarkSerializer(serializers.ModelSerializer[SentenceMark]):
    """A mark; `start` and `end` are code points of the article's text."""

    says = serializers.ChoiceField(source="label", choices=MarkLabel.choices)
    by = serializers.CharField(source="by.username")

    class Meta:
        model = SentenceMark
        fields = ["article", "start", "end", "says", "note", "language", "by", "at"]
