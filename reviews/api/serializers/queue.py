"""Queue items, leases and notes in and out."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from claims.api.serializers.claims import ClaimRowSerializer
from reviews.domain.states import Event
from reviews.models import Lease, QueueItem, QueueMove, QueueReason
from reviews.models.queue import STATE_CHOICES

EVENTS = [event.value for event in Event]


class NoteSerializer(serializers.Serializer[Any]):
    """Why something is done; it stays in the history."""

    note = serializers.CharField(max_length=5000)


class QueueReasonSerializer(serializers.ModelSerializer[QueueReason]):
    class Meta:
        model = QueueReason
        fields = ["kind", "detail", "added_at"]


class QueueMoveSerializer(serializers.ModelSerializer[QueueMove]):
    """A move of the item; `by` is null for the machine."""

    by = serializers.CharField(source="by.username", allow_null=True, default=None)

    class Meta:
        model = QueueMove
        fields = ["event", "from_state", "to_state", "by", "note", "at"]


class QueueItemRowSerializer(serializers.ModelSerializer[QueueItem]):
    """A claim waiting for people, with the reasons it is there."""

    claim = ClaimRowSerializer()
    reasons = QueueReasonSerializer(source="why", many=True)
    state = serializers.ChoiceField(choices=STATE_CHOICES)
    assignee = serializers.CharField(source="assignee.username", allow_null=True, default=None)
    tags = serializers.ListField(source="tag_names", child=serializers.CharField())

    class Meta:
        model = QueueItem
        fields = [
            "id", "claim", "state", "priority", "priority_points", "priority_because", "reasons",
            "reviews_wanted", "reviews_wanted_because", "assignee", "tags", "snoozed_until",
            "due_at", "entered_at", "closed_at",
        ]  # fmt: skip


class QueueItemSerializer(QueueItemRowSerializer):
    """An item as the caller sees it: `events` are the moves open to them now.

    Of `moves`, a note about a draft they may not read yet is replaced by why.
    """

    verdict = serializers.SerializerMethodField()
    moves = serializers.SerializerMethodField()
    events = serializers.SerializerMethodField()

    class Meta(QueueItemRowSerializer.Meta):
        fields = [*QueueItemRowSerializer.Meta.fields, "verdict", "moves", "events"]

    def get_verdict(self, item: QueueItem) -> int | None:
        """Return the id of the item's verdict, once its reviews have drafted one."""
        verdict = getattr(item, "verdict", None)
        return verdict.pk if verdict else None

    @extend_schema_field(QueueMoveSerializer(many=True))
    def get_moves(self, item: QueueItem) -> object:
        """Return the moves as the view found the caller may read them."""
        return QueueMoveSerializer(self.context["moves"], many=True).data

    @extend_schema_field(serializers.ListField(child=serializers.ChoiceField(choices=EVENTS)))
    def get_events(self, item: QueueItem) -> list[str]:
        """Return the moves the view found open to the caller."""
        return list(self.context["events"])


class LeaseSerializer(serializers.ModelSerializer[Lease]):
    """A hold on an item; `token` goes with each save, and with the heartbeat that extends it."""

    item = QueueItemRowSerializer()

    class Meta:
        model = Lease
        fields = ["token", "item", "taken_at", "heartbeat_at", "expires_at"]
