"""Reports in and out."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from claims.api.fields import Day
from reviews.exports.files import format_choices
from reviews.models import Report


class ReportInSerializer(serializers.Serializer[Any]):
    """A period, both days included, and the format of the file."""

    format = serializers.ChoiceField(choices=format_choices())
    published_from = Day()
    published_to = Day()


class ReportSerializer(serializers.ModelSerializer[Report]):
    """A report; its file can be had once `status` is "done"."""

    requested_by = serializers.CharField(source="requested_by.username")

    class Meta:
        model = Report
        fields = [
            "id", "requested_by", "format", "published_from", "published_to", "time_zone",
            "status", "failure", "rows", "size", "sha256", "created_at", "finished_at",
        ]  # fmt: skip
