"""Going without a reply: whose reason counts, when, and that none is replaced unseen."""

from __future__ import annotations

import pytest

from factcheck.accounts.models import User
from factcheck.errors import Difference, InvalidInput, NotAllowed, Stale, WrongState
from reviews.domain.recusal import Kind
from reviews.models import QueueItem, ReplyWaiver, Verdict
from reviews.selectors.replies import reply_standing
from reviews.services.authorship import verdict_hand_over
from reviews.services.leases import lease_take
from reviews.services.recusals import RecusalFrom, recusal_declare
from reviews.services.reply_waivers import reply_waive
from reviews.services.verdicts import verdict_publish, verdict_resubmit, verdict_send_back
from tests.audit import events_of
from tests.factories import make_claim, make_item
from tests.walks import drafted_verdict, sign_off


@pytest.fixture
def item(db: None) -> QueueItem:
    """A claim that quotes somebody."""
    claim = make_claim("The port handled 5 million containers, Rina Wijaya said.")
    claim.speaker = "Rina Wijaya"
    claim.save(update_fields=["speaker"])
    return make_item(claim)


@pytest.fixture
def verdict(item: QueueItem, fact_checker: User) -> Verdict:
    """A verdict against whom the claim quotes, waiting for sign-off."""
    return drafted_verdict(fact_checker, item)


def waive(verdict: Verdict, actor: User, reason: str, based_on: str = "") -> ReplyWaiver:
    return reply_waive(item=verdict.item, actor=actor, reason=reason, based_on=based_on)


def test_an_editor_goes_without_for_a_reason_that_readers_see(
    verdict: Verdict, editor: User, second_editor: User
) -> None:
    waive(verdict, second_editor, "She died in 2019.")
    published = verdict_publish(verdict=sign_off(verdict, editor), actor=editor)
    (row,) = published.replies
    assert (row["name"], row["state"]) == ("Rina Wijaya", "waived")
    assert row["text"] == "She died in 2019."
    assert "reply.waive" in events_of(verdict.item)


def test_a_new_reason_voids_the_sign_off(verdict: Verdict, editor: User) -> None:
    waive(verdict, editor, "She died in 2019.")
    sign_off(verdict, editor)
    waive(verdict, editor, "No heirs are known.", based_on="She died in 2019.")
    with pytest.raises(WrongState) as refusal:
        verdict_publish(verdict=verdict, actor=editor)
    assert refusal.value.code == "is_signed_off"


def test_a_reason_is_not_replaced_unseen(
    verdict: Verdict, editor: User, second_editor: User
) -> None:
    waive(verdict, editor, "She died in 2019.")
    with pytest.raises(Stale) as refusal:
        waive(verdict, second_editor, "No address is known.")
    assert refusal.value.differences == [
        Difference("reason", "No address is known.", "She died in 2019.")
    ]
    assert refusal.value.saved_by == editor.shown_name
    assert ReplyWaiver.objects.get().reason == "She died in 2019."


def test_the_same_reason_again_changes_nothing(verdict: Verdict, editor: User) -> None:
    for reason in ("She died\nin 2019.", " She died\r\nin 2019. "):
        waive(verdict, editor, reason)
    assert events_of(verdict.item).count("reply.waive") == 1


def test_only_editors_go_without_and_only_with_a_reason(
    verdict: Verdict, fact_checker: User, administrator: User, editor: User
) -> None:
    for person in (fact_checker, administrator):
        with pytest.raises(NotAllowed):
            waive(verdict, person, "No time.")
    with pytest.raises(InvalidInput) as refusal:
        waive(verdict, editor, " ")
    assert refusal.value.field == "reason"
    assert not ReplyWaiver.objects.exists()


def test_nobody_goes_without_for_their_own_verdict_or_when_recused(
    item: QueueItem, editor: User, second_editor: User
) -> None:
    verdict = drafted_verdict(editor, item)
    what = RecusalFrom(Kind.SPEAKER, text="Rina Wijaya")
    recusal_declare(actor=second_editor, person=second_editor, what=what, reason="A cousin.")
    for person, rule in ((editor, "is_not_author"), (second_editor, "is_not_recused")):
        with pytest.raises(NotAllowed) as refusal:
            waive(verdict, person, "No time.")
        assert refusal.value.code == rule


def test_nobody_goes_without_before_there_is_a_verdict(
    item: QueueItem, fact_checker: User, editor: User
) -> None:
    with pytest.raises(WrongState):
        reply_waive(item=item, actor=editor, reason="No time.", based_on="")
    lease_take(item=item, actor=fact_checker)
    with pytest.raises(WrongState):
        reply_waive(item=item, actor=editor, reason="No time.", based_on="")


def test_a_reason_does_not_count_once_its_editor_writes_the_verdict(
    verdict: Verdict, fact_checker: User, editor: User, second_editor: User
) -> None:
    waive(verdict, editor, "She died in 2019.")
    verdict_send_back(verdict=verdict, actor=second_editor, note="Which year?")
    verdict_hand_over(verdict=verdict, actor=second_editor, author=editor, note="She is ill.")
    verdict_resubmit(verdict=verdict, actor=editor)
    with pytest.raises(WrongState) as refusal:
        sign_off(verdict, second_editor)
    assert refusal.value.code == "reply_is_settled"
    assert reply_standing(verdict.item, editor).waiver is None
    waive(verdict, second_editor, "She died in 2019.")
    assert sign_off(verdict, second_editor).approver == second_editor
