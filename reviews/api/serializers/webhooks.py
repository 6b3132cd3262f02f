"""Webhooks and their log, and who got what, out and in."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from reviews.models import WebhookAttempt, WebhookDelivery, WebhookEndpoint, WebhookEvent
from reviews.services.webhooks import MAX_REASON, MAX_URL


class WebhookInSerializer(serializers.Serializer[Any]):
    """Which address is told of what."""

    url = serializers.CharField(max_length=MAX_URL)
    events = serializers.ListField(
        child=serializers.ChoiceField(choices=WebhookEvent.choices), allow_empty=False, max_length=9
    )


class SwitchOffSerializer(serializers.Serializer[Any]):
    """Why a webhook is told nothing more."""

    reason = serializers.CharField(max_length=MAX_REASON)


class WebhookSerializer(serializers.ModelSerializer[WebhookEndpoint]):
    """A webhook, without its secret; on while `switched_off_at` is null."""

    added_by = serializers.CharField(source="added_by.username")
    events = serializers.ListField(child=serializers.CharField())

    class Meta:
        model = WebhookEndpoint
        fields = [
            "id", "url", "events", "added_by", "added_at", "failing_since", "switched_off_at",
            "switched_off_because",
        ]  # fmt: skip


class WebhookSecretSerializer(WebhookSerializer):
    """A webhook with its secret: in this answer, and in no other."""

    class Meta(WebhookSerializer.Meta):
        fields = [*WebhookSerializer.Meta.fields, "secret"]


class AttemptSerializer(serializers.ModelSerializer[WebhookAttempt]):
    """One try: the HTTP status, or why there was none."""

    class Meta:
        model = WebhookAttempt
        fields = ["at", "status", "milliseconds", "failure", "answer"]


class DeliverySerializer(serializers.ModelSerializer[WebhookDelivery]):
    """One event for one webhook, with every try. `key` is the `id` that the receiver got."""

    attempts = AttemptSerializer(source="tries", many=True)

    class Meta:
        model = WebhookDelivery
        fields = [
            "id", "key", "event", "verdict", "status", "due_at", "created_at", "delivered_at",
            "attempts",
        ]  # fmt: skip


class WebhookReceiptSerializer(serializers.Serializer[Any]):
    """A webhook that got a version; `told_at` null: it does not know yet that it was replaced."""

    version = serializers.IntegerField()
    url = serializers.CharField()
    delivered_at = serializers.DateTimeField()
    told_at = serializers.DateTimeField(allow_null=True)


class DownloadSerializer(serializers.Serializer[Any]):
    """Who was given a file."""

    name = serializers.CharField()
    at = serializers.DateTimeField()


class ReportReceiptSerializer(serializers.Serializer[Any]):
    """A report that holds a version."""

    version = serializers.IntegerField()
    report = serializers.IntegerField(source="report.pk")
    format = serializers.CharField(source="report.format")
    requested_by = serializers.CharField(source="report.requested_by.username")
    as_of = serializers.DateTimeField(source="report.as_of")
    downloads = DownloadSerializer(many=True)


class ExportReceiptSerializer(serializers.Serializer[Any]):
    """An export over the API that held a version."""

    version = serializers.IntegerField()
    name = serializers.CharField()
    as_of = serializers.DateTimeField()
    format = serializers.CharField()


class PropagationSerializer(serializers.Serializer[Any]):
    """Who got versions that do not stand any more. Readers of feeds and pages are not known."""

    versions = serializers.ListField(child=serializers.IntegerField())
    webhooks = WebhookReceiptSerializer(many=True)
    reports = ReportReceiptSerializer(many=True)
    exports = ExportReceiptSerializer(many=True)
    is_whole = serializers.BooleanField(
        help_text="false: of very many reports and exports only the newest were looked at"
    )
