"""The right of reply of one claim: who was asked, tried again, answered; and going without."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from factcheck.accounts.roles import Role
from factcheck.errors import DeskError, InvalidInput, Stale
from factcheck.idempotency.forms import posted_once
from factcheck.web.permissions import desk, person
from reviews.domain.states import DRAFTED, State
from reviews.models import QueueItem, ReplyRequest
from reviews.selectors.recusals import is_recused
from reviews.selectors.replies import reply_standing
from reviews.services.replies import (
    reply_ask,
    reply_note,
    reply_to_evidence,
    reply_try_again,
)
from reviews.services.reply_waivers import reply_waive
from reviews.web.conflicts import Clash, clash_of
from reviews.web.reply_forms import (
    AskForm,
    ContactForm,
    OutcomeForm,
    WaiverForm,
    outcome_form,
    waiver_form,
)
from reviews.web.workspace import item_of, may_work


@dataclass(frozen=True, slots=True)
class Sent:
    """What was not taken: the forms as they were typed, by their place, and why."""

    forms: dict[str, forms.Form] = field(default_factory=dict)
    problem: DeskError | None = None


@desk()
@require_GET
def replies(request: HttpRequest, item_id: int) -> HttpResponse:
    """Show who was asked for comment on a claim."""
    return _page(request, item_of(item_id), Sent())


@desk()
@require_POST
@posted_once
def ask(request: HttpRequest, item_id: int) -> HttpResponse:
    """Note that somebody was asked."""
    item, form = item_of(item_id), AskForm(request.POST, auto_id="ask-%s")
    return _take(
        request, item, Sent({"ask": form}),
        lambda: reply_ask(claim=item.claim, actor=person(request), **form.asked()),
        _("Noted. The verdict waits for the answer or the deadline."),
    )  # fmt: skip


@desk()
@require_POST
@posted_once
def try_again(request: HttpRequest, item_id: int, request_id: int) -> HttpResponse:
    """Note another attempt."""
    item, asked = _asked(item_id, request_id)
    form = ContactForm(request.POST, auto_id=f"again-{asked.pk}-%s")
    return _take(
        request, item, Sent({f"again-{asked.pk}": form}),
        lambda: reply_try_again(request=asked, actor=person(request), contact=form.contact()),
        _("The attempt is noted."),
    )  # fmt: skip


@desk()
@require_POST
def outcome(request: HttpRequest, item_id: int, request_id: int) -> HttpResponse:
    """Note what came of it."""
    item, asked = _asked(item_id, request_id)
    form = OutcomeForm(request.POST, auto_id=f"outcome-{asked.pk}-%s")
    return _take(
        request, item, Sent({f"outcome-{asked.pk}": form}),
        lambda: reply_note(request=asked, actor=person(request), **form.noted()),
        _("The outcome is noted."),
    )  # fmt: skip


@desk()
@require_POST
@posted_once
def to_evidence(request: HttpRequest, item_id: int, request_id: int) -> HttpResponse:
    """Put an answer among the evidence."""
    item, asked = _asked(item_id, request_id)
    return _take(
        request, item, Sent({"": forms.Form(request.POST)}),
        lambda: reply_to_evidence(request=asked, actor=person(request)),
        _("The answer is among the evidence now."),
    )  # fmt: skip


@desk(Role.EDITOR)
@require_POST
@posted_once
def waive(request: HttpRequest, item_id: int) -> HttpResponse:
    """Go without a reply, for a reason that readers see."""
    item, form = item_of(item_id), WaiverForm(request.POST, auto_id="waive-%s")
    return _take(
        request, item, Sent({"waive": form}),
        lambda: reply_waive(item=item, actor=person(request), **form.given()),
        _("Noted. The verdict need not wait for a reply."),
    )  # fmt: skip


def _take(
    request: HttpRequest, item: QueueItem, sent: Sent, write: Callable[[], object], message: str
) -> HttpResponse:
    """Write what was typed, or show the page with it and say why it was not taken."""
    (form,) = sent.forms.values()
    if not form.is_valid():
        return _page(request, item, sent, status=400)
    try:
        write()
    except DeskError as error:
        if isinstance(error, InvalidInput) and error.field in form.fields:
            form.add_error(error.field, error.message)
            return _page(request, item, sent, status=error.status)
        return _page(request, item, replace(sent, problem=error), status=error.status)
    messages.success(request, message)
    return redirect("replies", item.pk)


def _page(request: HttpRequest, item: QueueItem, sent: Sent, *, status: int = 200) -> HttpResponse:
    standing = reply_standing(item, person(request))
    waive = sent.forms.get("waive")
    first = {"name": standing.named[0]} if standing.named else {}
    context = {
        "item": item,
        "claim": item.claim,
        "reply": standing,
        "rows": [_row(each, sent) for each in standing.requests],
        "problem": sent.problem,
        "may_work": may_work(item, person(request)) and not is_recused(item, person(request)),
        "may_waive": Role.EDITOR in person(request).roles and State(item.state) in DRAFTED,
        "ask_form": sent.forms.get("ask") or AskForm(initial=first, auto_id="ask-%s"),
        "ask_is_open": "ask" in sent.forms or not standing.requests,
        "waiver_form": waive or waiver_form(standing.waiver),
        "waiver_clash": _clash(sent, waive, version="reason"),
    }
    return render(request, "reviews/replies.html", context, status=status)


def _row(asked: ReplyRequest, sent: Sent) -> dict[str, object]:
    """Return a request with its forms; one that was sent is shown as it was typed."""
    again, noted = sent.forms.get(f"again-{asked.pk}"), sent.forms.get(f"outcome-{asked.pk}")
    return {
        "request": asked,
        "again_form": again or ContactForm(auto_id=f"again-{asked.pk}-%s"),
        "again_is_open": again is not None,
        "outcome_form": noted or outcome_form(asked),
        "clash": _clash(sent, noted, version="version"),
    }


def _clash(sent: Sent, form: forms.Form | None, *, version: str) -> Clash | None:
    """Return the difference, when `form` was sent and somebody else was faster."""
    if form is None or not isinstance(sent.problem, Stale):
        return None
    return clash_of(sent.problem, form, version=version)


def _asked(item_id: int, request_id: int) -> tuple[QueueItem, ReplyRequest]:
    item = item_of(item_id)
    return item, get_object_or_404(ReplyRequest, pk=request_id, claim=item.claim_id)
