"""Saved reports: a wish under a name, its owner's or the desk's, built by itself if so set."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.utils import timezone

from factcheck.accounts.models import User
from factcheck.accounts.roles import Role
from factcheck.errors import InvalidInput, NotAllowed, WrongState
from reviews.domain.report_spec import ReportSpec
from reviews.models import Report, SavedReport
from reviews.services import saved_reports
from reviews.services.report_schedules import saved_report_schedule, saved_reports_make_due
from reviews.services.report_wishes import ReportWish
from reviews.services.saved_reports import (
    saved_report_build,
    saved_report_delete,
    saved_report_restore,
    saved_report_save,
)
from tests.audit import events_of

WISH = ReportWish(ReportSpec(time_zone="Asia/Jakarta"), "csv", period="last_week")
# A Monday, six in the morning in Jakarta.
DUE = datetime.datetime(2026, 3, 8, 23, tzinfo=datetime.UTC)


def save(owner: User, name: str = "Weekly", **changed: Any) -> SavedReport:
    return saved_report_save(actor=owner, name=name, wish=WISH, **changed)


def weekly(owner: User) -> SavedReport:
    """Return a saved report that was to be built on the Monday above."""
    saved = saved_report_schedule(
        saved=save(owner), actor=owner, repeat="weekly", hour=6, time_zone="Asia/Jakarta"
    )
    SavedReport.objects.update(next_due_at=DUE)
    return saved


def test_what_is_due_is_asked_for_once_in_its_owners_name_with_the_days_of_its_hour(
    editor: User,
) -> None:
    saved = weekly(editor)
    [report] = saved_reports_make_due()
    assert saved_reports_make_due() == []
    assert (report.requested_by, report.saved, report.title) == (editor, saved, "Weekly")
    # Seen from the hour it was due, not from whenever the sweep came: the week before that Monday.
    days = (report.spec["published_from"], report.spec["published_to"])
    assert days == ("2026-03-02", "2026-03-08")
    saved.refresh_from_db()
    assert saved.next_due_at is not None
    assert saved.next_due_at > timezone.now()
    assert events_of(saved) == ["saved_report.save", "saved_report.schedule"]


def test_a_report_whose_owner_may_not_ask_for_it_any_more_is_stopped_and_says_why(
    editor: User,
) -> None:
    saved = weekly(editor)
    editor.groups.filter(name=Role.EDITOR).delete()
    assert saved_reports_make_due() == []
    saved.refresh_from_db()
    assert (saved.next_due_at, saved.repeat) == (None, "")
    assert "editors and administrators" in saved.stopped_because
    assert events_of(saved)[-1] == "saved_report.stop"


def test_what_was_deleted_is_not_repeated_and_comes_back_without_its_schedule(
    editor: User,
) -> None:
    saved = weekly(editor)
    saved_report_delete(saved=saved, actor=editor)
    assert saved_reports_make_due() == []
    back = saved_report_restore(saved=saved, actor=editor)
    assert (back.deleted_at, back.next_due_at) == (None, None)


def test_a_deleted_one_is_built_only_once_it_is_back_and_there_is_room_for_it(
    editor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = save(editor)
    deleted = saved_report_delete(saved=saved, actor=editor)
    with pytest.raises(WrongState):
        saved_report_build(saved=deleted, actor=editor)
    save(editor, "Daily")
    monkeypatch.setattr(saved_reports, "MOST_SAVED", 1)
    with pytest.raises(InvalidInput) as refusal:
        saved_report_restore(saved=saved, actor=editor)
    assert refusal.value.code == "too_many"
    monkeypatch.setattr(saved_reports, "MOST_SAVED", 2)
    back = saved_report_restore(saved=saved, actor=editor)
    assert saved_report_restore(saved=back, actor=editor).deleted_at is None
    assert saved_report_build(saved=back, actor=editor).saved == saved
    assert events_of(saved)[1:] == ["saved_report.delete", "saved_report.restore"]


def test_a_shared_one_is_built_by_others_in_their_own_name(
    editor: User, second_editor: User
) -> None:
    shared, own = save(editor, is_shared=True), save(editor, "Mine")
    assert saved_report_build(saved=shared, actor=second_editor).requested_by == second_editor
    with pytest.raises(NotAllowed):
        saved_report_build(saved=own, actor=second_editor)
    with pytest.raises(NotAllowed):
        saved_report_delete(saved=shared, actor=second_editor)


def test_only_an_editor_shares_with_the_desk(administrator: User, fact_checker: User) -> None:
    assert save(administrator).owner == administrator
    with pytest.raises(NotAllowed):
        save(administrator, "Shared", is_shared=True)
    with pytest.raises(NotAllowed):
        save(fact_checker)


@pytest.mark.parametrize(
    ("field", "schedule"),
    [
        ("repeat", {"repeat": "hourly", "hour": 6, "time_zone": "UTC"}),
        ("hour", {"repeat": "daily", "hour": 24, "time_zone": "UTC"}),
        ("hour", {"repeat": "daily", "time_zone": "UTC"}),
        ("time_zone", {"repeat": "daily", "hour": 6, "time_zone": "Mars/Olympus"}),
    ],
)
def test_a_schedule_that_cannot_be_is_refused_by_field(
    editor: User, field: str, schedule: dict[str, Any]
) -> None:
    with pytest.raises(InvalidInput) as refusal:
        saved_report_schedule(saved=save(editor), actor=editor, **schedule)
    assert refusal.value.field == field


def test_a_name_is_asked_for_and_given_once(editor: User, second_editor: User) -> None:
    save(editor)
    for name in ("  ", "Weekly", "x" * 61):
        with pytest.raises(InvalidInput) as refusal:
            save(editor, name)
        assert refusal.value.field == "name"
    assert save(second_editor).name == "Weekly"
    assert not Report.objects.exists()
