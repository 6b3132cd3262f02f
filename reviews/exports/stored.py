"""The file of a report that was built, ready to be sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import IO, Any

from django.core.files.storage import default_storage
from django.utils.translation import gettext as _

from factcheck.errors import WrongState
from reviews.domain.report_spec import ReportSpec
from reviews.exports.files import CONTENT_TYPES, EXTENSIONS
from reviews.models import Report, ReportFormat, ReportStatus


@dataclass(frozen=True, slots=True)
class StoredReport:
    """The open file, the name under which it is saved, and its media type."""

    file: IO[Any]
    name: str
    content_type: str


def stored_report(report: Report) -> StoredReport:
    """Open the file of `report`. Raises WrongState while there is none, or if it is gone."""
    if report.status == ReportStatus.EXPIRED:
        message = _("The file of this report was deleted when its time was over. Ask for it again.")
        raise WrongState(message, code="expired")
    if report.status != ReportStatus.DONE:
        raise WrongState(_("This report is not built yet. Ask again soon."))
    format = ReportFormat(report.format)
    try:
        file = default_storage.open(report.file)
    except FileNotFoundError as error:
        message = _("The file of this report is gone. Ask for the report again.")
        raise WrongState(message, code="file_gone") from error
    return StoredReport(file, f"{_name(report)}.{EXTENSIONS[format]}", CONTENT_TYPES[format])


def _name(report: Report) -> str:
    """Return a name that tells the files of a folder apart: the days, else the number."""
    spec = ReportSpec.from_json(report.spec)
    days = [str(day) for day in (spec.published_from, spec.published_to) if day]
    return "-".join(["verdicts", *days] if days else ["verdicts", str(report.pk)])
