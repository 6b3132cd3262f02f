"""A form sent twice does once what it says: a double click, or the back button and send again."""

from __future__ import annotations

import re
from typing import Any

from django.test import Client
from django.urls import reverse

from claims.models import Evidence
from factcheck.accounts.models import User
from reviews.models import QueueItem, QueueMove, Review, Verdict
from reviews.services.leases import lease_take
from tests.factories import make_evidence
from tests.walks import drafted_verdict, sign_off
from tests.web.desk.conftest import LogIn
from tests.web.desk.test_reviewing import SCRIPTED, typed

SOURCE = {
    "url": "https://port.example/tables", "publisher": "Port office", "stance": "for",
    "kind": "primary",
}  # fmt: skip


def key_on(client: Client, url: str, action: str) -> dict[str, Any]:
    """Return the hidden key of the form on the page at `url` that is sent to `action`."""
    page = client.get(url).content.decode()
    form = page[page.index(f'action="{action}"') :]
    found = re.search(r'name="form_key" value="([^"]+)"', form[: form.index("</form>")])
    assert found
    return {"form_key": found[1]}


def test_a_review_submitted_twice_is_one_review(
    item: QueueItem, fact_checker: User, log_in: LogIn
) -> None:
    lease = lease_take(item=item, actor=fact_checker)
    make_evidence(item.claim, fact_checker)
    client, url = log_in(fact_checker), reverse("review-submit", args=[item.pk])
    sent = typed(lease) | key_on(client, reverse("workspace", args=[item.pk]), url)
    answers = [client.post(url, sent) for _ in range(5)]
    assert {answer.status_code for answer in answers} == {302}
    assert Review.objects.count() == Verdict.objects.count() == 1
    assert "it was not done twice" in client.get(answers[0].headers["Location"]).content.decode()


def test_a_review_changed_after_going_back_changes_nothing_and_keeps_the_text(
    item: QueueItem, fact_checker: User, log_in: LogIn
) -> None:
    lease = lease_take(item=item, actor=fact_checker)
    make_evidence(item.claim, fact_checker)
    client, url = log_in(fact_checker), reverse("review-submit", args=[item.pk])
    key = key_on(client, reverse("workspace", args=[item.pk]), url)
    client.post(url, typed(lease) | key)
    answer = client.post(url, typed(lease, summary="Thought better of it.") | key)
    assert answer.status_code == 409
    assert "Thought better of it." in answer.content.decode()
    assert Review.objects.get().summary == "Fewer boxes than claimed."


def test_evidence_clicked_in_twice_is_one_row(
    item: QueueItem, fact_checker: User, log_in: LogIn
) -> None:
    client, url = log_in(fact_checker), reverse("evidence-add", args=[item.pk])
    sent = SOURCE | key_on(client, reverse("workspace", args=[item.pk]), url)
    answers = [client.post(url, sent, headers=SCRIPTED) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert answers[0].content == answers[1].content
    assert Evidence.objects.count() == 1


def test_a_claim_is_dismissed_once(item: QueueItem, fact_checker: User, log_in: LogIn) -> None:
    client, url = log_in(fact_checker), reverse("item-dismiss", args=[item.pk])
    sent = {"note": "A forecast."} | key_on(client, reverse("workspace", args=[item.pk]), url)
    assert [client.post(url, sent).status_code for _ in range(2)] == [302, 302]
    assert QueueMove.objects.filter(item=item, event="dismiss").count() == 1


def test_a_verdict_is_signed_off_and_published_once(
    fact_checker: User, editor: User, log_in: LogIn
) -> None:
    verdict, client = sign_off(drafted_verdict(fact_checker), editor), log_in(editor)
    url = reverse("sign-off-publish", args=[verdict.pk])
    sent = key_on(client, reverse("sign-off", args=[verdict.pk]), url)
    assert [client.post(url, sent).status_code for _ in range(2)] == [302, 302]
    assert QueueMove.objects.filter(item=verdict.item_id, event="publish").count() == 1


def test_a_form_sent_by_another_person_is_another_form(
    item: QueueItem, fact_checker: User, second_checker: User, log_in: LogIn
) -> None:
    url = reverse("evidence-add", args=[item.pk])
    key = key_on(log_in(fact_checker), reverse("workspace", args=[item.pk]), url)
    log_in(fact_checker).post(url, SOURCE | key)
    answer = log_in(second_checker).post(url, SOURCE | key)
    assert "on the claim already" in answer.content.decode()
