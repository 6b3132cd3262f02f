"""What a program asks of the export: filters as in reports, a format, and where to go on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from factcheck.accounts.models import User
from factcheck.errors import InvalidInput
from reviews.api.export_cursor import Cursor
from reviews.domain.report_spec import ReportSpec
from reviews.services.report_specs import spec_read

MOST_ROWS, ROWS = 1000, 500
JSON, CSV, JSON_LINES = "application/json", "text/csv", "application/x-ndjson"
FORMATS = {"json": JSON, "csv": CSV, "jsonl": JSON_LINES}
DAYS = ("published_from", "published_to")
TEXTS = ("ratings", "languages", "topics", "speakers", "statuses", "columns")
IDS = ("outlets", "reviewers")
OTHERS = ("time_zone", "byte_order_mark")
BESIDES = ("format", "limit", "cursor", "language")


@dataclass(frozen=True, slots=True)
class ExportQuery:
    """What is asked for: `kind` is a media type, `limit` rows of a page of JSON."""

    spec: ReportSpec
    kind: str
    limit: int
    language: str
    cursor: Cursor | None

    @classmethod
    def read(cls, query: QueryDict, preferred: str, actor: User) -> ExportQuery:
        """Return what a query string of `actor` asks for. Raises InvalidInput naming its part."""
        kind = FORMATS.get(query.get("format", ""), "" if "format" in query else preferred)
        if not kind:
            raise InvalidInput("format", _("Choose one of: %s.") % ", ".join(FORMATS))
        spec, sealed = _spec(query), query.get("cursor")
        cursor = Cursor.opened(sealed, actor, spec) if sealed else None
        return cls(spec, kind, _limit(query), query.get("language", "en"), cursor)


def _spec(query: QueryDict) -> ReportSpec:
    values: dict[str, Any] = {"time_zone": timezone.get_current_timezone_name()}
    for name in query:
        if name in TEXTS:
            values[name] = query.getlist(name)
        elif name in IDS:
            values[name] = [_whole(name, each) for each in query.getlist(name)]
        elif name == "byte_order_mark":
            values[name] = query[name] not in {"false", "0"}
        elif name in DAYS or name == "time_zone":
            values[name] = query[name]
        elif name not in BESIDES:
            raise InvalidInput(name, _("There is no such parameter."))
    return spec_read(values)


def _limit(query: QueryDict) -> int:
    limit = _whole("limit", query.get("limit", str(ROWS)))
    if not 1 <= limit <= MOST_ROWS:
        raise InvalidInput("limit", _("A page has 1 to %d rows.") % MOST_ROWS)
    return limit


def _whole(name: str, text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 19):
        raise InvalidInput(name, _("Give a whole number."))
    return int(text)
