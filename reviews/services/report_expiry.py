"""Files of reports are kept for as many days as settings say; who asked for what stays."""

from __future__ import annotations

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from factcheck.audit.log import record
from reviews.exports.part_files import part_delete, parts_by_report
from reviews.models import Report, ReportStatus
from reviews.services.reports import UNDER_WAY

AT_ONCE = 500


def reports_expire() -> int:
    """Delete the files whose time is over, and parts nobody writes any more; return how many."""
    over = Report.objects.filter(status=ReportStatus.DONE, expires_at__lte=timezone.now())
    expired = [_expire(pk) for pk in over.order_by("pk").values_list("pk", flat=True)[:AT_ONCE]]
    _sweep_parts()
    return sum(expired)


def _sweep_parts() -> None:
    """Delete the parts of reports that have ended, by name.

    A report may be done by the time the database is asked: its part is its file then.
    """
    parts = parts_by_report()
    under_way = Report.objects.filter(pk__in=parts, status__in=UNDER_WAY)
    for report_id in parts.keys() - set(under_way.values_list("pk", flat=True)):
        for part in parts[report_id]:
            part_delete(part)


def _expire(report_id: int) -> bool:
    """Delete one file. First that, then the row: a sweep that is cut is made good by the next."""
    with transaction.atomic():
        done = Report.objects.filter(pk=report_id, status=ReportStatus.DONE)
        report = done.select_for_update(no_key=True, skip_locked=True).first()
        if report is None:
            return False
        default_storage.delete(report.file)
        report.status, report.file = ReportStatus.EXPIRED, ""
        report.save(update_fields=["status", "file"])
        record(actor=None, action="report.expire", target=report)
    return True
