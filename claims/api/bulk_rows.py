"""One line of a bulk request: an article, or why it is none."""

from __future__ import annotations

import json
from typing import Any, Literal

from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError

from claims.api.desk_view import serializer_of
from claims.api.handing_in import hand_in
from claims.api.serializers.articles import ArticleInSerializer
from factcheck.accounts.models import User
from factcheck.errors import InvalidInput

Status = Literal["created", "known", "refused"]
Outcome = dict[str, Any]


def row_outcome(line: bytes | None, actor: User) -> Outcome:
    """Hand the article of a line in; return its `status` with `id`, or `code` and `errors`."""
    if line is None:
        return _refused("too_long", {"line": _("The line is too long; send the article alone.")})
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        row = None
    if not isinstance(row, dict):
        return _refused("no_json", {"line": _("The line is no JSON object.")})
    if row.get("url") and not row.keys() & {"text", "html"}:
        # It is fetched later, by a row that is no article yet: the answer has no place for it.
        message = _(
            "Here pages are not fetched: send text or html, or the address by itself alone."
        )
        return _refused("invalid", {"text": message})
    try:
        fields = dict(serializer_of(ArticleInSerializer).run_validation(row))
        article, is_new = hand_in(fields, actor)
    except ValidationError as error:
        return _refused("invalid", _messages(error.detail))
    except InvalidInput as error:
        return _refused(error.code, {error.field: error.message})
    return {"status": "created" if is_new else "known", "id": article.pk}


def _refused(code: str, errors: dict[str, str]) -> Outcome:
    return {"status": "refused", "code": code, "errors": errors}


def _messages(detail: Any) -> dict[str, str]:
    """Return the messages by field."""
    return {
        field: " ".join(str(each) for each in found) if isinstance(found, list) else str(found)
        for field, found in detail.items()
    }
