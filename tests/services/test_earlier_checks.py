"""An earlier fact-check that a person says is not about a claim stays away until they undo it."""

from __future__ import annotations

import json

import pytest

from claims.matching.embeddings import embed_statements
from claims.models import Claim, EarlierCheckMatch
from claims.selectors.claims import claim_earlier_checks
from claims.selectors.earlier_checks import MOST_MATCHES, CheckSearch, earlier_checks
from claims.services.checked_before import earlier_checks_import
from factcheck.accounts.models import User
from factcheck.arrivals import import_checks, want_checks
from factcheck.errors import InvalidInput, NotAllowed, WrongState
from reviews.domain.recusal import Kind
from reviews.models import QueueItem, QueueReason
from reviews.services.earlier_checks import earlier_check_hide, earlier_check_show
from reviews.services.merging import claim_merge
from reviews.services.recusals import RecusalFrom, recusal_declare
from tests.audit import events_of
from tests.factories import make_claim, make_item, make_match

pytestmark = pytest.mark.django_db
NOTE = "That quay is in another town."


def reasons_of(item: QueueItem) -> set[str]:
    return set(item.reasons.values_list("kind", flat=True))


def test_what_is_hidden_gives_no_points_and_comes_back_when_that_is_undone(
    fact_checker: User,
) -> None:
    item = make_item()
    match = make_match(item.claim)
    before = earlier_check_show(
        match=earlier_check_hide(match=match, actor=fact_checker, note=NOTE), actor=fact_checker
    )
    item.refresh_from_db()
    assert before.hidden_at is None
    assert item.priority_points["checked_before"] == 10
    assert "checked_before" in reasons_of(item)

    hidden = earlier_check_hide(match=match, actor=fact_checker, note=f" {NOTE} ")
    item.refresh_from_db()
    assert (hidden.hidden_by, hidden.hidden_note) == (fact_checker, NOTE)
    assert "checked_before" not in item.priority_points
    assert "checked_before" not in reasons_of(item)
    assert events_of(match) == ["earlier_check.hide", "earlier_check.show", "earlier_check.hide"]


def test_one_of_two_that_is_hidden_leaves_the_reason_with_the_other(fact_checker: User) -> None:
    item = make_item()
    match, _other = make_match(item.claim), make_match(item.claim, publisher="Buoy Check")
    earlier_check_hide(match=match, actor=fact_checker, note=NOTE)
    assert item.reasons.get(kind="checked_before").detail == {"by": ["Buoy Check"]}


SAID = "The mayor never opened the new quay of Kestrel Bay."
REVIEW = {
    "@type": "ClaimReview", "url": "https://lantern.example/checks/quay", "inLanguage": "en",
    "claimReviewed": SAID, "reviewRating": {"alternateName": "False"},
    "author": {"name": "Lantern Desk"},
}  # fmt: skip


def of_the_quay() -> Claim:
    claim = make_claim(SAID)
    claim.vector = embed_statements([claim.text], ["en"])[0]
    claim.save()
    return claim


def take_in(document: object, editor: User) -> None:
    """Take a document in as a worker does."""
    row = want_checks(actor=editor, data=json.dumps(document).encode(), url="", name="")
    import_checks(row.pk)
    row.refresh_from_db()
    assert row.failure == ""


@pytest.mark.parametrize("is_merged", [False, True])
def test_an_import_and_what_a_feed_takes_back_weigh_the_claim_at_once(
    editor: User, is_merged: bool
) -> None:
    item, unseen = make_item(of_the_quay()), of_the_quay()
    take_in(REVIEW, editor)
    if is_merged:  # the check stays with the claim that was merged
        other = make_item()
        claim_merge(
            claim=item.claim, into=other.claim, actor=editor, note="The same quay.", based_on=0
        )
        item = other

    def told() -> tuple[int | None, list[str]]:
        item.refresh_from_db()
        reason = item.reasons.filter(kind="checked_before").first()
        points = item.priority_points.get("checked_before")
        return points, reason.detail["by"] if reason else []

    assert told() == (10, ["Lantern Desk"])
    take_in(REVIEW | {"author": {"name": "Lantern Fact Desk"}}, editor)
    assert told() == (10, ["Lantern Fact Desk"])
    gone = {"@type": "DataFeedItem", "dateDeleted": "2026-02-01", "item": REVIEW}
    take_in({"@type": "DataFeed", "dataFeedElement": [gone]}, editor)
    assert told() == (None, [])
    assert not QueueItem.objects.filter(claim=unseen).exists()  # it enters with its article


