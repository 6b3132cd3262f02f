"""Pages that published verdicts cite are looked at again; one that changed reopens its verdict."""

from __future__ import annotations

import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from claims.models import AlertKind, PageWatch, StoredCopy
from claims.services.alerts import alert_raise
from claims.services.articles import MAX_ATTEMPTS
from claims.services.copies import failure_text, pause_after
from claims.services.drift import Drift, Outcome, drift_of
from claims.services.locks import claim_lock
from claims.services.vault import copy_keep
from claims.sources.fetching import FetchedPage, FetchFailed, page_fetch
from factcheck.audit.log import record
from factcheck.errors import WrongState
from reviews.domain.states import Event
from reviews.models import QueueItem, QueueReason, Verdict, VerdictStatus
from reviews.services.corrections import item_pass_again, tag_names
from reviews.services.moves import item_lock

AT_ONCE = 200
GONE_STATUSES = frozenset({404, 410})
GONE_TIMES = 2  # a site that is being mended answers 404 for an hour
LOOK_AGAIN_AFTER = datetime.timedelta(days=1)  # once a page was gone


def watches_make_due() -> int:
    """Make due the pages nobody looked at for VAULT_DRIFT_DAYS; return how many."""
    now = timezone.now()
    published = Verdict.objects.filter(
        claim=OuterRef("evidence__claim"), status=VerdictStatus.PUBLISHED
    )
    since = now - datetime.timedelta(days=settings.VAULT_DRIFT_DAYS)
    idle = PageWatch.objects.filter(
        Q(checked_at__isnull=True) | Q(checked_at__lte=since),
        Exists(published),
        due_at__isnull=True,
        evidence__copy__isnull=False,
        evidence__removed_at__isnull=True,
    )
    ids = list(idle.order_by("checked_at").values_list("pk", flat=True)[:AT_ONCE])
    return PageWatch.objects.filter(pk__in=ids, due_at__isnull=True).update(due_at=now, attempts=0)


def drift_check(*, watch: PageWatch) -> Outcome | None:
    """Look at a cited page again and act on what is seen; None when nothing could be seen.

    Asked for as any program asks, robots.txt heeded, and only if it changed.
    """
    cited = watch.evidence.copy
    if cited is None:
        return None
    url, known = watch.evidence.url, watch.latest or cited
    # What another address said with the same bytes is a tag of another page: this one may have it,
    # too, and for other bytes.
    fetch = known.fetches.filter(url=url).first()
    said = fetch.headers if fetch else {}
    try:
        page = page_fetch(
            url, etag=said.get("etag", ""), last_modified=said.get("last-modified", "")
        )
    except FetchFailed as error:
        return _missed(watch, error)
    return _seen(watch, cited, page)


def _seen(watch: PageWatch, cited: StoredCopy, page: FetchedPage) -> Outcome:
    """Act on a page that came. A passage that is away has to be away twice.

    A page that asks whether a person is looking has it neither, and is another one tomorrow.
    """
    if page.is_unchanged:
        _settle(watch)
        return Outcome.SAME
    drift = drift_of(quote=watch.evidence.quote, cited=cited, latest=watch.latest, page=page)
    times = watch.gone_times + 1
    if drift.outcome == Outcome.SAME:
        _settle(watch)
    elif drift.outcome == Outcome.CITED:
        _settle(watch, latest=None)
    elif drift.outcome == Outcome.VANISHED and times < GONE_TIMES:
        _settle(watch, gone_times=times, due_at=timezone.now() + LOOK_AGAIN_AFTER)
    else:
        _act(watch, drift, copy=copy_keep(page=page))
    return drift.outcome


def _missed(watch: PageWatch, error: FetchFailed) -> Outcome | None:
    """Act on a page that did not come: it is gone the second time, or asked for again later."""
    if error.status in GONE_STATUSES:
        times = watch.gone_times + 1
        if times == GONE_TIMES:
            _act(watch, Drift(Outcome.GONE), copy=None, gone_times=times)
            return Outcome.GONE
        again = timezone.now() + LOOK_AGAIN_AFTER if times < GONE_TIMES else None
        _settle(watch, gone_times=times, due_at=again, failure=failure_text(error))
    elif not error.was_asked:  # our own pacing, or no Redis: no attempt
        again = timezone.now() + pause_after(1, error)
        _attempt(watch).update(due_at=again, attempts=F("attempts") - 1)
    elif error.may_pass and watch.attempts < MAX_ATTEMPTS:
        again = timezone.now() + pause_after(watch.attempts, error)
        _attempt(watch).update(due_at=again, failure=failure_text(error))
    else:  # forbidden to programs by now, too large, down: seen again after the usual time
        _settle(watch, failure=failure_text(error), gone_times=watch.gone_times)
    return None


def _attempt(watch: PageWatch) -> QuerySet[PageWatch]:
    """Return the watch unless another worker has it by now: this one was taken for dead."""
    return PageWatch.objects.filter(pk=watch.pk, attempts=watch.attempts)


def _settle(watch: PageWatch, **told: object) -> bool:
    """Note the look; the next one is due after the usual time unless `told` says when.

    Returns whether it was this worker's to note.
    """
    kept = {"due_at": None, "failure": "", "gone_times": 0} | told
    return bool(_attempt(watch).update(checked_at=timezone.now(), attempts=0, **kept))


def _act(watch: PageWatch, drift: Drift, *, copy: StoredCopy | None, gone_times: int = 0) -> None:
    """Keep what was seen, reopen the verdict, and raise an alert, once for each change."""
    evidence = watch.evidence
    with transaction.atomic():
        claim = claim_lock(claim_id=evidence.claim_id)
        if not _settle(watch, latest=copy or watch.latest, gone_times=gone_times):
            return
        verdict = Verdict.objects.filter(claim=claim, status=VerdictStatus.PUBLISHED).first()
        reopened = _reopen(verdict, watch, drift) if verdict else None
        if reopened is not None:
            record(actor=None, action="item.drift", target=reopened, after=tags_of(reopened))
        # By the look before: a page that goes back and forth is told of each time.
        seen = f"{copy.sha256 if copy else 'no page'} after {watch.checked_at}"
        alert_raise(
            kind=AlertKind.EVIDENCE_DRIFT,
            cause=f"evidence {evidence.pk} {drift.outcome} {seen}",
            claim=claim,
            evidence=evidence,
            details={
                "outcome": drift.outcome.value,
                "before": drift.before or evidence.quote,
                "after": drift.after,
                "url": evidence.url,
                "sha256": copy.sha256 if copy else "",
                "verdict": verdict.pk if verdict else None,
            },
        )


def tags_of(item: QueueItem) -> dict[str, object]:
    """Return what the audit log keeps of a reopened item."""
    return {"tags": tag_names(item)}


def _reopen(verdict: Verdict, watch: PageWatch, drift: Drift) -> QueueItem | None:
    """Reopen the claim; None when a person or another piece of evidence was first."""
    try:
        return item_pass_again(
            closed=item_lock(item_id=verdict.item_id),
            event=Event.DRIFT,
            actor=None,
            kind=QueueReason.Kind.EVIDENCE_CHANGED,
            detail={"evidence": str(watch.evidence), "outcome": drift.outcome.value},
        )
    except WrongState:
        return None
