"""Requests for comment in and out."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from claims.api.fields import Count, Moment, Text
from reviews.domain.reply import Outcome
from reviews.models import Channel, ReplyAttempt, ReplyRequest, ReplyWaiver


class ContactSerializer(serializers.Serializer[Any]):
    """One time somebody is tried; `at` is now when it is left out."""

    channel = serializers.ChoiceField(choices=Channel.choices)
    address = Text(max_length=300, help_text="Stays in the desk; never published.")
    note = Text()
    at = Moment(required=False, allow_null=True, default=None)


class ReplyRequestInSerializer(ContactSerializer):
    """Whom, what, how; `deadline` follows from the settings when it is left out."""

    name = serializers.CharField(max_length=200)
    role = Text(max_length=200)
    question = serializers.CharField(max_length=20_000)
    deadline = Moment(required=False, allow_null=True, default=None)


class ReplyNoteSerializer(serializers.Serializer[Any]):
    """What came of it. `based_on` is the version looked at."""

    based_on = Count()
    outcome = serializers.ChoiceField(choices=[outcome.value for outcome in Outcome])
    answer = Text(max_length=20_000)
    answered_at = Moment(required=False, allow_null=True, default=None)


class ReplyWaiverInSerializer(serializers.Serializer[Any]):
    """Why the desk does not wait. Readers see it. `based_on` is the reason it replaces, if any."""

    reason = serializers.CharField(max_length=20_000)
    based_on = Text(max_length=20_000)


class ReplyWaiverSerializer(serializers.ModelSerializer[ReplyWaiver]):
    """An editor's reason."""

    by = serializers.CharField(source="by.username")

    class Meta:
        model = ReplyWaiver
        fields = ["item", "reason", "by", "at"]


class ReplyAttemptSerializer(serializers.ModelSerializer[ReplyAttempt]):
    """One time somebody was tried."""

    by = serializers.CharField(source="by.username")

    class Meta:
        model = ReplyAttempt
        fields = ["id", "channel", "address", "note", "by", "at"]


class ReplyRequestSerializer(serializers.ModelSerializer[ReplyRequest]):
    """Somebody who was asked, each time they were tried, and what came of it."""

    asked_by = serializers.CharField(source="asked_by.username")
    noted_by = serializers.CharField(source="noted_by.username", allow_null=True, default=None)
    attempts = ReplyAttemptSerializer(many=True)

    class Meta:
        model = ReplyRequest
        fields = [
            "id", "claim", "name", "role", "question", "asked_at", "asked_by", "deadline",
            "outcome", "answer", "answered_at", "noted_by", "evidence", "version", "attempts",
        ]  # fmt: skip
