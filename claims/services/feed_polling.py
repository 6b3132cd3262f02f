"""Polling feeds: one worker at a time each, as often as they bring news, ever rarer if they fail.

A poll is in the audit log when it brought something or the feed began to fail: a feed is asked up
to 144 times a day, and mostly there is nothing to tell.
"""

from __future__ import annotations

import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.models import AlertKind, Feed
from claims.services.alerts import alert_raise
from claims.services.feed_answers import MOST_PARTS, FeedAnswer, Parts, feed_answer, part_answer
from claims.services.feed_rhythm import back_off, gap_of, interval_of, quiet_from
from claims.services.feeds import feed_lock, feed_stop
from claims.services.page_wishes import pages_want_of_feed
from claims.sources.feed_entries import ReadFeed
from claims.sources.page_addresses import MAX_ADDRESS, address_key, is_same_site
from factcheck.audit.log import record

GONE = 410
MAX_TITLE = 300
MOST_DEATHS = 5  # of workers, at one feed, with nothing said since the last poll that worked
A_DAY = datetime.timedelta(days=1)


def feed_begin(*, feed_id: int) -> Feed | None:
    """Claim the due poll of a feed for this worker; None when it is not due or paused.

    A feed at which workers die without a word is due again ever later, and is given up after
    MOST_DEATHS of them: it would kill the next one too.
    """
    now = timezone.now()
    row = Feed.objects.filter(pk=feed_id, due_at__lte=now).first()
    if row is None:
        return None
    if row.attempts >= MOST_DEATHS and not row.failure:
        _give_up(feed_id)
        return None
    claim = Feed.objects.filter(pk=feed_id, due_at=row.due_at)
    if not claim.update(due_at=now + _lease(row), attempts=F("attempts") + 1):
        return None
    return Feed.objects.get(pk=feed_id)


def feed_ask(*, feed: Feed) -> FeedAnswer:
    """Ask what `feed_begin` returned, outside any transaction. Raises FetchFailed, InvalidInput.

    While parts of an earlier answer wait, it is the turn of the first of them.
    """
    if feed.parts:
        waiting = tuple((url, depth) for url, depth in feed.parts)
        return part_answer(feed.url, Parts(waiting, feed.parts_left))
    return feed_answer(feed.url, etag=feed.etag, last_modified=feed.last_modified)


def feed_note(*, feed: Feed, answer: FeedAnswer) -> Feed:
    """Note an answer: have its new pages fetched and plan the next poll.

    That is at once while parts of it wait: whoever asks for one too soon is told when.
    """
    with transaction.atomic():
        row = feed_lock(feed_id=feed.pk)
        if row.due_at != feed.due_at:  # paused, or another worker's by now
            return row
        if _is_elsewhere(row, answer.url):
            _stop_moved(row, answer.url)
            return row
        now, failed = timezone.now(), row.failing_since is not None
        row.polled_at = now
        if answer.is_of_page:  # half a poll: a page that named a broken feed was asked every hour
            row.attempts, failed = max(row.attempts - 1, 0), False
        else:
            row.attempts, row.failure, row.failing_since = 0, "", None
        told = _taken(row, answer.feed, answer, now) if answer.feed else {}
        row.parts, row.parts_left = list(answer.parts.waiting), answer.parts.left
        row.due_at = now if row.parts else now + datetime.timedelta(seconds=row.interval)
        if row.quiet_from is None and row.last_new_at is None:
            row.quiet_from = quiet_from(now, row.usual_gap)
        moved = _moved(row, answer.url)
        row.save()
        if told or moved or failed:
            record(actor=None, action="feed.poll", target=row, before=moved, after=told)
    return row


def feed_fail(*, feed: Feed, why: str, status: int | None, after: float | None) -> Feed:
    """Note that a feed could not be polled and when it is tried again.

    One that its site says is gone for good (410) is paused, and an alert is raised. `after` are the
    seconds the site asked for.
    """
    with transaction.atomic():
        row = feed_lock(feed_id=feed.pk)
        if row.due_at != feed.due_at:
            return row
        now, is_first = timezone.now(), row.failing_since is None
        row.polled_at, row.failure = now, why[:1000]
        row.failing_since = row.failing_since or now
        row.attempts = min(row.attempts, 1000)  # counted when it was begun
        row.parts, row.parts_left = [], 0  # of what a page named: it is asked again
        row.due_at = now + back_off(row.interval, row.attempts, after)
        row.save()
        if status == GONE:
            _stop_gone(row)
        elif is_first:
            record(actor=None, action="feed.fail", target=row, note=row.failure)
    return row


