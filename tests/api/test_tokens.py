"""Tokens: made with a password, shown once, revoked, and not to be guessed."""

from __future__ import annotations

from rest_framework.test import APIClient

from factcheck.accounts.models import User
from factcheck.audit.models import AuditEvent
from tests.api.clients import JsonClient
from tests.factories import PASSWORD

TOKEN, CLAIMS = "/api/v1/token", "/api/v1/claims"


def log_in(client: APIClient, user: User, password: str = PASSWORD) -> tuple[int, str]:
    """Return the status, and the token or the code of the refusal."""
    answer = client.post(TOKEN, {"username": user.username, "password": password})
    return answer.status_code, answer.data.get("token") or answer.data["code"]


def signed_with(token: str) -> APIClient:
    client = JsonClient()
    client.credentials(HTTP_AUTHORIZATION=f"Token {token}")
    return client


def test_a_token_opens_the_api_until_it_is_revoked(fact_checker: User) -> None:
    status, token = log_in(JsonClient(), fact_checker)
    assert (status, signed_with(token).get(CLAIMS).status_code) == (201, 200)
    assert signed_with(token).delete(TOKEN).status_code == 204
    assert signed_with(token).get(CLAIMS).status_code == 401
    actions = AuditEvent.objects.order_by("id").values_list("action", flat=True)
    assert list(actions) == ["token.issue", "token.revoke"]


def test_a_token_that_no_database_can_hold_is_refused(db: None) -> None:
    assert signed_with("a\x00b").get(CLAIMS).status_code == 401


def test_a_new_token_replaces_the_old_one(fact_checker: User) -> None:
    _status, old = log_in(JsonClient(), fact_checker)
    _status, new = log_in(JsonClient(), fact_checker)
    assert signed_with(old).get(CLAIMS).status_code == 401
    assert signed_with(new).get(CLAIMS).status_code == 200


def test_a_person_without_a_role_gets_no_token(outsider: User) -> None:
    assert log_in(JsonClient(), outsider) == (403, "role")


def test_guessing_locks_the_name_also_for_the_right_password(fact_checker: User) -> None:
    client = JsonClient()
    statuses = [log_in(client, fact_checker, f"guess {number}")[0] for number in range(5)]
    assert statuses[0] == 401
    assert log_in(client, fact_checker) == (429, "locked_out")


def test_guessing_over_many_names_is_slowed(db: None) -> None:
    client = JsonClient()
    bodies = [{"username": f"name{number}", "password": "guess"} for number in range(21)]
    answers = [client.post(TOKEN, body) for body in bodies]
    assert [answers[19].status_code, answers[20].status_code] == [401, 429]
    assert answers[20].data["code"] == "throttled"


def test_a_header_made_up_by_the_guesser_slows_nothing_less(db: None) -> None:
    client = JsonClient()
    answers = [
        client.post(
            TOKEN,
            {"username": f"name{number}", "password": "guess"},
            headers={"X-Forwarded-For": f"203.0.113.{number}"},
        )
        for number in range(21)
    ]
    assert [answers[19].status_code, answers[20].status_code] == [401, 429]
