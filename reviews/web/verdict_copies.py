"""The copies that a verdict rests on, as a file for an archive."""

from __future__ import annotations

from tempfile import TemporaryFile

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from factcheck.accounts.roles import Role
from factcheck.web.permissions import desk, person
from reviews.exports.warc import write_warc
from reviews.selectors.vault import verdict_copies, verdict_urls
from reviews.selectors.verdicts import verdicts_readable_by


@desk(Role.EDITOR)
@require_GET
def verdict_warc(request: HttpRequest, verdict_id: int) -> HttpResponse | FileResponse:
    """Send the copies as one WARC file to whoever may read the verdict; to others there is none.

    One that lacks copies says so in its name, and names them at its end.
    """
    verdict = get_object_or_404(verdicts_readable_by(person(request)), pk=verdict_id)
    file = TemporaryFile()  # noqa: SIM115 (the answer closes it once it is sent)
    copies = verdict_copies(verdict).defer("text").order_by("pk")
    left_out = write_warc(copies, file, urls=verdict_urls(verdict))
    file.seek(0)
    whole = "-incomplete" if left_out else ""
    name = f"verdict-{verdict.claim_id}-v{verdict.version}{whole}.warc"
    return FileResponse(file, as_attachment=True, filename=name, content_type="application/warc")
