"""Feeds of sources: added, paused and resumed, polled at once, by the keepers of the desk."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.models import Feed, Source
from claims.services.feed_rhythm import quiet_from
from claims.services.keepers import check_keeper
from claims.services.page_wishes import address_checked
from claims.sources.page_addresses import address_key
from factcheck.accounts.models import User
from factcheck.audit.log import record
from factcheck.errors import InvalidInput, WrongState
from factcheck.texts import check_text

MAX_REASON = 2000


def feed_add(*, source: Source, actor: User, url: str) -> Feed:
    """Have a feed of `source` polled from now on; `url` may also be a page that names its feed.

    Raises NotAllowed, and InvalidInput for what is no address or a feed that is here already.
    """
    check_keeper(actor)
    address = address_checked(url)
    try:
        with transaction.atomic():
            feed = Feed.objects.create(
                source=source, url=address, key=address_key(address), added_by=actor,
                due_at=timezone.now(),
            )  # fmt: skip
            after = {"url": address, "source": source.name}
            record(actor=actor, action="feed.add", target=feed, after=after)
    except IntegrityError as error:
        message = _("This feed is in the list already.")
        raise InvalidInput("url", message, code="in_use") from error
    return feed


def feed_pause(*, feed: Feed, actor: User, reason: str) -> Feed:
    """Poll a feed no more until it is resumed. If paused, it stays as it is."""
    check_keeper(actor)
    check_text("reason", reason, limit=MAX_REASON)
    if not reason.strip():
        raise InvalidInput("reason", _("Say why, for whoever asks later."))
    with transaction.atomic():
        row = feed_lock(feed_id=feed.pk)
        if row.paused_at is None:
            feed_stop(feed=row, because=reason.strip())
            record(actor=actor, action="feed.pause", target=row, note=reason.strip())
    return row


def feed_resume(*, feed: Feed, actor: User) -> Feed:
    """Poll a paused feed again, at once. If it is not paused, it stays as it is."""
    check_keeper(actor)
    with transaction.atomic():
        row = feed_lock(feed_id=feed.pk)
        if row.paused_at is not None:
            now = timezone.now()
            row.paused_at, row.paused_because, row.due_at = None, "", now
            row.attempts, row.failure, row.failing_since = 0, "", None
            # Nobody listened meanwhile: its silence is counted from now on.
            row.quiet_from = quiet_from(now, row.usual_gap)
            row.save()
            record(actor=actor, action="feed.resume", target=row)
    return row


def feed_poll_now(*, feed: Feed, actor: User) -> Feed:
    """Make the next poll of a feed due. Raises NotAllowed, and WrongState for a paused one."""
    check_keeper(actor)
    with transaction.atomic():
        row = feed_lock(feed_id=feed.pk)
        if row.paused_at is not None:
            raise WrongState(_("This feed is paused. Resume it first."), code="paused")
        row.due_at = timezone.now()
        row.save(update_fields=["due_at"])
        record(actor=actor, action="feed.poll_now", target=row)
    return row


def feed_stop(*, feed: Feed, because: str) -> None:
    """Pause a locked feed; the caller records it."""
    feed.paused_at, feed.paused_because = timezone.now(), because
    feed.due_at, feed.quiet_from, feed.parts, feed.parts_left = None, None, [], 0
    feed.save()


def feed_lock(*, feed_id: int) -> Feed:
    """Return a feed as it is stored now, locked: before its pages, always."""
    return Feed.objects.select_for_update(no_key=True).get(pk=feed_id)
