"""The same text comes in many times at once, and is matched by many workers."""

from __future__ import annotations

import subprocess
import sys
from functools import partial

from django.db import transaction

from claims.models import Appearance, Article, Claim, Source, Stage
from claims.services.articles import ArticleMetadata, article_receive
from claims.services.locks import matching_lock
from claims.services.matching import article_match
from factcheck.flow import advance
from factcheck.local.addresses import REPOSITORY
from tests.audit import assert_chain_is_intact, events_of
from tests.concurrency.threads import at_once, until_somebody_waits
from tests.factories import make_article
from tests.workers import run_environment

SAYING = "Menteri mengatakan pelabuhan itu memuat 2,4 juta peti kemas sepanjang 2025."


def test_a_text_submitted_eight_times_at_once_is_one_article() -> None:
    receive = partial(
        article_receive,
        data=SAYING.encode(),
        filename="a.txt",
        metadata=ArticleMetadata(outlet="Evening Lighthouse"),
        actor=None,
    )
    answers = at_once([receive] * 8)
    received = [answer for answer in answers if not isinstance(answer, Exception)]
    assert sorted(is_new for _article, is_new in received) == [False] * 7 + [True]
    assert (Article.objects.count(), Source.objects.count()) == (1, 1)
    assert events_of(Article.objects.get()) == ["article.receive"]


def with_appearance(number: int) -> Article:
    """Return an article of its own that makes the same statement, ready to be matched."""
    article = make_article(f"Bagian {number}. {SAYING}")
    start = article.text.index(SAYING)
    Appearance.objects.create(
        article=article, start=start, end=len(article.text), text=SAYING, score=0.9
    )
    article.stage, article.language = Stage.MATCH, "id"
    article.save(update_fields=["stage", "language"])
    return article


def test_a_statement_matched_by_six_workers_at_once_is_one_claim() -> None:
    articles = [with_appearance(number) for number in range(6)]
    answers = at_once([partial(article_match, article=article) for article in articles])
    assert answers == [None] * 6
    assert Claim.objects.get().appearances.count() == 6
    assert set(Article.objects.values_list("stage", flat=True)) == {Stage.QUEUE}


# What a worker does with an article, and nothing else, in a process of its own.
MATCHING = """
import sys, django
django.setup()
from claims.models import Article
from claims.services.matching import article_match
article_match(article=Article.objects.get(pk=int(sys.argv[1])))
"""


def test_a_statement_that_arrives_in_two_processes_at_once_is_one_claim() -> None:
    environment = run_environment({"DJANGO_SETTINGS_MODULE": "factcheck.settings"})
    command = [sys.executable, "-c", MATCHING]
    articles = [with_appearance(number) for number in range(2)]
    with transaction.atomic():
        matching_lock()  # until both have come as far as they can at once
        processes = [
            subprocess.Popen([*command, str(each.pk)], cwd=REPOSITORY, env=environment)
            for each in articles
        ]
        try:
            until_somebody_waits(many=2)
        except AssertionError:
            for process in processes:
                process.kill()
                process.wait()
            raise
    assert [process.wait(timeout=20) for process in processes] == [0, 0]
    assert Claim.objects.get().appearances.count() == 2
    assert_chain_is_intact()


def test_an_article_that_four_workers_are_woken_for_goes_its_way_once() -> None:
    article = make_article(SAYING)
    for _stage in range(len(Stage)):
        assert at_once([partial(advance, article.pk)] * 4) == [None] * 4
    article.refresh_from_db()
    assert article.stage == Stage.DONE
    steps = ["article.extract", "article.match", "article.process"]
    assert events_of(article) == ["article.receive", *steps]
    assert Appearance.objects.filter(article=article).count() == Claim.objects.count() == 1
    assert_chain_is_intact()
