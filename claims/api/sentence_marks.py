"""What the caller says of a sentence: set, replaced, taken back."""

from __future__ import annotations

from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.generics import get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.desk_view import DeskView
from claims.api.serializers.sentence_marks import MarkInSerializer, SentenceMarkSerializer
from claims.models import MarkLabel, Sentence, SentenceMark
from factcheck import flow
from factcheck.web.permissions import person
from reviews.services.sentence_marks import sentence_reject


class ArticleSentenceMark(DeskView):
    """The caller's own mark on a sentence: an example by which the machine is measured."""

    queryset = SentenceMark.objects.none()
    serializer_class = MarkInSerializer

    @extend_schema(responses=SentenceMarkSerializer)
    def put(self, request: Request, pk: int, sentence_pk: int) -> Response:
        """Mark the sentence, in place of the caller's mark before; the same again changes nothing.

        `check` sends it to the queue as if the machine had chosen it. `no_claim` dismisses its
        claim, with the note as reason; 409 when it is not in the queue, or somebody holds it.
        """
        fields, sentence = self.checked(request), _sentence(pk, sentence_pk)
        if fields["label"] == MarkLabel.CHECK:
            mark = flow.raise_sentence(sentence=sentence, actor=person(request))
        else:
            mark = sentence_reject(sentence=sentence, actor=person(request), note=fields["note"])
        return Response(SentenceMarkSerializer(mark).data)

    @extend_schema(responses={204: None})
    def delete(self, request: Request, pk: int, sentence_pk: int) -> Response:
        """Take the mark back, with what it did; 409 when somebody has worked on that since."""
        sentence = _sentence(pk, sentence_pk)
        flow.take_back_mark(sentence=sentence, actor=person(request))
        return Response(status=status.HTTP_204_NO_CONTENT)


def _sentence(article_id: int, sentence_id: int) -> Sentence:
    return get_object_or_404(Sentence.objects.all(), pk=sentence_id, article=article_id)
