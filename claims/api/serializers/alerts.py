"""Alerts out; the note that settles one in."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from claims.api.serializers.repeats import RepeatsSerializer, repeats_data
from claims.models import Alert, AlertKind
from claims.services.alerts import MAX_NOTE
from reviews.selectors.repeats import repeats_of


class AlertSerializer(serializers.ModelSerializer[Alert]):
    """An alert, open while `settled_at` is null. `settled_by` null then: it was over by itself.

    `details` are for the kind; "before" and "after" hold a passage that changed, "after" being ""
    when it is gone, and "verdict" the id of a published verdict on it, or null. Of a claim
    that is made again `checked_claim` has the verdict; if it is another of the family, "aspects"
    say in what they differ.
    """

    settled_by = serializers.CharField(
        source="settled_by.username", allow_null=True, default=None, read_only=True
    )

    class Meta:
        model = Alert
        fields = [
            "id", "kind", "article", "claim", "checked_claim", "source", "evidence", "details",
            "raised_at", "settled_at", "settled_by", "note",
        ]  # fmt: skip


class AlertDetailSerializer(AlertSerializer):
    """An alert with the count of a claim that is made again; null for any other kind."""

    repeats = serializers.SerializerMethodField()

    class Meta(AlertSerializer.Meta):
        fields = [*AlertSerializer.Meta.fields, "repeats"]

    @extend_schema_field(RepeatsSerializer(allow_null=True))
    def get_repeats(self, alert: Alert) -> object:
        """Return who made the claim how often; null when no verdict stands any more."""
        pair = (alert.claim_id or 0, alert.checked_claim_id or 0)
        return repeats_data(
            repeats_of([pair]).get(pair) if alert.kind == AlertKind.REPEAT else None
        )


class SettleSerializer(serializers.Serializer[Any]):
    """What was done about it."""

    note = serializers.CharField(max_length=MAX_NOTE)
