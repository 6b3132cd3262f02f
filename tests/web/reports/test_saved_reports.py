"""A wish for a report kept under a name, built at a click or by itself."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from factcheck.accounts.models import User
from reviews.models import Report, SavedReport

pytestmark = pytest.mark.django_db
WISH = {"period": "last_week", "statuses": ["published"], "format": "csv", "language": "en"}


@pytest.fixture
def desk(client: Client, editor: User) -> Client:
    """A signed-in editor's browser."""
    client.force_login(editor)
    return client


def save(desk: Client, **changed: Any) -> SavedReport:
    answer = desk.post(reverse("report-save"), WISH | {"name": "Weekly"} | changed)
    assert answer.status_code == 302, answer.content.decode()
    return SavedReport.objects.latest("id")


def send(desk: Client, route: str, saved: SavedReport, **fields: Any) -> str:
    answer = desk.post(reverse(route, args=[saved.pk]), fields, follow=True)
    return answer.content.decode()


def test_a_wish_is_saved_and_built_and_filled_into_the_form_again(desk: Client) -> None:
    saved = save(desk, ratings=["false"])
    send(desk, "report-saved-build", saved)
    report = Report.objects.get()
    assert (report.saved, report.title) == (saved, "Weekly")
    assert report.spec["ratings"] == ["false"]
    form = desk.get(reverse("report-list"), {"saved": saved.pk}).content.decode()
    assert '<option value="last_week" selected>' in form


def test_a_saved_report_is_scheduled_and_the_schedule_ended(desk: Client) -> None:
    saved = save(desk)
    shown = send(
        desk, "report-saved-schedule", saved, repeat="weekly", hour="6", time_zone="Asia/Jakarta"
    )
    assert "every Monday, " in shown
    assert "06:00 Asia/Jakarta" in shown
    refused = send(
        desk, "report-saved-schedule", saved, repeat="weekly", hour="6", time_zone="Mars"
    )
    assert "This is no time zone" in refused
    send(desk, "report-saved-schedule", saved, repeat="", hour="6", time_zone="")
    assert SavedReport.objects.get().next_due_at is None


def test_a_deleted_one_can_be_brought_back(desk: Client) -> None:
    saved = save(desk)
    assert "Bring “Weekly” back" in send(desk, "report-saved-delete", saved)
    assert "None yet" in desk.get(reverse("report-list")).content.decode()
    assert "Weekly" in send(desk, "report-saved-restore", saved)


def test_a_name_that_is_missing_or_in_use_is_said_at_its_field(desk: Client) -> None:
    save(desk)
    for name, message in (("", "Write something here"), ("Weekly", "of this name already")):
        answer = desk.post(reverse("report-save"), WISH | {"name": name})
        assert (answer.status_code, message in answer.content.decode()) == (422, True)
