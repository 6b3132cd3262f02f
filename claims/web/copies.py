"""The copy of a page that evidence cites: how far it is, what it says, its bytes."""

from __future__ import annotations

import re

from django.contrib import messages
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from claims.models import Evidence, StoredCopy
from claims.selectors.copies import LARGE, evidence_fetch
from claims.services.copy_quotes import copy_texts, passage_in
from claims.sources.vault_files import file_open
from claims.web.copy_text import marked_paragraphs
from claims.web.quotation_form import QuotationForm, quotation_form, why_not_quoted
from factcheck import flow
from factcheck.accounts.roles import Role
from factcheck.errors import InvalidInput, WrongState
from factcheck.web.permissions import desk, person
from reviews.services.copy_deletion import copy_delete

MOST_ADDRESSES = 20  # of the same bytes, on their page
# Whatever the bytes are, no browser is to read them as a page of ours, or to run them.
SANDBOX = "sandbox; default-src 'none'"


@desk()
@require_safe
def evidence_copy(request: HttpRequest, evidence_id: int) -> HttpResponse:
    """Show what the copy says as text of ours: nothing of the page's own markup is in it.

    With `?seen=SHA-256`, the copy of how the page was seen when an alert was raised.
    """
    return render_copy(request, evidence_id)


def render_copy(
    request: HttpRequest, evidence_id: int, form: QuotationForm | None = None, *, status: int = 200
) -> HttpResponse:
    """Return the page of a copy; a form that was sent is shown as it was typed."""
    evidence = get_object_or_404(_rows(), pk=evidence_id)
    seen = request.GET.get("seen", "")
    copy = _seen_later(evidence, seen) if seen else evidence.copy
    context: dict[str, object] = {
        "evidence": evidence, "copy": copy, "seen": seen, "may_copy": _may_copy(request),
    }  # fmt: skip
    if copy is not None:
        # Of how a page was seen later, what came with the bytes first is shown.
        fetch = (None if seen else evidence_fetch(evidence)) or copy
        passage = passage_in(copy_texts(copy), evidence.quote) if evidence.quote else None
        context |= {
            "passage": passage,
            "paragraphs": marked_paragraphs(
                passage.text if passage else copy.text, passage.span if passage else None
            ),
            "fetch": fetch,
            "headers": sorted(fetch.headers.items()),
            **_other_fetches(copy, fetch.url),
            "others": copy.evidence.exclude(pk=evidence.pk).select_related("claim"),
            "may_delete": not seen and Role.ADMINISTRATOR in person(request).roles,
        }
        if not seen and _may_copy(request):
            context |= {
                "quotation_form": form or quotation_form(evidence),
                "why_not_quoted": why_not_quoted(evidence, person(request)),
            }
    return render(request, "claims/evidence_copy.html", context, status=status)


@desk()
@require_safe
def copy_bytes(request: HttpRequest, evidence_id: int) -> HttpResponse | FileResponse:
    """Send the bytes to be saved, and in no way to be opened here."""
    seen = request.GET.get("seen", "")
    row = get_object_or_404(Evidence, pk=evidence_id)
    copy = _seen_later(row, seen) if seen else _copy(evidence_id)
    try:
        file = file_open(copy.stored_as)
    except FileNotFoundError as error:
        raise Http404(_("The file of this copy is missing.")) from error
    answer = FileResponse(
        file,
        as_attachment=True,
        filename=f"{copy.sha256}.bin",
        content_type="application/octet-stream",
    )
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Content-Security-Policy"] = SANDBOX
    if request.method == "HEAD":
        file.close()
        return HttpResponse(headers=answer.headers)
    return answer


@desk()
@require_safe
def copy_state(request: HttpRequest, evidence_id: int) -> HttpResponse:
    """Say how far the copy is, and what it filled in: asked for again while it is being made."""
    row = get_object_or_404(_rows().defer(*LARGE), pk=evidence_id)
    context = {"row": row, "may_copy": _may_copy(request), "is_news": True}
    return render(request, "claims/copy_state.html", context)


@desk(Role.FACT_CHECKER, Role.EDITOR)
@require_POST
def copy_keep(request: HttpRequest, evidence_id: int) -> HttpResponse:
    """Have the page copied, or tried again."""
    evidence = get_object_or_404(Evidence, pk=evidence_id)
    try:
        flow.copy_evidence(evidence=evidence, actor=person(request))
    except WrongState as error:
        messages.warning(request, error.message)  # made meanwhile, or removed
    if request.headers.get("HX-Request"):
        return redirect("copy-state", evidence_id)
    return redirect("evidence-copy", evidence_id)


@desk(Role.ADMINISTRATOR)
@require_POST
def delete(request: HttpRequest, evidence_id: int) -> HttpResponse:
    """Delete a copy that no verdict rests on."""
    copy = _copy(evidence_id)
    try:
        copy_delete(copy=copy, actor=person(request), reason=request.POST.get("reason", ""))
        messages.success(request, _("The copy was deleted."))
    except (InvalidInput, WrongState) as error:
        messages.error(request, error.message)
    return redirect("evidence-copy", evidence_id)


def _other_fetches(copy: StoredCopy, url: str) -> dict[str, object]:
    """Return the first other addresses of the same bytes, and how many more there are.

    A page of nothing but "please wait" comes from thousands.
    """
    others = copy.fetches.exclude(url=url)
    shown = list(others[:MOST_ADDRESSES])
    more = others.count() - len(shown) if len(shown) == MOST_ADDRESSES else 0
    return {"other_fetches": shown, "more_fetches": more}


def _may_copy(request: HttpRequest) -> bool:
    return bool({Role.FACT_CHECKER, Role.EDITOR} & person(request).roles)


def _rows() -> QuerySet[Evidence]:
    return Evidence.objects.select_related("copy", "watch", "claim")


def _seen_later(evidence: Evidence, sha256: str) -> StoredCopy:
    """Return the copy that an alert of this evidence names."""
    is_digest = re.fullmatch("[0-9a-f]{64}", sha256) is not None
    if not is_digest or not evidence.alerts.filter(details__sha256=sha256).exists():
        raise Http404
    return get_object_or_404(StoredCopy, sha256=sha256)


def _copy(evidence_id: int) -> StoredCopy:
    row = get_object_or_404(_rows().defer(*LARGE), pk=evidence_id)
    if row.copy is None:
        raise Http404
    return row.copy
