"""Entries of search are made anew wherever a trigger noted that something changed.

No audit event: nothing of the desk changes, and what is made here can be made again at any time.
"""

from __future__ import annotations

import logging
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db import DatabaseError, connection, transaction

from claims.models import Article, Claim, EarlierCheck
from claims.search.vector import FOLDING
from reviews.models import SearchDue, SearchEntry, SearchFigure, SearchKind, Verdict
from reviews.services.search_rows import READERS, SearchRow

logger = logging.getLogger(__name__)

BATCH = 100
TURN_SECONDS = 20  # of a worker, which other work waits for
# One worker at a time: the older of two readings of a row might be written last.
INDEX_LOCK = 0x736561726368
MODELS = {
    SearchKind.CLAIM: Claim,
    SearchKind.ARTICLE: Article,
    SearchKind.VERDICT: Verdict,
    SearchKind.EARLIER_CHECK: EarlierCheck,
}
NOTE_ALL = 'INSERT INTO reviews_searchdue (kind, "row") SELECT %s, id FROM {table} ORDER BY id'


def search_index_next(*, most: int = BATCH) -> int:
    """Make up to `most` entries that are due, or were made by older rules; return how many.

    0 when nothing is due, or another worker is at it.
    """
    with transaction.atomic():
        if not _is_alone():
            return 0
        due = list(SearchDue.objects.order_by("id")[:most])
        SearchDue.objects.filter(pk__in=[each.pk for each in due]).delete()
        rows = [(SearchKind(each.kind), each.row) for each in due] or _outdated(most)
        by_kind: dict[SearchKind, set[int]] = defaultdict(set)
        for kind, row in rows:
            by_kind[kind].add(row)
        for kind, ids in by_kind.items():
            _store_safely(kind, ids)
    return len(rows)


def search_index_due() -> int:
    """Make what is due, for no longer than a turn; return how many entries were made."""
    made, until = 0, time.monotonic() + TURN_SECONDS
    while time.monotonic() < until and (more := search_index_next()):
        made += more
    return made


def search_rebuild() -> int:
    """Have every entry made anew; return how many are due."""
    with transaction.atomic(), connection.cursor() as cursor:
        for kind, model in MODELS.items():
            cursor.execute(NOTE_ALL.format(table=model._meta.db_table), [kind])
    return SearchDue.objects.count()


def _is_alone() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [INDEX_LOCK])
        return bool(cursor.fetchone()[0])


def _outdated(most: int) -> list[tuple[SearchKind, int]]:
    entries = SearchEntry.objects.filter(folding__lt=FOLDING).order_by().defer("words")[:most]
    return [(SearchKind(entry.kind), entry.row_id) for entry in entries]


def _store_safely(kind: SearchKind, ids: set[int]) -> None:
    """Write the entries; one that the database does not take keeps no other from being found.

    It is found no more itself: left as it was, it would be due again and again.
    """
    try:
        with transaction.atomic():
            _store(kind, ids)
    except (DatabaseError, ValueError):
        logger.exception("search could not store %s of %d rows", kind, len(ids))
        if len(ids) == 1:
            SearchEntry.objects.filter(**{f"{kind}__in": ids}).delete()
            return
        for each in sorted(ids):
            _store_safely(kind, {each})


def _store(kind: SearchKind, ids: set[int]) -> None:
    """Write the entries of these rows, and delete those of rows that are found no more."""
    rows = list(_read(kind, ids))
    gone = ids - {row.row for row in rows}
    SearchEntry.objects.filter(**{f"{kind}__in": gone}).delete()
    entries = [
        SearchEntry(
            kind=kind,
            words=row.content.words,
            language=row.language,
            at=row.at,
            folding=FOLDING,
            **{f"{kind}_id": row.row},
        )
        for row in rows
    ]
    stored = SearchEntry.objects.bulk_create(
        entries,
        update_conflicts=True,
        unique_fields=[str(kind)],
        update_fields=["words", "language", "at", "folding"],
    )
    _store_figures(stored, rows)


def _store_figures(entries: Sequence[SearchEntry], rows: Sequence[SearchRow]) -> None:
    SearchFigure.objects.filter(entry__in=[entry.pk for entry in entries]).delete()
    SearchFigure.objects.bulk_create(
        SearchFigure(entry_id=entry.pk, unit=figure.unit[:100], value=figure.value)
        for entry, row in zip(entries, rows, strict=True)
        for figure in row.content.figures
    )


def _read(kind: SearchKind, ids: set[int]) -> Iterable[SearchRow]:
    """Return the rows of a batch. One that cannot be read keeps no other from being found."""
    try:
        return list(READERS[kind](ids))
    except Exception:
        logger.exception("search could not read %s of %d rows", kind, len(ids))
        return [row for each in sorted(ids) for row in _read_one(kind, each)]


def _read_one(kind: SearchKind, row_id: int) -> list[SearchRow]:
    try:
        return list(READERS[kind]({row_id}))
    except Exception:
        logger.exception("search could not read %s %d", kind, row_id)
        return []
