"""Reports: somebody asks, a worker builds, the file is whole or absent.

What a worker does is in report_building.py.
"""

from __future__ import annotations

import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from factcheck.accounts.models import User
from factcheck.audit.log import record
from factcheck.errors import WrongState
from reviews.exports.part_files import parts_delete
from reviews.models import Report, ReportStatus, SavedReport
from reviews.services.report_wishes import ReportWish, check_may_report, checked_wish

UNDER_WAY = (ReportStatus.WAITING, ReportStatus.BUILDING)
AGAIN = (ReportStatus.FAILED, ReportStatus.CANCELLED)


def report_request(
    *,
    actor: User,
    wish: ReportWish,
    saved: SavedReport | None = None,
    seen_at: datetime.datetime | None = None,
) -> Report:
    """Ask for a report on the verdicts as they stand now.

    A period is seen at `seen_at`, left out: now. Raises NotAllowed for all but editors and
    administrators, InvalidInput naming the field.
    """
    check_may_report(actor)
    checked = checked_wish(wish)
    now = timezone.now()
    with transaction.atomic():
        report = Report.objects.create(
            requested_by=actor,
            saved=saved,
            title=saved.name if saved else "",
            format=checked.format,
            spec=checked.spec_at(seen_at or now).to_json(),
            language=checked.language,
            as_of=now,
            due_at=now,
        )
        record(
            actor=actor,
            action="report.request",
            target=report,
            after={"format": report.format, "spec": report.spec, "saved": saved and saved.pk},
        )
    return report


def report_cancel(*, report: Report, actor: User) -> Report:
    """Stop a report that is not done; its worker notices with the next rows it writes.

    Whoever may ask for reports may cancel and retry all of them: they share one worker. Raises
    NotAllowed for everybody else, WrongState once it has ended.
    """
    check_may_report(actor)
    with transaction.atomic():
        locked = _locked(report)
        if locked.status not in UNDER_WAY:
            raise WrongState(_("This report has ended already. There is nothing to cancel."))
        report_end(locked, ReportStatus.CANCELLED)
        record(actor=actor, action="report.cancel", target=locked)
    return locked


def report_retry(*, report: Report, actor: User) -> Report:
    """Ask again for a report that failed or was cancelled, on the verdicts as they stand now."""
    check_may_report(actor)
    with transaction.atomic():
        locked = _locked(report)
        if locked.status not in AGAIN:
            raise WrongState(_("Only what failed or was cancelled is built again."))
        locked.status, locked.failure, locked.finished_at = ReportStatus.WAITING, "", None
        locked.as_of = locked.due_at = timezone.now()
        locked.total, locked.progress, locked.furthest, locked.attempts = None, 0, 0, 0
        locked.save()
        record(actor=actor, action="report.retry", target=locked)
    return locked


def report_note_download(*, report: Report, actor: User) -> None:
    """Record who was given the file. Raises NotAllowed for whoever may not have it."""
    check_may_report(actor)
    with transaction.atomic():
        record(
            actor=actor, action="report.download", target=report, after={"sha256": report.sha256}
        )


def report_end(report: Report, status: ReportStatus, failure: str = "") -> None:
    """End a locked report without a file; what was written of one is deleted on commit."""
    report.status, report.failure, report.finished_at = status, failure, timezone.now()
    report.token = report.due_at = None
    report.part, report.part_rows, report.part_after, report.part_bytes = "", 0, 0, 0
    report.save()
    pk = report.pk
    transaction.on_commit(lambda: parts_delete(pk))


def _locked(report: Report) -> Report:
    return Report.objects.select_for_update(no_key=True).get(pk=report.pk)
