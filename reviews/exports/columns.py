"""The columns of a verdict report, defined once for every format that has columns."""

from __future__ import annotations

from django.conf import settings
from django.db.models import TextField, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce, NullIf
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from factcheck.errors import InvalidInput
from reviews.domain.report_spec import ReportSpec
from reviews.exports import cell_makers as make
from reviews.exports.column import Cell, Column, Kind, Row
from reviews.models import Verdict
from reviews.selectors.report_filter import Reading, retraction_note_as_of, status_as_of
from reviews.selectors.report_gathering import names_of, places_of, ratings_of, topics_of

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
    """Return the address of the public page of the verdict's claim."""
    return claim_url(verdict.claim_id)


def claim_url(claim_id: int) -> str:
    """Return the address of the public page of a claim.

    Not asked of the routes: those load every page of the desk, 90 MB in a process that writes
    files.
    """
    return f"{settings.SITE_URL}/verdicts/{claim_id}/"


def published_time(verdict: Verdict) -> str:
    """Return when the verdict was published, ISO 8601 to the second; "" for a draft."""
    return verdict.published_at.isoformat(timespec="seconds") if verdict.published_at else ""


def _wording(_reading: Reading) -> Combinable:
    """Read the clearer wording as it was published, else the words of the claim."""
    clarified = NullIf("clarified", Value(""), output_field=TextField())
    return Coalesce(clarified, "claim__text", output_field=TextField())


COLUMNS: tuple[Column, ...] = (
    Column("claim_id", _("claim"), Kind.NUMBER, make.CLAIM),
    Column("version", _("version"), Kind.NUMBER, make.stored("version")),
    Column("status", _("status"), Kind.TEXT, status_as_of),
    Column(
        "published_at", _("published"), Kind.TIME,
        make.seconds("published_at"), make.each(make.time_of),
    ),
    Column("true_as_of", _("true as of"), Kind.DATE, make.stored("true_as_of")),
    Column(
        "rating", _("rating"), Kind.TEXT,
        make.RATING, make.found(ratings_of, make.rating_labels, ""),
    ),
    Column(
        "rating_number", _("number of the rating"), Kind.NUMBER,
        make.RATING, make.found(ratings_of, make.rating_numbers, None),
    ),
    Column("claim", _("wording of the claim"), Kind.TEXT, _wording),
    Column("claim_language", _("language"), Kind.TEXT, make.stored("claim__language")),
    Column("speaker", _("speaker"), Kind.TEXT, make.stored("claim__speaker")),
    Column("summary", _("summary"), Kind.TEXT, make.stored("summary")),
    Column("explanation", _("explanation"), Kind.TEXT, make.stored("explanation")),
    Column(
        "outlets", _("outlets"), Kind.LIST,
        make.CLAIM, make.found(places_of, make.outlets, ()),
    ),
    Column(
        "articles", _("articles"), Kind.LIST,
        make.CLAIM, make.found(places_of, make.article_urls, ()),
    ),
    Column("evidence", _("evidence"), Kind.LIST, make.evidence_urls, make.texts_of_json),
    Column(
        "topics", _("topics"), Kind.LIST,
        make.ITEM, make.found(topics_of, make.by_id, ()),
    ),
    Column(
        "author", _("author"), Kind.TEXT,
        make.stored("author_id"), make.found(names_of, make.by_id, ""),
    ),
    Column(
        "approver", _("approver"), Kind.TEXT,
        make.stored("approver_id"), make.found(names_of, make.by_id, ""),
    ),
    Column("correction_note", _("what changed"), Kind.TEXT, make.stored("correction_note")),
    Column("retraction_note", _("why it was retracted"), Kind.TEXT, retraction_note_as_of),
    Column("content_sha256", _("hash of the content"), Kind.TEXT, make.stored("content_hash")),
    Column("url", _("address"), Kind.URL, make.CLAIM, make.each(claim_url)),
)  # fmt: skip
BY_NAME = {column.name: column for column in COLUMNS}
