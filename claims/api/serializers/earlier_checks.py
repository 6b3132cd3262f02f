"""Earlier fact-checks out; ClaimReviews in, and what became of each."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from claims.models import CheckImport, EarlierCheck, EarlierCheckMatch
from claims.sources.page_addresses import MAX_ADDRESS


class MatchedClaimSerializer(serializers.ModelSerializer[EarlierCheckMatch]):
    """A claim of the desk that a fact-check is about, or of whose family it is."""

    class Meta:
        model = EarlierCheckMatch
        fields = ["id", "claim", "outcome", "similarity"]


class EarlierCheckSerializer(serializers.ModelSerializer[EarlierCheck]):
    """A fact-check that another desk published."""

    matches = MatchedClaimSerializer(many=True, read_only=True)

    class Meta:
        model = EarlierCheck
        fields = [
            "id", "url", "publisher", "claim_reviewed", "rating", "language", "published_on",
            "imported_at", "matches",
        ]  # fmt: skip


class CheckDocumentSerializer(serializers.Serializer[Any]):
    """One of the two: a document, or the address of a page or feed that has it.

    A document is a ClaimReview, a list, a DataFeed, or the answer of a search for fact-checks.
    """

    document = serializers.JSONField(required=False, default=None)
    url = serializers.CharField(max_length=MAX_ADDRESS, required=False, default="")


class RefusedRowSerializer(serializers.Serializer[Any]):
    """A row that could not be read, by its number in the document, from 1."""

    row = serializers.IntegerField()
    field = serializers.CharField()
    message = serializers.CharField()


class CheckImportSerializer(serializers.ModelSerializer[CheckImport]):
    """What becomes of a document: over once `finished_at` is set. Rows that are not refused are in.

    `failure` says why nothing of it could be read.
    """

    refused = RefusedRowSerializer(many=True, read_only=True)

    class Meta:
        model = CheckImport
        fields = [
            "id", "url", "asked_at", "finished_at", "failure", "rows", "done", "new", "changed",
            "known", "withdrawn", "refused",
        ]  # fmt: skip


class HidingSerializer(serializers.Serializer[Any]):
    """Why a fact-check is not about a claim."""

    note = serializers.CharField(max_length=2000)
