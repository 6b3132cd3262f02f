"""A request sent again with its Idempotency-Key is done once."""

from __future__ import annotations

import datetime
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from rest_framework.test import APIClient

from claims.models import Article, Evidence
from factcheck.accounts.models import User
from factcheck.audit.models import AuditEvent
from factcheck.idempotency.answers import KEPT_FOR, answers_forget
from factcheck.idempotency.models import KeptAnswer
from reviews.models import Lease, Review
from tests.api.conftest import Signed
from tests.factories import make_claim, make_evidence, make_item

ROW = {
    "url": "https://bureau.example/1", "publisher": "Bureau", "stance": "for", "kind": "primary",
}  # fmt: skip


def key() -> dict[str, str]:
    return {"Idempotency-Key": f'"{uuid.uuid4()}"'}


def test_evidence_added_twice_with_one_key_is_one_row(as_checker: APIClient) -> None:
    url, headers = f"/api/v1/claims/{make_claim().pk}/evidence", key()
    first = as_checker.post(url, ROW, headers=headers)
    again = as_checker.post(url, ROW, headers=headers)
    assert [first.status_code, again.status_code] == [201, 201]
    assert again.json() == first.json()
    assert again.headers["Idempotent-Replayed"] == "true"
    assert "Idempotent-Replayed" not in first.headers
    assert Evidence.objects.count() == 1


def test_an_article_handed_in_twice_with_one_key_is_one_article(as_checker: APIClient) -> None:
    headers = key()
    answers = [
        as_checker.post("/api/v1/articles", {"text": "Nine ferries sank."}, headers=headers)
        for _ in range(2)
    ]
    assert [answer.status_code for answer in answers] == [201, 201]
    assert answers[0].json() == answers[1].json()
    assert Article.objects.count() == 1


def test_a_file_sent_again_is_known_whatever_the_boundary(as_checker: APIClient) -> None:
    headers = key()
    for boundary in ("one", "two"):
        body = (
            f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'
            f"Nine ferries sank.\r\n--{boundary}--\r\n"
        )
        kind = f"multipart/form-data; boundary={boundary}"
        answer = as_checker.generic("POST", "/api/v1/articles", body, kind, headers=headers)
        assert answer.status_code == 201
    assert Article.objects.count() == 1


def test_an_uploaded_file_is_still_read_when_a_key_comes_with_it(as_checker: APIClient) -> None:
    file = SimpleUploadedFile("article.txt", b"Nine ferries sank.")
    answer = as_checker.post("/api/v1/articles", {"file": file}, format="multipart", headers=key())
    assert answer.status_code == 201
    assert Article.objects.get().text == "Nine ferries sank."


def test_a_review_submitted_twice_with_one_key_counts_once(
    as_checker: APIClient, fact_checker: User
) -> None:
    item = make_item(reviews_wanted=2)
    make_evidence(item.claim, fact_checker)
    lease = as_checker.post(f"/api/v1/queue/{item.pk}/take").json()
    review = {
        "token": lease["token"], "based_on": 0, "rating": "false", "summary": "No.",
        "rationale": "The table says less.",
    }  # fmt: skip
    url, headers = f"/api/v1/queue/{item.pk}/review/submit", key()
    answers = [as_checker.post(url, review, headers=headers) for _ in range(3)]
    assert {answer.status_code for answer in answers} == {200}
    assert Review.objects.count() == 1
    assert AuditEvent.objects.filter(action="review.submit").count() == 1


def test_taking_twice_with_one_key_takes_one_claim(as_checker: APIClient) -> None:
    make_item()
    make_item()
    headers = key()
    tokens = {
        as_checker.post("/api/v1/queue/take-next", headers=headers).json()["token"]
        for _ in range(2)
    }
    assert len(tokens) == Lease.objects.count() == 1


def test_an_empty_answer_is_given_again_empty(as_checker: APIClient) -> None:
    headers = key()
    for _ in range(2):
        answer = as_checker.post("/api/v1/queue/take-next", headers=headers)
        assert answer.status_code == 204
        assert answer.content == b""


def test_a_key_sent_with_another_body_is_refused(as_checker: APIClient) -> None:
    url, headers = f"/api/v1/claims/{make_claim().pk}/evidence", key()
    as_checker.post(url, ROW, headers=headers)
    answer = as_checker.post(url, ROW | {"quote": "Nine."}, headers=headers)
    assert answer.status_code == 422
    assert answer.json()["field"] == "Idempotency-Key"
    assert answer.json()["code"] == "key_reused"
    assert Evidence.objects.count() == 1


def test_a_key_belongs_to_its_person_and_its_address(
    signed: Signed, fact_checker: User, second_checker: User
) -> None:
    headers = key()
    for person in (fact_checker, second_checker):
        for claim in (make_claim(), make_claim()):
            url = f"/api/v1/claims/{claim.pk}/evidence"
            assert signed(person).post(url, ROW, headers=headers).status_code == 201
    assert Evidence.objects.count() == 4


def test_without_a_key_each_request_counts(as_checker: APIClient) -> None:
    for _ in range(2):
        make_item()
        as_checker.post("/api/v1/queue/take-next")
    assert Lease.objects.count() == 2
    assert not KeptAnswer.objects.exists()


def test_a_long_address_takes_a_key(as_checker: APIClient) -> None:
    item, headers = make_item(), key()
    url = f"/api/v1/queue/{'0' * 400}{item.pk}/take"
    first, again = (as_checker.post(url, headers=headers) for _ in range(2))
    assert [first.status_code, again.status_code] == [200, 200]
    assert again.headers["Idempotent-Replayed"] == "true"
    # Another address that begins the same is another request.
    other = as_checker.post(f"/api/v1/queue/{'0' * 400}{make_item().pk}/take", headers=headers)
    assert other.json()["token"] != first.json()["token"]


def test_a_refusal_is_not_kept(as_checker: APIClient) -> None:
    url, headers = f"/api/v1/claims/{make_claim().pk}/evidence", key()
    assert as_checker.post(url, ROW | {"stance": "loud"}, headers=headers).status_code == 400
    assert as_checker.post(url, ROW, headers=headers).status_code == 201


@pytest.mark.parametrize("bad", ["", "two words", "x" * 300, "naïve"])
def test_what_is_no_key_is_refused(as_checker: APIClient, bad: str) -> None:
    url = f"/api/v1/claims/{make_claim().pk}/evidence"
    answer = as_checker.post(url, ROW, headers={"Idempotency-Key": bad})
    assert answer.status_code == 400
    assert answer.json()["field"] == "Idempotency-Key"
    assert not Evidence.objects.exists()


def test_a_token_is_never_kept(as_checker: APIClient, fact_checker: User) -> None:
    as_checker.post("/api/v1/token", {"username": "checker", "password": "no"}, headers=key())
    assert not KeptAnswer.objects.exists()


def test_kept_answers_are_forgotten_after_a_day(as_checker: APIClient) -> None:
    url = f"/api/v1/claims/{make_claim().pk}/evidence"
    as_checker.post(url, ROW, headers=key())
    assert answers_forget() == 0
    old = timezone.now() - KEPT_FOR - datetime.timedelta(seconds=1)
    KeptAnswer.objects.update(created_at=old)
    assert answers_forget() == 1


def test_the_schema_names_the_header_where_it_counts(as_checker: APIClient) -> None:
    paths = as_checker.get("/api/v1/schema?format=json").content.decode()
    assert "Idempotency-Key" in paths
