"""Triage by program: orders for many items, undoing, the ledger, tags, rules, views, filters."""

from __future__ import annotations

from typing import Any

import pytest
from rest_framework.test import APIClient

from factcheck.accounts.models import User
from reviews.domain.dismissals import Why
from reviews.domain.states import State
from reviews.models import Dismissal, QueueItem, Tag
from reviews.services.dismissals import item_dismiss
from reviews.services.leases import lease_take
from tests.api.conftest import Signed
from tests.factories import make_claim, make_item


def bulk(client: APIClient, items: list[QueueItem], **order: Any) -> Any:
    return client.post("/api/v1/queue/bulk", {"items": [item.pk for item in items], **order})


def named_in(answer: Any) -> str:
    """Return the field a refusal is about."""
    return str(answer.data.get("field") or answer.data["errors"][0]["field"])


def test_items_are_dismissed_at_once_and_brought_back(
    as_checker: APIClient, second_checker: User
) -> None:
    free, held = make_item(), make_item()
    lease_take(item=held, actor=second_checker)
    answer = bulk(as_checker, [free, held], act="dismiss", why="opinion")
    assert answer.status_code == 201
    assert [row["item"] for row in answer.data["changes"]] == [free.pk]
    assert [(row["item"], row["code"]) for row in answer.data["refused"]] == [
        (held.pk, "holds_lease")
    ]
    batch = f"/api/v1/batches/{answer.data['id']}"
    undone = as_checker.post(f"{batch}/undo").data
    assert undone["undone_at"] is not None
    assert QueueItem.objects.get(pk=free.pk).state == State.QUEUED
    assert as_checker.get(batch).data == undone
    assert as_checker.post(f"{batch}/undo").status_code == 409


@pytest.mark.parametrize(
    ("order", "field"),
    [
        ({"act": "shred"}, "act"),
        ({"act": "dismiss", "why": "other"}, "note"),
        ({"act": "tag"}, "tag"),
        ({"act": "tag", "tag": "Nowhere"}, "tag"),
        ({"act": "assign", "assignee": "nobody-here"}, "assignee"),
        ({"act": "assign", "assignee": "outsider"}, "assignee"),
        ({"act": "snooze", "note": "Later."}, "until"),
        ({"act": "snooze", "note": "Later.", "until": "soon"}, "until"),
        ({"act": "tag", "tag": "a\x00b"}, "tag"),
        ({"act": "assign", "assignee": "\x00"}, "assignee"),
        ({"act": "boost", "points": 51, "note": "!"}, "points"),
        ({"act": "boost", "points": 5}, "note"),
    ],
)
def test_an_order_that_makes_no_sense_names_its_field(
    order: dict[str, Any], field: str, as_checker: APIClient, outsider: User
) -> None:
    answer = bulk(as_checker, [make_item()], **order)
    assert answer.status_code == 400
    assert named_in(answer) == field


@pytest.mark.parametrize(
    ("zone", "until"),
    [("Asia/Jakarta", "0001-01-01T00:00:00"), ("America/New_York", "9999-12-31T23:59:59")],
)
def test_a_time_that_is_no_day_of_utc_is_refused(
    zone: str, until: str, as_checker: APIClient, fact_checker: User
) -> None:
    User.objects.filter(pk=fact_checker.pk).update(time_zone=zone)
    answer = bulk(as_checker, [make_item()], act="snooze", note="Later.", until=until)
    assert answer.status_code == 400
    assert named_in(answer) == "until"


def test_the_queue_is_filtered_and_sorted_as_on_the_page(
    as_checker: APIClient, fact_checker: User, editor: User
) -> None:
    tag = Tag.objects.create(name="Budget", added_by=editor)
    rice = make_item(make_claim("Harga beras naik 12 persen.", language="id"), priority=10)
    port = make_item(make_claim("The port grew."), priority=40)
    bulk(as_checker, [rice], act="assign", assignee=fact_checker.username)
    bulk(as_checker, [rice], act="tag", tag="Budget")

    def found(query: str) -> list[int]:
        return [row["id"] for row in as_checker.get(f"/api/v1/queue?{query}").data["results"]]

    for query in ("language=id", "q=beras", "assignee=me", f"tag={tag.pk}", "sort=oldest&q=beras"):
        assert found(query) == [rice.pk], query
    assert found("min=35") == found("assignee=none") == [port.pk]
    assert found("sort=newest") == [port.pk, rice.pk]
    assert found("due=overdue") == found("conflict=1") == found("snoozed=1") == []
    assert found("due=nonsense&min=x&tag=x&sort=x") == [port.pk, rice.pk]
    row = as_checker.get("/api/v1/queue?tag=" + str(tag.pk)).data["results"][0]
    assert (row["assignee"], row["tags"]) == ("checker", ["Budget"])


