"""Recusals over the API."""

from __future__ import annotations

from rest_framework.test import APIClient

from factcheck.accounts.models import User
from tests.api.conftest import Signed
from tests.factories import make_item

PATH = "/api/v1/recusals"
WORD = {"kind": "word", "text": "containers", "reason": "A cousin works there."}


def test_a_recusal_binds_until_it_is_ended(as_checker: APIClient) -> None:
    item = make_item()
    made = as_checker.post(PATH, WORD).json()
    refused = as_checker.post(f"/api/v1/queue/{item.pk}/take")
    assert (refused.status_code, refused.json()["code"]) == (403, "is_not_recused")
    assert as_checker.post("/api/v1/queue/take-next").status_code == 204
    assert as_checker.post(f"{PATH}/{made['id']}/end").status_code == 200
    assert as_checker.post(f"/api/v1/queue/{item.pk}/take").status_code == 200


def test_an_editor_declares_for_a_person_by_name(
    as_editor: APIClient, fact_checker: User, signed: Signed, second_checker: User
) -> None:
    assert as_editor.post(PATH, {**WORD, "person": "checker"}).status_code == 201
    assert [row["person"] for row in as_editor.get(PATH).json()["results"]] == ["checker"]
    assert len(signed(fact_checker).get(PATH).json()["results"]) == 1
    assert signed(second_checker).get(PATH).json()["results"] == []


def test_a_checker_declares_for_nobody_else(as_checker: APIClient, second_checker: User) -> None:
    answer = as_checker.post(PATH, {**WORD, "person": "second-checker"})
    assert (answer.status_code, answer.json()["code"]) == (403, "role")


def test_a_name_that_is_none_is_refused_at_its_field(as_editor: APIClient) -> None:
    answer = as_editor.post(PATH, {**WORD, "person": "nobody"})
    assert (answer.status_code, answer.json()["field"]) == (400, "person")
    answer = as_editor.post(PATH, {**WORD, "kind": "tag"})
    assert (answer.status_code, answer.json()["field"]) == (400, "text")
