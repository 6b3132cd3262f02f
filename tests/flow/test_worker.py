"""An article through a real worker, woken by messages or found by the sweep."""

from __future__ import annotations

from django.utils import timezone

from claims.models import Article, Stage
from claims.services.articles import ArticleMetadata
from factcheck.accounts.models import User
from factcheck.flow import BUILD_REPORT, nudge, submit, sweep
from reviews.domain.report_spec import ReportSpec
from reviews.models import QueueItem, Report, ReportStatus
from reviews.services.report_wishes import ReportWish
from reviews.services.reports import report_request
from tests.audit import STEPS, assert_chain_is_intact, events_of
from tests.deadlines import wait_until
from tests.factories import make_article
from tests.workers import Worker, empty_redis

TEXT = "The port authority said on Monday that the new quay cost $5.5 million, up 12 per cent."


def is_done(article: Article) -> bool:
    return Article.objects.get(pk=article.pk).stage == Stage.DONE


def wait_done(article: Article) -> None:
    wait_until(lambda: is_done(article), seconds=60, what="the article is done")


def test_a_submitted_article_ends_in_the_queue(worker: Worker, fact_checker: User) -> None:
    article, is_new = submit(
        data=TEXT.encode(),
        filename="a.txt",
        metadata=ArticleMetadata(outlet="Harbour Gazette"),
        actor=fact_checker,
    )
    assert is_new
    wait_done(article)
    assert QueueItem.objects.get().claim.appearances.get().article == article
    assert events_of(article) == STEPS
    assert_chain_is_intact()


def test_an_article_nobody_was_woken_for_is_found_by_the_sweep(worker: Worker) -> None:
    article = make_article(TEXT)
    sweep()
    wait_done(article)


def test_an_article_whose_message_was_lost_is_found_by_the_sweep(worker: Worker) -> None:
    worker.kill()
    article, _new = submit(
        data=TEXT.encode(), filename="a.txt", metadata=ArticleMetadata(), actor=None
    )
    empty_redis()
    worker.start()
    assert not is_done(article)
    sweep()
    wait_done(article)
    assert QueueItem.objects.count() == 1


def test_an_article_sent_ten_times_goes_its_way_once(worker: Worker) -> None:
    article = make_article(TEXT)
    for _message in range(10):
        nudge("factcheck.tasks.advance", article.pk)
    wait_done(article)
    assert events_of(article) == STEPS


def test_a_report_is_built_by_a_worker(worker: Worker, editor: User) -> None:
    today = timezone.localdate()
    spec = ReportSpec(published_from=today, published_to=today)
    report = report_request(actor=editor, wish=ReportWish(spec, "csv"))
    nudge(BUILD_REPORT, report.pk)

    def is_built() -> bool:
        return Report.objects.get(pk=report.pk).status == ReportStatus.DONE

    wait_until(is_built, seconds=60, what="the report is built")
    assert events_of(report) == ["report.request", "report.build"]
