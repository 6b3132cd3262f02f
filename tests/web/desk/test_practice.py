"""The practice claim: who is offered it, what it keeps, and that it leaves no trace at the desk."""

from __future__ import annotations

import re

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse

from factcheck.accounts.models import Practice, User
from factcheck.accounts.roles import Role
from factcheck.audit.models import AuditEvent
from tests.factories import PASSWORD, make_person

pytestmark = pytest.mark.django_db
PASSAGE = {"quote": "31,500", "stance": "against"}
REVIEW = {"rating": "half-true", "summary": "Half as many again.", "rationale": "The register."}
UNTOUCHED = {"accounts.user", "audit.auditevent", "audit.audithead", "sessions.session"}


@pytest.fixture
def new_person(client: Client) -> User:
    """Somebody who has just been given an account, logged in."""
    person = make_person(Role.FACT_CHECKER, username="new")
    User.objects.filter(pk=person.pk).update(practice=Practice.OFFERED)
    person.refresh_from_db()
    client.force_login(person)
    return person


def rows() -> dict[str, int]:
    models = [each for each in apps.get_models() if each._meta.label_lower not in UNTOUCHED]
    return {each._meta.label: each._default_manager.count() for each in models}


def send(client: Client, step: str, fields: dict[str, str] | None = None) -> int:
    return client.post(reverse("practice-step", args=[step]), fields or {}).status_code


def offers(client: Client) -> bool:
    return "practice-hint" in client.get(reverse("queue")).content.decode()


def test_it_leads_from_the_article_to_the_editor_and_leaves_one_event(
    client: Client, new_person: User
) -> None:
    before = rows()
    assert offers(client)
    sent = {"read": {}, "evidence": PASSAGE, "review": REVIEW, "editor": {}}
    assert [send(client, step, fields) for step, fields in sent.items()] == [302] * 4
    assert "Take your first claim" in client.get(reverse("practice")).content.decode()
    assert not offers(client)
    assert rows() == before
    event = AuditEvent.objects.latest("id")
    assert (event.action, event.after) == ("person.practice", {"practice": "done"})
    client.post(reverse("practice-again"))
    for step, fields in sent.items():
        send(client, step, fields)
    assert AuditEvent.objects.filter(action="person.practice").count() == 1


def test_what_does_not_stand_in_the_page_is_no_evidence_and_stays_typed(
    client: Client, new_person: User
) -> None:
    send(client, "read")
    answer = client.post(reverse("practice-step", args=["evidence"]), PASSAGE | {"quote": "31,501"})
    page = answer.content.decode()
    assert (answer.status_code, "does not stand in the page" in page) == (422, True)
    assert "31,501</textarea>" in page


def test_a_quotation_stays_in_its_language_and_the_keys_are_those_of_the_step(
    client: Client, new_person: User
) -> None:
    send(client, "read")
    send(client, "evidence", PASSAGE)
    client.post(reverse("language"), {"language": "id"})
    page = client.get(reverse("practice")).content.decode()
    assert '<blockquote dir="auto" lang="en">31,500</blockquote>' in page
    assert re.findall(r"<kbd>(.*?)</kbd>", page.partition('id="keys"')[2]) == [
        "1", "6", "Ctrl", "Enter", "Esc", "?",
    ]  # fmt: skip


@pytest.mark.parametrize("step", ["review", "editor", "done", "nothing"])
def test_a_step_that_is_not_reached_is_not_taken(
    client: Client, new_person: User, step: str
) -> None:
    assert send(client, step, REVIEW) == 302
    assert "step 1 of 4" in client.get(reverse("practice")).content.decode()


@pytest.mark.parametrize(
    ("rating", "told"),
    [("true", "year before"), ("false", "figure of the claim is right"), ("half-true", "weighed")],
)
def test_the_editor_page_says_what_the_rating_overlooks(
    client: Client, new_person: User, rating: str, told: str
) -> None:
    for step, fields in {"read": {}, "evidence": PASSAGE, "review": REVIEW}.items():
        send(client, step, fields | ({"rating": rating} if step == "review" else {}))
    assert told in client.get(reverse("practice")).content.decode()


def test_it_is_put_off_until_the_next_log_in_or_for_good(client: Client, new_person: User) -> None:
    client.post(reverse("practice-later"))
    assert not offers(client)
    client.force_login(new_person)
    client.session.flush()
    client.force_login(new_person)
    assert offers(client)
    client.post(reverse("practice-never"))
    assert not offers(client)
    assert client.get(reverse("practice")).status_code == 200


def test_a_new_person_who_asked_for_no_page_comes_to_it_by_logging_in(
    client: Client, new_person: User, administrator: User
) -> None:
    client.logout()
    sent = {"username": new_person.username, "password": PASSWORD}
    assert client.post(reverse("login"), sent).headers["Location"] == reverse("practice")
    client.logout()
    asked = client.post(f"{reverse('login')}?next=/sources/", sent)
    assert asked.headers["Location"] == "/sources/"
    client.logout()
    sent["username"] = administrator.username
    assert client.post(reverse("login"), sent).headers["Location"] == reverse("queue")
