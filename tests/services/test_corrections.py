"""After publication: retracted, or reopened and corrected by a new version."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.accounts.models import User
from factcheck.errors import NotAllowed, WrongState
from reviews.domain.states import State
from reviews.models import QueueItem, QueueReason, Verdict, VerdictStatus
from reviews.selectors.verdicts import verdict_versions, verdicts_published
from reviews.services.corrections import item_reopen, verdict_retract
from reviews.services.verdicts import verdict_publish, verdict_revise
from tests.audit import events_of
from tests.walks import REVIEW, published_verdict, review, sign_off, text_of

NEARER = "The revised table is nearer to the claim."


def stored(verdict: Verdict) -> Verdict:
    return Verdict.objects.get(pk=verdict.pk)


def corrected(first: Verdict, author: User, editor: User) -> Verdict:
    """Publish a correction of `first` that says what changed."""
    item = item_reopen(item=first.item, actor=author, note="The bureau revised its table.")
    review(item, author, replace(REVIEW, rating="half-true"))
    draft = Verdict.objects.get(item=item)
    text = replace(text_of(draft), correction_note=NEARER, correction_kind="rating")
    verdict_revise(verdict=draft, actor=author, text=text, based_on=0)
    return verdict_publish(verdict=sign_off(draft, editor), actor=editor)


def test_a_retracted_verdict_stays_and_says_why(fact_checker: User, editor: User) -> None:
    verdict = published_verdict(fact_checker, editor)
    verdict_retract(verdict=verdict, actor=editor, note=" The table was misread. ")
    assert stored(verdict).status == VerdictStatus.RETRACTED
    assert stored(verdict).retraction_note == "The table was misread."
    assert stored(verdict).retracted_at is not None
    assert QueueItem.objects.get(pk=verdict.item_id).state == State.RETRACTED
    assert events_of(verdict)[-1] == "verdict.retract"
    assert not verdicts_published().exists()


def test_retracting_takes_an_editor_and_a_reason(fact_checker: User, editor: User) -> None:
    verdict = published_verdict(fact_checker, editor)
    with pytest.raises(NotAllowed):
        verdict_retract(verdict=verdict, actor=fact_checker, note="Misread.")
    with pytest.raises(WrongState) as refusal:
        verdict_retract(verdict=verdict, actor=editor, note="")
    assert refusal.value.code == "gives_note"
    assert stored(verdict).status == VerdictStatus.PUBLISHED


def test_reopening_makes_a_new_item_and_leaves_the_verdict_standing(
    fact_checker: User, editor: User
) -> None:
    verdict = published_verdict(fact_checker, editor)
    item = item_reopen(item=verdict.item, actor=fact_checker, note="New figures are out.")
    assert item.state == State.REOPENED
    assert item.claim == verdict.claim
    assert QueueItem.objects.get(pk=verdict.item_id).state == State.PUBLISHED
    assert stored(verdict).status == VerdictStatus.PUBLISHED
    reason = item.reasons.get(kind=QueueReason.Kind.REOPENED)
    assert reason.detail == {"note": "New figures are out."}
    assert events_of(item) == ["item.reopen"]


def test_a_claim_is_reopened_once_at_a_time(fact_checker: User, editor: User) -> None:
    verdict = published_verdict(fact_checker, editor)
    item_reopen(item=verdict.item, actor=fact_checker, note="New figures are out.")
    with pytest.raises(WrongState) as refusal:
        item_reopen(item=verdict.item, actor=editor, note="So I hear.")
    assert refusal.value.code == "is_latest"
    assert QueueItem.objects.count() == 2


def test_whoever_reviewed_the_first_time_may_review_again(fact_checker: User, editor: User) -> None:
    verdict = published_verdict(fact_checker, editor)
    item = item_reopen(item=verdict.item, actor=fact_checker, note="New figures are out.")
    assert review(item, fact_checker).item == item


def test_a_correction_supersedes_the_version_before(fact_checker: User, editor: User) -> None:
    first = published_verdict(fact_checker, editor)
    second = corrected(first, fact_checker, editor)
    assert second.version == first.version + 1
    assert stored(first).status == VerdictStatus.SUPERSEDED
    assert QueueItem.objects.get(pk=second.item_id).state == State.CORRECTED
    assert [verdict.pk for verdict in verdicts_published()] == [second.pk]
    assert [verdict.pk for verdict in verdict_versions(first.claim_id)] == [second.pk, first.pk]


def test_a_correction_has_to_say_what_changed(fact_checker: User, editor: User) -> None:
    first = published_verdict(fact_checker, editor)
    item = item_reopen(item=first.item, actor=fact_checker, note="New figures are out.")
    review(item, fact_checker)
    with pytest.raises(WrongState) as refusal:
        sign_off(Verdict.objects.get(item=item), editor)
    assert refusal.value.code == "says_what_changed"
    assert stored(first).status == VerdictStatus.PUBLISHED


def test_a_version_that_was_superseded_cannot_be_retracted(
    fact_checker: User, editor: User
) -> None:
    first = published_verdict(fact_checker, editor)
    corrected(first, fact_checker, editor)
    with pytest.raises(WrongState) as refusal:
        verdict_retract(verdict=first, actor=editor, note="Misread.")
    assert refusal.value.code == "is_current"


def test_after_a_retraction_a_new_version_can_be_published(
    fact_checker: User, editor: User
) -> None:
    first = published_verdict(fact_checker, editor)
    verdict_retract(verdict=first, actor=editor, note="Misread.")
    second = corrected(stored(first), fact_checker, editor)
    assert stored(first).status == VerdictStatus.RETRACTED
    assert second.status == VerdictStatus.PUBLISHED
