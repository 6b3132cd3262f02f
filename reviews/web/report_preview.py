"""The first rows of a report and how many it has, before anybody waits for it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from factcheck.accounts.roles import OVERSEERS
from factcheck.web.permissions import desk
from reviews.exports.cells import cell_text
from reviews.exports.documents.filters import period_in_words
from reviews.selectors.report_rows import ReportRows, report_count
from reviews.services.report_wishes import ReportWish
from reviews.web.report_form import ReportForm

SHOWN = 10


@desk(*OVERSEERS)
@require_safe
def report_preview(request: HttpRequest) -> HttpResponse:
    """Show what the filters of the address find, or which of them cannot be."""
    form = ReportForm(request.GET)
    context = _found(form.wish()) if form.is_valid() else {"form": form}
    return render(request, "reviews/report_preview.html", context)


def _found(wish: ReportWish) -> dict[str, Any]:
    now = timezone.now()
    spec = wish.spec_at(now)
    rows = ReportRows(spec, language=wish.language, as_of=now)
    return {
        "columns": rows.columns,
        "rows": [[cell_text(cell) for cell in row] for row in rows.first(SHOWN)],
        "count": report_count(spec, as_of=now),
        "period": period_in_words(spec),
    }
