"""Two sweeps at once, as beat and a restarted beat make them: a report that is due is made once."""

from __future__ import annotations

import datetime

from django.utils import timezone

from factcheck.accounts.models import User
from reviews.domain.report_spec import ReportSpec
from reviews.models import Report, SavedReport
from reviews.services.report_schedules import saved_report_schedule, saved_reports_make_due
from reviews.services.report_wishes import ReportWish
from reviews.services.saved_reports import saved_report_save
from tests.concurrency.threads import at_once

HOUR = datetime.timedelta(hours=1)


def test_a_report_that_is_due_is_made_once_by_eight_sweeps_at_once(editor: User) -> None:
    wish = ReportWish(ReportSpec(), "csv", period="last_week")
    saved = saved_report_save(actor=editor, name="Weekly", wish=wish)
    saved_report_schedule(saved=saved, actor=editor, repeat="weekly", hour=6, time_zone="UTC")
    SavedReport.objects.update(next_due_at=timezone.now() - HOUR)
    made = at_once([saved_reports_make_due] * 8)
    assert sorted(len(reports) for reports in made if isinstance(reports, list)) == [0] * 7 + [1]
    assert Report.objects.get().saved == saved
    due = SavedReport.objects.get().next_due_at
    assert due is not None
    assert due > timezone.now()
