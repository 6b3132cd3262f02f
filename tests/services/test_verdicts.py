"""The verdict: revised by its author, signed off by somebody else, published as signed off."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.utils import timezone

from claims.services.evidence import evidence_remove
from factcheck.accounts.models import User
from factcheck.errors import DeskError, InvalidInput, NotAllowed, Stale, WrongState
from reviews.domain.states import State
from reviews.models import QueueItem, Verdict, VerdictStatus
from reviews.selectors.contents import verdict_hash
from reviews.services.sign_offs import Terms, verdict_sign_off
from reviews.services.verdicts import (
    verdict_publish,
    verdict_resubmit,
    verdict_revise,
    verdict_send_back,
)
from tests.audit import assert_chain_is_intact, events_of
from tests.factories import make_evidence, make_item
from tests.walks import drafted_verdict, published_verdict, review, sign_off, text_of


def stored(verdict: Verdict) -> Verdict:
    return Verdict.objects.get(pk=verdict.pk)


def state_of(verdict: Verdict) -> str:
    return QueueItem.objects.get(pk=verdict.item_id).state


def revise(verdict: Verdict, actor: User, **changes: Any) -> Verdict:
    current = stored(verdict)
    return verdict_revise(
        verdict=verdict,
        actor=actor,
        text=replace(text_of(current), **changes),
        based_on=current.revision,
    )


def refused(kind: type[DeskError], service: Callable[..., object], *args: Any, **named: Any) -> str:
    """Return the code of the refusal of a service called with these arguments."""
    with pytest.raises(kind) as refusal:
        service(*args, **named)
    return refusal.value.code


def test_publishing_freezes_what_was_signed_off(fact_checker: User, editor: User) -> None:
    verdict = published_verdict(fact_checker, editor)
    assert verdict.status == VerdictStatus.PUBLISHED
    assert verdict.content_hash == verdict.signed_off_hash == verdict_hash(stored(verdict))
    assert [row["publisher"] for row in verdict.evidence] == ["Bureau of Statistics"]
    assert verdict.approver == editor
    assert state_of(verdict) == State.PUBLISHED
    assert events_of(verdict) == ["verdict.sign_off", "verdict.publish"]


def test_the_author_does_not_sign_off_even_as_an_editor(editor: User) -> None:
    verdict = drafted_verdict(editor)
    assert refused(NotAllowed, sign_off, verdict, editor) == "is_not_author"
    assert stored(verdict).approver is None


def test_an_editor_who_reviewed_the_claim_does_not_sign_off(
    fact_checker: User, editor: User
) -> None:
    item = make_item(reviews_wanted=2)
    make_evidence(item.claim, fact_checker)
    review(item, fact_checker)
    review(item, editor)
    verdict = Verdict.objects.get(item=item)
    assert verdict.author == fact_checker
    assert refused(NotAllowed, sign_off, verdict, editor) == "has_not_reviewed"


def test_only_editors_sign_off(
    fact_checker: User, second_checker: User, administrator: User, outsider: User
) -> None:
    verdict = drafted_verdict(fact_checker)
    for person in (second_checker, administrator, outsider):
        assert refused(NotAllowed, sign_off, verdict, person) == "role"
    assert events_of(verdict) == []


def test_a_stranger_to_the_desk_learns_nothing_from_a_refusal(
    fact_checker: User, outsider: User
) -> None:
    verdict = drafted_verdict(fact_checker)
    code = refused(NotAllowed, verdict_sign_off, verdict=verdict, actor=outsider, seen_hash="?")
    assert code == "role"


def test_a_sign_off_of_content_that_changed_meanwhile_is_stale(
    fact_checker: User, editor: User
) -> None:
    verdict = drafted_verdict(fact_checker)
    seen = verdict_hash(stored(verdict))
    revise(verdict, fact_checker, summary="Fewer containers than the year before.")
    with pytest.raises(Stale) as refusal:
        verdict_sign_off(
            verdict=verdict, actor=editor, seen_hash=seen, terms=Terms(one_origin_reason="One.")
        )
    assert refusal.value.current["summary"] == "Fewer containers than the year before."
    assert refusal.value.current["hash"] == verdict_hash(stored(verdict))
    assert stored(verdict).approver is None


def test_nothing_without_evidence_is_signed_off(fact_checker: User, editor: User) -> None:
    item = make_item()
    review(item, fact_checker)
    verdict = Verdict.objects.get(item=item)
    revise(verdict, fact_checker, no_evidence_reason="")
    assert refused(WrongState, sign_off, verdict, editor) == "has_evidence"
    revise(verdict, fact_checker, no_evidence_reason="No table of the year is out yet.")
    assert sign_off(verdict, editor).approver == editor


def test_a_verdict_is_signed_off_once(
    fact_checker: User, editor: User, second_editor: User
) -> None:
    verdict = sign_off(drafted_verdict(fact_checker), editor)
    assert refused(WrongState, sign_off, verdict, second_editor) == "is_not_signed_off"
    assert stored(verdict).approver == editor


def test_a_revision_voids_the_sign_off(fact_checker: User, editor: User) -> None:
    verdict = sign_off(drafted_verdict(fact_checker), editor)
    revise(verdict, fact_checker, rating="false")
    assert (stored(verdict).approver, stored(verdict).signed_off_hash) == (None, "")
    assert refused(WrongState, verdict_publish, verdict=verdict, actor=editor) == "is_signed_off"


def test_evidence_added_or_removed_voids_the_sign_off(fact_checker: User, editor: User) -> None:
    verdict = sign_off(drafted_verdict(fact_checker), editor)
    more = make_evidence(verdict.claim, fact_checker)
    assert refused(WrongState, verdict_publish, verdict=verdict, actor=editor) == "is_signed_off"
    evidence_remove(evidence=more, actor=fact_checker)
    assert verdict_publish(verdict=verdict, actor=editor).status == VerdictStatus.PUBLISHED


def test_a_verdict_nobody_signed_off_is_not_published(fact_checker: User, editor: User) -> None:
    verdict = drafted_verdict(fact_checker)
    assert refused(WrongState, verdict_publish, verdict=verdict, actor=editor) == "is_signed_off"
    assert stored(verdict).status == VerdictStatus.DRAFT
    assert state_of(verdict) == State.SIGN_OFF


def test_fact_checkers_do_not_publish(
    fact_checker: User, second_checker: User, editor: User
) -> None:
    verdict = sign_off(drafted_verdict(fact_checker), editor)
    for person in (fact_checker, second_checker):
        with pytest.raises(NotAllowed):
            verdict_publish(verdict=verdict, actor=person)


def test_publishing_twice_publishes_once(fact_checker: User, editor: User) -> None:
    verdict = published_verdict(fact_checker, editor)
    assert refused(WrongState, verdict_publish, verdict=verdict, actor=editor) == "wrong_state"
    assert events_of(verdict).count("verdict.publish") == 1


def test_only_the_author_revises(fact_checker: User, second_checker: User, editor: User) -> None:
    verdict = drafted_verdict(fact_checker)
    for person in (second_checker, editor):
        assert refused(NotAllowed, revise, verdict, person) == "is_author"
    assert stored(verdict).revision == 0


def test_a_stale_revision_is_refused_and_overwrites_nothing(fact_checker: User) -> None:
    verdict = drafted_verdict(fact_checker)
    older = text_of(verdict)
    revise(verdict, fact_checker, summary="Written in one window.")
    with pytest.raises(Stale) as refusal:
        verdict_revise(verdict=verdict, actor=fact_checker, text=older, based_on=0)
    assert refusal.value.current["summary"] == "Written in one window."
    assert stored(verdict).summary == "Written in one window."


def test_a_revision_whose_answer_was_lost_may_be_sent_again(fact_checker: User) -> None:
    verdict = drafted_verdict(fact_checker)
    text = replace(text_of(verdict), summary="Fewer containers passed the gates. ")
    for _ in range(2):
        saved = verdict_revise(verdict=verdict, actor=fact_checker, text=text, based_on=0)
    assert (saved.revision, saved.summary) == (1, "Fewer containers passed the gates.")
    assert events_of(verdict) == ["verdict.revise"]
    assert verdict.item.moves.filter(event="revise").count() == 1


def test_a_revision_is_noted_with_what_was_before(fact_checker: User) -> None:
    verdict = drafted_verdict(fact_checker)
    revise(verdict, fact_checker, rating="false")
    assert events_of(verdict) == ["verdict.revise"]
    assert_chain_is_intact()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("summary", " "),
        ("summary", "x" * 501),
        ("explanation", ""),
        ("explanation", "x" * 20_001),
        ("rating", "splendid"),
        ("true_as_of", datetime.date(2999, 1, 1)),
    ],
)
def test_a_revision_that_cannot_be_taken_is_refused_at_its_field(
    fact_checker: User, field: str, value: object
) -> None:
    verdict = drafted_verdict(fact_checker)
    with pytest.raises(InvalidInput) as refusal:
        revise(verdict, fact_checker, **{field: value})
    assert refusal.value.field == field
    assert stored(verdict).revision == 0
    assert events_of(verdict) == []


def test_a_verdict_sent_back_is_mended_and_handed_in_again(
    fact_checker: User, editor: User
) -> None:
    verdict = drafted_verdict(fact_checker)
    verdict_send_back(verdict=verdict, actor=editor, note="Name the year of the table.")
    assert state_of(verdict) == State.SENT_BACK
    revise(verdict, fact_checker, explanation="The table of 2025 gives a lower number.")
    verdict_resubmit(verdict=verdict, actor=fact_checker)
    assert state_of(verdict) == State.SIGN_OFF
    assert events_of(verdict) == ["verdict.send_back", "verdict.revise", "verdict.resubmit"]


def test_sending_back_takes_a_note_and_voids_the_sign_off(
    fact_checker: User, editor: User, second_editor: User
) -> None:
    verdict = sign_off(drafted_verdict(fact_checker), editor)
    silent = refused(WrongState, verdict_send_back, verdict=verdict, actor=second_editor, note=" ")
    assert silent == "gives_note"
    assert stored(verdict).approver == editor
    verdict_send_back(verdict=verdict, actor=second_editor, note="A source is missing.")
    assert stored(verdict).approver is None


def test_only_the_author_hands_in_again(
    fact_checker: User, second_checker: User, editor: User
) -> None:
    verdict = drafted_verdict(fact_checker)
    verdict_send_back(verdict=verdict, actor=editor, note="A source is missing.")
    code = refused(NotAllowed, verdict_resubmit, verdict=verdict, actor=second_checker)
    assert code == "is_author"


def test_the_day_it_is_true_as_of_may_be_today(fact_checker: User) -> None:
    verdict = drafted_verdict(fact_checker)
    assert revise(verdict, fact_checker, true_as_of=timezone.localdate()).revision == 1
