"""A verdict's authorship passes to somebody else, when its author cannot finish it."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from factcheck.accounts.models import User
from factcheck.audit.log import record
from factcheck.errors import InvalidInput
from reviews.domain.states import REVIEWERS, Event
from reviews.models import Handover, NotificationKind, QueueItem, Verdict
from reviews.selectors.recusals import is_recused
from reviews.services.moves import move
from reviews.services.notifications import notifications_send
from reviews.services.verdicts import verdict_lock


def verdict_hand_over(*, verdict: Verdict, actor: User, author: User, note: str) -> Verdict:
    """Make `author` the author of a verdict that was sent back. Nobody who ever was approves it.

    Raises InvalidInput naming `author`, and what the table of states refuses.
    """
    with transaction.atomic():
        item, draft = verdict_lock(verdict=verdict)
        move(item=item, event=Event.HAND_OVER, actor=actor, note=note)
        _check(item, draft, author)
        former = draft.author
        Handover.objects.create(
            verdict=draft, former=former, author=author, by=actor, note=note.strip()
        )
        draft.author = author
        draft.save(update_fields=["author"])
        notifications_send(people=[author], kind=NotificationKind.HANDED_OVER, item=item, by=actor)
        record(
            actor=actor,
            action="verdict.hand_over",
            target=draft,
            before={"author": former.pk},
            after={"author": author.pk},
            note=note,
        )
    return draft


def _check(item: QueueItem, draft: Verdict, author: User) -> None:
    if not author.roles & REVIEWERS:
        raise InvalidInput("author", _("This person reviews nothing. Choose somebody who does."))
    if author.pk == draft.author_id:
        raise InvalidInput("author", _("This person is the author already."))
    if is_recused(item, author):
        raise InvalidInput("author", _("This person is recused from the claim."))
