"""Articles in and out; offsets are code points of the article's text."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from claims.api.fields import Moment, Text
from claims.models import Article, Sentence, Stage


class ArticleMetadataSerializer(serializers.Serializer[Any]):
    """What is known of an article besides its text; fields as in `ArticleMetadata`."""

    url = Text(max_length=2000)
    title = Text(max_length=500)
    author = Text(max_length=300)
    outlet = Text(max_length=200)
    site = Text(max_length=500)
    country = Text(max_length=2, help_text="ISO 3166 code of the outlet's country.")
    language = Text(max_length=12, help_text="BCP 47 tag; found out when left out.")
    published_at = Moment(required=False, allow_null=True, default=None)


class ArticleInSerializer(ArticleMetadataSerializer):
    """An article as JSON: `text` or `html`; or `url` alone, and the page there is fetched."""

    text = serializers.CharField(required=False, trim_whitespace=False)
    html = serializers.CharField(required=False, trim_whitespace=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Ask for one of the two."""
        if ("text" in attrs) == ("html" in attrs):
            raise serializers.ValidationError({"text": _("Send either text or html.")})
        return attrs


class ArticleFileSerializer(ArticleMetadataSerializer):
    """An article as a .txt, .html, .pdf, .docx, .epub or .eml file, by multipart/form-data."""

    file = serializers.FileField(allow_empty_file=True)


class ArticleBriefSerializer(serializers.ModelSerializer[Article]):
    """Who published an article, where and when; the outlet is "" where it is not known."""

    outlet = serializers.CharField(source="source.name", default="")
    country = serializers.CharField(source="source.country", default="")

    class Meta:
        model = Article
        fields = ["id", "title", "url", "outlet", "country", "language", "published_at"]


class ArticleRowSerializer(ArticleBriefSerializer):
    """An article in a list: without its text."""

    stage = serializers.ChoiceField(choices=Stage.choices)

    class Meta(ArticleBriefSerializer.Meta):
        fields = [
            *ArticleBriefSerializer.Meta.fields,
            "author", "received_at", "stage", "failure",
        ]  # fmt: skip


class ArticleSerializer(ArticleRowSerializer):
    class Meta(ArticleRowSerializer.Meta):
        fields = [
            *ArticleRowSerializer.Meta.fields,
            "text", "text_sha256", "encoding", "received_name", "version", "supersedes",
        ]  # fmt: skip


class ArticleVersionSerializer(ArticleRowSerializer):
    """A version of a page, in a list; `supersedes` is the id of the one before, or null."""

    class Meta(ArticleRowSerializer.Meta):
        fields = [*ArticleRowSerializer.Meta.fields, "text_sha256", "version", "supersedes"]


class ArticleReceivedSerializer(ArticleRowSerializer):
    duplicate = serializers.BooleanField(help_text="The same text was received before.")

    class Meta(ArticleRowSerializer.Meta):
        fields = [*ArticleRowSerializer.Meta.fields, "duplicate"]


class SentenceSerializer(serializers.ModelSerializer[Sentence]):
    """A sentence with its check-worthiness and the reasons for it."""

    class Meta:
        model = Sentence
        fields = [
            "id", "engine", "start", "end", "kind", "score", "selected", "speaker", "reasons",
            "quantities", "dates", "units", "repeats",
        ]  # fmt: skip
