"""Claims enter the queue once, learn of the news, are dismissed and restored."""

from __future__ import annotations

import pytest

from claims.extraction.types import Quantity, Span
from claims.models import Appearance, Article, Claim, ClaimRelation, EarlierCheck, Family, Stage
from claims.models.earlier_check import EarlierCheckMatch
from claims.models.values import quantity_rows
from factcheck.accounts.models import User
from factcheck.errors import NotAllowed, WrongState
from reviews.domain.states import State
from reviews.models import Lease, LeaseEnd, QueueItem, QueueMove, QueueReason
from reviews.services.dismissals import item_dismiss, item_restore
from reviews.services.leases import lease_take
from reviews.services.queue import article_enqueue
from tests.audit import events_of
from tests.factories import make_appearance, make_article, make_claim, make_item, unit_vector
from tests.walks import published_verdict

Kind = QueueReason.Kind


def enqueue(appearance: Appearance) -> Article:
    """Run the queue stage of the article of `appearance`."""
    article = appearance.article
    article.stage = Stage.QUEUE
    article.save(update_fields=["stage"])
    article_enqueue(article=article)
    return Article.objects.get(pk=article.pk)


def stored(item: QueueItem) -> QueueItem:
    return QueueItem.objects.get(pk=item.pk)


def test_a_new_claim_enters_the_queue_with_its_reason_and_points() -> None:
    appearance = make_appearance(make_claim(score=0.8))
    article = enqueue(appearance)
    item = QueueItem.objects.get(claim=appearance.claim)
    assert (item.state, item.priority) == (State.QUEUED, 40)
    assert item.priority_points == {"check_worthiness": 40}
    assert item.due_at is not None
    assert list(item.reasons.values_list("kind", "detail")) == [(Kind.CHECK_WORTHY, {"score": 0.8})]
    assert (article.stage, article.due_at) == (Stage.DONE, None)
    assert events_of(article) == ["article.receive", "article.process"]


def test_enqueueing_again_leaves_the_same_rows() -> None:
    appearance = make_appearance()
    before = (enqueue(appearance), list(QueueItem.objects.values()), QueueMove.objects.count())
    after = (enqueue(appearance), list(QueueItem.objects.values()), QueueMove.objects.count())
    assert after == before


def test_a_claim_another_outlet_carries_gets_more_points() -> None:
    claim = make_claim(score=0.8)
    enqueue(make_appearance(claim))
    article = make_article("The harbour moved fewer boxes this year.", outlet="Evening Lighthouse")
    enqueue(make_appearance(claim, article=article))
    item = QueueItem.objects.get()
    assert item.priority == 50
    assert item.reasons.get(kind=Kind.REACH).detail == {"outlets": 2, "texts": 2}


def test_a_claim_checked_before_says_by_whom() -> None:
    claim = make_claim()
    check = EarlierCheck.objects.create(
        url="https://desk.example/1",
        publisher="Lantern Desk",
        claim_reviewed=claim.text,
        rating="False",
        language="en",
        claim_review={},
        vector=unit_vector(1),
    )
    EarlierCheckMatch.objects.create(claim=claim, check_found=check, outcome="same", similarity=0.9)
    enqueue(make_appearance(claim))
    reason = QueueReason.objects.get(kind=Kind.CHECKED_BEFORE)
    assert reason.detail["by"] == ["Lantern Desk"]


def test_outlets_that_give_differing_figures_raise_both_claims_and_ask_for_two_reviews() -> None:
    family = Family.objects.create()
    for value, outlet in ((3.0, "Harbour Gazette"), (4.0, "Evening Lighthouse")):
        claim = make_claim(f"The bridge cost {value} million dollars.")
        claim.family = family
        claim.quantities = quantity_rows([Quantity(Span(16, 35), value * 1e6, "USD")])
        claim.save(update_fields=["family", "quantities"])
        make_appearance(claim, article=make_article(claim.text, outlet=outlet))
    low, high = Claim.objects.order_by("pk")
    ClaimRelation.objects.create(
        lower=low, higher=high, outcome="differs", aspects=["number"], similarity=0.9
    )
    enqueue(low.appearances.get())
    enqueue(high.appearances.get())
    for item in QueueItem.objects.all():
        assert item.priority_points["conflict"] == 20
        assert item.reviews_wanted == 2
        assert "conflict" in item.reviews_wanted_because


def test_a_claim_the_desk_has_dealt_with_does_not_come_back(
    fact_checker: User, editor: User
) -> None:
    verdict = published_verdict(fact_checker, editor)
    enqueue(make_appearance(verdict.claim))
    item = QueueItem.objects.get()
    assert item.state == State.PUBLISHED


def test_news_on_an_item_in_review_leave_its_state_and_reviews_alone(fact_checker: User) -> None:
    item = make_item(reviews_wanted=2)
    lease_take(item=item, actor=fact_checker)
    enqueue(make_appearance(item.claim))
    assert stored(item).state == State.IN_REVIEW
    assert stored(item).reviews_wanted == 2


def test_dismissing_takes_a_reason(fact_checker: User) -> None:
    item = make_item()
    with pytest.raises(WrongState) as refusal:
        item_dismiss(item=item, actor=fact_checker, note="  ")
    assert refusal.value.code == "gives_note"
    item_dismiss(item=item, actor=fact_checker, note="A forecast, not a statement.")
    assert stored(item).state == State.DISMISSED
    assert stored(item).closed_at is not None
    assert events_of(item) == ["item.dismiss"]


def test_dismissing_what_one_holds_ends_the_lease(fact_checker: User) -> None:
    item = make_item()
    lease_take(item=item, actor=fact_checker)
    item_dismiss(item=item, actor=fact_checker, note="A forecast.")
    assert Lease.objects.get().end == LeaseEnd.DISMISSED


def test_nobody_dismisses_what_another_holds(fact_checker: User, second_checker: User) -> None:
    item = make_item()
    lease_take(item=item, actor=fact_checker)
    with pytest.raises(WrongState) as refusal:
        item_dismiss(item=item, actor=second_checker, note="A forecast.")
    assert refusal.value.code == "holds_lease"


def test_outsiders_and_administrators_do_not_dismiss(outsider: User, administrator: User) -> None:
    item = make_item()
    for person in (outsider, administrator):
        with pytest.raises(NotAllowed):
            item_dismiss(item=item, actor=person, note="A forecast.")
    assert events_of(item) == []


def test_restoring_undoes_a_dismissal(fact_checker: User, administrator: User) -> None:
    item = make_item()
    item_dismiss(item=item, actor=fact_checker, note="A forecast.")
    item_restore(item=item, actor=administrator)
    assert stored(item).state == State.QUEUED
    assert stored(item).closed_at is None
    assert events_of(item) == ["item.dismiss", "item.restore"]


def test_what_was_not_dismissed_is_not_restored(fact_checker: User) -> None:
    with pytest.raises(WrongState):
        item_restore(item=make_item(), actor=fact_checker)
