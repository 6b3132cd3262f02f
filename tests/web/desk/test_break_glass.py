"""The page on which an administrator forces a move, and the notice everybody sees after it."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from factcheck.accounts.models import User
from reviews.domain.states import State
from reviews.models import QueueItem
from reviews.selectors.contents import verdict_hash
from reviews.services.leases import lease_take
from tests.audit import powerless_guards, tamper
from tests.factories import make_evidence, make_item
from tests.walks import drafted_verdict
from tests.web.desk.conftest import LogIn

WHY = "Her train stands in the snow."


@pytest.fixture
def held(fact_checker: User) -> QueueItem:
    """An item that a fact-checker holds."""
    item = make_item()
    lease_take(item=item, actor=fact_checker)
    return item


def force(client: Client, item: QueueItem, **changed: str) -> int:
    fields = {"move": "force_release", "note": WHY, "confirmed": "on"} | changed
    sent = {name: value for name, value in fields.items() if value}
    return client.post(reverse("item-break-glass", args=[item.pk]), sent).status_code


def state(item: QueueItem) -> str:
    return QueueItem.objects.get(pk=item.pk).state


def page(client: Client, name: str, *ids: int) -> str:
    return client.get(reverse(name, args=ids)).content.decode()


def test_only_an_administrator_sees_the_button(
    held: QueueItem, administrator: User, editor: User, log_in: LogIn
) -> None:
    address = reverse("item-break-glass", args=[held.pk])
    assert address in page(log_in(administrator), "workspace", held.pk)
    assert address not in page(log_in(editor), "workspace", held.pk)


def test_there_is_no_button_where_nothing_can_be_forced(administrator: User, log_in: LogIn) -> None:
    waiting = make_item()
    client = log_in(administrator)
    assert reverse("item-break-glass", args=[waiting.pk]) not in page(
        client, "workspace", waiting.pk
    )
    assert "Nothing can be forced" in page(client, "item-break-glass", waiting.pk)


def test_a_confirmed_move_is_made(held: QueueItem, administrator: User, log_in: LogIn) -> None:
    assert force(log_in(administrator), held) == 302
    assert state(held) == State.QUEUED


@pytest.mark.parametrize(
    "changed", [{"confirmed": ""}, {"note": ""}, {"move": "force_publish"}, {"move": "take"}]
)
def test_nothing_is_forced_that_is_not_open_confirmed_and_explained(
    changed: dict[str, str], held: QueueItem, administrator: User, log_in: LogIn
) -> None:
    assert force(log_in(administrator), held, **changed) == 422
    assert state(held) == State.IN_REVIEW


def test_a_verdict_is_published_as_the_page_showed_it(
    administrator: User, fact_checker: User, log_in: LogIn
) -> None:
    draft = drafted_verdict(fact_checker)
    client = log_in(administrator)
    shown = page(client, "item-break-glass", draft.item_id)
    assert draft.summary in shown
    seen = shown.split('name="seen_hash" value="')[1][:64]
    make_evidence(draft.claim, fact_checker)
    asked = {"move": "force_publish", "seen_hash": seen}
    assert force(client, draft.item, **asked) == 409
    asked["seen_hash"] = verdict_hash(draft)
    assert force(client, draft.item, **asked) == 302
    assert state(draft.item) == State.PUBLISHED


def test_a_note_that_cannot_be_kept_is_refused_and_stays_typed(
    held: QueueItem, administrator: User, log_in: LogIn
) -> None:
    assert force(log_in(administrator), held, note="nul\x00") == 422
    assert state(held) == State.IN_REVIEW


def test_everybody_at_the_desk_reads_of_it_for_a_week(
    held: QueueItem, administrator: User, second_checker: User, log_in: LogIn
) -> None:
    force(log_in(administrator), held)
    reader = log_in(second_checker)
    for text in (page(reader, "queue"), page(reader, "workspace", held.pk)):
        assert WHY in text
        assert administrator.username in text
    assert WHY not in page(reader, "workspace", make_item().pk)


@pytest.mark.parametrize(("hours", "is_shown"), [(-1, True), (1, False)])
def test_the_notice_ends_after_a_week(
    hours: int, is_shown: bool, held: QueueItem, administrator: User, log_in: LogIn
) -> None:
    client = log_in(administrator)
    force(client, held)
    powerless_guards()
    moment = "UPDATE audit_auditevent SET at = at - interval '7 days' - %s * interval '1 hour'"
    tamper(moment, hours)
    assert (WHY in page(client, "queue")) == is_shown


def test_a_hostile_reason_stays_text(held: QueueItem, administrator: User, log_in: LogIn) -> None:
    client = log_in(administrator)
    force(client, held, note="<script>alert(1)</script>")
    assert "<script>alert(1)" not in page(client, "queue")
