"""Addresses that are told of verdicts: added, tried, switched off and on, given a new secret."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from factcheck.accounts.models import User
from factcheck.accounts.roles import OVERSEERS
from factcheck.audit.log import record
from factcheck.errors import InvalidInput, NotAllowed, WrongState
from factcheck.http.failure import NoAnswer, Why
from factcheck.http.guard import addresses_of
from factcheck.http.target import target_of
from factcheck.texts import check_text
from reviews.models import DeliveryStatus, WebhookEndpoint, WebhookEvent

MAX_URL = 2000
MAX_REASON = 2000


def webhook_add(*, actor: User, url: str, events: Sequence[str]) -> WebhookEndpoint:
    """Have an address told of `events`. The row's `secret` is to be shown now, and never again.

    Raises NotAllowed for all but editors and administrators, InvalidInput naming the field, also
    for an address that leads into a network of our own.
    """
    check_keeper(actor)
    address = _checked(url)
    if not events or set(events) - set(WebhookEvent.values):
        raise InvalidInput("events", _("Choose at least one event of the list."))
    try:
        with transaction.atomic():
            endpoint = WebhookEndpoint.objects.create(
                url=address, secret=_new_secret(), events=sorted(set(events)), added_by=actor
            )
            record(actor=actor, action="webhook.add", target=endpoint, after=_noted(endpoint))
    except IntegrityError as error:
        message = _("This address is told already. Switch it on again, if it is off.")
        raise InvalidInput("url", message, code="in_use") from error
    return endpoint


def webhook_renew_secret(*, endpoint: WebhookEndpoint, actor: User) -> WebhookEndpoint:
    """Sign with another secret from now on; the row's `secret` is to be shown now."""
    check_keeper(actor)
    with transaction.atomic():
        row = webhook_lock(endpoint_id=endpoint.pk)
        row.secret = _new_secret()
        row.save(update_fields=["secret"])
        record(actor=actor, action="webhook.renew_secret", target=row)
    return row


def webhook_switch_off(*, endpoint: WebhookEndpoint, actor: User, reason: str) -> WebhookEndpoint:
    """Tell an address nothing more; what waits for it is stopped. If off, it stays as it is."""
    check_keeper(actor)
    check_text("reason", reason, limit=MAX_REASON)
    if not reason.strip():
        raise InvalidInput("reason", _("Say why, for whoever asks later."))
    with transaction.atomic():
        row = webhook_lock(endpoint_id=endpoint.pk)
        if row.switched_off_at is None:
            webhook_stop(endpoint=row, because=reason.strip())
            record(actor=actor, action="webhook.switch_off", target=row, note=reason.strip())
    return row


def webhook_switch_on(*, endpoint: WebhookEndpoint, actor: User) -> WebhookEndpoint:
    """Tell an address again of what happens from now on."""
    check_keeper(actor)
    _checked(endpoint.url)  # asks the DNS, for as long as that takes: never with the row locked
    with transaction.atomic():
        row = webhook_lock(endpoint_id=endpoint.pk)
        if row.switched_off_at is not None:
            row.switched_off_at, row.switched_off_because, row.failing_since = None, "", None
            row.save(update_fields=["switched_off_at", "switched_off_because", "failing_since"])
            record(actor=actor, action="webhook.switch_on", target=row)
    return row


def webhook_stop(*, endpoint: WebhookEndpoint, because: str) -> None:
    """Switch a locked webhook off with all that waits for it; the caller records it."""
    endpoint.switched_off_at, endpoint.switched_off_because = timezone.now(), because
    endpoint.save(update_fields=["switched_off_at", "switched_off_because"])
    waiting = endpoint.deliveries.filter(status=DeliveryStatus.WAITING)
    waiting.update(status=DeliveryStatus.STOPPED, due_at=None)


def webhook_lock(*, endpoint_id: int) -> WebhookEndpoint:
    """Return a webhook as it is stored now, locked: before its deliveries, always."""
    return WebhookEndpoint.objects.select_for_update(no_key=True).get(pk=endpoint_id)


def check_keeper(actor: User) -> None:
    """Raise NotAllowed for all but editors and administrators."""
    if not OVERSEERS & actor.roles:
        raise NotAllowed(_("Webhooks are for editors and administrators."), code="role")


def check_is_on(endpoint: WebhookEndpoint) -> None:
    """Raise WrongState for a webhook that is switched off."""
    if endpoint.switched_off_at is not None:
        raise WrongState(_("This webhook is switched off. Switch it on first."), code="off")


def _checked(url: str) -> str:
    """Return the address as it will be sent to. Raises InvalidInput if it may not be."""
    check_text("url", url, limit=MAX_URL)
    try:
        target = target_of(url.strip())
        addresses_of(target, allow_hosts=settings.WEBHOOK_ALLOW_HOSTS)
    except NoAnswer as error:
        raise InvalidInput("url", _refused(error.why), code=error.why) from error
    check_text("url", target.url, limit=MAX_URL)  # longer than it was typed: "é" is now "%C3%A9"
    return target.url


def _refused(why: Why) -> str:
    match why:
        case Why.NOT_PUBLIC:
            return _(
                "This address is not on the public internet. If it has to be reached, an operator"
                " names its host in WEBHOOK_ALLOW_HOSTS."
            )
        case Why.UNKNOWN_HOST | Why.TIMED_OUT:
            return _("There is no host of this name. Check the spelling.")
    return _("Write an address like https://example.org/hooks, without a user name.")


def _new_secret() -> str:
    return f"whsec_{secrets.token_urlsafe(32)}"


def _noted(endpoint: WebhookEndpoint) -> dict[str, object]:
    """Return what the audit log keeps; never the secret."""
    return {"url": endpoint.url, "events": endpoint.events}
