"""The right of reply: asked, answered, waited for, or gone without for a reason."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

import pytest
from django.utils import timezone

from factcheck.accounts.models import User
from factcheck.errors import InvalidInput, NotAllowed, Stale, WrongState
from reviews.models import QueueItem, ReplyRequest, Verdict
from reviews.selectors.contents import verdict_hash
from reviews.selectors.replies import reply_standing
from reviews.services.corrections import item_reopen
from reviews.services.replies import (
    Contact,
    reply_ask,
    reply_note,
    reply_to_evidence,
    reply_try_again,
)
from reviews.services.verdicts import verdict_publish, verdict_revise
from tests.audit import assert_chain_is_intact, events_of
from tests.factories import make_claim, make_item
from tests.walks import REVIEW, declined_reply, drafted_verdict, review, sign_off, text_of

MAIL = Contact(channel="email", address="press@port.example")
LAST_HOUR = datetime.datetime(9999, 12, 31, 23, 30, tzinfo=datetime.UTC)


@pytest.fixture
def item(db: None) -> QueueItem:
    """A claim that quotes somebody."""
    claim = make_claim("The port handled 5 million containers, Rina Wijaya said.")
    claim.speaker = "Rina Wijaya"
    claim.save(update_fields=["speaker"])
    return make_item(claim)


def ask(item: QueueItem, actor: User, **changes: Any) -> ReplyRequest:
    asked: dict[str, Any] = {
        "name": "Rina Wijaya",
        "question": "Where is the figure from?",
        "contact": MAIL,
    }
    return reply_ask(claim=item.claim, actor=actor, **asked | changes)


def note(request: ReplyRequest, actor: User, outcome: str, answer: str = "") -> ReplyRequest:
    fresh = ReplyRequest.objects.get(pk=request.pk)
    return reply_note(
        request=fresh, actor=actor, outcome=outcome, answer=answer, based_on=fresh.version
    )


def let_the_deadline_pass(request: ReplyRequest) -> None:
    past = timezone.now() - datetime.timedelta(seconds=1)
    ReplyRequest.objects.filter(pk=request.pk).update(
        asked_at=past - datetime.timedelta(days=2), deadline=past
    )


def refusal_of_sign_off(verdict: Verdict, editor: User) -> str:
    with pytest.raises(WrongState) as refusal:
        sign_off(verdict, editor)
    return refusal.value.code


def published(verdict: Verdict, editor: User) -> Verdict:
    return verdict_publish(verdict=sign_off(verdict, editor), actor=editor)


def test_a_verdict_against_somebody_who_was_not_asked_is_not_signed_off(
    item: QueueItem, fact_checker: User, editor: User
) -> None:
    verdict = drafted_verdict(fact_checker, item)
    assert refusal_of_sign_off(verdict, editor) == "reply_is_settled"
    standing = reply_standing(item, fact_checker)
    assert (standing.named, standing.wanted, standing.settled) == (("Rina Wijaya",), True, False)


def test_a_verdict_that_bears_somebody_out_asks_nobody(
    item: QueueItem, fact_checker: User, editor: User
) -> None:
    review(item, fact_checker, replace(REVIEW, rating="true"))
    assert published(Verdict.objects.get(item=item), editor).replies == []


def test_it_waits_for_the_deadline_and_then_says_that_nobody_answered(
    item: QueueItem, fact_checker: User, editor: User
) -> None:
    verdict, request = drafted_verdict(fact_checker, item), ask(item, fact_checker)
    assert refusal_of_sign_off(verdict, editor) == "reply_is_settled"
    let_the_deadline_pass(request)
    replies = published(verdict, editor).replies
    assert [(row["name"], row["state"]) for row in replies] == [("Rina Wijaya", "no_answer")]


def test_an_answer_before_the_deadline_is_enough_and_is_published(
    item: QueueItem, fact_checker: User, editor: User
) -> None:
    verdict, request = drafted_verdict(fact_checker, item), ask(item, fact_checker)
    note(request, fact_checker, "answered", "We counted empty boxes too.")
    row = published(verdict, editor).replies[0]
    assert (row["state"], row["text"]) == ("answered", "We counted empty boxes too.")


def test_an_answer_after_the_sign_off_voids_it(
    item: QueueItem, fact_checker: User, editor: User
) -> None:
    verdict, request = drafted_verdict(fact_checker, item), ask(item, fact_checker)
    let_the_deadline_pass(request)
    verdict = sign_off(verdict, editor)
    note(request, fact_checker, "answered", "We counted empty boxes too.")
    with pytest.raises(WrongState) as refusal:
        verdict_publish(verdict=verdict, actor=editor)
    assert refusal.value.code == "is_signed_off"


def test_the_deadline_passing_does_not_void_a_sign_off(item: QueueItem, fact_checker: User) -> None:
    verdict, request = drafted_verdict(fact_checker, item), ask(item, fact_checker)
    before = verdict_hash(verdict)
    note(request, fact_checker, "no_answer")
    assert verdict_hash(verdict) == before


def test_somebody_who_could_not_be_reached_was_not_asked(
    item: QueueItem, fact_checker: User, editor: User
) -> None:
    verdict, request = drafted_verdict(fact_checker, item), ask(item, fact_checker)
    note(request, fact_checker, "undeliverable")
    let_the_deadline_pass(request)
    assert refusal_of_sign_off(verdict, editor) == "reply_is_settled"


def days_ago(days: int, note: str = "") -> Contact:
    return Contact("phone", note=note, at=timezone.now() - datetime.timedelta(days=days))


def in_hours(hours: int) -> datetime.datetime:
    return timezone.now() + datetime.timedelta(hours=hours)


@pytest.mark.parametrize("hours", [-239, 0, 23])
def test_a_contact_of_last_week_gives_no_less_time_from_now(
    item: QueueItem, fact_checker: User, hours: int
) -> None:
    with pytest.raises(InvalidInput) as refusal:
        ask(item, fact_checker, contact=days_ago(10, "Rang."), deadline=in_hours(hours))
    assert refusal.value.field == "deadline"
    assert not ReplyRequest.objects.exists()


def test_an_old_contact_without_a_deadline_is_given_the_least_time(
    item: QueueItem, fact_checker: User
) -> None:
    deadline = ask(item, fact_checker, contact=days_ago(10)).deadline
    assert in_hours(23) < deadline <= in_hours(24)


def test_an_editor_counts_from_an_earlier_contact_with_a_note_that_says_why(
    item: QueueItem, editor: User
) -> None:
    with pytest.raises(InvalidInput):
        ask(item, editor, contact=days_ago(10), deadline=in_hours(0))
    why = "The letter went out before the claim was entered here."
    with pytest.raises(InvalidInput):
        ask(item, editor, contact=days_ago(1, why), deadline=in_hours(-1))
    assert ask(item, editor, contact=days_ago(10, why), deadline=in_hours(0)).pk


def test_a_correction_asks_anew(item: QueueItem, fact_checker: User, editor: User) -> None:
    declined_reply(item, fact_checker, "Rina Wijaya")
    published(drafted_verdict(fact_checker, item), editor)
    again = item_reopen(item=item, actor=fact_checker, note="A newer table is out.")
    verdict = drafted_verdict(fact_checker, again)
    text = replace(text_of(verdict), correction_note="Newer.", correction_kind="update")
    verdict_revise(verdict=verdict, actor=fact_checker, text=text, based_on=verdict.revision)
    assert refusal_of_sign_off(verdict, editor) == "reply_is_settled"
    standing = reply_standing(again, fact_checker)
    assert (standing.settled, len(standing.requests)) == (False, 1)
    declined_reply(again, fact_checker, "Rina Wijaya")
    assert len(published(verdict, editor).replies) == 2


def test_attempts_are_kept_one_by_one(item: QueueItem, fact_checker: User) -> None:
    request = ask(item, fact_checker)
    reply_try_again(
        request=request, actor=fact_checker, contact=Contact(channel="phone", note="Rang out.")
    )
    channels = [attempt.channel for attempt in request.attempts.all()]
    assert channels == ["email", "phone"]
    assert events_of(request) == ["reply.ask", "reply.try_again"]


def test_an_answer_becomes_evidence_once(item: QueueItem, fact_checker: User) -> None:
    request = note(ask(item, fact_checker), fact_checker, "answered", "Empty boxes too.")
    row = reply_to_evidence(request=request, actor=fact_checker)
    assert (row.publisher, row.quote, row.stance) == ("Rina Wijaya", "Empty boxes too.", "context")
    with pytest.raises(WrongState):
        reply_to_evidence(request=request, actor=fact_checker)
    with pytest.raises(WrongState):
        note(request, fact_checker, "declined")
    assert_chain_is_intact()


def test_two_who_note_an_outcome_at_once_do_not_overwrite_each_other(
    item: QueueItem, fact_checker: User, second_checker: User
) -> None:
    request = ask(item, fact_checker)
    note(request, second_checker, "answered", "Empty boxes too.")
    with pytest.raises(Stale) as refusal:
        reply_note(request=request, actor=fact_checker, outcome="declined", based_on=1)
    fields = {difference.field for difference in refusal.value.differences}
    assert fields == {"outcome", "answer"}
    assert refusal.value.saved_by == second_checker.shown_name


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("name", {"name": " "}),
        ("name", {"name": "x" * 201}),
        ("question", {"question": ""}),
        ("question", {"question": "x" * 20_001}),
        ("channel", {"contact": Contact(channel="pigeon")}),
        ("deadline", {"deadline": datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)}),
        ("deadline", {"deadline": LAST_HOUR}),
        ("at", {"contact": Contact("phone", at=LAST_HOUR)}),
        (
            "at",
            {"contact": Contact("phone", at=datetime.datetime(2199, 1, 1, tzinfo=datetime.UTC))},
        ),
    ],
)
def test_a_request_that_cannot_be_taken_is_refused_at_its_field(
    item: QueueItem, fact_checker: User, field: str, changes: dict[str, Any]
) -> None:
    with pytest.raises(InvalidInput) as refusal:
        ask(item, fact_checker, **changes)
    assert refusal.value.field == field
    assert not ReplyRequest.objects.exists()


def test_outsiders_and_administrators_ask_nobody(
    item: QueueItem, outsider: User, administrator: User
) -> None:
    for person in (outsider, administrator):
        with pytest.raises(NotAllowed):
            ask(item, person)
    assert not ReplyRequest.objects.exists()
