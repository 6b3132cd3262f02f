"""A clearer wording stands beside the claim, never over it, and is never overwritten unseen."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.db import connection

from claims.evidence.passages import Change
from claims.models import Claim
from factcheck.accounts.models import User
from factcheck.errors import Difference, InvalidInput, NotAllowed, Stale, WrongState
from reviews.domain.recusal import Kind
from reviews.domain.report_spec import ReportSpec
from reviews.exports.claim_review import claim_review
from reviews.models import Verdict
from reviews.selectors.contents import verdict_hash
from reviews.selectors.differences import verdict_changes
from reviews.selectors.published import VerdictSearch, verdicts_page
from reviews.selectors.report_rows import ReportRows
from reviews.services.clarifying import claim_clarify
from reviews.services.corrections import item_reopen
from reviews.services.recusals import RecusalFrom, recusal_declare
from reviews.services.verdicts import verdict_publish
from tests.audit import events_of
from tests.factories import make_claim, make_item
from tests.walks import drafted_verdict, published_verdict, sign_off

MIGRATION = import_module("reviews.migrations.0014_wording_as_published")


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


def test_a_wording_that_is_the_claim_s_own_words_voids_a_sign_off_too(
    fact_checker: User, editor: User
) -> None:
    """Readers see it twice then, the second time as what is meant."""
    verdict = sign_off(drafted_verdict(fact_checker), editor)
    seen = verdict_hash(verdict)
    clarify(verdict.claim, editor, verdict.claim.text)
    assert verdict_hash(Verdict.objects.get(pk=verdict.pk)) != seen


def test_what_changed_names_the_wording(fact_checker: User, editor: User) -> None:
    first = published_verdict(fact_checker, editor)
    again = drafted_verdict(fact_checker, item_reopen(item=first.item, actor=editor, note="Why?"))
    assert "What is meant" not in [each.label for each in verdict_changes(first, again)]
    clarify(first.claim, editor, "In 2024.")
    again = Verdict.objects.get(pk=again.pk)
    (change,) = [each for each in verdict_changes(first, again) if each.label == "What is meant"]
    assert change.changes == (Change("added", "In 2024."),)


def test_a_published_verdict_keeps_its_wording(
    fact_checker: User, editor: User, second_editor: User
) -> None:
    draft = drafted_verdict(fact_checker)
    clarify(draft.claim, editor, "In 2024.")
    verdict_publish(verdict=sign_off(draft, editor), actor=editor)
    clarify(draft.claim, second_editor, "In 2025.", based_on="In 2024.")
    published = Verdict.objects.get(pk=draft.pk)
    assert claim_review(published)["claimReviewed"] == "In 2024."
    assert list(ReportRows(ReportSpec(columns=("claim",)))) == [("In 2024.",)]
    found = [verdicts_page(VerdictSearch(words=word)).verdicts for word in ("2024", "2025")]
    assert found == [[published], []]


def test_a_published_verdict_without_a_wording_gets_none_later(
    fact_checker: User, editor: User
) -> None:
    published = published_verdict(fact_checker, editor)
    clarify(published.claim, editor, "Nobody meant that.")
    stored = Verdict.objects.get(pk=published.pk)
    assert claim_review(stored)["claimReviewed"] == stored.claim.text


def test_verdicts_from_before_get_the_wording_there_is(fact_checker: User, editor: User) -> None:
    published = published_verdict(fact_checker, editor)
    draft = drafted_verdict(fact_checker)
    for verdict in (published, draft):
        clarify(verdict.claim, editor, "In 2024.")
    with connection.cursor() as cursor:
        cursor.execute(MIGRATION.FREEZE)
    assert Verdict.objects.get(pk=published.pk).clarified == "In 2024."
    assert Verdict.objects.get(pk=draft.pk).clarified == ""


def test_whoever_is_recused_from_a_claim_does_not_clarify_it(editor: User) -> None:
    claim = make_item(make_claim("The harbour pump failed.")).claim
    what = RecusalFrom(Kind.WORD, text="harbour pump")
    recusal_declare(actor=editor, person=editor, what=what, reason="A cousin built it.")
    with pytest.raises(NotAllowed) as refusal:
        clarify(claim, editor, "It was turned off.")
    assert refusal.value.code == "is_not_recused"
    assert Claim.objects.get(pk=claim.pk).clarified == ""


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
