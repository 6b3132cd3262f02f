"""An editor who had no part in a verdict approves exactly what they read."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from factcheck.accounts.models import User
from factcheck.audit.log import record
from factcheck.errors import InvalidInput, Stale
from factcheck.texts import check_text
from reviews.domain.states import Event
from reviews.models import Verdict
from reviews.selectors.contents import verdict_hash
from reviews.selectors.review_days import review_day
from reviews.services.moves import move
from reviews.services.verdicts import MAX_TEXT, verdict_lock, verdict_shown

FAR = datetime.timedelta(days=3653)  # ten years: further off is a slip of the hand


@dataclass(frozen=True, slots=True)
class Terms:
    """What an approver gives with the sign-off; it is no part of the content that is hashed.

    `review_by` is the day to look at the verdict again (None: the desk's default for its rating),
    `one_origin_reason` why evidence with fewer than two independent origins is enough.
    """

    review_by: datetime.date | None = None
    one_origin_reason: str = ""


def verdict_sign_off(
    *, verdict: Verdict, actor: User, seen_hash: str, terms: Terms | None = None
) -> Verdict:
    """Approve exactly the content with `seen_hash`. Raises Stale if it has changed since.

    Raises InvalidInput naming a field of `terms`, and what the table of states refuses.
    """
    terms = terms or Terms()
    _check(terms)
    with transaction.atomic():
        item, draft = verdict_lock(verdict=verdict)
        said: dict[str, Any] = (
            {"origins_are_enough": True} if terms.one_origin_reason.strip() else {}
        )
        move(item=item, event=Event.SIGN_OFF, actor=actor, **said)
        current = verdict_hash(draft)
        if seen_hash != current:
            raise Stale(
                _("The verdict or its evidence changed while you read. Read it again."),
                current=verdict_shown(draft) | {"hash": current},
            )
        draft.approver, draft.signed_off_at = actor, timezone.now()
        draft.signed_off_hash = current
        draft.review_by = terms.review_by or review_day(draft)
        draft.one_origin_reason = terms.one_origin_reason.strip()
        draft.save()
        record(
            actor=actor,
            action="verdict.sign_off",
            target=draft,
            after={"hash": current, "review_by": draft.review_by.isoformat()},
            note=draft.one_origin_reason,
        )
    return draft


def _check(terms: Terms) -> None:
    check_text("one_origin_reason", terms.one_origin_reason, limit=MAX_TEXT)
    today = timezone.localdate()
    if terms.review_by and not today < terms.review_by <= today + FAR:
        message = _("Choose a day to come, within ten years.")
        raise InvalidInput("review_by", message)
