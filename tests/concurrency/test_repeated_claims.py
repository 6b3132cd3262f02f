"""Articles repeat a checked claim at once, while an editor settles or retracts: one open alert."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial

import pytest
from django.db import OperationalError, connection, transaction
from django.utils import timezone

from claims.models import Alert, Article, Claim, ClaimRelation, Family, Stage
from claims.services.alerts import alert_settle
from factcheck.accounts.models import User
from factcheck.audit.log import record
from factcheck.errors import DeskError
from factcheck.flow import advance
from reviews.models import Verdict
from reviews.selectors.repeats import claim_repeats
from reviews.services.corrections import verdict_retract
from reviews.services.queue import article_enqueue
from tests.audit import assert_chain_is_intact
from tests.concurrency.threads import at_once, pids_waiting, until_somebody_waits
from tests.factories import make_appearance, make_article, make_claim, make_item
from tests.walks import published_verdict

ARTICLES = 5


@pytest.fixture
def verdict(fact_checker: User, editor: User) -> Verdict:
    return published_verdict(fact_checker, editor, make_item())


def repeating(verdict: Verdict, *, outlet: str, claim: Claim | None = None) -> Article:
    """Return an article with a claim (else that of `verdict`), matched, waiting for the queue."""
    article = make_article(outlet=outlet)
    make_appearance(claim or verdict.claim, article=article)
    article.stage, article.due_at = Stage.QUEUE, timezone.now()
    article.save(update_fields=["stage", "due_at"])
    return article


def test_articles_done_by_two_workers_each_are_counted_once_by_one_alert(verdict: Verdict) -> None:
    articles = [repeating(verdict, outlet=f"Outlet {number}") for number in range(ARTICLES)]
    answers = at_once([partial(advance, article.pk) for article in articles * 2])
    assert answers == [None] * len(answers)
    assert Alert.objects.get().told_of.count() == ARTICLES
    repeats = claim_repeats(verdict.claim_id)
    assert repeats is not None
    assert (repeats.times, repeats.outlets_since) == (ARTICLES, ARTICLES)
    assert_chain_is_intact()


@pytest.mark.parametrize("retracts", [True, False])
def test_an_editor_who_ends_it_meanwhile_and_the_workers_do_not_lock_each_other(
    verdict: Verdict, editor: User, retracts: bool
) -> None:
    advance(repeating(verdict, outlet="First").pk)
    settle = partial(alert_settle, alert=Alert.objects.get(), actor=editor, note="Rang them.")
    retract = partial(verdict_retract, verdict=verdict, actor=editor, note="Read wrongly.")
    articles = [repeating(verdict, outlet=f"Outlet {number}") for number in range(ARTICLES)]
    calls: list[Callable[[], object]] = [settle, *(partial(advance, each.pk) for each in articles)]
    answers = at_once([*calls, retract] if retracts else calls)
    assert [answer for answer in answers if isinstance(answer, Exception)] == [
        answer for answer in answers if isinstance(answer, DeskError)
    ]
    assert set(Article.objects.values_list("stage", flat=True)) == {Stage.DONE}
    assert Alert.objects.filter(settled_at__isnull=True).count() <= (0 if retracts else 1)
    assert_chain_is_intact()


@pytest.mark.parametrize("of_family", [False, True])
def test_an_article_that_comes_while_its_verdict_is_retracted_leaves_no_alert_open(
    verdict: Verdict, editor: User, of_family: bool
) -> None:
    claim = verdict.claim
    if of_family:
        claim, family = make_claim(), Family.objects.create()
        Claim.objects.filter(pk__in=[claim.pk, verdict.claim_id]).update(family=family)
        ClaimRelation.objects.create(
            lower=verdict.claim, higher=claim, outcome="differs", aspects=["date"], similarity=0.9
        )
    article, died = repeating(verdict, outlet="First", claim=claim), list[Exception]()
    worker = threading.Thread(target=_enqueue, args=[article, died])
    with transaction.atomic():
        verdict_retract(verdict=verdict, actor=editor, note="Read wrongly.")
        worker.start()
        until_somebody_waits()
    worker.join(timeout=20)
    assert (died, worker.is_alive()) == ([], False)
    assert not Alert.objects.filter(settled_at__isnull=True).exists()
    assert Article.objects.get(pk=article.pk).stage == Stage.DONE


def test_a_worker_that_dies_while_it_tells_has_told_nothing(verdict: Verdict) -> None:
    article = repeating(verdict, outlet="First")
    died: list[Exception] = []
    worker = threading.Thread(target=_enqueue, args=[article, died])
    with transaction.atomic():
        record(actor=None, action="article.receive", target=article)  # has the audit chain
        worker.start()
        until_somebody_waits()
        (pid,) = pids_waiting()
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s)", [pid])
        worker.join(timeout=20)
    assert [type(each) for each in died] == [OperationalError]
    assert not Alert.objects.exists()
    advance(article.pk)
    assert Alert.objects.get().told_of.count() == 1


def _enqueue(article: Article, died: list[Exception]) -> None:
    try:
        article_enqueue(article=article)
    except OperationalError as error:
        died.append(error)
    finally:
        connection.close()
