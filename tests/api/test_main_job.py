"""The whole job by HTTP: an article in, a claim reviewed, a verdict signed off, a report out."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from rest_framework.test import APIClient

from factcheck import flow
from factcheck.accounts.models import User
from reviews.models import Report
from tests.api.conftest import Signed

API = "/api/v1"
STORY = (
    "The port of Tanjung Lestari handled 4.2 million containers in 2025, harbour director "
    "Rina Wijaya said on Monday. The city built its first lighthouse on the western pier. "
    "Weather was calm."
)


@pytest.fixture
def received(as_checker: APIClient) -> dict[str, Any]:
    """An article that came in by HTTP and went its way."""
    response = as_checker.post(
        f"{API}/articles",
        {"text": STORY, "outlet": "Harbour Gazette", "url": "https://gazette.example/containers"},
    )
    assert response.status_code == 201, response.data
    while as_checker.get(f"{API}/articles/{response.data['id']}").data["stage"] != "done":
        flow.advance(response.data["id"])
    return dict(response.data)


@pytest.fixture
def lease(received: dict[str, Any], as_checker: APIClient) -> dict[str, Any]:
    """The hold of the fact-checker on the first claim of the queue."""
    return dict(as_checker.post(f"{API}/queue/take-next").data)


def reviewed(client: APIClient, lease: dict[str, Any]) -> dict[str, Any]:
    """Add evidence, save a draft, submit; return the item."""
    item, claim = lease["item"]["id"], lease["item"]["claim"]["id"]
    evidence = client.post(
        f"{API}/claims/{claim}/evidence",
        {
            "url": "https://statistics.example/ports",
            "publisher": "Bureau of Statistics",
            "stance": "against",
            "kind": "primary",
            "quote": "Tanjung Lestari: 3.1 million containers",
        },
    ).data
    text = {
        "token": lease["token"],
        "rating": "mostly-false",
        "summary": "The port handled 3.1 million containers.",
        "rationale": "The yearly table of the bureau gives the lower number.",
        "evidence": [evidence["id"]],
    }
    draft = client.put(f"{API}/queue/{item}/review", text | {"based_on": 0})
    assert draft.status_code == 200, draft.data
    done = client.post(f"{API}/queue/{item}/review/submit", text | {"based_on": 1})
    assert done.status_code == 200, done.data
    return dict(client.get(f"{API}/queue/{item}").data)


def test_an_article_becomes_a_claim_with_its_words_where_they_stand(
    received: dict[str, Any], as_checker: APIClient
) -> None:
    claims = as_checker.get(f"{API}/claims").data["results"]
    claim = as_checker.get(f"{API}/claims/{claims[-1]['id']}").data
    appearance = claim["appearances"][0]
    text = as_checker.get(f"{API}/articles/{received['id']}").data["text"]
    assert text[appearance["start"] : appearance["end"]] == claim["text"]
    assert appearance["article"]["outlet"] == "Harbour Gazette"
    assert claim["queue_item"]["state"] == "queued"


def test_the_same_text_again_is_a_duplicate(
    received: dict[str, Any], as_checker: APIClient
) -> None:
    again = as_checker.post(f"{API}/articles", {"text": STORY})
    assert (again.status_code, again.data["duplicate"]) == (200, True)
    assert again.data["id"] == received["id"]


def answered(client: APIClient, claim: int) -> None:
    """Ask the one the claim quotes for comment, and note what she said."""
    asked = client.post(
        f"{API}/claims/{claim}/replies",
        {"name": "Rina Wijaya", "question": "Where is the figure from?", "channel": "email"},
    )
    assert asked.status_code == 201, asked.data
    answer = {"based_on": 1, "outcome": "answered", "answer": "The figure counts empty boxes."}
    noted = client.post(f"{API}/replies/{asked.data['id']}/outcome", answer)
    assert noted.data["version"] == 2, noted.data


def test_a_claim_goes_from_review_to_a_report(
    lease: dict[str, Any],
    signed: Signed,
    fact_checker: User,
    second_checker: User,
    editor: User,
) -> None:
    item = reviewed(signed(fact_checker), lease)
    if item["state"] == "second_review":
        taken = signed(second_checker).post(f"{API}/queue/{item['id']}/take").data
        item = submitted_again(signed(second_checker), taken)
    as_editor = signed(editor)
    answered(signed(fact_checker), item["claim"]["id"])
    verdict = as_editor.get(f"{API}/verdicts/{item['verdict']}").data

    signed_off = as_editor.post(
        f"{API}/verdicts/{verdict['id']}/sign-off",
        {"hash": verdict["hash"], "one_origin_reason": "Nobody else counts."},
    )
    published = as_editor.post(f"{API}/verdicts/{verdict['id']}/publish")

    assert (signed_off.status_code, published.status_code) == (200, 200)
    assert published.data["status"] == "published"
    assert published.data["evidence"][0]["publisher"] == "Bureau of Statistics"
    assert published.data["replies"][0]["text"] == "The figure counts empty boxes."
    assert file_of_report(as_editor, published.data["published_at"][:10]).count(b"\n") >= 2


def submitted_again(client: APIClient, lease: dict[str, Any]) -> dict[str, Any]:
    """Submit an agreeing review; return the item."""
    item = lease["item"]["id"]
    client.post(
        f"{API}/queue/{item}/review/submit",
        {
            "token": lease["token"],
            "based_on": 0,
            "rating": "mostly-false",
            "summary": "Too high.",
            "rationale": "I read the same table.",
        },
    )
    return dict(client.get(f"{API}/queue/{item}").data)


def file_of_report(client: APIClient, day: str) -> bytes:
    """Ask for a report on one day, have it built, and return its file."""
    spec = {"published_from": day, "published_to": day}
    report = client.post(f"{API}/reports", {"format": "csv", "spec": spec}).data
    early = client.get(f"{API}/reports/{report['id']}/download")
    assert (early.status_code, early.data["code"]) == (409, "wrong_state")
    flow.build_report(report["id"])
    response: Any = client.get(f"{API}/reports/{report['id']}/download")
    file = bytes(response.getvalue())
    assert hashlib.sha256(file).hexdigest() == Report.objects.get(pk=report["id"]).sha256
    return file


def test_a_stale_draft_is_refused_with_what_is_stored(
    lease: dict[str, Any], as_checker: APIClient
) -> None:
    path = f"{API}/queue/{lease['item']['id']}/review"
    as_checker.put(path, {"token": lease["token"], "based_on": 0, "summary": "First."})
    stale = as_checker.put(path, {"token": lease["token"], "based_on": 0, "summary": "Second."})
    assert (stale.status_code, stale.data["code"]) == (409, "stale")
    assert stale.data["current"]["summary"] == "First."
    assert stale.data["differences"] == [
        {"field": "summary", "typed": "Second.", "stored": "First."}
    ]
    assert stale.data["saved_by"]
    assert stale.data["saved_at"]


def test_an_article_comes_in_as_a_file_too(as_checker: APIClient) -> None:
    page = "<html><meta charset=gbk><article><p>港口去年处理了四百万个集装箱。</p></article></html>"
    file = as_checker.post(
        f"{API}/articles",
        {"file": SimpleUploadedFile("p.html", page.encode("gbk"))},
        format="multipart",
    )
    assert file.status_code == 201, file.data
    as_json = as_checker.post(f"{API}/articles", {"html": page})
    assert (as_json.status_code, as_json.data["id"]) == (200, file.data["id"])
