"""Verdicts: read, revise, sign off, publish, send back, retract."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer

from claims.api.desk_view import DeskView
from claims.api.paging import KeysetPagination
from factcheck import flow
from factcheck.web.permissions import person
from reviews.api.people import person_named
from reviews.api.serializers.queue import NoteSerializer
from reviews.api.serializers.verdicts import (
    HandOverSerializer,
    SignOffSerializer,
    VerdictChangeSerializer,
    VerdictSerializer,
)
from reviews.models import Verdict
from reviews.selectors.verdicts import verdicts_published, verdicts_readable_by
from reviews.services.authorship import verdict_hand_over
from reviews.services.sign_offs import Terms, verdict_sign_off
from reviews.services.verdicts import (
    VerdictText,
    verdict_resubmit,
    verdict_revise,
    verdict_send_back,
)


class VerdictList(DeskView, ListAPIView[Verdict]):
    """The published verdict of each claim, newest first."""

    serializer_class = VerdictSerializer
    pagination_class = KeysetPagination
    page_order = ("-published_at", "-id")

    def get_queryset(self) -> QuerySet[Verdict]:
        """Return the published verdicts on claims of the language asked for."""
        language = self.asked("language")
        verdicts = verdicts_published().prefetch_related(None)
        return verdicts.filter(claim__language=language) if language else verdicts

    @extend_schema(
        operation_id="verdicts_list",
        parameters=[OpenApiParameter("language", description="BCP 47 tag of the claim")],
    )
    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return super().get(request, *args, **kwargs)


class VerdictView(DeskView):
    """An endpoint about one verdict that the caller may read, draft or published."""

    serializer_class: type[BaseSerializer[Any]] = VerdictSerializer

    def get_queryset(self) -> QuerySet[Verdict]:
        """Return what the caller may read; whatever else there is answers 404."""
        return verdicts_readable_by(person(self.request))

    def answer(self, verdict: Verdict) -> Response:
        """Return the verdict as it is stored now."""
        stored = self.get_queryset().get(pk=verdict.pk)
        return Response(VerdictSerializer(stored).data)


class VerdictDetail(VerdictView):
    """One verdict."""

    def get(self, request: Request, pk: int) -> Response:
        return Response(VerdictSerializer(self.get_object()).data)

    @extend_schema(request=VerdictChangeSerializer)
    def patch(self, request: Request, pk: int) -> Response:
        """Revise the draft; a sign-off is void then. 409 with `current` when it was changed."""
        serializer = VerdictChangeSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        fields = dict(serializer.validated_data)
        verdict = self.get_object()
        based_on = fields.pop("based_on")
        text = VerdictText(**_text(verdict) | fields)
        return self.answer(
            verdict_revise(verdict=verdict, actor=person(request), text=text, based_on=based_on)
        )


def _text(verdict: Verdict) -> dict[str, Any]:
    """Return what `VerdictText` holds of a verdict."""
    return {
        "rating": verdict.rating.slug,
        "summary": verdict.summary,
        "explanation": verdict.explanation,
        "true_as_of": verdict.true_as_of,
        "no_evidence_reason": verdict.no_evidence_reason,
        "correction_note": verdict.correction_note,
        "correction_kind": verdict.correction_kind,
    }


class SignOff(VerdictView):
    """Approve the verdict."""

    serializer_class = SignOffSerializer

    @extend_schema(responses=VerdictSerializer)
    def post(self, request: Request, pk: int) -> Response:
        """Approve exactly the content with `hash`; 409 with `current` when it has changed."""
        fields = self.checked(request)
        signed = verdict_sign_off(
            verdict=self.get_object(),
            actor=person(request),
            seen_hash=fields.pop("hash"),
            terms=Terms(**fields),
        )
        return self.answer(signed)


class HandOver(VerdictView):
    """Pass a verdict that was sent back to another author."""

    serializer_class = HandOverSerializer

    @extend_schema(responses=VerdictSerializer)
    def post(self, request: Request, pk: int) -> Response:
        """Make `author` (a user name) its author; nobody who ever was may approve it."""
        fields = self.checked(request)
        verdict, author = self.get_object(), person_named(fields["author"], field="author")
        return self.answer(
            verdict_hand_over(
                verdict=verdict, actor=person(request), author=author, note=fields["note"]
            )
        )


class Publish(VerdictView):
    """Make the verdict public."""

    @extend_schema(request=None)
    def post(self, request: Request, pk: int) -> Response:
        """Publish what was signed off; an earlier version is superseded."""
        return self.answer(flow.publish(verdict=self.get_object(), actor=person(request)))


class SendBack(VerdictView):
    """Give the verdict back to its author."""

    serializer_class = NoteSerializer

    @extend_schema(responses=VerdictSerializer)
    def post(self, request: Request, pk: int) -> Response:
        """Send back with a note; a sign-off is void then."""
        fields = self.checked(request)
        verdict = self.get_object()
        return self.answer(verdict_send_back(verdict=verdict, actor=person(request), **fields))


class Resubmit(VerdictView):
    """Hand a verdict that was sent back in again."""

    @extend_schema(request=None)
    def post(self, request: Request, pk: int) -> Response:
        """Ask for sign-off again."""
        return self.answer(verdict_resubmit(verdict=self.get_object(), actor=person(request)))


class Retract(VerdictView):
    """Withdraw a published verdict."""

    serializer_class = NoteSerializer

    @extend_schema(responses=VerdictSerializer)
    def post(self, request: Request, pk: int) -> Response:
        """Retract with a public note; the verdict's page stays and says so."""
        fields = self.checked(request)
        verdict = self.get_object()
        return self.answer(flow.retract(verdict=verdict, actor=person(request), **fields))
