"""The stages of an article, run in this process: each is idempotent, and a failure stays alone."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from celery import current_app
from django.db import models
from django.utils import timezone

from claims.models import (
    Appearance,
    Article,
    Claim,
    ClaimRelation,
    EarlierCheckMatch,
    Family,
    Sentence,
    Stage,
)
from claims.services.articles import MAX_ATTEMPTS, article_begin_step
from factcheck.accounts.models import User
from factcheck.errors import WrongState
from factcheck.flow import ADVANCE, DELIVER, STAGES, advance, nudge, request_report, retry, sweep
from reviews.domain.report_spec import ReportSpec
from reviews.models import Lease, LeaseEnd, QueueItem, QueueMove, QueueReason
from reviews.services.leases import lease_take
from reviews.services.report_wishes import ReportWish
from tests.audit import STEPS, assert_chain_is_intact, events_of
from tests.factories import make_article, make_item
from tests.workers import messages_waiting

TEXT = (
    "Menteri Perhubungan mengatakan pada Senin bahwa pelabuhan itu memuat 2,4 juta peti kemas "
    "sepanjang 2025.\n"
    "Menurut laporan tahunan, biaya dermaga baru mencapai $5,5 juta, naik 12 persen."
)
TABLES: tuple[type[models.Model], ...] = (
    Sentence, Appearance, Claim, ClaimRelation, Family, EarlierCheckMatch,
    QueueItem, QueueMove, QueueReason,
)  # fmt: skip


def snapshot() -> dict[str, list[Any]]:
    """Return every row the stages write, with all columns."""
    return {
        model.__name__: list(model._default_manager.order_by("pk").values()) for model in TABLES
    }


def stored(article: Article) -> Article:
    return Article.objects.get(pk=article.pk)


def make_due(article: Article, **columns: Any) -> None:
    Article.objects.filter(pk=article.pk).update(due_at=timezone.now(), **columns)


def step(article: Article) -> None:
    """Run the due stage of the article and nothing after it."""
    begun = article_begin_step(article_id=article.pk)
    assert begun is not None
    STAGES[Stage(begun.stage)](article=begun)


def test_the_stages_of_an_article_follow_one_another() -> None:
    article = make_article(TEXT)
    stages = [stored(article).stage]
    for _stage in STAGES:
        step(article)
        stages.append(stored(article).stage)
    assert stages == list(Stage)


def test_an_article_goes_all_the_way_to_the_queue() -> None:
    article = make_article(TEXT)
    advance(article.pk)
    assert stored(article).stage == Stage.DONE
    assert QueueItem.objects.count() == Claim.objects.count() == 2
    assert Sentence.objects.get(appearance__start=0).article == article
    assert events_of(article) == STEPS
    assert_chain_is_intact()


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_run_twice_leaves_the_same_rows(stage: Stage) -> None:
    article = make_article(TEXT)
    for _stage in list(STAGES)[: list(STAGES).index(stage) + 1]:
        step(article)
    once = snapshot()
    # As if the worker had died after the rows and before the step was noted.
    make_due(article, stage=stage)
    step(article)
    assert snapshot() == once


def test_the_whole_way_taken_again_leaves_the_same_rows() -> None:
    article = make_article(TEXT)
    advance(article.pk)
    once = snapshot()
    assert once["QueueItem"]
    make_due(article, stage=Stage.EXTRACT)
    advance(article.pk)
    assert snapshot() == once


def test_an_article_that_is_not_due_is_left_alone() -> None:
    article = make_article(TEXT)
    advance(article.pk)
    done = snapshot()
    advance(article.pk)
    assert snapshot() == done


def test_an_article_that_does_not_exist_is_no_failure() -> None:
    advance(999_999_999)
    assert not Article.objects.exists()


def spoil(article: Article) -> None:
    """Give the article an appearance whose figures no version of the software wrote."""
    step(article)
    Appearance.objects.filter(article=article).update(quantities=[{"figure": "two"}])


def test_an_article_that_cannot_be_matched_is_put_off_then_shown_and_the_others_go_on() -> None:
    poisoned, other = make_article(TEXT), make_article("The quay cost $31 million, the port said.")
    spoil(poisoned)
    for attempt in range(1, MAX_ATTEMPTS + 1):
        make_due(poisoned)
        advance(poisoned.pk)
        assert stored(poisoned).attempts == attempt
        assert (stored(poisoned).failure != "") == (attempt == MAX_ATTEMPTS)
    advance(other.pk)
    assert stored(other).stage == Stage.DONE
    assert (stored(poisoned).stage, stored(poisoned).due_at) == (Stage.MATCH, None)
    assert stored(poisoned).failure.startswith("KeyError")
    assert events_of(poisoned) == [*STEPS[:2], "article.fail"]
    assert not Claim.objects.filter(appearances__article=poisoned).exists()


def test_a_failed_article_that_was_mended_goes_on_when_tried_again(fact_checker: User) -> None:
    article = make_article(TEXT)
    spoil(article)
    for _attempt in range(MAX_ATTEMPTS):
        make_due(article)
        advance(article.pk)
    Appearance.objects.filter(article=article).update(quantities=[])
    retry(article=article, actor=fact_checker)
    advance(article.pk)
    assert (stored(article).stage, stored(article).failure) == (Stage.DONE, "")
    with pytest.raises(WrongState):
        retry(article=article, actor=fact_checker)


def test_the_sweep_returns_leases_that_ran_out(fact_checker: User) -> None:
    lease = lease_take(item=make_item(), actor=fact_checker)
    long_ago = timezone.now() - datetime.timedelta(days=1)
    Lease.objects.update(taken_at=long_ago, expires_at=long_ago + datetime.timedelta(minutes=15))
    sweep()
    assert Lease.objects.get(pk=lease.pk).end == LeaseEnd.EXPIRED


def test_the_sweep_wakes_workers_once_while_nobody_works() -> None:
    make_article(TEXT)
    sweep()
    sweep()
    assert messages_waiting() == 1


def test_what_a_dead_worker_left_comes_before_all_that_waits() -> None:
    waiting, left = make_article(TEXT), make_article(f"{TEXT} 3")
    nudge(ADVANCE, waiting.pk)
    Article.objects.filter(pk=left.pk).update(attempts=1)
    sweep()
    with current_app.connection_for_read() as redis, redis.SimpleQueue("celery") as queue:
        order = [queue.get(timeout=5).payload[0] for _message in range(messages_waiting())]
    assert order == [[left.pk], [waiting.pk]]


def test_reports_and_deliveries_that_wait_hold_up_no_article(editor: User) -> None:
    wish = ReportWish(spec=ReportSpec.from_json({"time_zone": "UTC"}), format="csv")
    request_report(actor=editor, wish=wish)
    nudge(DELIVER, 1)
    make_article(TEXT)
    sweep()
    waiting = {queue: messages_waiting(queue) for queue in ("celery", "long", "deliveries")}
    assert waiting == {"celery": 1, "long": 1, "deliveries": 1}


def test_a_step_of_the_sweep_that_fails_keeps_no_other_from_its_work() -> None:
    broken = QueueItem.objects.filter(pk=make_item().pk)
    broken.update(ages_at=timezone.now(), priority_points={"reach": "many"})
    make_article(TEXT)
    with pytest.raises(ExceptionGroup) as failed:
        sweep()
    assert [type(error) for error in failed.value.exceptions] == [TypeError]
    assert messages_waiting() == 1
