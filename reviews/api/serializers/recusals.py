"""Recusals in and out."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from reviews.models import Recusal
from reviews.models.recusal import KIND_CHOICES
from reviews.services.recusals import MAX_REASON, MAX_TEXT


class RecusalInSerializer(serializers.Serializer[Any]):
    """From what, and why. `text` is the whole name of a tag or outlet, a word, or a speaker.

    `person` is a user name; left out, it is the caller.
    """

    kind = serializers.ChoiceField(choices=KIND_CHOICES)
    text = serializers.CharField(max_length=MAX_TEXT)
    reason = serializers.CharField(max_length=MAX_REASON)
    person = serializers.CharField(max_length=150, default="")


class RecusalSerializer(serializers.ModelSerializer[Recusal]):
    """A recusal, running while `ended_at` is null."""

    person = serializers.CharField(source="person.username")
    text = serializers.CharField(source="of_what")
    declared_by = serializers.CharField(source="declared_by.username")
    ended_by = serializers.CharField(source="ended_by.username", allow_null=True, default=None)

    class Meta:
        model = Recusal
        fields = [
            "id", "person", "kind", "text", "reason", "declared_by", "declared_at", "ended_by",
            "ended_at",
        ]  # fmt: skip
