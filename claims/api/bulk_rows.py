"""One line of a bulk request: an article, a page to fetch, or why it is neither."""

from __future__ import annotations

import json
from typing import Any, Literal

from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError

from claims.api.desk_view import serializer_of
from claims.api.handing_in import hand_in, is_page
from claims.api.serializers.articles import ArticleInSerializer
from claims.api.serializers.sources import PageInSerializer
from factcheck import arrivals
from factcheck.accounts.models import User
from factcheck.errors import InvalidInput

Status = Literal["created", "known", "wanted", "refused"]
Outcome = dict[str, Any]


def row_outcome(line: bytes | None, actor: User) -> Outcome:
    """Hand the article of a line in; return its `status` with `id`, or `code` and `errors`.

    Of a page that is to be fetched, `page` is the id of its row: there is no article yet.
    """
    if line is None:
        return _refused("too_long", {"line": _("The line is too long; send the article alone.")})
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        row = None
    if not isinstance(row, dict):
        return _refused("no_json", {"line": _("The line is no JSON object.")})
    try:
        return _wanted(row, actor) if is_page(row) else _handed_in(row, actor)
    except ValidationError as error:
        return _refused("invalid", _messages(error.detail))
    except InvalidInput as error:
        return _refused(error.code, {error.field: error.message})


def _handed_in(row: dict[str, Any], actor: User) -> Outcome:
    fields = dict(serializer_of(ArticleInSerializer).run_validation(row))
    article, is_new = hand_in(fields, actor)
    return {"status": "created" if is_new else "known", "id": article.pk}


def _wanted(row: dict[str, Any], actor: User) -> Outcome:
    serializer = PageInSerializer(data=row)
    serializer.is_valid(raise_exception=True)
    page = arrivals.want_page(url=serializer.validated_data["url"], actor=actor)
    return {"status": "wanted", "page": page.pk}


def _refused(code: str, errors: dict[str, str]) -> Outcome:
    return {"status": "refused", "code": code, "errors": errors}


def _messages(detail: Any) -> dict[str, str]:
    """Return the messages by field."""
    return {
        field: " ".join(str(each) for each in found) if isinstance(found, list) else str(found)
        for field, found in detail.items()
    }
