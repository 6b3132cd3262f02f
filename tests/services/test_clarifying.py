"""A clearer wording stands beside the claim, never over it, and is never overwritten unseen."""

from __future__ import annotations

import pytest

from claims.models import Claim
from factcheck.accounts.models import User
from factcheck.errors import Difference, InvalidInput, NotAllowed, Stale, WrongState
from reviews.services.clarifying import claim_clarify
from reviews.services.verdicts import verdict_publish
from tests.audit import events_of
from tests.factories import make_claim
from tests.walks import drafted_verdict, sign_off


def clarify(claim: Claim, actor: User, wording: str, based_on: str = "") -> Claim:
    return claim_clarify(claim=claim, actor=actor, wording=wording, based_on=based_on)


def test_a_wording_stands_beside_the_claim(editor: User) -> None:
    claim = make_claim("It handled 5 million.")
    clarify(claim, editor, " The port handled 5 million containers in 2024. ")
    stored = Claim.objects.get(pk=claim.pk)
    assert stored.clarified == "The port handled 5 million containers in 2024."
    assert stored.text == "It handled 5 million."
    assert events_of(stored) == ["claim.clarify"]


def test_a_stale_wording_overwrites_nothing(editor: User, second_editor: User) -> None:
    claim = make_claim()
    clarify(claim, second_editor, "In 2024.")
    with pytest.raises(Stale) as refusal:
        clarify(claim, editor, "In 2025.")
    assert refusal.value.differences == [Difference("clarified", "In 2025.", "In 2024.")]
    assert refusal.value.saved_by == second_editor.shown_name
    assert Claim.objects.get(pk=claim.pk).clarified == "In 2024."
    assert clarify(claim, editor, "In 2025.", based_on="In 2024.").clarified == "In 2025."


def test_the_same_wording_again_changes_nothing(editor: User) -> None:
    claim = make_claim()
    for _ in range(2):
        clarify(claim, editor, "In 2024.")
    assert events_of(claim) == ["claim.clarify"]


def test_a_new_wording_voids_a_sign_off(fact_checker: User, editor: User) -> None:
    verdict = sign_off(drafted_verdict(fact_checker), editor)
    clarify(verdict.claim, editor, "In 2024.")
    with pytest.raises(WrongState) as refusal:
        verdict_publish(verdict=verdict, actor=editor)
    assert refusal.value.code == "is_signed_off"


def test_only_editors_clarify(fact_checker: User, administrator: User) -> None:
    claim = make_claim()
    for person in (fact_checker, administrator):
        with pytest.raises(NotAllowed):
            clarify(claim, person, "In 2024.")


@pytest.mark.parametrize("wording", ["x" * 2001, "half a pair \ud800", "NUL \x00"])
def test_what_cannot_be_kept_is_refused(editor: User, wording: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        clarify(make_claim(), editor, wording)
    assert refusal.value.field == "clarified"
