"""The columns of a verdict report, defined once for every format that has columns."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from factcheck.errors import InvalidInput
from reviews.domain.report_spec import ReportSpec
from reviews.exports.column import Cell, Column, Kind, Row
from reviews.models import Verdict

__all__ = ["BY_NAME", "COLUMNS", "Cell", "Column", "Kind", "Row", "columns_of", "verdict_url"]


def columns_of(spec: ReportSpec) -> tuple[Column, ...]:
    """Return the columns a report has, in its order. Raises InvalidInput for an unknown one."""
    if not spec.columns:
        return COLUMNS
    for name in spec.columns:
        if name not in BY_NAME:
            raise InvalidInput("columns", gettext("There is no column “%s”.") % name)
    return tuple(BY_NAME[name] for name in dict.fromkeys(spec.columns))


def verdict_url(verdict: Verdict) -> str:
    """Return the address of the public page of the verdict's claim.

    Not asked of the routes: those load every page of the desk, 90 MB in a process that writes
    files.
    """
    return f"{settings.SITE_URL}/verdicts/{verdict.claim_id}/"


def published_time(verdict: Verdict) -> str:
    """Return when the verdict was published, ISO 8601 to the second; "" for a draft."""
    return verdict.published_at.isoformat(timespec="seconds") if verdict.published_at else ""


def _name_of(person: str) -> str:
    """Return the name of a person as `User.shown_name` does, "" for nobody."""
    full = f"btrim(concat({person}.first_name, ' ', {person}.last_name))"
    return f"coalesce(nullif({full}, ''), {person}.username, '')"


LABEL = "coalesce(nullif(rating.labels ->> %(language)s, ''), rating.labels ->> 'en')"
# The clearer wording as it was published, else the words of the claim.
WORDING = "coalesce(nullif(verdict.clarified, ''), claim.text)"
# Of the evidence as published, without its long passages.
EVIDENCE = "ARRAY(SELECT jsonb_path_query(verdict.evidence, '$[*].url') #>> '{}')"
ADDRESS = "%(site)s || '/verdicts/' || verdict.claim_id || '/'"

COLUMNS: tuple[Column, ...] = (
    Column("claim_id", _("claim"), Kind.NUMBER, "verdict.claim_id"),
    Column("version", _("version"), Kind.NUMBER, "verdict.version"),
    Column("status", _("status"), Kind.TEXT, "verdict.status_then"),
    Column("published_at", _("published"), Kind.TIME, "verdict.published_at"),
    Column("true_as_of", _("true as of"), Kind.DATE, "verdict.true_as_of"),
    Column("rating", _("rating"), Kind.TEXT, LABEL),
    Column("rating_number", _("number of the rating"), Kind.NUMBER, "rating.number"),
    Column("claim", _("wording of the claim"), Kind.TEXT, WORDING),
    Column("claim_language", _("language"), Kind.TEXT, "claim.language"),
    Column("speaker", _("speaker"), Kind.TEXT, "claim.speaker"),
    Column("summary", _("summary"), Kind.TEXT, "verdict.summary"),
    Column("explanation", _("explanation"), Kind.TEXT, "verdict.explanation"),
    Column("outlets", _("outlets"), Kind.LIST, "coalesce(places.outlets, '{}')"),
    Column("articles", _("articles"), Kind.LIST, "coalesce(places.urls, '{}')"),
    Column("texts", _("texts, copies counted once"), Kind.NUMBER, "coalesce(places.texts, 0)"),
    Column("evidence", _("evidence"), Kind.LIST, EVIDENCE),
    Column("topics", _("topics"), Kind.LIST, "coalesce(topics.names, '{}')"),
    Column("author", _("author"), Kind.TEXT, _name_of("author")),
    Column("approver", _("approver"), Kind.TEXT, _name_of("approver")),
    Column("correction_note", _("what changed"), Kind.TEXT, "verdict.correction_note"),
    Column("retraction_note", _("why it was retracted"), Kind.TEXT, "verdict.retraction_note_then"),
    Column("content_sha256", _("hash of the content"), Kind.TEXT, "verdict.content_hash"),
    Column("url", _("address"), Kind.URL, ADDRESS),
)
BY_NAME = {column.name: column for column in COLUMNS}
