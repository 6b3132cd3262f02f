"""Claims out; offsets are code points of the article's text."""

from __future__ import annotations

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from claims.api.serializers.articles import ArticleBriefSerializer
from claims.api.serializers.repeats import RepeatsSerializer, repeats_data
from claims.matching.disputes import Dispute, ValueStated
from claims.models import Appearance, Claim, ClaimRelation, EarlierCheckMatch
from claims.models.values import quantity_rows
from claims.selectors.claims import (
    claim_appearances,
    claim_earlier_checks,
    claim_relations,
    family_members,
    other_side,
)
from claims.selectors.disputes import claim_dispute
from claims.selectors.reach import Reach, claim_reach
from reviews.models import QueueItem
from reviews.selectors.claim_items import newest_item
from reviews.selectors.repeats import claim_repeats


class ClaimRowSerializer(serializers.ModelSerializer[Claim]):
    """A claim in a list."""

    class Meta:
        model = Claim
        fields = [
            "id", "text", "clarified", "language", "speaker", "score", "family", "merged_into",
            "created_at",
        ]  # fmt: skip


class AppearanceSerializer(serializers.ModelSerializer[Appearance]):
    """One place where the claim was made; `match_reasons` say why it belongs to the claim."""

    article = ArticleBriefSerializer()

    class Meta:
        model = Appearance
        fields = [
            "id", "article", "start", "end", "text", "speaker", "quantities", "dates", "units",
            "score", "reasons", "repeats", "match_similarity", "match_reasons",
        ]  # fmt: skip


class RelationSerializer(serializers.ModelSerializer[ClaimRelation]):
    """What the matcher says of this claim and `other`; in the reasons, left is the later claim."""

    other = serializers.SerializerMethodField()

    class Meta:
        model = ClaimRelation
        fields = ["other", "outcome", "aspects", "similarity", "reasons"]

    @extend_schema_field(ClaimRowSerializer)
    def get_other(self, relation: ClaimRelation) -> object:
        """Return the claim on the other side of the one that is shown."""
        return ClaimRowSerializer(other_side(relation, self.context["claim_id"])).data


class EarlierCheckMatchSerializer(serializers.ModelSerializer[EarlierCheckMatch]):
    """A fact-check another desk published that is about this claim.

    `hidden_at` is set, with `hidden_note`, once somebody said that it is not.
    """

    url = serializers.URLField(source="check_found.url")
    publisher = serializers.CharField(source="check_found.publisher")
    claim_reviewed = serializers.CharField(source="check_found.claim_reviewed")
    rating = serializers.CharField(source="check_found.rating")
    language = serializers.CharField(source="check_found.language")
    published_on = serializers.DateField(source="check_found.published_on", allow_null=True)

    class Meta:
        model = EarlierCheckMatch
        fields = [
            "id", "url", "publisher", "claim_reviewed", "rating", "language", "published_on",
            "outcome", "similarity", "reasons", "hidden_at", "hidden_note",
        ]  # fmt: skip


class StandingSerializer(serializers.ModelSerializer[QueueItem]):
    """Where the claim stands at the desk."""

    class Meta:
        model = QueueItem
        fields = ["id", "state", "priority", "entered_at", "closed_at"]


class ReachSerializer(serializers.Serializer[Reach]):
    """How far a claim has spread."""

    outlets = serializers.IntegerField(help_text="Outlets that carry it, of those known by name.")
    texts = serializers.IntegerField(
        help_text="Texts of their own among the articles: copies of one, and versions, are one."
    )


class ValueStatedSerializer(serializers.Serializer[ValueStated]):
    """One value, however it is rounded, and who gives it."""

    quantity = serializers.SerializerMethodField()
    outlets = serializers.ListField(child=serializers.CharField(), source="who")
    texts = serializers.IntegerField(help_text="Texts of their own that give it.")

    @extend_schema_field(serializers.DictField())
    def get_quantity(self, stated: ValueStated) -> object:
        """Return the value as it is given first."""
        return quantity_rows([stated.quantity])[0]


class DisputeSerializer(serializers.Serializer[Dispute]):
    """Contradicting values of one quantity, ascending; `others` are in units of their own."""

    unit = serializers.CharField()
    values = ValueStatedSerializer(many=True)
    others = ValueStatedSerializer(many=True)


class ClaimSerializer(ClaimRowSerializer):
    """A claim with all that is known of it; of its family and relations at most 20 each."""

    reach = serializers.SerializerMethodField()
    appearances = serializers.SerializerMethodField()
    family_members = serializers.SerializerMethodField()
    relations = serializers.SerializerMethodField()
    earlier_checks = serializers.SerializerMethodField()
    queue_item = serializers.SerializerMethodField()
    repeats = serializers.SerializerMethodField()
    dispute = serializers.SerializerMethodField()

    class Meta(ClaimRowSerializer.Meta):
        fields = [
            *ClaimRowSerializer.Meta.fields,
            "quantities", "dates", "units", "reach", "appearances", "family_members", "relations",
            "earlier_checks", "queue_item", "repeats", "dispute",
        ]  # fmt: skip

    @extend_schema_field(ReachSerializer)
    def get_reach(self, claim: Claim) -> object:
        """Return in how many outlets and texts the claim stands."""
        return ReachSerializer(claim_reach(claim)).data

    @extend_schema_field(AppearanceSerializer(many=True))
    def get_appearances(self, claim: Claim) -> object:
        """Return where the claim was made, in the order in which the desk learned of it."""
        return AppearanceSerializer(claim_appearances(claim.pk), many=True).data

    @extend_schema_field(ClaimRowSerializer(many=True))
    def get_family_members(self, claim: Claim) -> object:
        """Return other claims that answer the same question differently."""
        return ClaimRowSerializer(family_members(claim), many=True).data

    @extend_schema_field(RelationSerializer(many=True))
    def get_relations(self, claim: Claim) -> object:
        """Return what the matcher says of this claim and others, nearest first."""
        rows = claim_relations(claim.pk)
        return RelationSerializer(rows, many=True, context={"claim_id": claim.pk}).data

    @extend_schema_field(EarlierCheckMatchSerializer(many=True))
    def get_earlier_checks(self, claim: Claim) -> object:
        """Return the fact-checks of other desks that are about the claim, nearest first."""
        return EarlierCheckMatchSerializer(claim_earlier_checks(claim), many=True).data

    @extend_schema_field(DisputeSerializer(allow_null=True))
    def get_dispute(self, claim: Claim) -> object:
        """Return who says which figure, or null where nobody contradicts."""
        found = claim_dispute(claim)
        return DisputeSerializer(found).data if found else None

    @extend_schema_field(StandingSerializer(allow_null=True))
    def get_queue_item(self, claim: Claim) -> object:
        """Return the claim's latest queue item, or null while it never was in the queue."""
        item = newest_item(claim.pk)
        return StandingSerializer(item).data if item else None

    @extend_schema_field(RepeatsSerializer(allow_null=True))
    def get_repeats(self, claim: Claim) -> object:
        """Return how often it was made since the desk's verdict; null while none stands on it."""
        return repeats_data(claim_repeats(claim.pk))