def feed_postpone(*, feed: Feed, seconds: float) -> None:
    """Poll a feed somewhat later: its site was asked for something else a moment ago."""
    later = timezone.now() + datetime.timedelta(seconds=seconds)
    # Nothing anybody decided or will ask about: who was asked when is what pacing is about.
    Feed.objects.filter(pk=feed.pk, due_at=feed.due_at).update(
        due_at=later, attempts=F("attempts") - 1
    )


def _taken(row: Feed, read: ReadFeed, answer: FeedAnswer, now: datetime.datetime) -> dict[str, int]:
    """Write what the feed says into its row; return the numbers of pages for the log."""
    new, changed, is_more = pages_want_of_feed(feed=row, entries=read.entries)
    row.kind, row.title = read.kind, read.title[:MAX_TITLE] or row.title
    # While pages are left over, an answer that nothing changed would hide them.
    row.etag, row.last_modified = ("", "") if is_more else (answer.etag, answer.last_modified)
    # A page that is dated next year, by a slip, tells nothing of the rhythm.
    dates = [each.dated for each in read.entries if each.dated and each.dated < now + A_DAY]
    row.usual_gap = _gap(row, gap_of(dates))
    row.interval = interval_of(row.usual_gap, row.interval)
    if new:
        row.last_new_at = now
        row.quiet_from = quiet_from(now, row.usual_gap)
    return {"new": new, "changed": changed} if new or changed else {}


def _gap(row: Feed, found: int | None) -> int | None:
    """Return the usual gap; of several parts of one index it is the shortest."""
    is_later_part = 0 < row.parts_left < MOST_PARTS
    known = [gap for gap in (found, row.usual_gap) if gap is not None]
    return min(known, default=None) if is_later_part else found or row.usual_gap


def _moved(row: Feed, url: str) -> dict[str, str]:
    """Write where the feed is now; return where it was, if that is another place.

    Not if that place is in the list already: then both rows stay, and are polled alike. Nor if its
    address is longer than any that is taken.
    """
    key = address_key(url)
    is_listed = Feed.objects.filter(key=key).exclude(pk=row.pk).exists()
    if url == row.url or is_listed or len(url) > MAX_ADDRESS:
        return {}
    before, row.url, row.key = {"url": row.url}, url, key
    return before


def _lease(row: Feed) -> datetime.timedelta:
    """Return after how long a worker that said nothing is taken for dead."""
    seconds = settings.FETCH_SECONDS + settings.STEP_LEASE_SECONDS
    lease = datetime.timedelta(seconds=seconds)
    return max(lease, back_off(row.interval, row.attempts, None)) if row.attempts else lease


def _give_up(feed_id: int) -> None:
    with transaction.atomic():
        row = feed_lock(feed_id=feed_id)
        if row.due_at is None or row.attempts < MOST_DEATHS or row.failure:
            return
        died = _("The worker died at this feed %(count)d times.") % {"count": row.attempts}
        row.failure, row.failing_since = died, row.failing_since or timezone.now()
        row.save(update_fields=["failure", "failing_since"])
        _stop(row, because=died, action="feed.fail", kind=AlertKind.FEED_DEAD)


def _is_elsewhere(row: Feed, url: str) -> bool:
    """Say whether a feed is on a site now that is neither its own so far nor its outlet's.

    At its first poll anything goes: the page that somebody typed may name a feed kept elsewhere.
    """
    is_near = is_same_site(url, row.url) or is_same_site(url, row.source.site)
    return bool(row.kind) and not is_near


def _stop_moved(row: Feed, url: str) -> None:
    """Pause a feed whose site sends us to another: a lapsed domain sells its readers, too."""
    told = _("It has moved to another site: %(url)s. If that is its outlet's, add it there.")
    _stop(row, because=told % {"url": url}, action="feed.elsewhere", moved_to=url)


def _stop_gone(row: Feed) -> None:
    _stop(row, because=_("The site says that this feed is gone for good."), action="feed.gone")


def _stop(
    row: Feed,
    *,
    because: str,
    action: str,
    kind: AlertKind = AlertKind.FEED_GONE,
    **details: str,
) -> None:
    """Pause a feed for good reason and tell people of it."""
    feed_stop(feed=row, because=because)
    record(actor=None, action=action, target=row, note=row.failure, after=details)
    alert_raise(
        kind=kind,
        cause=f"feed {row.pk} at {row.paused_at}",
        source=row.source,
        details={"feed": row.pk, "url": row.url} | details,
    )
