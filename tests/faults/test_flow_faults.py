"""Workers die and Redis is emptied in the middle of 100 articles: none lost, none done twice."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from django.db.models import Count

from claims.models import Appearance, Article, Claim, Sentence, Stage
from factcheck.audit.models import AuditEvent
from factcheck.flow import ADVANCE, nudge, sweep
from reviews.models import QueueItem
from tests.audit import assert_chain_is_intact
from tests.deadlines import wait_until
from tests.factories import make_article
from tests.workers import Worker, empty_redis

pytestmark = pytest.mark.faults

ARTICLES = 100
KILLED_AFTER = (20, 70)  # articles done
EMPTIED_AFTER = 45
# Seconds. A sweep asks for every article that waits: four a second kept the worker at answering.
SWEPT_EVERY = 1.0
STATEMENTS = (
    "The {place} port authority said on Monday that its new {thing} cost ${figure} million.",
    "Pemerintah kota {place} menyebut {thing} baru menelan biaya Rp{figure} miliar.",
    "{place}市政府周一表示,新建的{thing}耗资{figure}万元。",
    "{place}市政府週一表示,新建的{thing}耗資{figure}萬元。",
)
PLACES = (
    ("Kelling", "Marrow Bay", "Tessaly"),
    ("Muara Biru", "Tanjung Asri", "Lembah Jati"),
    ("临湖", "白沙", "青石"),
    ("臨湖", "白沙", "青石"),
)
THINGS = (
    ("quay", "ferry", "library"),
    ("dermaga", "kapal feri", "perpustakaan"),
    ("码头", "渡轮", "图书馆"),
    ("碼頭", "渡輪", "圖書館"),
)


def corpus() -> list[str]:
    """Return the texts of the run: the same every time, in four languages, each another."""
    chance = random.Random(20260309)
    texts = []
    for number in range(ARTICLES):
        language = number % len(STATEMENTS)
        statement = STATEMENTS[language].format(
            place=chance.choice(PLACES[language]),
            thing=chance.choice(THINGS[language]),
            figure=chance.randint(2, 90),
        )
        texts.append(f"{statement}\n\n({number})")
    return texts


@pytest.fixture
def worker(transactional_db: None) -> Iterator[Worker]:
    """A worker whose steps are due again soon after it died.

    Not sooner: on a busy machine a child that loads the model would be taken for dead.
    """
    empty_redis()
    running = Worker(STEP_LEASE_SECONDS="15")
    yield running
    running.kill()


def done() -> int:
    return Article.objects.filter(stage=Stage.DONE).count()


def sweep_until_done(count: int) -> None:
    """Sweep again and again, as beat does, until so many articles are done."""

    def swept() -> bool:
        sweep()
        return done() >= count or Article.objects.exclude(failure="").exists()

    wait_until(swept, seconds=120, what=f"{count} articles are done", tick=SWEPT_EVERY)
    assert list(Article.objects.exclude(failure="").values_list("stage", "failure")) == []


@pytest.mark.timeout(300)
def test_no_article_is_lost_or_done_twice_when_workers_die_and_redis_is_emptied(
    worker: Worker,
) -> None:
    for text in corpus():
        nudge(ADVANCE, make_article(text).pk)
    worker.start()
    for count in sorted((*KILLED_AFTER, EMPTIED_AFTER)):
        sweep_until_done(count)
        empty_redis() if count == EMPTIED_AFTER else restart(worker)
    sweep_until_done(ARTICLES)
    assert_each_article_was_done_once()


def restart(worker: Worker) -> None:
    worker.kill()
    worker.start()


def assert_each_article_was_done_once() -> None:
    assert not Article.objects.exclude(stage=Stage.DONE, due_at=None, failure="").exists()
    processed = AuditEvent.objects.filter(action="article.process")
    each = processed.values("target_id").annotate(times=Count("id"))
    assert sorted(each.values_list("times", flat=True)) == [1] * ARTICLES
    for model in (Sentence, Appearance):
        spans = model._default_manager.values("article", "start", "end")
        assert not spans.annotate(times=Count("id")).filter(times__gt=1).exists()
    assert not Appearance.objects.filter(claim=None).exists()
    assert QueueItem.objects.count() == Claim.objects.count() > 0
    assert_chain_is_intact()
