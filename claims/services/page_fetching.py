"""Fetching wanted pages: one worker at a time each, tried again with pauses, shown when failed."""

from __future__ import annotations

import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.models import PageOutcome, PageWish
from claims.services.fetch_errors import fetch_error_text
from claims.services.page_articles import article_from_page
from claims.services.page_wishes import page_lock
from claims.sources.fetching import FetchedPage, FetchFailed, page_fetch
from factcheck.audit.log import record
from factcheck.errors import InvalidInput

MAX_ATTEMPTS = 5
# Of a page that a feed named: nobody waits for it and nobody presses a button, and the feed names
# it once. With these pauses the last attempt is made after two and a half days.
MAX_FEED_ATTEMPTS = 9
FIRST_PAUSE = datetime.timedelta(seconds=30)
LONGEST_PAUSE = datetime.timedelta(days=1)
# Whose workers died without a word, the last time or always.
OUTLIVED = (
    Q(attempts__gte=MAX_ATTEMPTS, feed=None)
    | Q(attempts__gte=MAX_ATTEMPTS, failure="")
    | Q(attempts__gte=MAX_FEED_ATTEMPTS)
)


def page_begin(*, page_id: int) -> PageWish | None:
    """Claim a due page for this worker; None when it is not due.

    A guarded update, as for the steps of articles: of two workers one gets it, it is due again if
    that one dies, and given up after so many attempts.
    """
    now = timezone.now()
    due = PageWish.objects.filter(pk=page_id, due_at__lte=now)
    if due.filter(OUTLIVED).exists():
        _give_up(page_id)
        return None
    if not due.update(due_at=now + _lease(), attempts=F("attempts") + 1):
        return None
    return PageWish.objects.select_related("source", "article", "wanted_by").get(pk=page_id)


def page_ask(*, page: PageWish) -> FetchedPage:
    """Fetch what `page_begin` returned, outside any transaction. Raises FetchFailed."""
    known = page.article_id is not None
    return page_fetch(
        page.url,
        etag=page.etag if known else "",
        last_modified=page.last_modified if known else "",
    )


def page_take(*, page: PageWish, fetched: FetchedPage) -> PageWish:
    """Take in what was fetched, or note why it is no article. Returns the row as it is now."""
    try:
        with transaction.atomic():
            row = page_lock(page_id=page.pk)
            if not _is_current(row, page):
                return row
            row.source, row.wanted_by = page.source, page.wanted_by
            if fetched.is_unchanged:
                row.outcome = PageOutcome.UNCHANGED
            else:
                row.article, row.outcome = article_from_page(fetched=fetched, wish=row)
                row.etag, row.last_modified = fetched.etag, fetched.last_modified
            row.fetched_at, row.due_at = fetched.fetched_at, None
            row.attempts, row.failure = 0, ""
            row.save()
            after = {"outcome": row.outcome, "article": row.article_id, "url": fetched.url}
            record(actor=None, action="page.take", target=row, after=after)
    except InvalidInput as error:
        return page_fail(page=page, why=error.message, lasting=True)
    return row


def page_refuse(*, page: PageWish, error: FetchFailed) -> PageWish:
    """Note that a page could not be fetched, and when it is tried again, if that is of use."""
    if not error.was_asked:
        return _postpone(page, error.retry_after or FIRST_PAUSE.total_seconds())
    lasting = not error.may_pass
    return page_fail(page=page, why=fetch_text(error), lasting=lasting, after=error.retry_after)


def page_fail(
    *, page: PageWish, why: str, lasting: bool = False, after: float | None = None
) -> PageWish:
    """Note a failed attempt: due again with a growing pause unless it is `lasting` or the last.

    `after` are the seconds the site asked for.
    """
    with transaction.atomic():
        row = page_lock(page_id=page.pk)
        if not _is_current(row, page):
            return row
        most = MAX_ATTEMPTS if row.feed_id is None else MAX_FEED_ATTEMPTS
        is_over = lasting or row.attempts >= most
        pause = FIRST_PAUSE * 4 ** (max(row.attempts, 1) - 1)
        pause = min(max(pause, datetime.timedelta(seconds=after or 0)), LONGEST_PAUSE)
        row.failure, row.due_at = why[:1000], None if is_over else timezone.now() + pause
        row.save(update_fields=["failure", "due_at"])
        if is_over:
            record(actor=None, action="page.fail", target=row, note=row.failure)
    return row


def fetch_text(error: FetchFailed) -> str:
    """Return what a person is told of a failure, with the status where there was one."""
    text = fetch_error_text(error.why)
    return f"{text} (HTTP {error.status})" if error.status else text


def _postpone(page: PageWish, seconds: float) -> PageWish:
    """Try again later without counting this as an attempt: the site was not asked."""
    with transaction.atomic():
        row = page_lock(page_id=page.pk)
        if _is_current(row, page):
            row.due_at = timezone.now() + datetime.timedelta(seconds=seconds)
            row.attempts = max(row.attempts - 1, 0)
            row.save(update_fields=["due_at", "attempts"])
    return row


def _give_up(page_id: int) -> None:
    """Stop trying a page whose workers died without a word."""
    with transaction.atomic():
        row = page_lock(page_id=page_id)
        if PageWish.objects.filter(OUTLIVED, pk=page_id, due_at__isnull=False).exists():
            died = _("The worker died at this page %(count)d times.") % {"count": row.attempts}
            row.failure, row.due_at = row.failure or died, None
            row.save(update_fields=["failure", "due_at"])
            record(actor=None, action="page.fail", target=row, note=row.failure)


def _is_current(row: PageWish, begun: PageWish) -> bool:
    """Say whether the row is still at the attempt this worker began."""
    return row.due_at == begun.due_at and row.attempts == begun.attempts


def _lease() -> datetime.timedelta:
    """Return after how long a worker that said nothing is taken for dead."""
    return datetime.timedelta(seconds=settings.FETCH_SECONDS + settings.STEP_LEASE_SECONDS)
