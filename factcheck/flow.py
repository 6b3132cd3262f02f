"""The way an article goes, in one file: received → extracted → matched → queued.

Each stage is a service that writes its rows and the next stage in one transaction. The row's
`due_at` is the work queue; `nudge` only wakes a worker up sooner than the sweep would. Losing
every nudge loses no work, and of two workers with the same article one does it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from typing import Any

from amqp.exceptions import ChannelError
from celery import current_app
from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from kombu.exceptions import OperationalError

from claims.models import (
    Article,
    CheckImport,
    Claim,
    Evidence,
    Feed,
    PageWatch,
    PageWish,
    Sentence,
    SentenceMark,
    Stage,
)
from claims.services.article_versions import article_new_version
from claims.services.articles import (
    ArticleMetadata,
    article_begin_step,
    article_fail_step,
    article_receive,
    article_retry,
)
from claims.services.copies import watch_begin
from claims.services.feed_silence import feeds_note_quiet
from claims.services.maildir import mails_take_in
from factcheck.accounts.models import User
from factcheck.idempotency.answers import answers_forget
from reviews.exports.stopping import Cancelled
from reviews.models import Report, SavedReport, Verdict, WebhookDelivery, WebhookEndpoint
from reviews.services.boosts import boosts_apply
from reviews.services.claim_evidence import (
    claim_evidence_add,
    claim_evidence_copy,
    claim_evidence_keep,
    wants_copy,
)
from reviews.services.corrections import verdict_retract
from reviews.services.evidence_drift import drift_check, watches_make_due
from reviews.services.leases import leases_expire
from reviews.services.passages import passage_raise
from reviews.services.queue import article_enqueue
from reviews.services.report_building import report_begin, report_build, report_fail
from reviews.services.report_expiry import reports_expire
from reviews.services.report_schedules import saved_reports_make_due
from reviews.services.report_wishes import ReportWish
from reviews.services.reports import report_request, report_retry
from reviews.services.saved_reports import saved_report_build
from reviews.services.search_meaning import ASKED_SECONDS, meaning_is_wanted, meaning_of
from reviews.services.sentence_marks import mark_take_back, sentence_raise
from reviews.services.shelf_life import verdicts_expire
from reviews.services.triage import items_wake
from reviews.services.verdicts import verdict_publish
from reviews.services.webhook_deliveries import delivery_retry, webhook_try
from reviews.services.webhook_sending import delivery_begin, delivery_note, delivery_send
from reviews.services.weighing import items_age

logger = logging.getLogger(__name__)


def _extract(*, article: Article) -> None:
    # Imported with the first article: its models take 30 MB, and who writes reports has none.
    from claims.services.extracting import article_extract

    article_extract(article=article)


def _match(*, article: Article) -> None:
    from claims.services.matching import article_match  # as above

    article_match(article=article)


STAGES: dict[Stage, Callable[..., None]] = {
    Stage.EXTRACT: _extract,
    Stage.MATCH: _match,
    Stage.QUEUE: article_enqueue,
}
SWEEPS: tuple[Callable[[], object], ...] = (
    leases_expire, verdicts_expire, items_wake, items_age, boosts_apply, answers_forget,
    saved_reports_make_due, reports_expire, feeds_note_quiet, watches_make_due,
    mails_take_in,
)  # fmt: skip
ADVANCE, BUILD_REPORT = "factcheck.tasks.advance", "factcheck.tasks.build_report"
DELIVER = "factcheck.tasks.deliver"
FETCH_PAGE, POLL_FEED = "factcheck.tasks.fetch_page", "factcheck.tasks.poll_feed"
LOOK_AT_PAGE = "factcheck.tasks.look_at_page"
EMBED_SEARCH = "factcheck.tasks.embed_search"
IMPORT_CHECKS = "factcheck.tasks.import_checks"
SWEPT_AT_ONCE, LEFT_OVER_AT_ONCE = 500, 20
# Redis hands out low numbers first. The sweep that beat sends has none, which is 0: leases end and
# items wake in time however many articles wait.
AHEAD, IN_TURN = 0, 3


def submit(
    *, data: bytes, filename: str, metadata: ArticleMetadata, actor: User | None
) -> tuple[Article, bool]:
    """Receive an article and start it on its way; as `article_receive`."""
    article, is_new = article_receive(data=data, filename=filename, metadata=metadata, actor=actor)
    if is_new:
        nudge(ADVANCE, article.pk)
    return article, is_new


def submit_version(
    *,
    article: Article,
    data: bytes,
    filename: str,
    metadata: ArticleMetadata,
    actor: User | None,
) -> Article | None:
    """Receive what the page of an article says now and start it; as `article_new_version`."""
    version = article_new_version(
        article=article, data=data, filename=filename, metadata=metadata, actor=actor
    )
    if version is not None:
        nudge(ADVANCE, version.pk)
    return version


def retry(*, article: Article, actor: User) -> None:
    """Start an article that failed on its way again."""
    article_retry(article=article, actor=actor)
    nudge(ADVANCE, article.pk)


def raise_sentence(*, sentence: Sentence, actor: User) -> SentenceMark:
    """Mark a sentence as one to check and send it to the queue; as `sentence_raise`."""
    mark = sentence_raise(sentence=sentence, actor=actor)
    nudge(ADVANCE, mark.article_id)
    return mark


def raise_passage(
    *, article: Article, actor: User, words: str, start: int | None = None, end: int | None = None
) -> SentenceMark:
    """Make a claim of words of an article and send it to the queue; as `passage_raise`."""
    mark = passage_raise(article=article, actor=actor, words=words, start=start, end=end)
    nudge(ADVANCE, mark.article_id)
    return mark


def take_back_mark(*, sentence: Sentence, actor: User) -> SentenceMark | None:
    """Take a mark back and have its claim weighed anew; as `mark_take_back`."""
    mark = mark_take_back(sentence=sentence, actor=actor)
    if mark is not None:
        nudge(ADVANCE, mark.article_id)
    return mark


def advance(article_id: int) -> None:
    """Run the stages of an article that are due, one after another, each in its own transaction."""
    while _run_due_stage(article_id):
        pass


def _run_due_stage(article_id: int) -> bool:
    """Run one stage if it is due; return whether another may be due now."""
    article = article_begin_step(article_id=article_id)
    if article is None:
        return False
    try:
        STAGES[Stage(article.stage)](article=article)
    except Exception as error:
        # Any failure is the article's: it is noted, tried again with a pause, then shown.
        logger.exception("article %d failed at %s", article.pk, article.stage)
        article_fail_step(article=article, error=error)
        return False
    return True


def request_report(*, actor: User, wish: ReportWish) -> Report:
    """Ask for a report and wake a worker to build it; as `report_request`."""
    report = report_request(actor=actor, wish=wish)
    nudge(BUILD_REPORT, report.pk)
    return report


def build_saved_report(*, saved: SavedReport, actor: User) -> Report:
    """Ask for a saved report and wake a worker to build it; as `saved_report_build`."""
    report = saved_report_build(saved=saved, actor=actor)
    nudge(BUILD_REPORT, report.pk)
    return report


def retry_report(*, report: Report, actor: User) -> Report:
    """Have a report that failed or was cancelled built after all; as `report_retry`."""
    waiting = report_retry(report=report, actor=actor)
    nudge(BUILD_REPORT, waiting.pk)
    return waiting


def build_report(report_id: int) -> None:
    """Build a report if it is due; a failure is shown to whoever asked for it."""
    token = report_begin(report_id=report_id)
    if token is None:
        return
    try:
        report_build(report_id=report_id, token=token)
    except Cancelled:
        logger.info("report %d is not wanted any more", report_id)
    except Exception as error:
        logger.exception("report %d failed", report_id)
        report_fail(report_id=report_id, token=token, error=error)


def publish(*, verdict: Verdict, actor: User) -> Verdict:
    """Publish a verdict and have webhooks told of it; as `verdict_publish`."""
    published = verdict_publish(verdict=verdict, actor=actor)
    _tell_webhooks(published)
    return published


def retract(*, verdict: Verdict, actor: User, note: str) -> Verdict:
    """Retract a verdict and have webhooks told of it; as `verdict_retract`."""
    retracted = verdict_retract(verdict=verdict, actor=actor, note=note)
    _tell_webhooks(retracted)
    return retracted


def try_webhook(*, endpoint: WebhookEndpoint, actor: User) -> WebhookDelivery:
    """Send a test event at once; as `webhook_try`."""
    delivery = webhook_try(endpoint=endpoint, actor=actor)
    nudge(DELIVER, delivery.pk)
    return delivery


def retry_delivery(*, delivery: WebhookDelivery, actor: User) -> WebhookDelivery:
    """Send a delivery again at once; as `delivery_retry`."""
    waiting = delivery_retry(delivery=delivery, actor=actor)
    nudge(DELIVER, waiting.pk)
    return waiting


def deliver(delivery_id: int) -> None:
    """Send a delivery if it is due; what came of it is noted."""
    delivery = delivery_begin(delivery_id=delivery_id)
    if delivery is not None:
        delivery_note(delivery=delivery, outcome=delivery_send(delivery=delivery))


def add_evidence(*, claim: Claim, actor: User, **fields: str) -> Evidence:
    """Add evidence and have its page copied; as `claim_evidence_add`."""
    evidence = claim_evidence_add(claim=claim, actor=actor, **fields)
    for watch_id in PageWatch.objects.filter(evidence=evidence).values_list("pk", flat=True):
        nudge(LOOK_AT_PAGE, watch_id)
    return evidence


def copy_evidence(*, evidence: Evidence, actor: User) -> PageWatch:
    """Have the page behind evidence copied after all; as `claim_evidence_copy`."""
    watch = claim_evidence_copy(evidence=evidence, actor=actor)
    nudge(LOOK_AT_PAGE, watch.pk)
    return watch


def look_at_page(watch_id: int) -> None:
    """Copy the page behind a row of evidence if that is due, or see whether it changed."""
    watch = watch_begin(watch_id=watch_id)
    if watch is None:
        return
    if wants_copy(watch.evidence):
        claim_evidence_keep(watch=watch)
    else:
        drift_check(watch=watch)


def _tell_webhooks(verdict: Verdict) -> None:
    due = WebhookDelivery.objects.filter(verdict=verdict, due_at__lte=timezone.now())
    for delivery_id in due.values_list("pk", flat=True):
        nudge(DELIVER, delivery_id)


def search_meaning(text: str) -> list[float] | None:
    """Return the vector of what is searched for, or None and have a worker make it."""
    vector = meaning_of(text)
    if vector is None and meaning_is_wanted(text):
        try:
            # Somebody waits for it, and has gone on after some seconds.
            current_app.send_task(
                EMBED_SEARCH, args=[text], retry=False, priority=AHEAD, expires=ASKED_SECONDS
            )
        except OperationalError:
            logger.warning("no broker: search by meaning is left out")
    return vector


def sweep() -> None:
    """Return what ran out to the queue, age and wake items, and wake workers for what is due.

    A step that fails keeps no other from its work: one broken row would else hold up every
    article. Raises ExceptionGroup of what failed, once all steps were tried.
    """
    failed: list[Exception] = []
    for step in (*SWEEPS, _wake_workers):
        try:
            step()
        except Exception as error:
            logger.exception("the sweep failed at %s", step.__name__)
            failed.append(error)
    if failed:
        raise ExceptionGroup("The sweep was not whole.", failed)


def _wake_workers() -> None:
    """Wake workers for what is due, kind by kind: one with a full queue holds up no other."""
    due_rows: tuple[tuple[str, QuerySet[Any]], ...] = (
        (ADVANCE, Article.objects.all()),
        (BUILD_REPORT, Report.objects.all()),
        (DELIVER, WebhookDelivery.objects.all()),
        (FETCH_PAGE, PageWish.objects.all()),
        (POLL_FEED, Feed.objects.all()),
        (LOOK_AT_PAGE, PageWatch.objects.all()),
        (IMPORT_CHECKS, CheckImport.objects.all()),
    )
    # Asked of all first: pages and feeds share a queue, and either would hold up the other.
    for task, rows in [row for row in due_rows if not _messages_wait(row[0])]:
        due = rows.filter(due_at__lte=timezone.now()).order_by("due_at")
        for row_id in due.values_list("pk", flat=True)[:SWEPT_AT_ONCE]:
            nudge(task, row_id)
    _wake_for_left_over()


def _wake_for_left_over() -> None:
    """Wake a worker for articles whose worker died, or that are to be tried again.

    Ahead of all that wait: else they came after the last of these, and on a desk where messages
    always wait, never.
    """
    due = Article.objects.filter(due_at__lte=timezone.now(), attempts__gt=0).order_by("due_at")
    for article_id in due.values_list("pk", flat=True)[:LEFT_OVER_AT_ONCE]:
        transaction.on_commit(partial(_send, ADVANCE, article_id, AHEAD))


def nudge(task: str, row_id: int) -> None:
    """Wake a worker for a row once the transaction has committed it."""
    transaction.on_commit(partial(_send, task, row_id))


def _send(task: str, row_id: int, priority: int = IN_TURN) -> None:
    """Send the message. Without a broker the row waits for the sweep; nothing is lost."""
    try:
        current_app.send_task(task, args=[row_id], retry=False, priority=priority)
    except OperationalError:
        logger.warning("no broker: %s of %d waits for the next sweep", task, row_id)


def _messages_wait(task: str) -> bool:
    """Return whether workers still have messages to work off; a sweep would only repeat them."""
    name = settings.CELERY_TASK_ROUTES.get(task, {}).get("queue", "celery")
    with current_app.connection_for_read() as connection, connection.SimpleQueue(name) as queue:
        try:
            return bool(queue.qsize())
        except ChannelError:
            # Redis keeps no empty list: a queue that was worked off does not exist.
            return False
