"""What the desk says about a claim among itself."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer

from claims.api.desk_view import DeskView
from claims.api.paging import KeysetPagination
from claims.models import Claim
from factcheck.web.permissions import person
from reviews.api.serializers.comments import (
    CommentEditSerializer,
    CommentInSerializer,
    CommentSerializer,
)
from reviews.models import Comment
from reviews.selectors.comments import comments_readable_by, of_claim
from reviews.services.comments import (
    comment_add,
    comment_delete,
    comment_edit,
    thread_resolve,
    thread_take_up,
)


class ClaimComments(DeskView, ListAPIView[Comment]):
    """Comments on a claim, oldest first, as far as the caller may read them yet."""

    serializer_class = CommentSerializer
    pagination_class = KeysetPagination
    page_order = ("id",)

    def get_queryset(self) -> QuerySet[Comment]:
        """Return those of the claim and of claims merged into it."""
        claim = get_object_or_404(Claim.objects.only("pk"), pk=self.kwargs["pk"])
        return comments_readable_by(person(self.request)).filter(of_claim(claim.pk))

    @extend_schema(operation_id="comments_list")
    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return super().get(request, *args, **kwargs)

    @extend_schema(
        operation_id="comments_create",
        request=CommentInSerializer,
        responses={201: CommentSerializer},
    )
    def post(self, request: Request, pk: int) -> Response:
        """Write one; whom it mentions and answers are told."""
        serializer = CommentInSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        claim = get_object_or_404(Claim.objects.defer("vector"), pk=pk)
        comment = comment_add(claim=claim, actor=person(request), **serializer.comment())
        return Response(CommentSerializer(comment).data, status.HTTP_201_CREATED)


class CommentView(DeskView):
    """An endpoint about one comment the caller may read."""

    serializer_class: type[BaseSerializer[Any]] = CommentSerializer

    def get_queryset(self) -> QuerySet[Comment]:
        """Return what the caller may read; whatever else there is answers 404."""
        return comments_readable_by(person(self.request))


class CommentDetail(CommentView):
    """One comment."""

    serializer_class = CommentEditSerializer

    @extend_schema(responses=CommentSerializer)
    def patch(self, request: Request, pk: int) -> Response:
        """Change its text, within 15 minutes; 409 `stale` when it was changed since `based_on`."""
        fields = self.checked(request)
        comment = comment_edit(comment=self.get_object(), actor=person(request), **fields)
        return Response(CommentSerializer(comment).data)

    @extend_schema(responses={204: None})
    def delete(self, request: Request, pk: int) -> Response:
        """Take back what one wrote; that there was a comment stays."""
        comment_delete(comment=self.get_object(), actor=person(request))
        return Response(status=status.HTTP_204_NO_CONTENT)


class CommentResolve(CommentView):
    """A thread that is dealt with."""

    @extend_schema(request=None)
    def post(self, request: Request, pk: int) -> Response:
        """Mark the thread that the comment begins as resolved."""
        comment = thread_resolve(comment=self.get_object(), actor=person(request))
        return Response(CommentSerializer(comment).data)


class CommentTakeUp(CommentView):
    """A thread that is not dealt with after all."""

    @extend_schema(request=None)
    def post(self, request: Request, pk: int) -> Response:
        """Take a resolved thread up again."""
        comment = thread_take_up(comment=self.get_object(), actor=person(request))
        return Response(CommentSerializer(comment).data)
