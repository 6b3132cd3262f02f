"""Webhooks for editors and administrators: add, try, switch off and on, read the log."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from factcheck import flow
from factcheck.accounts.models import User
from factcheck.accounts.roles import OVERSEERS
from factcheck.errors import DeskError, InvalidInput
from factcheck.idempotency.forms import posted_once
from factcheck.web.paging import with_before
from factcheck.web.permissions import desk, person
from reviews.models import WebhookDelivery, WebhookEndpoint
from reviews.selectors.webhooks import delivery_page, webhook_deliveries, webhooks
from reviews.services.webhooks import (
    webhook_add,
    webhook_renew_secret,
    webhook_switch_off,
    webhook_switch_on,
)
from reviews.web.delivery_rows import DeliveryRow
from reviews.web.webhook_form import SwitchOffForm, WebhookForm

keepers = desk(*OVERSEERS)


@keepers
@require_http_methods(["GET", "POST"])
@never_cache
def webhook_list(request: HttpRequest) -> HttpResponse:
    """List the webhooks with the form for another; its secret is in the answer to that.

    The form has no key: what is kept for a key would hold the secret. An address is told once, so
    that sending the form twice adds no second one.
    """
    form = WebhookForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and (added := _added(form, person(request))):
        return _with_secret(request, added)
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "webhooks": webhooks()}
    return render(request, "reviews/webhook_list.html", context, status=status)


@keepers
@require_GET
def webhook_detail(request: HttpRequest, webhook_id: int) -> HttpResponse:
    """Show a webhook and the log of what was delivered."""
    return _page(request, _webhook(webhook_id))


@keepers
@require_POST
@never_cache
def renew_secret(request: HttpRequest, webhook_id: int) -> HttpResponse:
    """Make another secret and show it, once."""
    endpoint = _webhook(webhook_id)
    return _with_secret(request, webhook_renew_secret(endpoint=endpoint, actor=person(request)))


@keepers
@require_POST
@posted_once
def try_out(request: HttpRequest, webhook_id: int) -> HttpResponse:
    """Send a test event."""
    endpoint = _webhook(webhook_id)
    return _act(
        request, endpoint,
        lambda: flow.try_webhook(endpoint=endpoint, actor=person(request)),
        _("On its way. The log shows in a moment what came of it."),
    )  # fmt: skip


@keepers
@require_POST
@posted_once
def switch_off(request: HttpRequest, webhook_id: int) -> HttpResponse:
    """Tell an address nothing more."""
    endpoint, form = _webhook(webhook_id), SwitchOffForm(request.POST)
    if not form.is_valid():
        return _page(request, endpoint, off_form=form)
    return _act(
        request, endpoint,
        lambda: webhook_switch_off(
            endpoint=endpoint, actor=person(request), reason=form.cleaned_data["reason"]
        ),
        _("Switched off. Nothing more is sent to it."),
    )  # fmt: skip


@keepers
@require_POST
@posted_once
def switch_on(request: HttpRequest, webhook_id: int) -> HttpResponse:
    """Tell an address again."""
    endpoint = _webhook(webhook_id)
    return _act(
        request, endpoint,
        lambda: webhook_switch_on(endpoint=endpoint, actor=person(request)),
        _("Switched on. What was stopped can be sent again below."),
    )  # fmt: skip


@keepers
@require_POST
@posted_once
def retry(request: HttpRequest, delivery_id: int) -> HttpResponse:
    """Send a delivery again."""
    rows = WebhookDelivery.objects.select_related("endpoint")
    delivery = get_object_or_404(rows, pk=delivery_id)
    return _act(
        request, _webhook(delivery.endpoint_id),
        lambda: flow.retry_delivery(delivery=delivery, actor=person(request)),
        _("On its way. The log shows in a moment what came of it."),
    )  # fmt: skip


@keepers
@require_GET
def delivery_row(request: HttpRequest, delivery_id: int) -> HttpResponse:
    """Answer the question of a row what came of its delivery; 204 while nothing did."""
    rows = webhook_deliveries().select_related("endpoint")
    row = DeliveryRow.of(get_object_or_404(rows, pk=delivery_id))
    if row.seen == request.GET.get("seen"):
        return HttpResponse(status=204)
    context = {"row": row, "webhook": row.delivery.endpoint, "is_asked": True}
    return render(request, "reviews/webhook_delivery.html", context)


def _added(form: WebhookForm, actor: User) -> WebhookEndpoint | None:
    """Add it; a refusal is put at its field."""
    try:
        return webhook_add(actor=actor, **form.cleaned_data)
    except InvalidInput as error:
        form.add_error(error.field, error.message)
        return None


def _act(
    request: HttpRequest, endpoint: WebhookEndpoint, action: Callable[[], object], message: str
) -> HttpResponse:
    """Do it, or show the page and say why not."""
    try:
        action()
    except DeskError as error:
        return _page(request, _webhook(endpoint.pk), error)
    messages.success(request, message)
    return redirect("webhook", endpoint.pk)


def _page(
    request: HttpRequest,
    endpoint: WebhookEndpoint,
    problem: DeskError | None = None,
    *,
    off_form: SwitchOffForm | None = None,
) -> HttpResponse:
    before = request.GET.get("before", "")
    page = delivery_page(endpoint, int(before) if before.isdecimal() and len(before) < 19 else None)
    context = {
        "webhook": endpoint,
        "rows": [DeliveryRow.of(delivery) for delivery in page.deliveries],
        "older": with_before(request.GET, page.next_before) if page.next_before else "",
        "off_form": off_form or SwitchOffForm(),
        "problem": problem,
    }
    status = problem.status if problem else 422 if off_form else 200
    return render(request, "reviews/webhook_detail.html", context, status=status)


def _with_secret(request: HttpRequest, endpoint: WebhookEndpoint) -> HttpResponse:
    return render(request, "reviews/webhook_secret.html", {"webhook": endpoint})


def _webhook(webhook_id: int) -> WebhookEndpoint:
    return get_object_or_404(webhooks(), pk=webhook_id)
