"""Verdicts in bulk, for programs: pages of JSON, or CSV and JSON Lines as they are read."""

from __future__ import annotations

import datetime
from itertools import islice
from typing import Any

from django.http import StreamingHttpResponse
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import replace_query_param

from claims.api.desk_view import DeskView
from factcheck.web.permissions import IsOverseer, person
from reviews.api.export_cursor import Cursor
from reviews.api.export_query import (
    CSV,
    DAYS,
    FORMATS,
    IDS,
    JSON,
    JSON_LINES,
    MOST_ROWS,
    TEXTS,
    ExportQuery,
)
from reviews.exports.by_rows import streamed
from reviews.exports.column import Cell
from reviews.exports.columns import COLUMNS, columns_of
from reviews.exports.csv_file import csv_encoding
from reviews.exports.json_lines import json_encoding
from reviews.exports.table import Table
from reviews.selectors.report_rows import ReportRows, report_page_end
from reviews.services.exports import export_note

# A worker that sends is asked by nobody else meanwhile, and is taken for hung after half a minute.
MOST_STREAMED = 50_000
ENCODINGS = {CSV: csv_encoding, JSON_LINES: json_encoding}
REPEATED = "may be given several times"


class ExportPage(serializers.Serializer[Any]):
    """A page of rows, each with a member per column."""

    next = serializers.URLField(allow_null=True)
    as_of = serializers.DateTimeField(help_text="all pages show the verdicts of this moment")
    results = serializers.ListField(child=serializers.DictField())


def _parameters() -> list[OpenApiParameter]:
    day = {name: OpenApiParameter(name, OpenApiTypes.DATE) for name in DAYS}
    texts = {name: OpenApiParameter(name, str, many=True, description=REPEATED) for name in TEXTS}
    ids = {name: OpenApiParameter(name, int, many=True, description=REPEATED) for name in IDS}
    columns = OpenApiParameter("columns", str, many=True, enum=[each.name for each in COLUMNS])
    return [
        *(day | texts | ids | {"columns": columns}).values(),
        OpenApiParameter("time_zone", str, description="of the days; left out: yours"),
        OpenApiParameter("language", str, description="of the labels of ratings"),
        OpenApiParameter("byte_order_mark", bool, description="before CSV"),
        OpenApiParameter("format", str, enum=list(FORMATS), description="else by Accept"),
        OpenApiParameter("limit", int, description=f"rows of a page of JSON, up to {MOST_ROWS}"),
        OpenApiParameter("cursor", str, description="where to go on; taken from `next`"),
    ]


class VerdictExport(DeskView):
    """Verdicts with the filters and columns of reports."""

    permission_classes = [IsOverseer]
    serializer_class = ExportPage

    @extend_schema(
        operation_id="verdicts_export",
        parameters=_parameters(),
        responses={
            (200, JSON): ExportPage,
            (200, CSV): OpenApiTypes.STR,
            (200, JSON_LINES): OpenApiTypes.STR,
        },
    )
    def get(self, request: Request) -> Response | StreamingHttpResponse:
        """Send a page of JSON, or rows as CSV or JSON Lines: up to 50,000 at once.

        Pages show the verdicts of the moment the first was asked for, whatever is published
        meanwhile. What follows is at `next`, of a stream in the header Link.
        """
        preferred = request._request.get_preferred_type([JSON, CSV, JSON_LINES]) or JSON
        query = ExportQuery.read(request.query_params, preferred, person(request))
        as_of = query.cursor.as_of if query.cursor else timezone.now()
        columns_of(query.spec)
        if query.cursor is None:
            export_note(actor=person(request), spec=query.spec, format=query.kind, as_of=as_of)
        return (
            _page(request, query, as_of) if query.kind == JSON else _stream(request, query, as_of)
        )


def _table(query: ExportQuery, as_of: datetime.datetime, most: int) -> Table:
    after = query.cursor.after if query.cursor else None
    rows = ReportRows(query.spec, after, language=query.language, as_of=as_of)
    return Table("", rows.columns, islice(rows, most), query.spec, as_of, query.language)


def _next(request: Request, query: ExportQuery, as_of: datetime.datetime, rows: int) -> str | None:
    """Return the address of what follows the next `rows` rows."""
    after = query.cursor.after if query.cursor else None
    end = report_page_end(query.spec, after, rows, as_of=as_of)
    if end is None:
        return None
    cursor = Cursor(end, as_of).sealed(person(request), query.spec)
    return str(replace_query_param(request.build_absolute_uri(), "cursor", cursor))


def _page(request: Request, query: ExportQuery, as_of: datetime.datetime) -> Response:
    table = _table(query, as_of, query.limit)
    names = [column.name for column in table.columns]
    rows = [dict(zip(names, map(_shown, row), strict=True)) for row in table.rows]
    following = _next(request, query, as_of, query.limit)
    return Response({"next": following, "as_of": as_of.isoformat(), "results": rows})


def _shown(cell: Cell) -> Cell:
    """Return a cell as JSON Lines have it: the API writes the zone of times otherwise."""
    return cell.isoformat() if isinstance(cell, datetime.date) else cell


def _stream(
    request: Request, query: ExportQuery, as_of: datetime.datetime
) -> StreamingHttpResponse:
    table = _table(query, as_of, MOST_STREAMED)
    encoding = ENCODINGS[query.kind](table)
    response = StreamingHttpResponse(
        streamed(table, encoding), content_type=f"{query.kind}; charset=utf-8"
    )
    if following := _next(request, query, as_of, MOST_STREAMED):
        response["Link"] = f'<{following}>; rel="next"'
    return response
