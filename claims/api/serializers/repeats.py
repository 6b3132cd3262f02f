"""How often a claim with a verdict was made again."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from reviews.selectors.repeats import OutletRepeats, Repeats


class OutletRepeatsSerializer(serializers.Serializer[OutletRepeats]):
    """One outlet's pages with the claim; versions of a page are one."""

    outlet = serializers.CharField(help_text='"" for pages of which nobody knows whose they are.')
    before = serializers.IntegerField(help_text="The desk had them when it published.")
    since = serializers.IntegerField(help_text="They came later.")
    dated_before = serializers.IntegerField(help_text="Of `since`, those that bear an earlier day.")
    texts = serializers.IntegerField(help_text="Of `since`, those that copy none of the others.")


class RepeatsSerializer(serializers.Serializer[Repeats]):
    """What became of a claim since the desk published a verdict on it, or on one of its family."""

    verdict = serializers.IntegerField(source="verdict.pk")
    rating = serializers.CharField(source="verdict.rating.slug")
    since = serializers.DateTimeField(help_text="When the verdict was published first.")
    times = serializers.IntegerField(help_text="Pages that came since.")
    before = serializers.IntegerField(help_text="Pages the desk had before.")
    outlets_since = serializers.IntegerField()
    texts = serializers.IntegerField(
        help_text="Of `times`, those that share neither outlet nor wording with another."
    )
    newest_article = serializers.IntegerField(
        source="newest.article_id", default=None, allow_null=True
    )
    newest_appearance = serializers.IntegerField(
        source="newest.appearance_id", default=None, allow_null=True
    )
    outlets = OutletRepeatsSerializer(many=True)


def repeats_data(repeats: Repeats | None) -> dict[str, Any] | None:
    """Return the repeats as JSON has them."""
    return dict(RepeatsSerializer(repeats).data) if repeats else None
