"""The one statement that reads rows of a report: cells of verdicts by their ids."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from django.conf import settings
from django.db import connections
from django.db.backends.utils import CursorWrapper
from django.db.models import QuerySet
from psycopg import sql

from reviews.exports.column import Cell, Column, Kind, Row
from reviews.exports.csv_sql import csv_copied
from reviews.models import Verdict
from reviews.selectors.among import IsAmong, array_text, fetched
from reviews.selectors.report_filter import Reading, retraction_note_as_of, status_as_of

_READ = sql.SQL("SELECT id, {values} FROM ({rows}) cells ORDER BY place")
VERDICT = "WITH verdict AS NOT MATERIALIZED"
# With what lies in other tables for all verdicts at once: a subquery per row costs five
# microseconds and more each. The ids stand in the statement, so that PostgreSQL knows how many
# there are: of a join with the chosen verdicts it thought that it is quicker to read all
# appearances, and of ids it did not know that they are a handful.
TABLES = """
FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS chosen (id, place)
JOIN verdict ON verdict.id = chosen.id
JOIN claims_claim claim ON claim.id = verdict.claim_id
JOIN reviews_rating rating ON rating.id = verdict.rating_id
JOIN accounts_user author ON author.id = verdict.author_id
LEFT JOIN accounts_user approver ON approver.id = verdict.approver_id
LEFT JOIN (
    WITH place AS MATERIALIZED (
        SELECT made.claim_id, article.* FROM (
            SELECT DISTINCT claim_id, article_id FROM claims_appearance
            WHERE claim_id = ANY (%(claims)s::bigint[])
        ) made
        CROSS JOIN LATERAL (
            -- OFFSET has it look each article up: it would rather read all there are.
            SELECT id, url, source_id, supersedes_id FROM claims_article
            WHERE id = made.article_id OFFSET 0
        ) article
    )
    SELECT place.claim_id,
        array_agg(coalesce(nullif(source.name, ''), '–') ORDER BY place.id) AS outlets,
        array_agg(coalesce(nullif(place.url, ''), '–') ORDER BY place.id) AS urls,
        count(DISTINCT coalesce(sketch.original_id, place.id)) AS texts
    FROM place LEFT JOIN claims_source source ON source.id = place.source_id
    LEFT JOIN claims_articlesketch sketch ON sketch.article_id = place.id
    WHERE NOT EXISTS ( -- as `claims.selectors.claims.newest_versions`
        SELECT FROM place later
        WHERE later.claim_id = place.claim_id AND later.supersedes_id = place.id
    )
    GROUP BY place.claim_id
) places ON places.claim_id = verdict.claim_id
LEFT JOIN (
    SELECT tagged.item_id, array_agg(tag.name ORDER BY tag.name, tag.id) AS names
    FROM reviews_itemtag tagged JOIN reviews_tag tag ON tag.id = tagged.tag_id
    WHERE tagged.item_id = ANY (%(items)s::bigint[])
    GROUP BY tagged.item_id
) topics ON topics.item_id = verdict.item_id
ORDER BY chosen.place
"""


class Keys(NamedTuple):
    """The ids by which all of a row is found."""

    verdict: int
    claim: int
    item: int


def keys_of(verdicts: QuerySet[Verdict]) -> list[Keys]:
    """Return the keys of these verdicts."""
    return list(map(Keys._make, fetched(verdicts.values_list("pk", "claim_id", "item_id"))))


def rows_read(
    columns: Sequence[Column], keys: Sequence[Keys], reading: Reading
) -> Iterator[tuple[int, Row]]:
    """Yield the rows of these verdicts with their ids, in the order of `keys`."""
    values = sql.SQL(", ".join(map(_as_read, columns)))
    with connections[Verdict.objects.db].cursor() as cursor:
        rows = sql.SQL(_cells(cursor, columns, keys, reading))
        cursor.execute(_READ.format(values=values, rows=rows))
        read = cursor.fetchall()
    if not read:
        return iter(())
    verdicts, *cells = zip(*read, strict=True)
    made = [
        map(_MADE[column.kind], each) if column.kind in _MADE else each
        for column, each in zip(columns, cells, strict=True)
    ]
    return zip(verdicts, zip(*made, strict=True), strict=True)


def csv_lines_read(
    columns: Sequence[Column], keys: Sequence[Keys], reading: Reading
) -> list[bytes]:
    """Return the rows of these verdicts as lines of CSV, in the order of `keys`."""
    with connections[Verdict.objects.db].cursor() as cursor:
        return csv_copied(cursor, columns, _cells(cursor, columns, keys, reading))


def _cells(
    cursor: CursorWrapper, columns: Sequence[Column], keys: Sequence[Keys], reading: Reading
) -> str:
    """Return the query of the cells under the names of their columns, of `id` and `place`."""
    ids, claims, items = zip(*keys, strict=True)
    verdicts = Verdict.objects.filter(IsAmong("pk", ids)).order_by()
    as_then = verdicts.annotate(
        status_then=status_as_of(reading), retraction_note_then=retraction_note_as_of(reading)
    )
    known = {
        "ids": array_text(ids),
        "claims": array_text(claims),
        "items": array_text(items),
        "language": reading.language.lower(),
        "site": settings.SITE_URL,
    }
    cells = ", ".join(f'{column.sql} AS "{column.name}"' for column in columns)
    # COPY takes no parameters: the values are put in here.
    verdict = cursor.cursor.mogrify(*as_then.query.sql_with_params())
    rows = cursor.cursor.mogrify(f"SELECT chosen.place, chosen.id, {cells} {TABLES}", known)
    return f"{VERDICT} ({verdict}) {rows}"


def _as_read(column: Column) -> str:
    """Return what is read of a cell: of times the seconds since 1970, as the driver is slow."""
    if column.kind == Kind.TIME:
        return f'floor(extract(epoch FROM "{column.name}"))::bigint'
    return f'"{column.name}"'


def _time(seconds: int | None) -> Cell:
    return None if seconds is None else datetime.datetime.fromtimestamp(seconds, datetime.UTC)


_MADE: dict[Kind, Callable[[Any], Cell]] = {Kind.TIME: _time, Kind.LIST: tuple}
