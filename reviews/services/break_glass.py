"""Break-glass: an administrator forces a move that waits for somebody who is missing.

Loud on purpose: an event of its own kind in the audit log, mail to the administrators, and a notice
to everybody at the desk for a week. What may be forced at all is in the table of states.
"""

from __future__ import annotations

from django.conf import settings
from django.core.mail import mail_admins
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from claims.services.locks import claim_lock
from factcheck.accounts.models import User
from factcheck.audit.log import record
from factcheck.audit.models import BREAK_GLASS
from factcheck.errors import InvalidInput, Stale
from reviews.domain.states import FORCED, Event, State
from reviews.models import LeaseEnd, QueueItem, QueueMove, ReviewStatus, Verdict
from reviews.selectors.contents import verdict_hash
from reviews.selectors.origins import verdict_origins
from reviews.services.leases import lease_end
from reviews.services.moves import item_lock, move
from reviews.services.publication_checks import warnings_shown
from reviews.services.verdicts import verdict_draft, verdict_lock, verdict_make_public

# What the ordinary way to sign-off waits for, by the state it is left from.
FORWARDED_WITHOUT = {State.SECOND_REVIEW: "has_all_reviews", State.ADJUDICATION: "ratings_agree"}


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
        noted = _carry_out(done, seen_hash)
        transaction.on_commit(lambda: _tell(done), robust=True)
        record(
            actor=actor,
            action=BREAK_GLASS + event.removeprefix("force_"),
            target=locked,
            before={"state": done.from_state},
            after={"state": done.to_state}
            | {name: rules for name, rules in noted.items() if rules},
            note=note,
        )
    return locked


def _carry_out(done: QueueMove, seen_hash: str) -> dict[str, object]:
    """Do what belongs to a move that was just made; whoever's lease it ends keeps their draft.

    Returns what the audit log keeps: the rules of the table of states that it passed over, by their
    ids, and what the linter warns of in what was published.
    """
    if done.event == Event.FORCE_RELEASE:
        lease_end(item=done.item, how=LeaseEnd.FORCED)
        return {}
    if done.event == Event.FORCE_PUBLISH:
        return _publish(done, seen_hash)
    return {"passed_over": _forward(done)}


def _forward(done: QueueMove) -> list[str]:
    """Draft the verdict from the reviews there are; one that was sent back is there."""
    submitted = done.item.reviews.filter(status=ReviewStatus.SUBMITTED)
    there = Verdict.objects.filter(item=done.item).first()
    draft = there or verdict_draft(item=done.item, reviews=submitted)
    rule = FORWARDED_WITHOUT.get(State(done.from_state))
    passed = [rule] if rule else []
    draft.passed_over = [*draft.passed_over, *passed]
    draft.save(update_fields=["passed_over"])
    return passed


def _publish(done: QueueMove, seen_hash: str) -> dict[str, object]:
    """Publish the draft as it was read; the administrator signs off what no editor has.

    The reason that was given for the force stands for the one that too few origins ask for.
    """
    _item, draft = verdict_lock(verdict=done.item.verdict)
    current = verdict_hash(draft)
    if seen_hash != current:
        raise Stale(
            _("The verdict or its evidence changed while you read. Read it again."),
            current={"hash": current},
        )
    passed = []
    if draft.signed_off_hash != current:
        draft.approver, draft.signed_off_at = done.by, timezone.now()
        draft.signed_off_hash = current
        passed = ["is_signed_off"]
        draft.one_origin_reason = ""
    if not (draft.one_origin_reason or verdict_origins(draft).are_enough):
        draft.one_origin_reason = done.note.strip()
        passed.append("origins_are_enough")
    draft.passed_over = [*draft.passed_over, *passed]
    warnings = verdict_make_public(draft=draft)
    return {"passed_over": passed, "warnings": warnings_shown(warnings)}


@translation.override(settings.LANGUAGE_CODE)  # it goes to many, whoever broke the glass
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
