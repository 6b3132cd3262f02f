"""What is written about a claim that was merged into another is read, and hidden, beside that."""

from __future__ import annotations

import pytest

from claims.models import EarlierCheckMatch, Source
from factcheck.accounts.models import User
from factcheck.errors import NotAllowed
from reviews.domain.recusal import Kind
from reviews.models import Comment, QueueItem
from reviews.selectors.comments import claim_discussion
from reviews.services.comments import comment_add
from reviews.services.earlier_checks import earlier_check_hide
from reviews.services.leases import lease_release, lease_take
from reviews.services.merging import claim_merge
from reviews.services.recusals import RecusalFrom, recusal_declare
from tests.factories import make_match
from tests.placings import waiting
from tests.walks import review

pytestmark = pytest.mark.django_db


def two_of_two_reviews() -> tuple[QueueItem, QueueItem]:
    """Return two claims that wait for two reviews each."""
    both = waiting(), waiting("Twelve boats sank in May, the harbour office said.", "Evening Tide")
    QueueItem.objects.update(reviews_wanted=2)
    return both


def merge(one: QueueItem, other: QueueItem, actor: User) -> None:
    claim_merge(claim=one.claim, into=other.claim, actor=actor, note="The same.", based_on=0)
    one.claim.refresh_from_db()


def read(item: QueueItem, reader: User) -> list[str]:
    """Return the comments beside the claim of `item` that `reader` may read."""
    threads = claim_discussion(item.claim_id, reader).threads
    return [each.text for thread in threads for each in thread.comments]


def test_who_reviews_second_does_not_read_at_the_merged_claim_what_the_first_one_thinks(
    fact_checker: User, second_checker: User, editor: User
) -> None:
    merged, standing = two_of_two_reviews()
    merge(merged, standing, editor)
    review(standing, fact_checker)
    comment_add(claim=merged.claim, actor=fact_checker, text="It is false, plainly.")
    assert read(standing, second_checker) == []


def test_what_was_written_before_a_merge_is_read_once_all_reviews_are_in(
    fact_checker: User, second_checker: User, editor: User
) -> None:
    merged, standing = two_of_two_reviews()
    lease_take(item=merged, actor=editor)
    comment_add(claim=merged.claim, actor=editor, text="See the yearbook.")
    lease_release(item=merged, actor=editor)
    merge(merged, standing, editor)
    assert read(standing, fact_checker) == ["See the yearbook."]
    for reviewer in (fact_checker, second_checker):
        review(standing, reviewer)
    assert read(standing, second_checker) == ["See the yearbook."]


def test_whoever_is_recused_from_a_claim_is_so_by_way_of_what_was_merged_into_it(
    fact_checker: User, editor: User
) -> None:
    merged, standing = two_of_two_reviews()
    match: EarlierCheckMatch = make_match(merged.claim)
    merge(merged, standing, editor)
    outlet = RecusalFrom(Kind.SOURCE, source=Source.objects.get(name="Harbour Gazette"))
    recusal_declare(actor=fact_checker, person=fact_checker, what=outlet, reason="My cousin.")
    with pytest.raises(NotAllowed, match="recused"):
        comment_add(claim=merged.claim, actor=fact_checker, text="Well.")
    with pytest.raises(NotAllowed, match="recused"):
        earlier_check_hide(match=match, actor=fact_checker, note="Another one.")


def test_the_beginning_of_a_long_thread_is_shown(fact_checker: User) -> None:
    item = waiting()
    first = comment_add(claim=item.claim, actor=fact_checker, text="Who counted?")
    Comment.objects.bulk_create(
        Comment(claim=item.claim, item=item, author=fact_checker, text=f"{number}", thread=first)
        for number in range(301)
    )
    [thread] = claim_discussion(item.claim_id, fact_checker).threads
    assert (thread.first, len(thread.answers)) == (first, 300)
