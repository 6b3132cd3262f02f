"""Many articles in one request, a line of JSON each, answered line by line as they come in."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.http import StreamingHttpResponse
from django.utils import timezone
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import serializers
from rest_framework.exceptions import UnsupportedMediaType
from rest_framework.parsers import BaseParser
from rest_framework.request import Request

from claims.api.body_lines import BodyLines, body_of
from claims.api.bulk_rows import row_outcome
from claims.api.desk_view import DeskView
from claims.api.serializers.articles import ArticleInSerializer
from factcheck.accounts.models import User
from factcheck.web.permissions import person

JSON_LINES = "application/x-ndjson"
MOST_BYTES = 256 * 2**20
DRAIN_SECONDS = 5


class LinesParser(BaseParser):
    """Says which bodies are taken; they are read line by line and never whole."""

    media_type = JSON_LINES


class BulkRowSerializer(serializers.Serializer[Any]):
    """A line of the answer: what became of a line of the request."""

    row = serializers.IntegerField(help_text="The number of the line, from 1.")
    status = serializers.ChoiceField(["created", "known", "wanted", "refused"])
    id = serializers.IntegerField(required=False, help_text="Of the article that there is.")
    page = serializers.IntegerField(
        required=False, help_text="Of the page to fetch: ask for it at /api/v1/pages/{id}."
    )
    code = serializers.CharField(required=False, help_text="Why it was refused, for programs.")

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        """Add `errors`, which is the name of something else in a serializer's class."""
        messages = serializers.DictField(
            child=serializers.CharField(), required=False, help_text="And for people, by field."
        )
        return super().get_fields() | {"errors": messages}


class ArticleBulk(DeskView):
    """Articles by the line. Each is committed by itself; the same text again is `known`."""

    parser_classes = [LinesParser]
    # A request is as many pieces of work as it has lines. Sent again, each is found `known`.
    keeps_answers = False
    most_bytes = MOST_BYTES

    @extend_schema(
        operation_id="articles_bulk_create",
        request={JSON_LINES: ArticleInSerializer},
        responses={
            (200, JSON_LINES): OpenApiResponse(
                BulkRowSerializer,
                description="A line for each line of the request, in order, and a last one: "
                '`{"end": true, "created": 2, "known": 0, "wanted": 0, "refused": 1, '
                '"continue_from": null}`.',
            )
        },
    )
    def post(self, request: Request) -> StreamingHttpResponse:
        """Hand in articles, one JSON object a line; a line that is refused stops no other.

        A line with `url` and neither text nor html is a page to fetch, as in a single request.
        """
        if self.get_content_negotiator().select_parser(request, self.get_parsers()) is None:
            raise UnsupportedMediaType(request.content_type or "")
        lines = BodyLines(
            body_of(request), longest=2 * settings.ARTICLE_MAX_BYTES, most_bytes=self.most_bytes
        )
        # Asked for now: when the answer is sent, the middleware has set the site's zone again.
        answer = _answer(lines, person(request), timezone.get_current_timezone_name())
        return StreamingHttpResponse(answer, content_type=JSON_LINES)


def _answer(lines: BodyLines, actor: User, zone: str) -> Iterator[bytes]:
    """Yield the lines of the answer. Ends with `continue_from` where the request was too long."""
    began = time.monotonic()
    counts: Counter[str] = Counter()
    stopped: int | None = None
    for row, line in lines:
        if counts.total() >= settings.BULK_ROWS or time.monotonic() > began + settings.BULK_SECONDS:
            stopped = row
            break
        with timezone.override(zone):
            outcome = row_outcome(line, actor)
        counts[outcome["status"]] += 1
        yield _line({"row": row} | outcome)
    if stopped is None and lines.is_over:
        stopped = lines.number + 1
    if stopped is not None:
        lines.drain(until=began + settings.BULK_SECONDS + DRAIN_SECONDS)
    tally = {status: counts[status] for status in ("created", "known", "wanted", "refused")}
    yield _line({"end": True, **tally, "continue_from": stopped})


def _line(value: dict[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode() + b"\n"
