"""Files of reports are kept for as many days as settings say; who asked for what stays."""

from __future__ import annotations

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from factcheck.audit.log import record
from reviews.exports.part_files import parts_delete, parts_of
from reviews.models import Report, ReportStatus
from reviews.services.reports import UNDER_WAY

AT_ONCE = 500


def reports_expire() -> int:
    """Delete the files whose time is over, and parts nobody writes any more; return how many."""
    over = Report.objects.filter(status=ReportStatus.DONE, expires_at__lte=timezone.now())
    expired = [_expire(pk) for pk in over.order_by("pk").values_list("pk", flat=True)[:AT_ONCE]]
    parts = parts_of()
    for report_id in parts.difference(_under_way(parts)):
        parts_delete(report_id)
    return sum(expired)


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


def _under_way(report_ids: set[int]) -> set[int]:
    reports = Report.objects.filter(pk__in=report_ids, status__in=UNDER_WAY)
    return set(reports.values_list("pk", flat=True))
