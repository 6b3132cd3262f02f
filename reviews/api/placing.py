"""People say which claims are one, and which appearance is of which claim."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.desk_view import DeskView
from claims.models import Appearance, Claim, ClaimDecision
from claims.selectors.decisions import claim_decisions, claims_version
from factcheck.errors import InvalidInput
from factcheck.web.permissions import person
from reviews.api.serializers.placing import (
    ApartSerializer,
    DecisionSerializer,
    DecisionsSerializer,
    DiffersSerializer,
    MergeSerializer,
    MoveSerializer,
    SplitSerializer,
    UndoSerializer,
)
from reviews.services.decisions import decision_undo
from reviews.services.kinship import claim_take_out, claims_differ
from reviews.services.merging import claim_merge, claim_unmerge
from reviews.services.splitting import appearance_move, claim_split

CLAIMS = Claim.objects.defer("vector")


def _decided(decision: ClaimDecision, code: int = status.HTTP_201_CREATED) -> Response:
    return Response(DecisionSerializer(ClaimDecision.objects.get(pk=decision.pk)).data, code)


def _named(fields: dict[str, Any], name: str) -> Claim:
    """Take the id called `name` out of the fields and return its claim."""
    claim = CLAIMS.filter(pk=fields.pop(name)).first()
    if claim is None:
        raise InvalidInput(name, _("There is no such claim."))
    return claim


class ClaimMerge(DeskView):
    """Merge this claim into another one."""

    queryset = CLAIMS
    serializer_class = MergeSerializer

    @extend_schema(responses={201: DecisionSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """One that has a review or a verdict takes others in and is not merged itself."""
        fields, claim = self.checked(request), self.get_object()
        into = _named(fields, "into")
        return _decided(claim_merge(claim=claim, into=into, actor=person(request), **fields))


class ClaimUnmerge(DeskView):
    """Take a merged claim out again."""

    queryset = CLAIMS
    serializer_class = UndoSerializer

    @extend_schema(responses=DecisionSerializer)
    def post(self, request: Request, pk: int) -> Response:
        """It waits as before, with exactly the appearances it brought."""
        fields, claim = self.checked(request), self.get_object()
        undone = claim_unmerge(claim=claim, actor=person(request), **fields)
        return _decided(undone, status.HTTP_200_OK)


class ClaimSplit(DeskView):
    """Make a claim of some of its appearances."""

    queryset = CLAIMS
    serializer_class = SplitSerializer

    @extend_schema(responses={201: DecisionSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """`other` of the answer is the new claim, in the words of the first of them."""
        fields, claim = self.checked(request), self.get_object()
        return _decided(claim_split(claim=claim, actor=person(request), **fields))


class AppearanceMove(DeskView):
    """Put an appearance into another claim."""

    queryset = Appearance.objects.all()
    serializer_class = MoveSerializer

    @extend_schema(responses={201: DecisionSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """What repeats it in its article goes along."""
        fields, made = self.checked(request), self.get_object()
        to = _named(fields, "to")
        return _decided(appearance_move(appearance=made, to=to, actor=person(request), **fields))


class ClaimFamily(DeskView):
    """Put two claims into one family."""

    queryset = CLAIMS
    serializer_class = DiffersSerializer

    @extend_schema(responses={201: DecisionSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """They answer the same question differently, in `aspects`."""
        fields, claim = self.checked(request), self.get_object()
        other = _named(fields, "other")
        return _decided(claims_differ(claim=claim, other=other, actor=person(request), **fields))


class ClaimFamilyLeave(DeskView):
    """Take a claim out of its family."""

    queryset = CLAIMS
    serializer_class = ApartSerializer

    @extend_schema(responses={201: DecisionSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """It answers another question than `other` does."""
        fields, claim = self.checked(request), self.get_object()
        other = _named(fields, "other")
        return _decided(claim_take_out(claim=claim, other=other, actor=person(request), **fields))


class ClaimDecisions(DeskView):
    """What people decided of a claim and of those merged into it."""

    queryset = CLAIMS
    serializer_class = DecisionsSerializer

    @extend_schema(
        parameters=[OpenApiParameter("with", int, description="id of the claim it is decided with")]
    )
    def get(self, request: Request, pk: int) -> Response:
        """Newest first, with the version of the claim, or of it and the one named by `with`."""
        claim, other = self.get_object(), self.asked("with")
        both = [claim.pk, *([int(other)] if other.isdecimal() and len(other) <= 18 else [])]
        decisions = claim_decisions(claim).prefetch_related("placed")
        told = {"version": claims_version(both), "decisions": decisions}
        return Response(DecisionsSerializer(told).data)


class DecisionUndo(DeskView):
    """Put back what a decision changed."""

    queryset = ClaimDecision.objects.all()
    serializer_class = UndoSerializer

    @extend_schema(responses=DecisionSerializer)
    def post(self, request: Request, pk: int) -> Response:
        """As far as nothing changed it since. Undoing a split answers with the merge it makes."""
        fields, decision = self.checked(request), self.get_object()
        undone = decision_undo(decision=decision, actor=person(request), **fields)
        return _decided(undone, status.HTTP_200_OK)
