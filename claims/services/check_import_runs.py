"""The work of an import of earlier fact-checks: apart, for it takes the embedding engine along."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils import timezone

from claims.models import CheckImport
from claims.services.articles import STEP_LEASE
from claims.services.check_imports import (
    COUNTED,
    MOST_BYTES,
    check_import_end,
    check_import_postpone,
    document_of,
)
from claims.services.checked_before import Imported, Learn, earlier_checks_import
from claims.services.fetch_errors import fetch_error_text
from claims.sources.fetching import FetchFailed, page_fetch
from factcheck.errors import InvalidInput
from factcheck.http.client import Bounds


def check_import_run(*, row: CheckImport, learn: Learn) -> None:
    """Take in what `check_import_begin` returned. What cannot be read is its failure.

    `learn` is told as by `earlier_checks_import`.

    Killed in between, it begins anew: what is here already is known then.
    """
    try:
        document = _fetched(row.url) if row.url else document_of(bytes(row.document))
        done = earlier_checks_import(
            document=document,
            actor=row.by,
            tell=lambda done, rows: _tell(row, done, rows),
            learn=learn,
        )
    except FetchFailed as error:
        if error.was_asked:
            check_import_end(row=row, failure=fetch_error_text(error.why))
        else:  # another page of that site was asked for a moment ago: that is no attempt
            check_import_postpone(row=row, seconds=error.retry_after)
        return
    except InvalidInput as error:
        check_import_end(row=row, failure=error.message)
        return
    counts = _counts(done)
    check_import_end(row=row, counts=counts | {"rows": counts["done"]}, refused=done.refused)


def document_at(url: str) -> Any:
    """Return what the page or feed at `url` holds. Raises InvalidInput."""
    try:
        return _fetched(url)
    except FetchFailed as error:
        raise InvalidInput("url", fetch_error_text(error.why)) from error


def _fetched(url: str) -> Any:
    bounds = Bounds(settings.FETCH_SECONDS, MOST_BYTES)
    page = page_fetch(url, bounds=bounds, heed_robots=False)
    return document_of(page.body, page.charset)


def _tell(row: CheckImport, done: Imported, rows: int) -> None:
    """Say how far it is, and that the worker is alive."""
    counts = _counts(done)
    CheckImport.objects.filter(pk=row.pk, due_at__isnull=False).update(
        **counts, rows=max(rows, counts["done"]), due_at=timezone.now() + STEP_LEASE
    )


def _counts(done: Imported) -> dict[str, int]:
    counted = {name: getattr(done, name) for name in COUNTED}
    return counted | {"done": sum(counted.values()) + len(done.refused)}
