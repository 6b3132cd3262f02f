"""Sources, feeds and wanted pages, out and in."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from claims.api.fields import Count, Text
from claims.models import Feed, PageOutcome, PageWish, Source
from claims.services.feeds import MAX_REASON
from claims.services.sources import MAX_NAME, MAX_SITE
from claims.sources.opml import MAX_OPML_BYTES
from claims.sources.page_addresses import MAX_ADDRESS


class PageInSerializer(serializers.Serializer[Any]):
    """A page to fetch: its address and nothing else, for what it is called stands in it."""

    url = serializers.CharField(max_length=MAX_ADDRESS)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Refuse what would be passed over silently."""
        others = set(getattr(self, "initial_data", {})) - {"url"}
        if others:
            message = _("Send this with text or html. Of a page that is fetched it is read.")
            raise serializers.ValidationError(dict.fromkeys(sorted(others), message))
        return attrs


class PageSerializer(serializers.ModelSerializer[PageWish]):
    """A page to fetch. `status`: waiting, failed (with `failure`), else its `outcome`."""

    status = serializers.SerializerMethodField()

    class Meta:
        model = PageWish
        fields = [
            "id", "url", "status", "article", "failure", "due_at", "wanted_at", "fetched_at",
            "source", "feed",
        ]  # fmt: skip

    def get_status(self, page: PageWish) -> str:
        """Return one word for where it stands."""
        if page.due_at is not None:
            return "waiting"
        return "failed" if page.failure else PageOutcome(page.outcome).value


class FeedSerializer(serializers.ModelSerializer[Feed]):
    """A feed and its health: polled at `due_at`, which is null while it is paused."""

    class Meta:
        model = Feed
        fields = [
            "id", "source", "url", "kind", "title", "due_at", "polled_at", "last_new_at",
            "interval", "failure", "failing_since", "paused_at", "paused_because",
        ]  # fmt: skip


class SourceSerializer(serializers.ModelSerializer[Source]):
    """A source with its feeds."""

    feeds = FeedSerializer(many=True, read_only=True)
    articles = serializers.IntegerField(source="taken")

    class Meta:
        model = Source
        fields = ["id", "name", "site", "country", "language", "version", "articles", "feeds"]


class SourceInSerializer(serializers.Serializer[Any]):
    """What is known of an outlet."""

    name = serializers.CharField(max_length=MAX_NAME)
    site = Text(max_length=MAX_SITE)
    country = Text(max_length=2, help_text="ISO 3166 code.")
    language = Text(max_length=12, help_text="BCP 47 tag.")


class SourceChangeSerializer(SourceInSerializer):
    """All fields of an outlet anew, and the version they are based on."""

    based_on = Count()


class FeedInSerializer(serializers.Serializer[Any]):
    """A feed, or a page that names one."""

    url = serializers.CharField(max_length=MAX_ADDRESS)


class FeedPauseSerializer(serializers.Serializer[Any]):
    """Why a feed is not polled for now."""

    reason = serializers.CharField(max_length=MAX_REASON)


class FeedListInSerializer(serializers.Serializer[Any]):
    """An OPML file as text."""

    opml = serializers.CharField(max_length=MAX_OPML_BYTES, trim_whitespace=False)


class FeedListSerializer(serializers.Serializer[Any]):
    """All feeds as OPML."""

    opml = serializers.CharField()


class ImportedFeedSerializer(serializers.Serializer[Any]):
    """What became of one row of a list; `refusal` is "" if it was added."""

    name = serializers.CharField()
    url = serializers.CharField()
    refusal = serializers.CharField()
