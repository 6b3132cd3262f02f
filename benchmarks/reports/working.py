"""A report built as the product builds it: by a Celery worker of the queue for long work."""

from __future__ import annotations

import time

from django.contrib.auth.models import Group

from benchmarks.push.workers import Workers
from factcheck.accounts.models import User
from factcheck.accounts.roles import Role
from factcheck.flow import request_report
from reviews.domain.report_spec import ReportSpec
from reviews.models import Report, ReportStatus
from reviews.services.report_wishes import ReportWish

PATIENCE = 600.0  # seconds
ENDED = (ReportStatus.DONE, ReportStatus.FAILED, ReportStatus.CANCELLED)


def worker_mebibytes(format_name: str) -> float:
    """Return the most memory (resident, MiB) the process that built a report of all ever had."""
    report = request_report(actor=_editor(), wish=ReportWish(ReportSpec(), format_name))
    worker = Workers(1, queue="long")
    try:
        end = time.monotonic() + PATIENCE
        while (status := Report.objects.get(pk=report.pk).status) not in ENDED:
            assert time.monotonic() < end, "the report is not built"
            time.sleep(0.2)
        assert status == ReportStatus.DONE, status
        worker.note_memory()
    finally:
        worker.stop()
    return worker.peak_mebibytes


def _editor() -> User:
    editor, _is_new = User.objects.get_or_create(username="editor")
    editor.groups.add(Group.objects.get(name=Role.EDITOR))
    return editor
