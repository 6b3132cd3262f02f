"""Claims merged at the same moment as others merge, match and take them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from claims.models import Appearance, Article, Claim, Stage
from claims.services.matching import article_match
from factcheck.accounts.models import User
from factcheck.errors import WrongState
from reviews.domain.states import State
from reviews.models import Lease, QueueItem
from reviews.services.leases import lease_take
from reviews.services.merging import claim_merge
from tests.audit import assert_chain_is_intact
from tests.concurrency.test_articles import SAYING, with_appearance
from tests.concurrency.threads import at_once
from tests.factories import make_item

Call = Callable[[], object]
WHY = "Both say how much the port loaded."


def merging(one: QueueItem, other: QueueItem, actor: User) -> Call:
    return partial(
        claim_merge, claim=one.claim, into=other.claim, actor=actor, note=WHY, based_on=0
    )


def test_of_two_claims_merged_into_each_other_one_stands(fact_checker: User, editor: User) -> None:
    one, other = make_item(), make_item()
    answers = at_once([merging(one, other, fact_checker), merging(other, one, editor)])
    assert [type(each) for each in answers].count(WrongState) == 1
    assert sorted(QueueItem.objects.values_list("state", flat=True)) == ["merged", "queued"]
    assert Claim.objects.filter(merged_into__isnull=False).count() == 1
    assert_chain_is_intact()


def test_what_is_matched_while_its_claim_is_merged_ends_where_that_went(
    fact_checker: User,
) -> None:
    article = with_appearance(0)
    article_match(article=article)
    one, other = make_item(Claim.objects.get()), make_item()
    arriving = [with_appearance(number) for number in range(1, 4)]
    calls: list[Call] = [partial(article_match, article=each) for each in arriving]
    answers = at_once([*calls, merging(one, other, fact_checker)])
    assert not [each for each in answers if isinstance(each, Exception)]
    assert set(Appearance.objects.values_list("claim", flat=True)) == {other.claim_id}
    assert Appearance.objects.filter(text=SAYING).count() == 4
    assert set(Article.objects.values_list("stage", flat=True)) == {Stage.QUEUE}


def test_a_claim_is_taken_or_merged_but_not_both(fact_checker: User, editor: User) -> None:
    one, other = make_item(), make_item()
    taking: Call = partial(lease_take, item=one, actor=editor)
    taken, merged = at_once([taking, merging(one, other, fact_checker)])
    assert isinstance(taken, Exception) != isinstance(merged, Exception)
    state = QueueItem.objects.get(pk=one.pk).state
    assert state == (State.MERGED if isinstance(taken, Exception) else State.IN_REVIEW)
    assert Lease.objects.filter(ended_at__isnull=True).exists() == (state == State.IN_REVIEW)
