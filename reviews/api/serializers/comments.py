"""Comments and notifications in and out."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from claims.api.fields import MAX_ID, Count
from reviews.models import Comment, Notification
from reviews.services.comment_places import MOST_SENT, words_chosen
from reviews.services.comments import MAX_TEXT


class CommentInSerializer(serializers.Serializer[Any]):
    """What to say. `@` and a user name of the desk mentions somebody.

    `thread` is the comment it answers, `evidence` the row it is about. `words` are of the `article`
    it is about, in which the claim was made; `start` and `end` say where, in code points.
    """

    text = serializers.CharField(max_length=MAX_TEXT)
    thread = serializers.IntegerField(min_value=1, max_value=MAX_ID, allow_null=True, default=None)
    evidence = serializers.IntegerField(
        min_value=1, max_value=MAX_ID, allow_null=True, default=None
    )
    article = serializers.IntegerField(min_value=1, max_value=MAX_ID, allow_null=True, default=None)
    words = serializers.CharField(max_length=MOST_SENT, allow_blank=True, default="")
    start = serializers.IntegerField(min_value=0, max_value=MAX_ID, allow_null=True, default=None)
    end = serializers.IntegerField(min_value=0, max_value=MAX_ID, allow_null=True, default=None)

    def comment(self) -> dict[str, Any]:
        """Return what was sent as the service takes it."""
        sent = self.validated_data
        about = words_chosen(sent["article"], sent["words"], sent["start"], sent["end"])
        return {name: sent[name] for name in ("text", "thread", "evidence")} | {"about": about}


class CommentEditSerializer(serializers.Serializer[Any]):
    """Other words. `based_on` is the version they replace."""

    text = serializers.CharField(max_length=MAX_TEXT)
    based_on = Count()


class CommentSerializer(serializers.ModelSerializer[Comment]):
    """A comment; a deleted one has no text. `resolved_at` is of the thread it begins."""

    author = serializers.CharField(source="author.username")
    mentioned = serializers.ListField(child=serializers.CharField())
    resolved_by = serializers.CharField(
        source="resolved_by.username", allow_null=True, default=None
    )

    class Meta:
        model = Comment
        fields = [
            "id", "claim", "item", "thread", "evidence", "article", "start", "end", "quote",
            "author", "text", "mentioned", "version",
            "written_at", "edited_at", "deleted_at", "resolved_at", "resolved_by",
        ]  # fmt: skip


class NotificationSerializer(serializers.ModelSerializer[Notification]):
    """Something that concerns the caller; unread while `read_at` is null."""

    by = serializers.CharField(source="by.username", allow_null=True, default=None)
    claim = serializers.IntegerField(source="item.claim_id")

    class Meta:
        model = Notification
        fields = ["id", "kind", "claim", "item", "comment", "by", "at", "read_at"]


class ReadUpToSerializer(serializers.Serializer[Any]):
    """The id of the newest notification that was looked at."""

    up_to = serializers.IntegerField(min_value=0, max_value=MAX_ID)


class UnreadSerializer(serializers.Serializer[Any]):
    """How many are unread, 100 at most."""

    unread = serializers.IntegerField()
