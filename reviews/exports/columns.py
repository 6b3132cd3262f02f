"""The columns of a verdict report, defined once for every format that has columns."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.db.models import Case, CharField, Exists, F, Func, OuterRef, TextField, Value, When
from django.db.models.expressions import Combinable
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, Coalesce, Concat, NullIf, TruncSecond
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from claims.models import Appearance
from factcheck.errors import InvalidInput
from reviews.domain.report_spec import ReportSpec
from reviews.models import ItemTag, Verdict, VerdictStatus

Cell = str | int | datetime.date | datetime.datetime | tuple[str, ...] | None
Row = tuple[Cell, ...]


class Kind(StrEnum):
    """What a cell holds: str, int, date, aware datetime to the second, str, tuple of str.

    A number, a date or a time may be None; no item of a list is empty.
    """

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    TIME = "time"
    URL = "url"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Reading:
    """How the rows are read: labels in which language (BCP 47), and as of which moment."""

    language: str
    as_of: datetime.datetime


@dataclass(frozen=True, slots=True)
class Column:
    """A name, stable for whoever reads the file by machine, a label for people, and the cells.

    `read` gives the expression that reads a cell from a verdict's row.
    """

    name: str
    label: str | Promise
    kind: Kind
    read: Callable[[Reading], Combinable]


Read = Callable[[Reading], Combinable]


def columns_of(spec: ReportSpec) -> tuple[Column, ...]:
    """Return the columns a report has, in its order. Raises InvalidInput for an unknown one."""
    if not spec.columns:
        return COLUMNS
    for name in spec.columns:
        if name not in BY_NAME:
            raise InvalidInput("columns", _("There is no column “%s”.") % name)
    return tuple(BY_NAME[name] for name in dict.fromkeys(spec.columns))


def verdict_url(verdict: Verdict) -> str:
    """Return the address of the public page of the verdict's claim."""
    return f"{settings.SITE_URL}{reverse('verdict-detail', args=[verdict.claim_id])}"


def published_time(verdict: Verdict) -> str:
    """Return when the verdict was published, ISO 8601 to the second; "" for a draft."""
    return verdict.published_at.isoformat(timespec="seconds") if verdict.published_at else ""


def status_as_of(reading: Reading) -> Combinable:
    """Read what the verdict was at that moment. What is published has been so since it was."""
    later = Verdict.objects.filter(
        claim=OuterRef("claim"), version__gt=OuterRef("version"), published_at__lte=reading.as_of
    )
    return Case(
        When(status=VerdictStatus.PUBLISHED, then=Value(VerdictStatus.PUBLISHED)),
        When(retracted_at__lte=reading.as_of, then=Value(VerdictStatus.RETRACTED)),
        When(Exists(later), then=Value(VerdictStatus.SUPERSEDED)),
        default=Value(VerdictStatus.PUBLISHED),
    )


def _retraction_note(reading: Reading) -> Combinable:
    retracted = When(retracted_at__lte=reading.as_of, then="retraction_note")
    return Case(retracted, default=Value(""), output_field=TextField())


def _stored(path: str) -> Read:
    return lambda _reading: F(path)


def _second(path: str) -> Read:
    return lambda _reading: TruncSecond(path, tzinfo=datetime.UTC)


def _first_filled(*texts: str | Combinable) -> Combinable:
    """Read the first of these texts that is neither null nor empty, else the last."""
    *preferred, last = texts
    filled = [NullIf(text, Value(""), output_field=TextField()) for text in preferred]
    return Coalesce(*filled, last, output_field=TextField())


def _rating(reading: Reading) -> Combinable:
    """Read the label in the language, else in English; as `Rating.label_in`."""
    labels = "rating__labels"
    asked = KeyTextTransform(reading.language.lower(), labels)
    return _first_filled(asked, KeyTextTransform("en", labels))


def _claim(_reading: Reading) -> Combinable:
    """Read the clearer wording as it was published, else the words of the claim."""
    return _first_filled("clarified", "claim__text")


def _person(path: str) -> Read:
    """Read the full name, or the user name when none is set; as `User.shown_name`."""
    full = Func(Concat(f"{path}__first_name", Value(" "), f"{path}__last_name"), function="BTRIM")
    return lambda _reading: _first_filled(full, f"{path}__username", Value(""))


def _articles(path: str) -> Read:
    """Read a text of each article the claim was made in, "-" where there is none.

    Each article once, in one order for all columns.
    """
    rows = Appearance.objects.filter(claim=OuterRef("claim")).order_by("article_id")
    text = _first_filled(path, Value("-"))
    return lambda _reading: ArraySubquery(rows.distinct("article_id").values_list(text))


def _evidence(_reading: Reading) -> Combinable:
    return Func(
        "evidence",
        template="ARRAY(SELECT jsonb_array_elements(%(expressions)s) ->> 'url')",
        output_field=ArrayField(TextField()),
    )


def _topics(_reading: Reading) -> Combinable:
    tags = ItemTag.objects.filter(item=OuterRef("item")).order_by("tag__name")
    return ArraySubquery(tags.values_list("tag__name"))


def _url(_reading: Reading) -> Combinable:
    before, _zero, after = reverse("verdict-detail", args=[0]).rpartition("0")
    key = Cast("claim_id", CharField())
    return Concat(Value(f"{settings.SITE_URL}{before}"), key, Value(after))


COLUMNS: tuple[Column, ...] = (
    Column("claim_id", _("claim"), Kind.NUMBER, _stored("claim_id")),
    Column("version", _("version"), Kind.NUMBER, _stored("version")),
    Column("status", _("status"), Kind.TEXT, status_as_of),
    Column("published_at", _("published"), Kind.TIME, _second("published_at")),
    Column("true_as_of", _("true as of"), Kind.DATE, _stored("true_as_of")),
    Column("rating", _("rating"), Kind.TEXT, _rating),
    Column("rating_number", _("number of the rating"), Kind.NUMBER, _stored("rating__number")),
    Column("claim", _("wording of the claim"), Kind.TEXT, _claim),
    Column("claim_language", _("language"), Kind.TEXT, _stored("claim__language")),
    Column("speaker", _("speaker"), Kind.TEXT, _stored("claim__speaker")),
    Column("summary", _("summary"), Kind.TEXT, _stored("summary")),
    Column("explanation", _("explanation"), Kind.TEXT, _stored("explanation")),
    Column("outlets", _("outlets"), Kind.LIST, _articles("article__source__name")),
    Column("articles", _("articles"), Kind.LIST, _articles("article__url")),
    Column("evidence", _("evidence"), Kind.LIST, _evidence),
    Column("topics", _("topics"), Kind.LIST, _topics),
    Column("author", _("author"), Kind.TEXT, _person("author")),
    Column("approver", _("approver"), Kind.TEXT, _person("approver")),
    Column("correction_note", _("what changed"), Kind.TEXT, _stored("correction_note")),
    Column("retraction_note", _("why it was retracted"), Kind.TEXT, _retraction_note),
    Column("content_sha256", _("hash of the content"), Kind.TEXT, _stored("content_hash")),
    Column("url", _("address"), Kind.URL, _url),
)
BY_NAME = {column.name: column for column in COLUMNS}
