"""Two people decide on one verdict at once: it is decided once, and the loser is told."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from django.db import connection, transaction

from claims.models import Article, Evidence, Stage
from claims.services.evidence import evidence_add
from factcheck.accounts.models import User
from factcheck.errors import DeskError, Stale
from reviews.models import Review, Verdict, VerdictStatus
from reviews.selectors.contents import verdict_hash
from reviews.services.leases import lease_take
from reviews.services.moves import item_lock
from reviews.services.queue import article_enqueue
from reviews.services.reviews import review_save_draft, review_submit
from reviews.services.verdicts import verdict_draft, verdict_publish
from tests.audit import assert_chain_is_intact, events_of
from tests.concurrency.threads import at_once, until_somebody_waits
from tests.factories import make_appearance, make_item
from tests.walks import REVIEW, drafted_verdict, review, sign_off

EXPECTED = (Evidence, Verdict, DeskError)


def test_two_editors_who_publish_at_once_publish_once(
    fact_checker: User, editor: User, second_editor: User
) -> None:
    verdict = sign_off(drafted_verdict(fact_checker), editor)
    answers = at_once(
        [partial(verdict_publish, verdict=verdict, actor=who) for who in (editor, second_editor)]
    )
    assert sorted(type(answer).__name__ for answer in answers) == ["Verdict", "WrongState"]
    assert events_of(verdict).count("verdict.publish") == 1


def test_two_editors_who_sign_off_at_once_sign_off_once(
    fact_checker: User, editor: User, second_editor: User
) -> None:
    verdict = drafted_verdict(fact_checker)
    answers = at_once([partial(sign_off, verdict, who) for who in (editor, second_editor)])
    assert sorted(type(answer).__name__ for answer in answers) == ["Verdict", "WrongState"]
    assert events_of(verdict) == ["verdict.sign_off"]


def test_a_review_submitted_in_four_windows_is_submitted_once(fact_checker: User) -> None:
    item = make_item()
    lease = lease_take(item=item, actor=fact_checker)
    submit = partial(
        review_submit, item=item, actor=fact_checker, token=lease.token, text=REVIEW, based_on=0
    )
    answers = at_once([submit] * 4)
    assert len([answer for answer in answers if isinstance(answer, Review)]) == 1
    assert all(isinstance(answer, Review | DeskError) for answer in answers)
    assert Verdict.objects.count() == 1


def test_a_draft_saved_in_four_windows_is_saved_once_and_the_others_are_told(
    fact_checker: User,
) -> None:
    item = make_item()
    lease = lease_take(item=item, actor=fact_checker)
    saves = [
        partial(
            review_save_draft, item=item, actor=fact_checker, token=lease.token,
            text=replace(REVIEW, summary=f"Typed in window {window}."), based_on=0,
        )
        for window in range(4)
    ]  # fmt: skip
    answers = at_once(saves)
    assert len([answer for answer in answers if isinstance(answer, Stale)]) == 3
    assert Review.objects.get().version == 1


def test_evidence_added_while_an_editor_publishes_is_published_or_stops_it(
    fact_checker: User, editor: User
) -> None:
    verdict = sign_off(drafted_verdict(fact_checker), editor)
    add = partial(
        evidence_add, claim=verdict.claim, actor=fact_checker, url="https://late.example/",
        publisher="Late", stance="for", kind="secondary",
    )  # fmt: skip
    publish = partial(verdict_publish, verdict=verdict, actor=editor)
    calls: list[Callable[[], object]] = [add, publish]
    unexpected = [each for each in at_once(calls) if not isinstance(each, EXPECTED)]
    assert unexpected == []
    stored = Verdict.objects.get()
    if stored.status == VerdictStatus.PUBLISHED:
        assert [row["publisher"] for row in stored.evidence] == ["Bureau of Statistics"]
    else:
        assert verdict_hash(stored) != stored.signed_off_hash


def test_a_verdict_is_drafted_while_the_claim_gets_news(
    fact_checker: User, second_checker: User
) -> None:
    """The machine, which holds the claim, waits for the item; the reviewer does not wait for it."""
    item = make_item(reviews_wanted=2)
    review(item, fact_checker)
    article = make_appearance(item.claim).article
    article.stage = Stage.QUEUE
    article.save(update_fields=["stage"])
    machine = threading.Thread(target=_enqueue_on_own_connection, args=[article])
    with transaction.atomic():
        locked = item_lock(item_id=item.pk)
        machine.start()
        until_somebody_waits()  # the machine, for the item
        assert verdict_draft(item=locked, reviews=locked.reviews.all()).author == fact_checker
    machine.join(timeout=20)
    article.refresh_from_db()
    assert article.stage == Stage.DONE
    assert_chain_is_intact()


def _enqueue_on_own_connection(article: Article) -> None:
    try:
        article_enqueue(article=article)
    finally:
        connection.close()