def test_the_ledger_is_listed_and_looked_at_by_another(
    signed: Signed, fact_checker: User, second_checker: User, settings: Any
) -> None:
    settings.DISMISSAL_AUDIT_SHARE = 1.0
    item_dismiss(item=make_item(), actor=fact_checker, why=Why.SATIRE)
    line = Dismissal.objects.get()
    address = f"/api/v1/dismissals/{line.pk}"
    assert signed(fact_checker).post(f"{address}/confirm", {}).status_code == 403
    other = signed(second_checker)
    refused = other.post(f"{address}/overturn", {"note": " "})
    assert refused.status_code in {400, 409}
    looked = other.post(f"{address}/overturn", {"note": "It is a figure."}).data
    assert (looked["outcome"], looked["looked_by"]) == ("overturned", "second-checker")
    listed = other.get("/api/v1/dismissals?why=satire&outcome=overturned").data["results"]
    assert [row["id"] for row in listed] == [line.pk]


def test_a_claim_is_dismissed_with_a_kind_of_reason(as_checker: APIClient) -> None:
    item = make_item()
    address = f"/api/v1/queue/{item.pk}/dismiss"
    assert as_checker.post(address, {}).data["code"] == "gives_note"
    assert as_checker.post(address, {"why": "too_minor"}).data["state"] == "dismissed"
    assert Dismissal.objects.get().why == Why.TOO_MINOR


def test_tags_rules_and_views_are_set_and_ended(as_editor: APIClient) -> None:
    tag = as_editor.post("/api/v1/tags", {"name": "Rice", "colour": "amber"}).data
    assert as_editor.post("/api/v1/tags", {"name": "rice", "colour": "red"}).status_code == 400
    assert [row["name"] for row in as_editor.get("/api/v1/tags").data] == ["Rice"]
    assert as_editor.post(f"/api/v1/tags/{tag['id']}/retire").data["retired_at"] is not None

    said = {"trait": "word", "value": "rice", "points": 5, "reason": "A series."}
    rule = as_editor.post("/api/v1/rules", said).data
    assert as_editor.post("/api/v1/rules", said).data["field"] == "value"
    as_editor.post(f"/api/v1/rules/{rule['id']}/end")
    assert as_editor.get("/api/v1/rules").data == []

    view = as_editor.post("/api/v1/views", {"name": "Rice", "query": "q=rice"}).data
    renamed = as_editor.patch(f"/api/v1/views/{view['id']}", {"name": "Beras"}).data
    assert (renamed["name"], renamed["query"]) == ("Beras", "q=rice")
    assert as_editor.delete(f"/api/v1/views/{view['id']}").status_code == 204
    assert as_editor.get("/api/v1/views").data == []


def test_orders_and_undoing_sent_again_with_their_key_are_done_once(as_checker: APIClient) -> None:
    order = {"items": [make_item().pk], "act": "dismiss", "why": "opinion"}
    headers = {"Idempotency-Key": "one-batch"}
    first, again = (as_checker.post("/api/v1/queue/bulk", order, headers=headers) for _ in "12")
    assert (first.status_code, again.status_code) == (201, 201)
    assert again.data == first.data
    assert "Idempotent-Replayed" not in first.headers
    assert again.headers["Idempotent-Replayed"] == "true"
    other = as_checker.post("/api/v1/queue/bulk", order | {"why": "satire"}, headers=headers)
    assert (other.status_code, other.data["code"]) == (422, "key_reused")
    undo = f"/api/v1/batches/{first.data['id']}/undo"
    undone, again = (as_checker.post(undo, headers=headers) for _ in "12")
    assert (undone.status_code, again.status_code) == (200, 200)
    assert again.data == undone.data
