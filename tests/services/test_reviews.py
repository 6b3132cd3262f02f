"""Drafts are saved as they are typed; a submission is final and moves the item on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.services.evidence import evidence_remove
from factcheck.accounts.models import User
from factcheck.errors import Difference, InvalidInput, NotAllowed, Stale, WrongState
from reviews.domain.states import State
from reviews.models import Lease, QueueItem, Review, ReviewStatus, Verdict
from reviews.services.leases import lease_take
from reviews.services.reviews import ReviewText, review_save_draft, review_submit
from tests.audit import events_of
from tests.factories import make_evidence, make_item
from tests.walks import REVIEW, review

OTHER = replace(REVIEW, rating="true")


def stored(item: QueueItem) -> QueueItem:
    return QueueItem.objects.get(pk=item.pk)


def save(item: QueueItem, lease: Lease, text: ReviewText, based_on: int = 0) -> Review:
    return review_save_draft(
        item=item, actor=lease.reviewer, token=lease.token, text=text, based_on=based_on
    )


def submit(item: QueueItem, lease: Lease, text: ReviewText = REVIEW, based_on: int = 0) -> Review:
    return review_submit(
        item=item, actor=lease.reviewer, token=lease.token, text=text, based_on=based_on
    )


def test_a_draft_may_be_incomplete(fact_checker: User) -> None:
    item = make_item()
    draft = save(item, lease_take(item=item, actor=fact_checker), ReviewText(summary="So far"))
    assert (draft.status, draft.version, draft.rating) == (ReviewStatus.DRAFT, 1, None)
    assert events_of(draft) == ["review.save"]


def test_a_draft_keeps_the_evidence_it_cites(fact_checker: User) -> None:
    item = make_item()
    evidence = make_evidence(item.claim, fact_checker)
    lease = lease_take(item=item, actor=fact_checker)
    draft = save(item, lease, replace(REVIEW, evidence=(evidence.pk,)))
    assert list(draft.evidence.all()) == [evidence]


def test_a_stale_draft_is_refused_and_overwrites_nothing(fact_checker: User) -> None:
    item = make_item()
    lease = lease_take(item=item, actor=fact_checker)
    save(item, lease, REVIEW)
    with pytest.raises(Stale) as refusal:
        save(item, lease, ReviewText(summary="Typed in an older window"))
    assert refusal.value.current["summary"] == REVIEW.summary
    assert refusal.value.current["version"] == 1
    assert Review.objects.get().summary == REVIEW.summary


def test_a_stale_draft_is_told_field_by_field_what_differs(fact_checker: User) -> None:
    item = make_item()
    lease = lease_take(item=item, actor=fact_checker)
    save(item, lease, REVIEW)
    with pytest.raises(Stale) as refusal:
        save(item, lease, replace(REVIEW, summary="Half as many.", confidence=1))
    differences = [Difference("summary", "Half as many.", REVIEW.summary)]
    assert refusal.value.differences == [*differences, Difference("confidence", 1, 3)]
    assert refusal.value.saved_by == fact_checker.shown_name
    assert refusal.value.saved_at is not None


def test_the_same_text_again_is_no_clash(fact_checker: User) -> None:
    item = make_item()
    lease = lease_take(item=item, actor=fact_checker)
    save(item, lease, replace(REVIEW, rationale="One.\nTwo."))
    # The answer to the first save was lost: the browser sends it again, with its own line ends.
    again = save(item, lease, replace(REVIEW, rationale="One.\r\nTwo. "))
    assert again.version == Review.objects.get().version == 1


def test_a_draft_based_on_one_that_never_was_is_stale(fact_checker: User) -> None:
    item = make_item()
    lease = lease_take(item=item, actor=fact_checker)
    with pytest.raises(Stale) as refusal:
        review_save_draft(item=item, actor=fact_checker, token=lease.token, text=REVIEW, based_on=3)
    assert refusal.value.current["version"] == 0
    assert not Review.objects.exists()


def test_a_stale_submission_is_refused_and_submits_nothing(fact_checker: User) -> None:
    item = make_item()
    lease = lease_take(item=item, actor=fact_checker)
    save(item, lease, replace(REVIEW, summary="Typed in another window."))
    with pytest.raises(Stale):
        submit(item, lease, based_on=0)
    assert Review.objects.get().status == ReviewStatus.DRAFT
    assert stored(item).state == State.IN_REVIEW


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("summary", replace(REVIEW, summary="x" * 501)),
        ("rationale", replace(REVIEW, rationale="x" * 20_001)),
        ("no_evidence_reason", replace(REVIEW, no_evidence_reason="x" * 20_001)),
        ("rating", replace(REVIEW, rating="splendid")),
        ("confidence", replace(REVIEW, confidence=9)),
        ("evidence", replace(REVIEW, evidence=(987_654,))),
    ],
)
def test_what_cannot_be_taken_is_refused_at_its_field(
    fact_checker: User, field: str, text: ReviewText
) -> None:
    item = make_item()
    lease = lease_take(item=item, actor=fact_checker)
    with pytest.raises(InvalidInput) as refusal:
        save(item, lease, text)
    assert refusal.value.field == field
    assert not Review.objects.exists()


def test_evidence_of_another_claim_cannot_be_cited(fact_checker: User) -> None:
    item = make_item()
    elsewhere = make_evidence(make_item().claim, fact_checker)
    lease = lease_take(item=item, actor=fact_checker)
    with pytest.raises(InvalidInput) as refusal:
        save(item, lease, replace(REVIEW, evidence=(elsewhere.pk,)))
    assert refusal.value.field == "evidence"


def test_removed_evidence_cannot_be_cited(fact_checker: User) -> None:
    item = make_item()
    removed = evidence_remove(evidence=make_evidence(item.claim, fact_checker), actor=fact_checker)
    lease = lease_take(item=item, actor=fact_checker)
    with pytest.raises(InvalidInput):
        save(item, lease, replace(REVIEW, evidence=(removed.pk,)))


@pytest.mark.parametrize(
    "incomplete",
    [replace(REVIEW, rating=""), replace(REVIEW, summary=" "), replace(REVIEW, rationale="")],
    ids=["rating", "summary", "rationale"],
)
def test_an_incomplete_review_cannot_be_submitted(
    fact_checker: User, incomplete: ReviewText
) -> None:
    item = make_item()
    lease = lease_take(item=item, actor=fact_checker)
    with pytest.raises(WrongState) as refusal:
        submit(item, lease, incomplete)
    assert refusal.value.code == "review_is_complete"
    assert not Review.objects.exists()
    assert Lease.objects.get().ended_at is None


def test_the_only_review_wanted_drafts_the_verdict(fact_checker: User) -> None:
    item = make_item()
    submitted = review(item, fact_checker)
    verdict = Verdict.objects.get(item=item)
    assert stored(item).state == State.SIGN_OFF
    assert verdict.author == fact_checker
    assert (verdict.summary, verdict.explanation) == (REVIEW.summary, REVIEW.rationale)
    assert verdict.rating.slug == REVIEW.rating
    assert events_of(submitted) == ["review.submit"]
    assert Lease.objects.get().end == "submitted"


def test_a_second_review_that_agrees_goes_to_sign_off(
    fact_checker: User, second_checker: User
) -> None:
    item = make_item(reviews_wanted=2)
    review(item, fact_checker)
    assert stored(item).state == State.SECOND_REVIEW
    assert not Verdict.objects.exists()
    review(item, second_checker)
    assert stored(item).state == State.SIGN_OFF
    assert Verdict.objects.get().author == fact_checker


def test_reviews_that_disagree_are_adjudicated_by_a_third_person(
    fact_checker: User, second_checker: User, editor: User
) -> None:
    item = make_item(reviews_wanted=2)
    review(item, fact_checker)
    review(item, second_checker, OTHER)
    assert stored(item).state == State.ADJUDICATION
    for person in (fact_checker, second_checker):
        with pytest.raises(NotAllowed):
            lease_take(item=item, actor=person)
    decisive = review(item, editor, OTHER)
    assert decisive.is_adjudication
    assert stored(item).state == State.SIGN_OFF
    assert Verdict.objects.get().author == editor
    assert Verdict.objects.get().rating.slug == "true"


def test_a_submitted_review_cannot_be_changed(fact_checker: User) -> None:
    item = make_item()
    lease = lease_take(item=item, actor=fact_checker)
    submit(item, lease)
    with pytest.raises(WrongState):
        save(item, lease, OTHER, based_on=1)
    assert Review.objects.get().rating == Verdict.objects.get().rating


def test_submitting_twice_submits_once(fact_checker: User) -> None:
    item = make_item()
    lease = lease_take(item=item, actor=fact_checker)
    submit(item, lease)
    with pytest.raises(WrongState):
        submit(item, lease, based_on=1)
    assert Verdict.objects.count() == 1


def test_text_outside_the_basic_plane_is_kept_as_typed(fact_checker: User) -> None:
    item = make_item()
    text = replace(REVIEW, rationale="𠮷野家的報表 📊 這樣寫。")
    assert review(item, fact_checker, text).rationale == text.rationale
