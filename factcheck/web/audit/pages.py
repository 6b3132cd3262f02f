"""The audit log on screen and as a file."""

from __future__ import annotations

from pathlib import Path

from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from factcheck.accounts.roles import OVERSEERS, Role
from factcheck.audit import verify_export
from factcheck.audit.export import export_lines
from factcheck.audit.reading import audit_page, last_verification
from factcheck.web.audit.filters import AuditFilterForm, targets_of
from factcheck.web.audit.rows import audit_rows
from factcheck.web.paging import with_before
from factcheck.web.permissions import desk, person
from reviews.selectors.secret_events import secret_events


@desk(*OVERSEERS)
@require_safe
def audit(request: HttpRequest) -> HttpResponse:
    """Show the events that fit the filters of the address, newest first."""
    form = AuditFilterForm(request.GET)
    targets = targets_of(request.GET)
    page = audit_page(form.search(targets))
    next_page = with_before(request.GET, page.next_before) if page.next_before else ""
    context = {
        "form": form,
        "targets": targets,
        "rows": audit_rows(page.events, person(request)),
        "next_page": next_page,
        "is_newest": "before" not in request.GET,
        "newest": with_before(request.GET, None),
        "verification": last_verification(),
    }
    return render(request, "web/audit.html", context)


@desk(Role.ADMINISTRATOR)
@require_safe
def audit_export(request: HttpRequest) -> StreamingHttpResponse:
    """Send the log, or the extract about the things asked for, as JSON Lines.

    What the page would hide from its reader is left out but for its digest: the file is whole.
    """
    reader = person(request)
    lines = export_lines(
        targets=targets_of(request.GET), secret=lambda events: secret_events(events, reader)
    )
    return StreamingHttpResponse(
        lines,
        content_type="application/jsonl; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="audit.jsonl"'},
    )


@desk(*OVERSEERS)
@require_safe
def audit_script(_request: HttpRequest) -> FileResponse:
    """Send the script with which anybody can check an export."""
    script = Path(verify_export.__file__)
    return FileResponse(script.open("rb"), as_attachment=True, content_type="text/x-python")
