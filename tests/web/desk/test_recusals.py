"""The page of recusals: declaring, ending, and who sees whose."""

from __future__ import annotations

import pytest
from django.urls import reverse

from factcheck.accounts.models import User
from reviews.domain.recusal import Kind
from reviews.models import QueueItem, Recusal
from reviews.services.recusals import RecusalFrom, recusal_declare
from tests.factories import make_source
from tests.web.desk.conftest import LogIn

pytestmark = pytest.mark.django_db
PAGE = "/recusals/"
WORD = {"kind": "word", "text": "boxes", "reason": "My brother works at the port."}


def test_a_person_declares_and_ends_their_own(log_in: LogIn, fact_checker: User) -> None:
    client = log_in(fact_checker)
    assert client.post(PAGE, WORD).status_code == 302
    recusal = Recusal.objects.get(person=fact_checker)
    assert "boxes" in client.get(PAGE).content.decode()
    assert client.post(reverse("recusal-end", args=[recusal.pk])).status_code == 302
    recusal.refresh_from_db()
    assert recusal.ended_by == fact_checker


def test_an_editor_declares_for_somebody_else(
    log_in: LogIn, editor: User, fact_checker: User
) -> None:
    outlet = make_source("Lantern Weekly")
    fields = {**WORD, "kind": "source", "text": "lantern weekly", "person": str(fact_checker.pk)}
    assert log_in(editor).post(PAGE, fields).status_code == 302
    recusal = Recusal.objects.get()
    assert (recusal.person, recusal.source, recusal.declared_by) == (fact_checker, outlet, editor)
    answer = log_in(fact_checker).post(reverse("recusal-end", args=[recusal.pk]))
    assert answer.status_code == 403
    assert "Ask another editor" in answer.content.decode()


def test_a_fact_checker_is_not_asked_for_whom(
    log_in: LogIn, fact_checker: User, second_checker: User
) -> None:
    fields = {**WORD, "person": str(second_checker.pk)}
    assert log_in(fact_checker).post(PAGE, fields).status_code == 302
    assert Recusal.objects.get().person == fact_checker


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"kind": "tag", "text": "nothing"}, "no such tag"),
        ({"kind": "source", "text": "nothing"}, "no outlet of this name"),
        ({"text": "a"}, "at least two characters"),
        ({"reason": " "}, "required"),
        ({"kind": "rumour"}, "rumour"),
    ],
)
def test_what_cannot_be_taken_is_said_at_its_field_and_what_was_typed_stays(
    log_in: LogIn, fact_checker: User, change: dict[str, str], said: str
) -> None:
    answer = log_in(fact_checker).post(PAGE, {**WORD, **change})
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert ({**WORD, **change})["text"] in answer.content.decode()
    assert not Recusal.objects.exists()


def test_the_workspace_tells_whoever_is_recused_why_there_is_no_button(
    log_in: LogIn, item: QueueItem, fact_checker: User, second_checker: User
) -> None:
    what = RecusalFrom(Kind.WORD, text="boxes")
    recusal_declare(actor=fact_checker, person=fact_checker, what=what, reason="A cousin.")
    pages = {
        person.username: log_in(person).get(reverse("workspace", args=[item.pk])).content.decode()
        for person in (fact_checker, second_checker)
    }
    assert "You are recused from this claim" in pages["checker"]
    assert "Take this claim" not in pages["checker"]
    assert "You are recused from this claim" not in pages["second-checker"]
