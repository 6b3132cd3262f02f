"""Many rows with one click: what was done, what was refused, the way back, and one's place."""

from __future__ import annotations

import datetime
import html
import re

import pytest
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from factcheck.accounts.models import User
from reviews.domain.states import State
from reviews.models import QueueItem, Tag, TriageBatch
from reviews.services.leases import lease_take
from tests.factories import make_item
from tests.web.desk.conftest import LogIn


def bulk(client: Client, items: list[QueueItem], **order: object) -> HttpResponseBase:
    """Send the bar's form and return the page it leads to."""
    data = {"items": [item.pk for item in items], **order}
    return client.post(reverse("queue-bulk"), data, follow=True)


def text_of(page: HttpResponseBase) -> str:
    text = page.getvalue().decode()
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())


def states(*items: QueueItem) -> list[str]:
    return [QueueItem.objects.get(pk=item.pk).state for item in items]


def test_the_chosen_rows_are_dismissed_and_the_page_tells_of_the_refused_one(
    fact_checker: User, second_checker: User, log_in: LogIn
) -> None:
    free, held, other = make_item(), make_item(), make_item()
    lease_take(item=held, actor=second_checker)
    page = bulk(log_in(fact_checker), [free, held], act="dismiss", why="opinion")
    assert states(free, held, other) == [State.DISMISSED, State.IN_REVIEW, State.QUEUED]
    told = text_of(page)
    assert "1 claim dismissed." in told
    assert "1 claim was left as it is" in told
    assert f"#{held.pk} : You do not hold this claim any more." in told


def test_undoing_from_the_page_brings_the_rows_back(fact_checker: User, log_in: LogIn) -> None:
    items, client = [make_item(), make_item()], log_in(fact_checker)
    bulk(client, items, act="dismiss", why="satire")
    batch = TriageBatch.objects.get()
    page = client.post(reverse("queue-undo", args=[batch.pk]), follow=True)
    assert states(*items) == [State.QUEUED, State.QUEUED]
    assert "Undone: dismissed." in text_of(page)
    again = client.post(reverse("queue-undo", args=[batch.pk]), follow=True)
    assert "This was undone already." in text_of(again)


def test_the_list_comes_back_filtered_and_at_its_place(fact_checker: User, log_in: LogIn) -> None:
    item = make_item()
    answer = log_in(fact_checker).post(
        reverse("queue-bulk"),
        {
            "items": [item.pk], "act": "assign", "assignee": fact_checker.pk,
            "query": "language=en&after=7&batch=3",
        },
    )  # fmt: skip
    batch = TriageBatch.objects.get()
    assert answer["Location"] == f"{reverse('queue')}?language=en&after=7&batch={batch.pk}"


@pytest.mark.parametrize(
    ("order", "message"),
    [
        ({"act": "shred"}, "Select a valid choice"),
        ({"act": "dismiss", "why": "other"}, "Say in words why"),
        ({"act": "dismiss", "why": "boring"}, "Select a valid choice"),
        ({"act": "snooze", "note": "Later.", "until": "2020-01-01"}, "Choose a day after today"),
        ({"act": "snooze", "note": "Later.", "until": "tomorrow"}, "Enter a valid date"),
        ({"act": "snooze", "until": "2020-01-01"}, "Give a reason."),
        ({"act": "tag"}, "Choose a tag."),
        ({"act": "tag", "tag": "1000000000"}, "Select a valid choice"),
        ({"act": "boost", "points": "99", "note": "!"}, "less than or equal to 50"),
        ({"act": "boost", "points": "9"}, "Give a reason."),
        ({"act": "assign", "assignee": "1000000000"}, "Select a valid choice"),
    ],
)
def test_an_order_that_makes_no_sense_changes_nothing_and_says_why(
    order: dict[str, str], message: str, fact_checker: User, log_in: LogIn
) -> None:
    item = make_item()
    page = bulk(log_in(fact_checker), [item], **order)
    assert message in text_of(page)
    assert states(item) == [State.QUEUED]


