"""The sign-off room: editors approve, publish, send back and retract verdicts."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from factcheck import flow
from factcheck.accounts.roles import OVERSEERS, Role
from factcheck.errors import DeskError
from factcheck.idempotency.forms import posted_once
from factcheck.web.permissions import desk, person
from reviews.domain.states import Event
from reviews.models import Verdict, VerdictStatus
from reviews.selectors.changes_waiting import changes_waiting
from reviews.selectors.differences import verdict_changes
from reviews.selectors.one_reading import one_reading
from reviews.selectors.origins import verdict_origins
from reviews.selectors.propagation import propagation_of
from reviews.selectors.replies import standing_beside, verdict_replies
from reviews.selectors.rewriting import rewriting_of
from reviews.selectors.sign_offs import sign_off_of, verdicts_waiting
from reviews.selectors.verdicts import verdicts_readable_by
from reviews.services.authorship import verdict_hand_over
from reviews.services.publication_checks import publication_findings
from reviews.services.sign_offs import verdict_sign_off
from reviews.services.verdicts import draft_gone, verdict_send_back
from reviews.web.context_text import context_paragraphs
from reviews.web.mending import mending_of
from reviews.web.sign_off_form import HandOverForm, SignOffForm


@desk(*OVERSEERS)
@require_GET
def waiting(request: HttpRequest) -> HttpResponse:
    """List the verdicts that wait for an editor."""
    verdicts = list(verdicts_waiting())
    changes = changes_waiting(verdicts)
    rows = [(verdict, changes.get(verdict.pk)) for verdict in verdicts]
    return render(request, "reviews/sign_off_list.html", {"rows": rows})


@desk()
@require_GET
def detail(request: HttpRequest, verdict_id: int) -> HttpResponse:
    """Show one verdict to whoever may read it; to others there is none."""
    return _page(request, _verdict(request, verdict_id))


@desk(Role.EDITOR)
@require_POST
@posted_once
def approve(request: HttpRequest, verdict_id: int) -> HttpResponse:
    """Sign off exactly what the page showed: the form carries its hash."""
    verdict, form = _verdict(request, verdict_id), SignOffForm(request.POST)
    if not form.is_valid():
        return _page(request, verdict, sign_off_form=form)
    return _act(
        request, verdict,
        lambda: verdict_sign_off(
            verdict=verdict, actor=person(request),
            seen_hash=form.cleaned_data["seen_hash"], terms=form.terms(),
        ),
        _("Signed off. It can be published now."), form,
    )  # fmt: skip


@desk(Role.EDITOR)
@require_POST
@posted_once
def publish(request: HttpRequest, verdict_id: int) -> HttpResponse:
    """Publish what is signed off."""
    verdict = _verdict(request, verdict_id)
    return _act(
        request, verdict, lambda: flow.publish(verdict=verdict, actor=person(request)),
        _("Published. Readers can see it now."),
    )  # fmt: skip


@desk(Role.EDITOR)
@require_POST
@posted_once
def send_back(request: HttpRequest, verdict_id: int) -> HttpResponse:
    """Give the verdict back to its author with a note."""
    verdict, note = _verdict(request, verdict_id), request.POST.get("note", "")
    return _act(
        request, verdict,
        lambda: verdict_send_back(verdict=verdict, actor=person(request), note=note),
        _("Sent back to the author with your note."),
    )  # fmt: skip


@desk(Role.EDITOR)
@require_POST
@posted_once
def retract(request: HttpRequest, verdict_id: int) -> HttpResponse:
    """Withdraw a published verdict with a public note."""
    verdict, note = _verdict(request, verdict_id), request.POST.get("note", "")
    return _act(
        request, verdict,
        lambda: flow.retract(verdict=verdict, actor=person(request), note=note),
        _("Retracted. Its page stays and says so."),
    )  # fmt: skip


@desk(Role.EDITOR)
@require_POST
@posted_once
def hand_over(request: HttpRequest, verdict_id: int) -> HttpResponse:
    """Pass a verdict that was sent back to another author."""
    verdict, form = _verdict(request, verdict_id), HandOverForm(request.POST)
    if not form.is_valid():
        return _page(request, verdict, hand_over_form=form)
    return _act(
        request, verdict,
        lambda: verdict_hand_over(
            verdict=verdict, actor=person(request),
            author=form.whom(), note=form.cleaned_data["note"],
        ),
        _("Handed over. The new author finds it among what is sent back."),
    )  # fmt: skip


def _act(
    request: HttpRequest,
    verdict: Verdict,
    action: Callable[[], object],
    message: str,
    sign_off_form: SignOffForm | None = None,
) -> HttpResponse:
    """Do it, or show the page as it is now, with what was typed, and say why not."""
    try:
        action()
    except DeskError as error:
        return _page(request, _verdict(request, verdict.pk), error, sign_off_form=sign_off_form)
    messages.success(request, message)
    return redirect("sign-off", verdict.pk)


@one_reading()
def _page(
    request: HttpRequest,
    verdict: Verdict,
    problem: DeskError | None = None,
    *,
    sign_off_form: SignOffForm | None = None,
    hand_over_form: HandOverForm | None = None,
) -> HttpResponse:
    """Show the verdict; a form that was sent and not taken comes back as it was typed."""
    room = sign_off_of(verdict, person(request))
    context = {
        "verdict": verdict,
        "room": room,
        "missing": [(rule, mending_of(rule.rule, verdict, room.events)) for rule in room.missing],
        "paragraphs": context_paragraphs(room.context, verdict.claim_id) if room.context else [],
        "event": {event.value: event in room.events for event in Event},
        "changes": verdict_changes(room.published, verdict) if room.published else [],
        "rewriting": rewriting_of(verdict),
        "origins": verdict_origins(verdict),
        "sign_off_form": sign_off_form or SignOffForm.of(verdict, room.hash),
        "hand_over_form": hand_over_form or HandOverForm(),
        "problem": problem,
        "item": verdict.item,
        "reply": standing_beside(verdict.item, verdict),
        "shown_replies": verdict_replies(verdict)
        if verdict.published_at is None
        else verdict.replies,
    }
    if OVERSEERS & person(request).roles:
        context["propagation"] = propagation_of(verdict)
        if verdict.status in (VerdictStatus.DRAFT, VerdictStatus.PUBLISHED):
            context["findings"] = publication_findings(verdict=verdict)
    refused = sign_off_form or hand_over_form
    status = problem.status if problem else 422 if refused else 200
    return render(request, "reviews/sign_off.html", context, status=status)


def _verdict(request: HttpRequest, verdict_id: int) -> Verdict:
    """Return the verdict; what is sent from a page whose draft is gone is told why."""
    readable = verdicts_readable_by(person(request)).select_related("item")
    if request.method == "POST" and not Verdict.objects.filter(pk=verdict_id).exists():
        raise draft_gone()
    verdict = get_object_or_404(readable, pk=verdict_id)
    verdict.item.claim = verdict.claim  # the same, and read already
    return verdict
