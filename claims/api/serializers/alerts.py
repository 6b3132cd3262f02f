"""Alerts out; the note that settles one in."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from claims.models import Alert
from claims.services.alerts import MAX_NOTE


class AlertSerializer(serializers.ModelSerializer[Alert]):
    """An alert, open while `settled_at` is null. `settled_by` null then: it was over by itself.

    `details` are for the kind; "before" and "after" hold a passage that changed, "after" being ""
    when it is gone, and "verdict" the id of a published verdict on it, or null.
    """

    settled_by = serializers.CharField(
        source="settled_by.username", allow_null=True, default=None, read_only=True
    )

    class Meta:
        model = Alert
        fields = [
            "id", "kind", "article", "claim", "source", "evidence", "details", "raised_at",
            "settled_at", "settled_by", "note",
        ]  # fmt: skip


class SettleSerializer(serializers.Serializer[Any]):
    """What was done about it."""

    note = serializers.CharField(max_length=MAX_NOTE)