def test_no_row_chosen_is_said(fact_checker: User, log_in: LogIn) -> None:
    page = bulk(log_in(fact_checker), [], act="dismiss", why="opinion")
    assert "Choose between 1 and 200 rows." in text_of(page)


@pytest.mark.parametrize("rows", [["x"], ["9" * 5000], ["0"], ["\x00"]])
def test_rows_that_are_none_break_nothing(
    rows: list[str], fact_checker: User, log_in: LogIn
) -> None:
    data = {"items": rows, "act": "dismiss", "why": "opinion", "query": "\x00&&=%00"}
    answer = log_in(fact_checker).post(reverse("queue-bulk"), data, follow=True)
    assert answer.status_code == 200


def test_each_act_can_be_ordered_from_the_bar(
    editor: User, fact_checker: User, log_in: LogIn
) -> None:
    tag = Tag.objects.create(name="Budget", added_by=editor)
    item, client = make_item(), log_in(editor)
    soon = timezone.localdate() + datetime.timedelta(days=3)
    bulk(client, [item], act="assign", assignee=fact_checker.pk)
    bulk(client, [item], act="tag", tag=tag.pk)
    bulk(client, [item], act="boost", points=9, note="On every page.")
    bulk(client, [item], act="snooze", until=soon.isoformat(), note="The table is due.")
    row = QueueItem.objects.get()
    assert (row.assignee, row.boost, row.item_tags.get().tag) == (fact_checker, 9, tag)
    assert row.snoozed_until is not None
    bulk(client, [item], act="wake")
    bulk(client, [item], act="untag", tag=tag.pk)
    row = QueueItem.objects.get()
    assert (row.snoozed_until, row.item_tags.count()) == (None, 0)


def test_an_administrator_sees_the_list_and_no_bar(administrator: User, log_in: LogIn) -> None:
    item, client = make_item(), log_in(administrator)
    assert b'id="bulk"' not in client.get(reverse("queue")).content
    page = bulk(client, [item], act="dismiss", why="opinion")
    assert "Your role may not do this" in text_of(page)
    assert states(item) == [State.QUEUED]


def test_what_another_did_is_not_shown_and_not_undone(
    fact_checker: User, second_checker: User, log_in: LogIn
) -> None:
    item = make_item()
    bulk(log_in(fact_checker), [item], act="dismiss", why="opinion")
    batch = TriageBatch.objects.get()
    page = log_in(second_checker).post(reverse("queue-undo", args=[batch.pk]), follow=True)
    assert "Only whoever did this, or an editor, can undo it." in text_of(page)
    assert "1 claim dismissed." not in text_of(page)
    assert states(item) == [State.DISMISSED]


def test_a_form_clicked_twice_is_one_batch_and_undone_once(
    fact_checker: User, log_in: LogIn
) -> None:
    item, client = make_item(), log_in(fact_checker)
    assert b'name="form_key"' in client.get(reverse("queue")).content
    order = {"act": "dismiss", "why": "opinion", "form_key": "one-page"}
    pages = [text_of(bulk(client, [item], **order)) for _ in range(2)]
    assert all("1 claim dismissed." in page for page in pages)
    assert "it was not done twice" in pages[1]
    batch = TriageBatch.objects.get()
    undo = reverse("queue-undo", args=[batch.pk])
    for _click in range(2):
        page = client.post(undo, {"form_key": "the-toast"}, follow=True)
        assert "Undone: dismissed." in text_of(page)
        assert "This was undone already." not in text_of(page)


def test_the_bar_gets_a_new_key_with_each_answer_so_that_an_order_can_be_given_again(
    fact_checker: User, log_in: LogIn
) -> None:
    client = log_in(fact_checker)
    pages = [bulk(client, [make_item()], act="dismiss", why="opinion") for _ in range(2)]
    keys = [re.search(r'id="bulk-key" hidden>(.+?)</span>', p.getvalue().decode()) for p in pages]
    assert len({found[1] for found in keys if found}) == 2
    # The bar is not in the list that is replaced; applying and undoing both renew its key.
    assert pages[0].getvalue().decode().count(",#bulk-key") == 2
