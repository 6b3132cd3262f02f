"""Reports and saved reports, in and out."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from factcheck.errors import InvalidInput
from reviews.domain.report_spec import GROUPS, STATUSES, ReportSpec
from reviews.exports.files import format_choices
from reviews.models import Report, SavedReport
from reviews.models.saved_report import PERIOD_CHOICES, REPEAT_CHOICES
from reviews.services.report_specs import spec_read
from reviews.services.report_wishes import ReportWish


class SpecShape(serializers.Serializer[Any]):
    """Which verdicts and columns, for the documentation. An empty filter leaves it open."""

    published_from = serializers.DateField(allow_null=True, required=False)
    published_to = serializers.DateField(allow_null=True, required=False)
    time_zone = serializers.CharField(required=False, help_text="of the days; left out: yours")
    ratings = serializers.ListField(child=serializers.CharField(), required=False)
    languages = serializers.ListField(child=serializers.CharField(), required=False)
    outlets = serializers.ListField(child=serializers.IntegerField(), required=False)
    topics = serializers.ListField(child=serializers.CharField(), required=False)
    speakers = serializers.ListField(child=serializers.CharField(), required=False)
    reviewers = serializers.ListField(child=serializers.IntegerField(), required=False)
    statuses = serializers.ListField(child=serializers.ChoiceField(STATUSES), required=False)
    columns = serializers.ListField(child=serializers.CharField(), required=False)
    group_by = serializers.ChoiceField(["", *GROUPS], required=False)
    byte_order_mark = serializers.BooleanField(required=False)


@extend_schema_field(SpecShape)
class SpecField(serializers.Field[Any, Any, Any, Any]):
    """A ReportSpec. What is left out is open; an unknown name is refused."""

    def to_internal_value(self, data: Any) -> ReportSpec:
        """Return the specification. Raises ValidationError naming the field of it."""
        if not isinstance(data, dict):
            raise serializers.ValidationError(_("Give an object of filters."))
        try:
            return spec_read({"time_zone": timezone.get_current_timezone_name()} | data)
        except InvalidInput as error:
            raise serializers.ValidationError({error.field: [error.message]}) from error

    def to_representation(self, value: dict[str, Any]) -> dict[str, Any]:
        """Return what is stored: that is JSON already."""
        return value


class WishSerializer(serializers.Serializer[Any]):
    """What a report is to be: filters, format, the language of its labels, a period by name."""

    format = serializers.ChoiceField(choices=format_choices())
    spec = SpecField()
    language = serializers.CharField(max_length=12, allow_blank=True, default="")
    period = serializers.ChoiceField(
        choices=PERIOD_CHOICES, allow_blank=True, default="", help_text="takes the place of days"
    )

    def wish(self) -> ReportWish:
        """Return the wish of valid data."""
        said = self.validated_data
        return ReportWish(said["spec"], said["format"], said["language"], said["period"])


class SavedReportInSerializer(WishSerializer):
    """A wish under a name."""

    name = serializers.CharField(max_length=60)
    is_shared = serializers.BooleanField(default=False)


class ScheduleSerializer(serializers.Serializer[Any]):
    """When a saved report is built by itself; `repeat` "" ends that."""

    repeat = serializers.ChoiceField(choices=REPEAT_CHOICES, allow_blank=True)
    hour = serializers.IntegerField(min_value=0, max_value=23, allow_null=True, default=None)
    time_zone = serializers.CharField(max_length=64, allow_blank=True, default="")


class ReportSerializer(serializers.ModelSerializer[Report]):
    """A report: `progress` of `total` rows are written; the file can be had once it is "done"."""

    requested_by = serializers.CharField(source="requested_by.username")
    format = serializers.CharField()
    spec = SpecField()

    class Meta:
        model = Report
        fields = [
            "id", "requested_by", "saved", "title", "format", "spec", "language", "as_of", "status",
            "failure", "total", "progress", "rows", "size", "sha256", "created_at", "finished_at",
            "expires_at",
        ]  # fmt: skip


class SavedReportSerializer(serializers.ModelSerializer[SavedReport]):
    """A saved report, with when it is built next."""

    owner = serializers.CharField(source="owner.username")
    format = serializers.CharField()
    spec = SpecField()

    class Meta:
        model = SavedReport
        fields = [
            "id", "owner", "name", "format", "spec", "language", "period", "is_shared", "repeat",
            "hour", "time_zone", "next_due_at", "stopped_because", "added_at", "deleted_at",
        ]  # fmt: skip
