"""The way pages go before they are articles: wanted or named by a feed → fetched → taken in.

As in `factcheck.flow`: the rows are the queue, and of two workers with the same row one does it.
"""

from __future__ import annotations

import logging

from django.conf import settings

from claims.models import CheckImport, Feed, PageWish, Source
from claims.services.check_imports import check_import_ask, check_import_begin, check_import_end
from claims.services.feed_polling import feed_ask, feed_begin, feed_fail, feed_note, feed_postpone
from claims.services.feeds import feed_add, feed_poll_now, feed_resume
from claims.services.page_fetching import (
    fetch_text,
    page_ask,
    page_begin,
    page_fail,
    page_refuse,
    page_take,
)
from claims.services.page_wishes import page_retry, page_want
from claims.sources.fetching import FetchFailed
from factcheck.accounts.models import User
from factcheck.errors import InvalidInput
from factcheck.flow import ADVANCE, FETCH_PAGE, IMPORT_CHECKS, POLL_FEED, nudge
from reviews.services.earlier_checks import claims_learn_of_checks

logger = logging.getLogger(__name__)


def want_page(*, url: str, actor: User) -> PageWish:
    """Have a page fetched and taken in as an article; as `page_want`."""
    page = page_want(url=url, actor=actor)
    nudge(FETCH_PAGE, page.pk)
    return page


def retry_page(*, page: PageWish, actor: User) -> PageWish:
    """Fetch a page again that could not be fetched; as `page_retry`."""
    waiting = page_retry(page=page, actor=actor)
    nudge(FETCH_PAGE, waiting.pk)
    return waiting


def fetch_page(page_id: int) -> None:
    """Fetch a page if it is due and start its article on its way; a failure is shown."""
    page = page_begin(page_id=page_id)
    if page is None:
        return
    try:
        taken = page_take(page=page, fetched=page_ask(page=page))
        if taken.article_id is not None:
            nudge(ADVANCE, taken.article_id)
    except FetchFailed as error:
        page_refuse(page=page, error=error)
    except Exception as error:
        logger.exception("page %d failed", page_id)
        page_fail(page=page, why=f"{type(error).__name__}: {error}")


def add_feed(*, source: Source, actor: User, url: str) -> Feed:
    """Have a feed polled from now on; as `feed_add`."""
    feed = feed_add(source=source, actor=actor, url=url)
    nudge(POLL_FEED, feed.pk)
    return feed


def resume_feed(*, feed: Feed, actor: User) -> Feed:
    """Poll a paused feed again, at once; as `feed_resume`."""
    resumed = feed_resume(feed=feed, actor=actor)
    nudge(POLL_FEED, resumed.pk)
    return resumed


def poll_feed_now(*, feed: Feed, actor: User) -> Feed:
    """Poll a feed at once; as `feed_poll_now`."""
    due = feed_poll_now(feed=feed, actor=actor)
    nudge(POLL_FEED, due.pk)
    return due


def poll_feed(feed_id: int) -> None:
    """Poll a feed if it is due; its new pages are fetched after it, by the sweep.

    So are the parts of an index of sitemaps, when their site may be asked again.
    """
    feed = feed_begin(feed_id=feed_id)
    if feed is None:
        return
    try:
        feed_note(feed=feed, answer=feed_ask(feed=feed))
    except FetchFailed as error:
        if not error.was_asked:
            feed_postpone(feed=feed, seconds=error.retry_after or settings.FETCH_HOST_PAUSE)
            return
        why, status = fetch_text(error), error.status
        feed_fail(feed=feed, why=why, status=status, after=error.retry_after)
    except InvalidInput as error:
        feed_fail(feed=feed, why=error.message, status=None, after=None)
    except Exception as error:
        logger.exception("feed %d failed", feed_id)
        feed_fail(feed=feed, why=f"{type(error).__name__}: {error}", status=None, after=None)


def want_checks(*, actor: User, data: bytes, url: str, name: str) -> CheckImport:
    """Have earlier fact-checks taken in; as `check_import_ask`."""
    row = check_import_ask(actor=actor, data=data, url=url, name=name)
    nudge(IMPORT_CHECKS, row.pk)
    return row


def import_checks(import_id: int) -> None:
    """Take in earlier fact-checks if that is due; a failure is shown."""
    row = check_import_begin(import_id=import_id)
    if row is None:
        return
    # Here: it takes the embedding engine along, which no web server has any use for.
    from claims.services.check_import_runs import check_import_run

    try:
        check_import_run(row=row, learn=claims_learn_of_checks)
    except Exception as error:
        logger.exception("import %d failed", import_id)
        check_import_end(row=row, failure=f"{type(error).__name__}: {error}")
