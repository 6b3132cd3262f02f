"""The file of a report as an answer, for pages and the API alike."""

from __future__ import annotations

from django.http import FileResponse, HttpResponse

from factcheck.accounts.models import User
from reviews.exports.stored import stored_report
from reviews.models import Report
from reviews.services.reports import report_note_download


def report_file(report: Report, actor: User, method: str | None) -> HttpResponse | FileResponse:
    """Send the file of a report to `actor` and note it; to HEAD say only how large it is.

    Raises WrongState while there is none, or if it is gone.
    """
    stored = stored_report(report)
    answer = FileResponse(
        stored.file, as_attachment=True, filename=stored.name, content_type=stored.content_type
    )
    if method == "HEAD":
        stored.file.close()
        return HttpResponse(headers=answer.headers)
    report_note_download(report=report, actor=actor)
    return answer
