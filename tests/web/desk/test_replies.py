"""The right of reply through the pages, and what readers see of it."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from claims.models import Evidence
from factcheck.accounts.models import User
from reviews.models import QueueItem, ReplyAttempt, ReplyRequest, ReplyWaiver, Verdict
from tests.factories import make_claim, make_item
from tests.walks import drafted_verdict, sign_off
from tests.web.desk.conftest import LogIn

ASKED = {
    "name": "Rina Wijaya", "role": "harbour director", "question": "Where is it from?",
    "channel": "email", "address": "rina@port.example",
}  # fmt: skip


@pytest.fixture
def quoted(db: None) -> QueueItem:
    """A claim that quotes somebody."""
    claim = make_claim("The port handled 5 million containers, Rina Wijaya said.")
    claim.speaker = "Rina Wijaya"
    claim.save(update_fields=["speaker"])
    return make_item(claim)


def ask(client: Client, item: QueueItem, **changes: Any) -> ReplyRequest:
    client.post(reverse("reply-ask", args=[item.pk]), ASKED | changes)
    return ReplyRequest.objects.latest("id")


def noted(request: ReplyRequest, outcome: str, **changes: Any) -> dict[str, Any]:
    return {"based_on": request.version, "outcome": outcome, **changes}


def text(client: Client, name: str, number: int) -> str:
    return client.get(reverse(name, args=[number])).content.decode()


def test_the_gate_says_what_is_missing_and_opens_with_a_reason(
    quoted: QueueItem, fact_checker: User, editor: User, log_in: LogIn
) -> None:
    verdict, chief = drafted_verdict(fact_checker, quoted), log_in(editor)
    page = text(chief, "sign-off", verdict.pk)
    assert "ask them for comment" in page
    assert reverse("sign-off-approve", args=[verdict.pk]) not in page
    waive = reverse("reply-waive", args=[quoted.pk])
    assert chief.post(waive, {"reason": " "}).status_code == 400
    assert chief.post(waive, {"reason": "She died in 2019."}).status_code == 302
    page = text(chief, "sign-off", verdict.pk)
    assert reverse("sign-off-approve", args=[verdict.pk]) in page
    assert "We publish without a comment by Rina Wijaya: She died in 2019." in " ".join(
        page.split()
    )


def test_a_reason_of_another_editor_is_shown_before_it_is_replaced(
    quoted: QueueItem, fact_checker: User, editor: User, second_editor: User, log_in: LogIn
) -> None:
    drafted_verdict(fact_checker, quoted)
    url = reverse("reply-waive", args=[quoted.pk])
    log_in(editor).post(url, {"reason": "She died in 2019.", "based_on": ""})
    chief, mine = log_in(second_editor), {"reason": "No address is known.", "based_on": ""}
    stale = chief.post(url, mine)
    assert stale.status_code == 409
    assert f"Saved by {editor.shown_name}" in stale.content.decode()
    assert ReplyWaiver.objects.get().reason == "She died in 2019."
    assert chief.post(url, mine | {"overwrite": "She died in 2019."}).status_code == 302
    assert ReplyWaiver.objects.get().reason == "No address is known."


def test_whoever_signs_off_sees_what_the_author_alone_asked_and_noted(
    quoted: QueueItem, fact_checker: User, second_checker: User, editor: User, log_in: LogIn
) -> None:
    alone = "asked and noted by the author alone"
    verdict, author, chief = drafted_verdict(fact_checker, quoted), log_in(fact_checker), Client()
    chief.force_login(editor)
    request = ask(author, quoted)
    assert alone not in text(chief, "sign-off", verdict.pk)  # nothing is noted yet
    note = reverse("reply-outcome", args=[quoted.pk, request.pk])
    author.post(note, noted(request, "declined"))
    page = text(chief, "sign-off", verdict.pk)
    assert alone in page
    assert f"noted by {fact_checker.shown_name}" in page
    again = reverse("reply-again", args=[quoted.pk, request.pk])
    log_in(second_checker).post(again, {"channel": "phone"})
    assert alone not in text(chief, "sign-off", verdict.pk)


def test_a_fact_checker_may_not_go_without(
    quoted: QueueItem, fact_checker: User, log_in: LogIn
) -> None:
    client = log_in(fact_checker)
    answer = client.post(reverse("reply-waive", args=[quoted.pk]), {"reason": "No time."})
    assert answer.status_code == 403
    assert not ReplyWaiver.objects.exists()
    assert reverse("reply-waive", args=[quoted.pk]) not in text(client, "replies", quoted.pk)


def test_readers_see_who_said_what(
    quoted: QueueItem, fact_checker: User, editor: User, log_in: LogIn, client: Client
) -> None:
    verdict, checker = drafted_verdict(fact_checker, quoted), log_in(fact_checker)
    request = ask(checker, quoted)
    answer = noted(request, "answered", answer="We count empty boxes too.")
    checker.post(reverse("reply-outcome", args=[quoted.pk, request.pk]), answer)
    sign_off(verdict, editor)
    log_in(editor).post(reverse("sign-off-publish", args=[verdict.pk]))
    assert Verdict.objects.get().status == "published"
    page = text(client, "verdict-detail", verdict.claim_id)
    assert "We count empty boxes too." in page
    assert "harbour director" in page
    assert "rina@port.example" not in page


@pytest.mark.parametrize(
    "shown",
    [
        ("declined", "and declined to comment."),
        ("no_answer", "and did not answer by"),
        ("waiting", "and did not answer by"),
    ],
)
def test_readers_see_that_nobody_answered(
    quoted: QueueItem, fact_checker: User, editor: User, log_in: LogIn, shown: tuple[str, str]
) -> None:
    outcome, sentence = shown
    verdict, checker = drafted_verdict(fact_checker, quoted), log_in(fact_checker)
    request = ask(checker, quoted)
    checker.post(reverse("reply-outcome", args=[quoted.pk, request.pk]), noted(request, outcome))
    past = timezone.now() - datetime.timedelta(hours=1)
    ReplyRequest.objects.update(asked_at=past - datetime.timedelta(days=2), deadline=past)
    sign_off(verdict, editor)
    log_in(editor).post(reverse("sign-off-publish", args=[verdict.pk]))
    assert sentence in text(Client(), "verdict-detail", verdict.claim_id)


def test_a_request_clicked_in_twice_is_one(
    quoted: QueueItem, fact_checker: User, log_in: LogIn
) -> None:
    client = log_in(fact_checker)
    for _ in range(2):
        ask(client, quoted, form_key="one-page")
    assert ReplyRequest.objects.count() == ReplyAttempt.objects.count() == 1


def test_what_was_typed_stands_in_the_form_again_when_it_is_refused(
    quoted: QueueItem, fact_checker: User, log_in: LogIn
) -> None:
    client, url = log_in(fact_checker), reverse("reply-ask", args=[quoted.pk])
    answer = client.post(url, ASKED | {"deadline": "2020-01-01T00:00"})
    assert answer.status_code == 400
    assert "Where is it from?</textarea>" in answer.content.decode()
    assert "Give them time" in answer.content.decode()


def test_two_who_note_an_outcome_see_the_difference(
    quoted: QueueItem, fact_checker: User, second_checker: User, log_in: LogIn
) -> None:
    request = ask(log_in(fact_checker), quoted)
    url = reverse("reply-outcome", args=[quoted.pk, request.pk])
    log_in(second_checker).post(url, noted(request, "answered", answer="Empty boxes."))
    stale = log_in(fact_checker).post(url, noted(request, "declined"))
    page = stale.content.decode()
    assert stale.status_code == 409
    assert "Empty boxes." in page
    assert f"Saved by {second_checker.shown_name}" in page
    assert ReplyRequest.objects.get().outcome == "answered"


def test_an_answer_becomes_evidence_with_one_click(
    quoted: QueueItem, fact_checker: User, log_in: LogIn
) -> None:
    client = log_in(fact_checker)
    request = ask(client, quoted)
    answer = noted(request, "answered", answer="Empty boxes.")
    client.post(reverse("reply-outcome", args=[quoted.pk, request.pk]), answer)
    url = reverse("reply-evidence", args=[quoted.pk, request.pk])
    assert client.post(url).status_code == 302
    assert Evidence.objects.get().quote == "Empty boxes."
    assert client.post(url).status_code == 409


def test_a_deadline_is_typed_in_the_person_s_own_time(
    quoted: QueueItem, fact_checker: User, log_in: LogIn
) -> None:
    fact_checker.time_zone = "Asia/Jakarta"
    fact_checker.save(update_fields=["time_zone"])
    request = ask(log_in(fact_checker), quoted, deadline="2099-01-01T09:00")
    assert request.deadline == datetime.datetime(2099, 1, 1, 2, tzinfo=datetime.UTC)


@pytest.mark.parametrize("field", ["deadline", "at"])
def test_a_time_that_no_other_zone_can_hold_is_refused_at_its_field(
    quoted: QueueItem, fact_checker: User, log_in: LogIn, field: str
) -> None:
    answer = log_in(fact_checker).post(
        reverse("reply-ask", args=[quoted.pk]), ASKED | {field: "9999-12-31T23:30"}
    )
    assert answer.status_code == 400
    assert "Choose a year from 1600 to 2200." in answer.content.decode()
    assert not ReplyRequest.objects.exists()
