"""Break-glass: an administrator forces a move that waits for somebody who is missing.

Loud on purpose: an event of its own kind in the audit log, mail to the administrators, and a notice
to everybody at the desk for a week. What may be forced at all is in the table of states.
"""

from __future__ import annotations

from django.conf import settings
from django.core.mail import mail_admins
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.services.locks import claim_lock
from factcheck.accounts.models import User
from factcheck.audit.log import record
from factcheck.audit.models import BREAK_GLASS
from factcheck.errors import InvalidInput, Stale
from reviews.domain.states import FORCED, Event
from reviews.models import LeaseEnd, QueueItem, QueueMove, Verdict
from reviews.selectors.contents import verdict_hash
from reviews.services.leases import lease_end
from reviews.services.moves import item_lock, move
from reviews.services.verdicts import verdict_draft, verdict_lock, verdict_make_public


def item_force(
    *, item: QueueItem, event: Event, actor: User, note: str, seen_hash: str = ""
) -> QueueItem:
    """Force `event` on the item, for the reason in `note`.

    `seen_hash` is that of the verdict the administrator read, to publish it. Raises InvalidInput
    for a move that cannot be forced, NotAllowed for all but administrators and for who would decide
    on their own work, WrongState when the table of states refuses, Stale when the verdict changed.
    """
    if event not in FORCED:
        raise InvalidInput("move", _("This move cannot be forced. Choose one of the list."))
    with transaction.atomic():
        claim_lock(claim_id=item.claim_id)
        locked = item_lock(item_id=item.pk)
        done = move(item=locked, event=event, actor=actor, note=note)
        _carry_out(locked, event, actor, seen_hash)
        transaction.on_commit(lambda: _tell(done), robust=True)
        record(
            actor=actor,
            action=BREAK_GLASS + event.removeprefix("force_"),
            target=locked,
            before={"state": done.from_state},
            after={"state": done.to_state},
            note=note,
        )
    return locked


def _carry_out(item: QueueItem, event: Event, actor: User, seen_hash: str) -> None:
    """Do what belongs to a move that was just made; whoever's lease it ends keeps their draft."""
    if event == Event.FORCE_RELEASE:
        lease_end(item=item, how=LeaseEnd.FORCED)
    elif event == Event.FORCE_PUBLISH:
        _publish(item, actor, seen_hash)
    elif not Verdict.objects.filter(item=item).exists():  # one that was sent back is there
        verdict_draft(item=item)


def _publish(item: QueueItem, actor: User, seen_hash: str) -> None:
    """Publish the draft as it was read; the administrator signs off what no editor has."""
    _item, draft = verdict_lock(verdict=item.verdict)
    current = verdict_hash(draft)
    if seen_hash != current:
        raise Stale(
            _("The verdict or its evidence changed while you read. Read it again."),
            current={"hash": current},
        )
    if draft.signed_off_hash != current:
        draft.approver, draft.signed_off_at = actor, timezone.now()
        draft.signed_off_hash = current
    verdict_make_public(draft=draft)


def _tell(done: QueueMove) -> None:
    """Mail the administrators; the move stands even if no mail can be sent."""
    who = done.by.shown_name if done.by else ""
    subject = _("Break-glass: %(who)s forced a move of claim %(claim)d") % {
        "who": who,
        "claim": done.item.claim_id,
    }
    lines = [
        _("Move: %(event)s, from %(before)s to %(after)s")
        % {"event": done.event, "before": done.from_state, "after": done.to_state},
        _("Reason: %(note)s") % {"note": done.note},
        settings.SITE_URL + reverse("workspace", args=[done.item_id]),
    ]
    mail_admins(subject, "\n".join(lines))
