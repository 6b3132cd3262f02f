"""Publishing without a reply, for an editor's written reason."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from claims.services.locks import claim_lock
from factcheck.accounts.models import User
from factcheck.accounts.roles import Role
from factcheck.audit.log import record
from factcheck.errors import InvalidInput, NotAllowed, Stale, WrongState
from factcheck.texts import check_text
from reviews.domain.guards import GUARDS
from reviews.domain.states import DECIDING, DRAFTED, State
from reviews.models import QueueItem, ReplyWaiver
from reviews.selectors.replies import item_waiver
from reviews.selectors.situations import situation_of
from reviews.services.moves import item_lock
from reviews.services.replies import MAX_TEXT


def reply_waive(*, item: QueueItem, actor: User, reason: str, based_on: str) -> ReplyWaiver:
    """Let the verdict be published without waiting for a reply, with a reason for readers.

    For editors who had no part in the verdict, once there is one. `based_on` is the reason that
    is replaced, "" for none. The reason is part of what is signed off: a new one voids that.
    Raises Stale when somebody gave another reason since, InvalidInput for what is no reason.
    """
    reason = _plain(reason)
    _check(reason)
    with transaction.atomic():
        claim_lock(claim_id=item.claim_id)
        locked = item_lock(item_id=item.pk)
        _may_decide(locked, actor)
        standing = item_waiver(locked.pk)
        if standing is not None and standing.reason == reason:
            return standing
        _check_base(standing, reason, _plain(based_on))
        waiver, _made = ReplyWaiver.objects.update_or_create(
            item=locked, defaults={"reason": reason, "by": actor}
        )
        record(
            actor=actor, action="reply.waive", target=locked, note=reason,
            before={"reason": standing.reason} if standing else {},
        )  # fmt: skip
    return waiver


def _check(reason: str) -> None:
    if not reason:
        raise InvalidInput("reason", _("Write something here."))
    check_text("reason", reason, limit=MAX_TEXT)


def _may_decide(item: QueueItem, actor: User) -> None:
    if Role.EDITOR not in actor.roles:
        raise NotAllowed(_("Only an editor may publish without a reply."), code="role")
    situation = situation_of(item, actor)
    for rule in DECIDING:
        if not GUARDS[rule].holds(situation):
            raise NotAllowed(_(GUARDS[rule].message), code=rule)
    # Before there is a verdict, nobody knows who will have had a part in it.
    if State(item.state) not in DRAFTED:
        raise WrongState(_("No verdict waits for sign-off: there is nothing to publish yet."))


def _check_base(standing: ReplyWaiver | None, reason: str, based_on: str) -> None:
    stored = standing.reason if standing else ""
    if stored != based_on:
        raise Stale(
            _("This was saved in another window meanwhile. Compare, then save again."),
            current={"reason": stored},
            typed={"reason": reason},
            saved_by=standing.by.shown_name if standing else "",
            saved_at=standing.at if standing else None,
        )


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").strip()
