"""Words of an article that the caller makes a claim of."""

from __future__ import annotations

from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.desk_view import DeskView
from claims.api.serializers.sentence_marks import PassageInSerializer, SentenceMarkSerializer
from claims.models import Article
from factcheck import flow
from factcheck.web.permissions import person


class ArticlePassages(DeskView):
    """Claims that the machine missed, given by their words."""

    queryset = Article.objects.defer("received")
    serializer_class = PassageInSerializer

    @extend_schema(responses={201: SentenceMarkSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Send the words to the queue as if the machine had chosen them; again changes nothing.

        409 `words_differ` when the text reads otherwise from `start` to `end`, and `is_claim` when
        the words are part of a claim that stands. The mark is taken back at its sentence.
        """
        fields = self.checked(request)
        mark = flow.raise_passage(
            article=self.get_object(), actor=person(request), words=fields["text"],
            start=fields.get("start"), end=fields.get("end"),
        )  # fmt: skip
        return Response(SentenceMarkSerializer(mark).data, status.HTTP_201_CREATED)
