"""Earlier fact-checks of other desks: the list, taking some in, how far that is."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from claims.models import CheckImport
from claims.selectors.earlier_checks import SHOWN_IMPORTS, check_imports, earlier_checks_page
from claims.services.check_imports import MOST_BYTES
from claims.web.earlier_check_forms import CheckFilterForm, CheckImportForm
from claims.web.earlier_check_rows import check_rows
from factcheck import arrivals
from factcheck.accounts.models import User
from factcheck.accounts.roles import Role
from factcheck.errors import InvalidInput
from factcheck.idempotency.forms import posted_once
from factcheck.web.paging import with_before
from factcheck.web.permissions import desk, person

PASTED = "pasted.json"


@desk()
@require_safe
def earlier_check_list(request: HttpRequest) -> HttpResponse:
    """List the fact-checks of other desks, the last imported first, and the latest imports."""
    return _list(request, CheckImportForm())


@desk(Role.EDITOR)
@require_POST
@posted_once
def earlier_check_import(request: HttpRequest) -> HttpResponse:
    """Have a worker take some in; what was typed is kept when it is refused."""
    form = CheckImportForm(request.POST, request.FILES)
    wanted = _wanted(form, person(request)) if form.is_valid() else None
    if wanted is None:
        return _list(request, form, status=422)
    return redirect("earlier-check-import", wanted.pk)


@desk()
@require_safe
def import_detail(request: HttpRequest, import_id: int) -> HttpResponse:
    """Show how far an import is, and what became of it."""
    return render(request, "claims/check_import.html", {"row": _import(import_id)})


@desk()
@require_safe
def import_progress(request: HttpRequest, import_id: int) -> HttpResponse:
    """Answer the page's question how far it is."""
    return render(request, "claims/check_import_progress.html", {"row": _import(import_id)})


@desk()
@require_safe
def import_refused(_request: HttpRequest, import_id: int) -> HttpResponse:
    """Return the rows that could not be read, and why, as a file."""
    row = _import(import_id)
    answer = JsonResponse(
        row.refused, safe=False, json_dumps_params={"ensure_ascii": False, "indent": 1}
    )
    answer["Content-Disposition"] = f'attachment; filename="refused-{row.pk}.json"'
    return answer


def _wanted(form: CheckImportForm, actor: User) -> CheckImport | None:
    """Hand what was sent on; a refusal is put at its field."""
    fields, file = form.cleaned_data, form.cleaned_data["file"]
    # One byte over the limit is enough to be refused as too large.
    data = file.read(MOST_BYTES + 1) if file else fields["document"].encode()
    name = file.name if file else PASTED if data else ""
    try:
        return arrivals.want_checks(actor=actor, data=data, url=fields["url"], name=name)
    except InvalidInput as error:
        form.add_error("url" if fields["url"] else "file" if file else "document", error.message)
        return None


def _list(request: HttpRequest, form: CheckImportForm, *, status: int = 200) -> HttpResponse:
    filters = CheckFilterForm(request.GET)
    page = earlier_checks_page(filters.search())
    context = {
        "filters": filters,
        "rows": check_rows(page.checks),
        "older": with_before(request.GET, page.next_before) if page.next_before else "",
        "newest": with_before(request.GET, None) if "before" in request.GET else "",
        "is_filtered": any(request.GET.get(name) for name in filters.fields),
        "import_form": form if Role.EDITOR in person(request).roles else None,
        "imports": check_imports()[:SHOWN_IMPORTS],
    }
    return render(request, "claims/earlier_check_list.html", context, status=status)


def _import(import_id: int) -> CheckImport:
    return get_object_or_404(check_imports(), pk=import_id)
