"""Evidence in and out."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from claims.api.fields import Text
from claims.models import Evidence, QuoteFound
from claims.models.evidence import EvidenceKind, Stance
from claims.services.evidence import LIMITS


class EvidenceInSerializer(serializers.Serializer[Any]):
    """A row of evidence to add; fields as in `evidence_add`."""

    url = serializers.CharField(max_length=2000)
    publisher = Text(max_length=200)
    stance = serializers.ChoiceField(choices=Stance.choices)
    kind = serializers.ChoiceField(choices=EvidenceKind.choices)
    title = Text(max_length=500)
    quote = Text()
    note = Text()


class QuotationInSerializer(serializers.Serializer[Any]):
    """Words to quote, and what was quoted when the caller looked, "" if nothing."""

    quote = serializers.CharField(max_length=LIMITS["quote"])
    based_on = Text()


class EvidenceSerializer(serializers.ModelSerializer[Evidence]):
    """A row of evidence; `removed_at` is set when it was taken off the claim.

    `stored_sha256` and `fetched_at` tell of the copy of its page. Without one, `copy_due_at`
    says when a worker tries next and `copy_failure` why the last try failed.
    """

    added_by = serializers.CharField(source="added_by.username")
    stored_sha256 = serializers.CharField(source="copy.sha256", default="", read_only=True)
    quote_found = serializers.ChoiceField(
        choices=QuoteFound.choices, source="watch.quote_found", default="", read_only=True
    )
    copy_due_at = serializers.DateTimeField(source="watch.due_at", default=None, read_only=True)
    copy_failure = serializers.CharField(source="watch.failure", default="", read_only=True)

    class Meta:
        model = Evidence
        fields = [
            "id", "claim", "url", "title", "publisher", "quote", "note", "stance", "kind",
            "added_by", "added_at", "removed_at", "stored_sha256", "fetched_at",
            "quote_found", "copy_due_at", "copy_failure",
        ]  # fmt: skip
