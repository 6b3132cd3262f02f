"""A copy of the page behind a row of evidence is wanted, made by a worker, or cannot be made."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.models import Evidence, PageWatch, StoredCopy
from claims.models.page_watch import IN_DOUBT
from claims.services.articles import MAX_ATTEMPTS, STEP_LEASE
from claims.services.copy_quotes import quote_found
from claims.services.evidence import check_may_work, host_of
from claims.services.fetch_errors import fetch_error_text
from claims.services.locks import claim_lock
from claims.services.vault import copy_keep
from claims.sources.fetching import FetchFailed, page_fetch
from factcheck.accounts.models import User
from factcheck.audit.log import record
from factcheck.errors import WrongState

FIRST_PAUSE = datetime.timedelta(seconds=30)
LONGEST_PAUSE = datetime.timedelta(days=1)


def copy_wish(*, evidence: Evidence, actor: User | None) -> PageWatch:
    """Have a worker copy the page, at once; `actor` None is a command of whoever runs the desk.

    A copy that lacks the quotation may be of a page that asks whether a person is looking: it is
    tried again. Raises NotAllowed, and WrongState when there is a copy or the evidence was removed.
    """
    if actor is not None:
        check_may_work(actor)
    with transaction.atomic():
        claim_lock(claim_id=evidence.claim_id)
        row = Evidence.objects.get(pk=evidence.pk)
        if row.removed_at is not None:
            raise WrongState(_("This evidence was removed already."))
        if row.copy_id is not None and not lacks_quote(row):
            raise WrongState(_("A copy of this page is kept already."), code="kept")
        watch, _made = PageWatch.objects.update_or_create(
            evidence=row, defaults={"due_at": timezone.now(), "attempts": 0, "failure": ""}
        )
        record(actor=actor, action="evidence.copy_wish", target=row)
    return watch


def lacks_quote(evidence: Evidence) -> bool:
    """Return whether there is a copy and the quotation was not found in it."""
    missing = PageWatch.objects.filter(evidence=evidence, quote_found__in=IN_DOUBT)
    return evidence.copy_id is not None and missing.exists()


def watch_begin(*, watch_id: int) -> PageWatch | None:
    """Claim a due page for this worker; None when it is not due. Guarded as a step of an article.

    A page that has outlived MAX_ATTEMPTS workers is given up: it would kill the next one too.
    """
    now = timezone.now()
    due = PageWatch.objects.filter(pk=watch_id, due_at__lte=now)
    _give_up(due.filter(attempts__gte=MAX_ATTEMPTS))
    begun = due.filter(attempts__lt=MAX_ATTEMPTS).update(
        due_at=now + STEP_LEASE, attempts=F("attempts") + 1
    )
    if not begun:
        return None
    return PageWatch.objects.select_related("evidence__copy", "latest").get(pk=watch_id)


def _give_up(watches: QuerySet[PageWatch]) -> None:
    """Stop fetching pages whose workers died without a word."""
    with transaction.atomic():
        for watch in watches.select_for_update(no_key=True):
            told = {"count": watch.attempts}
            watch.failure = _("The worker died at this page %(count)d times.") % told
            watch.due_at, watch.checked_at = None, timezone.now()
            watch.save(update_fields=["due_at", "failure", "checked_at"])
            record(actor=None, action="evidence.copy_fail", target=watch, note=watch.failure)


def copy_make(*, watch: PageWatch, may_fill: Callable[[Evidence], bool]) -> None:
    """Fetch the page of evidence, keep it and say so; or say why that failed.

    Of evidence that has a copy, the new one takes its place only if the quotation stands in it.
    `may_fill` says, with the claim locked, whether what the page calls itself may be put into the
    evidence still.
    What robots.txt asks of programs is not heeded: a person at the desk opened this one page and
    quotes from it, and what is quoted must be provable.
    """
    evidence = watch.evidence
    try:
        page = page_fetch(evidence.url, heed_robots=False)
    except FetchFailed as error:
        watch_fail(watch=watch, error=error)
        return
    copy = copy_keep(page=page)
    found = quote_found(copy, evidence.quote)
    with transaction.atomic():
        claim_lock(claim_id=evidence.claim_id)
        row = Evidence.objects.select_for_update(no_key=True).get(pk=evidence.pk)
        if row.copy_id != evidence.copy_id:
            return  # a worker that was taken for dead was not
        if row.copy_id is None or found not in IN_DOUBT:
            if may_fill(row):
                _fill(row, copy)
            row.copy, row.fetched_at = copy, page.fetched_at
            row.save(update_fields=["copy", "fetched_at", "title", "publisher"])
        PageWatch.objects.filter(pk=watch.pk).update(
            due_at=None, attempts=0, failure="", checked_at=page.fetched_at, quote_found=found
        )
        after = {"sha256": copy.sha256, "title": row.title, "publisher": row.publisher}
        record(actor=None, action="evidence.copy", target=row, after=after | {"quote": found})


def watch_fail(*, watch: PageWatch, error: FetchFailed) -> None:
    """Note that a fetch brought no page: tried again with a growing pause, or given up.

    Being told to wait by our own pacing is no attempt, nor is one without Redis.
    """
    attempt = PageWatch.objects.filter(pk=watch.pk, attempts=watch.attempts)
    if not error.was_asked:
        pause = datetime.timedelta(seconds=max(error.retry_after or 0, 1))
        attempt.update(due_at=timezone.now() + pause, attempts=F("attempts") - 1)
        return
    goes_on = error.may_pass and watch.attempts < MAX_ATTEMPTS
    with transaction.atomic():
        claim_lock(claim_id=watch.evidence.claim_id)
        noted = attempt.update(
            due_at=timezone.now() + pause_after(watch.attempts, error) if goes_on else None,
            failure=failure_text(error),
            checked_at=timezone.now(),
        )
        if noted and not goes_on:
            record(
                actor=None,
                action="evidence.copy_fail",
                target=watch.evidence,
                note=str(error)[:1000],
            )


def pause_after(attempts: int, error: FetchFailed) -> datetime.timedelta:
    """Return how long to wait: four times as long each time, or as the site asks if longer."""
    asked = datetime.timedelta(seconds=min(error.retry_after or 0, LONGEST_PAUSE.total_seconds()))
    own: datetime.timedelta = FIRST_PAUSE * 4 ** (attempts - 1)
    return min(max(own, asked), LONGEST_PAUSE)


def failure_text(error: FetchFailed) -> str:
    """Return what people are told of a fetch that failed."""
    text = fetch_error_text(error.why)
    return f"{text} (HTTP {error.status})" if error.status else text


def _fill(evidence: Evidence, copy: StoredCopy) -> None:
    """Put what the page calls itself where nobody wrote anything; what a copy before put goes."""
    before = evidence.copy
    if evidence.title in ("", before.title if before else ""):
        evidence.title = copy.title
    if evidence.publisher in ("", host_of(evidence.url), before.publisher if before else ""):
        evidence.publisher = copy.publisher or host_of(evidence.url)
