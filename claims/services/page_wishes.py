"""Pages to be fetched: asked for by a person or named by a feed."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.models import Article, Feed, PageWish
from claims.services.fetch_errors import fetch_error_text
from claims.sources.feed_entries import FeedEntry
from claims.sources.page_addresses import MAX_ADDRESS, address_key
from factcheck.accounts.models import User
from factcheck.audit.log import record
from factcheck.errors import InvalidInput, WrongState
from factcheck.http.failure import NoAnswer
from factcheck.http.target import target_of
from factcheck.texts import check_text

# What a feed named longer ago than this is no news to the desk.
OLDEST_ENTRY = datetime.timedelta(days=7)
PAGES_PER_POLL = 20


def address_checked(url: str) -> str:
    """Return `url` as it will be asked for. Raises InvalidInput unless it is plain http(s).

    Whether it leads into a network of ours is looked at when it is fetched, on each hop.
    """
    check_text("url", url, limit=MAX_ADDRESS)
    try:
        address = target_of(url.strip()).url
    except NoAnswer as error:
        raise InvalidInput("url", fetch_error_text(error.why), code=error.why) from error
    check_text("url", address, limit=MAX_ADDRESS)  # longer than it was typed: "é" is "%C3%A9"
    return address


def page_want(*, url: str, actor: User) -> PageWish:
    """Have the page at `url` fetched and taken in as an article.

    A page that was fetched before is fetched again: it may have changed. One that waits to be
    fetched stays as it is. Raises InvalidInput naming the field.
    """
    address, now = address_checked(url), timezone.now()
    with transaction.atomic():
        page, is_new = PageWish.objects.get_or_create(
            key=address_key(address),
            defaults={"url": address, "wanted_by": actor, "wanted_at": now, "due_at": now},
        )
        if not is_new:
            page = page_lock(page_id=page.pk)
            if page.due_at is not None:
                return page
            page.url, page.wanted_by, page.wanted_at = address, actor, now
            _make_due(page)
        record(actor=actor, action="page.want", target=page, after={"url": address})
    return page


def page_retry(*, page: PageWish, actor: User) -> PageWish:
    """Fetch a page again that could not be fetched. Raises WrongState if nothing failed."""
    with transaction.atomic():
        row = page_lock(page_id=page.pk)
        if not row.failure:
            raise WrongState(_("Nothing failed here; there is nothing to retry."))
        failure = row.failure
        row.wanted_by = actor
        _make_due(row)
        record(actor=actor, action="page.retry", target=row, before={"failure": failure})
    return row


def pages_want_of_feed(*, feed: Feed, entries: Iterable[FeedEntry]) -> tuple[int, int, bool]:
    """Have the new and the changed pages among `entries` fetched; the caller records it.

    An old page is no news, but one that is here already is fetched again whenever it changes.
    Returns how many are new, how many changed, and whether some were left for the next poll: no
    more than PAGES_PER_POLL are taken at once, new ones first.
    """
    since = timezone.now() - OLDEST_ENTRY
    named = {each.key: each for each in entries}
    known = {page.key: page for page in PageWish.objects.filter(key__in=named)}
    recent = [
        each
        for key, each in named.items()
        if key not in known and (each.dated is None or each.dated >= since)
    ]
    pasted = set(
        Article.objects.filter(url__in=[each.url for each in recent]).values_list("url", flat=True)
    )
    unseen = [each for each in recent if each.url not in pasted]
    changed = [(page, named[key]) for key, page in known.items() if _changed(page, named[key])]
    new = unseen[:PAGES_PER_POLL]
    _want_all(feed, new)
    room = PAGES_PER_POLL - len(new)
    for page, entry in sorted(changed[:room], key=lambda pair: pair[0].pk):
        page.changed_at = entry.changed_at
        _make_due(page)
    return len(new), len(changed[:room]), len(unseen) + len(changed) > PAGES_PER_POLL


def page_lock(*, page_id: int) -> PageWish:
    """Return a page as it is stored now, locked: after its feed, before its article."""
    return PageWish.objects.select_for_update(no_key=True).get(pk=page_id)


def _want_all(feed: Feed, entries: list[FeedEntry]) -> None:
    now = timezone.now()
    rows = (
        PageWish(
            key=entry.key,
            url=entry.url,
            feed=feed,
            source_id=feed.source_id,
            title=entry.title,
            author=entry.author,
            published_at=entry.published_at,
            changed_at=entry.changed_at,
            wanted_at=now,
            due_at=now,
        )
        # In one order: two feeds that name the same pages would wait for one another for ever.
        for entry in sorted(entries, key=lambda each: each.key)
    )
    # Somebody may have asked for one of them since we looked.
    PageWish.objects.bulk_create(rows, ignore_conflicts=True)


def _changed(page: PageWish, entry: FeedEntry) -> bool:
    """Say whether the feed tells of a change that was not fetched yet."""
    if entry.changed_at is None or page.due_at is not None:
        return False
    before = page.changed_at or page.fetched_at
    return before is not None and entry.changed_at > before


def _make_due(page: PageWish) -> None:
    page.due_at, page.attempts, page.failure = timezone.now(), 0, ""
    page.save(
        update_fields=[
            "url", "wanted_by", "wanted_at", "changed_at", "due_at", "attempts", "failure",
        ]
    )  # fmt: skip
