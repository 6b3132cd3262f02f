"""The sweep and articles that enter the queue meet somebody who works on an item of theirs."""

from __future__ import annotations

import threading

from django.db import transaction

from claims.models import Appearance, Article, Stage
from claims.services.locks import claim_lock, matching_lock
from factcheck.accounts.models import User
from factcheck.accounts.roles import Role
from factcheck.audit.log import record
from reviews.domain.dismissals import Why
from reviews.domain.states import State
from reviews.models import QueueItem
from reviews.services.boosts import boost_add, boosts_apply
from reviews.services.dismissals import item_dismiss
from reviews.services.moves import item_lock
from reviews.services.queue import article_enqueue
from tests.audit import assert_chain_is_intact
from tests.concurrency.threads import at_once, until_somebody_waits
from tests.factories import (
    make_appearance,
    make_article,
    make_claim,
    make_item,
    make_person,
    make_sentence,
)


def test_applying_a_rule_leaves_what_somebody_works_on_for_the_next_sweep() -> None:
    editor = make_person(Role.EDITOR)
    items = [make_item(make_claim(f"The port moved {number} boxes.")) for number in range(3)]
    boost_add(actor=editor, trait="word", value="port", points=9, reason="A series.")
    is_locked, is_swept = threading.Event(), threading.Event()

    def works_on_the_second() -> int:
        with transaction.atomic():
            item_lock(item_id=items[1].pk)
            is_locked.set()
            return int(is_swept.wait(timeout=20))

    def sweeps() -> int:
        is_locked.wait(timeout=20)
        try:
            return boosts_apply()
        finally:
            is_swept.set()

    assert at_once([works_on_the_second, sweeps]) == [1, 2]
    assert boosts_apply() == 2
    assert boosts_apply() == 0
    points = QueueItem.objects.values_list("priority_points__rules", flat=True)
    assert list(points) == [9, 9, 9]


def restored_and_another(person: User) -> tuple[Article, QueueItem, QueueItem]:
    """Return an article at the queue with a claim it brings back, and a second one."""
    article = make_article("The port moved nine boxes. It moved ten.", outlet="Lighthouse")
    items = [make_item(make_claim(f"The port moved {number} boxes.")) for number in (9, 10)]
    appearances = [
        make_appearance(item.claim, article=article, end=end)
        for item, end in zip(items, (26, 40), strict=True)
    ]
    Appearance.objects.filter(pk=appearances[0].pk).update(
        sentence=make_sentence(article, selected=True)
    )
    item_dismiss(item=items[0], actor=person, why=Why.MARK_WITHDRAWN)
    Article.objects.filter(pk=article.pk).update(stage=Stage.QUEUE)
    return Article.objects.get(pk=article.pk), items[0], items[1]


def test_an_article_that_brings_a_claim_back_waits_for_items_before_it_is_audited() -> None:
    person = make_person(Role.FACT_CHECKER)
    article, restored, other = restored_and_another(person)
    is_locked = threading.Event()

    def works_on_the_other() -> None:
        with transaction.atomic():
            item = item_lock(item_id=other.pk)
            is_locked.set()
            until_somebody_waits()
            record(actor=person, action="item.touch", target=item)

    def enters_the_queue() -> None:
        is_locked.wait(timeout=20)
        article_enqueue(article=article)

    assert at_once([works_on_the_other, enters_the_queue]) == [None, None]
    assert QueueItem.objects.get(pk=restored.pk).state == State.QUEUED
    assert_chain_is_intact()


def test_an_article_that_enters_the_queue_waits_for_who_splits_a_claim_of_it() -> None:
    article, first, second = restored_and_another(make_person(Role.FACT_CHECKER))
    is_locked = threading.Event()

    def splits() -> None:
        with transaction.atomic():
            matching_lock()
            claim_lock(claim_id=second.claim_id)
            is_locked.set()
            until_somebody_waits()
            claim_lock(claim_id=first.claim_id)  # of the family that the new claim joined

    def enters_the_queue() -> None:
        is_locked.wait(timeout=20)
        article_enqueue(article=article)

    assert at_once([splits, enters_the_queue]) == [None, None]
    assert Article.objects.get(pk=article.pk).stage == Stage.DONE
