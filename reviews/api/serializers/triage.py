"""Orders for many rows, batches, the ledger, tags, rules and views, in and out."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from reviews.api.serializers.guarded_fields import MomentField, NameField
from reviews.domain.boosts import MOST_POINTS, Trait
from reviews.domain.dismissals import Why
from reviews.domain.triage import Act
from reviews.models import BoostRule, Dismissal, SavedView, Tag, TriageBatch, TriageChange
from reviews.models.dismissal import WHY_CHOICES
from reviews.selectors.queue_choices import reviewers
from reviews.services.boosts import MAX_TEXT
from reviews.services.bulk import Order
from reviews.services.moves import MAX_NOTE
from reviews.services.saved_views import MAX_QUERY


class OrderSerializer(serializers.Serializer[Any]):
    """What to do with each item: `act`, and the fields it needs. The others are not read."""

    items = serializers.ListField(child=serializers.IntegerField(min_value=1), max_length=1000)
    act = serializers.ChoiceField(choices=[act.value for act in Act])
    why = serializers.ChoiceField(choices=WHY_CHOICES, default=Why.OTHER.value)
    note = serializers.CharField(max_length=MAX_NOTE, allow_blank=True, default="")
    assignee = NameField(slug_field="username", queryset=reviewers(), allow_null=True, default=None)
    tag = NameField(
        slug_field="name",
        queryset=Tag.objects.filter(retired_at__isnull=True),
        allow_null=True,
        default=None,
    )
    until = MomentField(allow_null=True, default=None)
    points = serializers.IntegerField(default=0, min_value=-MOST_POINTS, max_value=MOST_POINTS)

    def order(self) -> Order:
        """Return the order of valid data."""
        said = {**self.validated_data}
        said.pop("items")
        return Order(**said | {"act": Act(said["act"]), "why": Why(said["why"])})


class RefusedSerializer(serializers.Serializer[Any]):
    """An item that was left as it is, and the rule that says so."""

    item = serializers.IntegerField()
    code = serializers.CharField()
    message = serializers.CharField()


class ChangeSerializer(serializers.ModelSerializer[TriageChange]):
    """What the batch changed on one item."""

    class Meta:
        model = TriageChange
        fields = ["item", "before", "after", "undone_at"]


class BatchSerializer(serializers.ModelSerializer[TriageBatch]):
    """What became of the items of one request; POST to its `undo` puts `changes` back."""

    by = serializers.CharField(source="by.username")
    changes = ChangeSerializer(many=True)
    refused = RefusedSerializer(many=True)
    undo_refused = RefusedSerializer(many=True)

    class Meta:
        model = TriageBatch
        fields = ["id", "act", "by", "at", "changes", "refused", "undone_at", "undo_refused"]


class DismissSerializer(serializers.Serializer[Any]):
    """Why a claim is dismissed; a duplicate and another reason need a note."""

    why = serializers.ChoiceField(choices=WHY_CHOICES, default=Why.OTHER.value)
    note = serializers.CharField(max_length=MAX_NOTE, allow_blank=True, default="")


class LookSerializer(serializers.Serializer[Any]):
    """What the second person says; overturning needs a note."""

    note = serializers.CharField(max_length=MAX_NOTE, allow_blank=True, default="")


class DismissalSerializer(serializers.ModelSerializer[Dismissal]):
    """A line of the ledger."""

    by = serializers.CharField(source="by.username")
    looked_by = serializers.CharField(source="looked_by.username", allow_null=True, default=None)
    restored_by = serializers.CharField(
        source="restored_by.username", allow_null=True, default=None
    )

    class Meta:
        model = Dismissal
        fields = [
            "id", "item", "why", "note", "by", "at", "restored_at", "restored_by", "is_drawn",
            "outcome", "looked_at", "looked_by", "look_note",
        ]  # fmt: skip


class TagSerializer(serializers.ModelSerializer[Tag]):
    """A word of the desk's vocabulary."""

    name = serializers.CharField()

    class Meta:
        model = Tag
        fields = ["id", "name", "colour", "retired_at"]
        read_only_fields = ["retired_at"]


class RuleSerializer(serializers.ModelSerializer[BoostRule]):
    """A rule of the desk for priority. `points` are -50 to 50, not 0."""

    trait = serializers.ChoiceField(choices=[trait.value for trait in Trait])
    value = serializers.CharField(max_length=MAX_TEXT)
    added_by = serializers.CharField(source="added_by.username", read_only=True)

    class Meta:
        model = BoostRule
        fields = [
            "id", "trait", "value", "points", "reason", "added_by", "added_at", "ended_at",
        ]  # fmt: skip
        read_only_fields = ["added_at", "ended_at"]
        validators: list[Any] = []


class ViewSerializer(serializers.ModelSerializer[SavedView]):
    """Filters of the queue under a name; `query` is a query string of GET /queue."""

    query = serializers.CharField(max_length=MAX_QUERY, allow_blank=True, default="")
    is_shared = serializers.BooleanField(default=False)
    owner = serializers.CharField(source="owner.username", read_only=True)

    class Meta:
        model = SavedView
        fields = ["id", "name", "query", "is_shared", "position", "owner"]
        read_only_fields = ["position"]
        validators: list[Any] = []
