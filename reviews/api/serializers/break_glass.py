"""A move that is forced, in."""

from __future__ import annotations

from rest_framework import serializers

from reviews.api.serializers.queue import NoteSerializer
from reviews.domain.states import FORCED


class BreakGlassSerializer(NoteSerializer):
    """Which move to force, and why; the note is read by everybody at the desk."""

    hash = serializers.RegexField(
        r"^[0-9a-f]{64}\Z", required=False, help_text="Of the verdict that is published by force."
    )
    move = serializers.ChoiceField(choices=sorted(event.value for event in FORCED))
