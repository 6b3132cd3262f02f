"""Clarifying a claim in the workspace: two editors at once see what differs."""

from __future__ import annotations

from django.urls import reverse

from factcheck.accounts.models import User
from reviews.models import QueueItem
from tests.web.desk.conftest import LogIn


def sent(wording: str, based_on: str = "") -> dict[str, str]:
    return {"clarify-clarified": wording, "clarify-based_on": based_on}


def test_a_stale_wording_is_refused_shown_and_can_be_saved_after_comparing(
    item: QueueItem, editor: User, second_editor: User, log_in: LogIn
) -> None:
    client, url = log_in(editor), reverse("item-clarify", args=[item.pk])
    assert log_in(second_editor).post(url, sent("In the year 2024.")).status_code == 302
    answer = client.post(url, sent("In the year 2025."))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "In the year <del>2024</del><ins>2025</ins>." in page
    assert f"Saved by {second_editor.shown_name}" in page
    assert "In the year 2025.</textarea>" in page
    mine = sent("In the year 2025.") | {"clarify-overwrite": "In the year 2024."}
    assert client.post(url, mine).status_code == 302
    item.claim.refresh_from_db()
    assert item.claim.clarified == "In the year 2025."


def test_only_editors_are_offered_it(
    item: QueueItem, fact_checker: User, editor: User, log_in: LogIn
) -> None:
    url, page = reverse("item-clarify", args=[item.pk]), reverse("workspace", args=[item.pk])
    assert url in log_in(editor).get(page).content.decode()
    assert url not in log_in(fact_checker).get(page).content.decode()
    assert log_in(fact_checker).post(url, sent("In 2024.")).status_code == 403
