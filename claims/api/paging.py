"""Long lists in pages, by the columns they are ordered by.

REST framework's cursor counts rows that share a position, up to a thousand; a queue has more
claims of one priority than that, and would repeat itself. This one names the last row seen.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model, Q
from django.utils.translation import gettext as _
from rest_framework.pagination import BasePagination
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import replace_query_param
from rest_framework.views import APIView

from factcheck.errors import InvalidInput

PAGE_SIZE = 50


class KeysetPagination(BasePagination):
    """Pages in the order of the view's `page_order`, whose columns are unique together."""

    next_url: str | None = None

    def paginate_queryset(
        self, queryset: Any, request: Request, view: APIView | None = None
    ) -> list[Any]:
        """Return the rows after the `cursor` of the query, at most PAGE_SIZE."""
        order: tuple[str, ...] = getattr(view, "page_order", ("-id",))
        cursor = request.query_params.get("cursor")
        if cursor:
            queryset = queryset.filter(_after(order, _decode(cursor, order, queryset.model)))
        rows = list(queryset.order_by(*order)[: PAGE_SIZE + 1])
        if len(rows) > PAGE_SIZE:
            rows.pop()
            url = request.build_absolute_uri()
            self.next_url = replace_query_param(url, "cursor", _encode(rows[-1], order))
        return rows

    def get_paginated_response(self, data: Any) -> Response:
        """Return the page, with the address of the next one or null."""
        return Response({"next": self.next_url, "results": data})

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        """Return the OpenAPI schema of a page."""
        return {
            "type": "object",
            "required": ["next", "results"],
            "properties": {
                "next": {"type": "string", "format": "uri", "nullable": True},
                "results": schema,
            },
        }

    def get_schema_operation_parameters(self, view: APIView) -> list[dict[str, Any]]:
        """Return the OpenAPI parameter that asks for a page."""
        described = "Where the page starts; taken from `next` of the page before."
        return [
            {
                "name": "cursor",
                "in": "query",
                "required": False,
                "description": described,
                "schema": {"type": "string"},
            }
        ]


def _after(order: Sequence[str], values: Sequence[Any]) -> Q:
    """Return the condition for the rows behind the one with `values` in `order`."""
    condition, equal = Q(), Q()
    for column, value in zip(order, values, strict=True):
        name = column.removeprefix("-")
        comparison = "lt" if column.startswith("-") else "gt"
        condition |= equal & Q(**{f"{name}__{comparison}": value})
        equal &= Q(**{name: value})
    return condition


def _encode(row: Model, order: Sequence[str]) -> str:
    values = [str(getattr(row, column.removeprefix("-"))) for column in order]
    return base64.urlsafe_b64encode(json.dumps(values).encode()).decode()


def _decode(cursor: str, order: Sequence[str], model: type[Model]) -> list[Any]:
    """Return the values of a cursor. Raises InvalidInput when it is none of ours."""
    try:
        values = json.loads(base64.b64decode(cursor.encode(), altchars=b"-_", validate=True))
        if not isinstance(values, list) or not all(isinstance(each, str) for each in values):
            raise ValueError(cursor)
        columns = {field.name: field for field in model._meta.fields}
        fields = [columns[column.removeprefix("-")] for column in order]
        return [field.to_python(each) for field, each in zip(fields, values, strict=True)]
    except (ValueError, binascii.Error, ValidationError, RecursionError) as error:
        message = _("This is no cursor of this list. Start again without one.")
        raise InvalidInput("cursor", message) from error
