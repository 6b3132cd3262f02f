"""How dense a person wants the rows of the queue."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from factcheck.web.people import rows_change
from factcheck.web.permissions import person


@login_required
@require_POST
def rows(request: HttpRequest) -> HttpResponse:
    """Set it, and go back to the list as it was."""
    rows_change(actor=person(request), roomy=request.POST.get("roomy") == "1")
    back = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
    return redirect(back if is_ours else "queue")