def test_the_machine_does_not_bring_it_back(fact_checker: User) -> None:
    of_the_quay()
    earlier_checks_import(document=REVIEW, actor=None)
    match = EarlierCheckMatch.objects.get()
    earlier_check_hide(match=match, actor=fact_checker, note=NOTE)
    earlier_checks_import(document=REVIEW | {"datePublished": "2026-01-02"}, actor=None)
    match.refresh_from_db()
    assert match.hidden_note == NOTE
    assert EarlierCheckMatch.objects.count() == 1


def test_it_is_said_once_with_a_reason_by_a_reviewer_who_is_not_recused(
    fact_checker: User, second_checker: User, administrator: User
) -> None:
    item = make_item()
    match = make_match(item.claim)
    what = RecusalFrom(Kind.WORD, text="containers")
    recusal_declare(actor=second_checker, person=second_checker, what=what, reason="A cousin.")
    for person in (administrator, second_checker):
        with pytest.raises(NotAllowed):
            earlier_check_hide(match=match, actor=person, note=NOTE)
    with pytest.raises(InvalidInput, match="Say why"):
        earlier_check_hide(match=match, actor=fact_checker, note=" ")
    with pytest.raises(WrongState):
        earlier_check_show(match=match, actor=fact_checker)
    earlier_check_hide(match=match, actor=fact_checker, note=NOTE)
    with pytest.raises(WrongState):
        earlier_check_hide(match=match, actor=fact_checker, note=NOTE)


def test_an_import_says_that_it_is_alive_while_it_reads() -> None:
    review = {
        "@type": "ClaimReview", "url": "https://lantern.example/checks/pier", "inLanguage": "en",
        "claimReviewed": "The pier is 900 metres long.", "author": {"name": "Lantern Desk"},
        "reviewRating": {"alternateName": "False"},
    }  # fmt: skip
    told: list[tuple[int, int]] = []
    done = earlier_checks_import(
        document=[review] * 250, actor=None, tell=lambda done, rows: told.append((done.new, rows))
    )
    assert (done.new, told) == (1, [(0, 250)] * 3)


def test_the_check_of_a_claim_that_was_merged_is_one_of_the_claim_that_stands(
    fact_checker: User,
) -> None:
    one, other = make_item(), make_item()
    match = make_match(one.claim)
    claim_merge(claim=one.claim, into=other.claim, actor=fact_checker, note=NOTE, based_on=0)
    assert QueueReason.Kind.CHECKED_BEFORE in reasons_of(other)
    EarlierCheckMatch.objects.create(
        claim=other.claim, check_found=match.check_found, outcome="same", similarity=0.99
    )
    earlier_check_hide(match=match, actor=fact_checker, note=NOTE)
    assert QueueReason.Kind.CHECKED_BEFORE not in reasons_of(other)
    [shown] = claim_earlier_checks(Claim.objects.get(pk=other.claim_id))
    assert shown.hidden_note == NOTE


def test_the_list_shows_the_claims_nearest_to_a_check() -> None:
    match = make_match(make_claim())
    found = [
        EarlierCheckMatch(
            claim=make_claim(), check_found=match.check_found, outcome="related", similarity=n / 100
        )
        for n in range(MOST_MATCHES)
    ]
    EarlierCheckMatch.objects.bulk_create(found)
    [check] = earlier_checks(CheckSearch())
    assert list(check.matches.all()) == [match, *found[:0:-1]]
