"""Where each thing that the publish gate misses is mended."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from reviews.domain.states import Event
from reviews.models import Verdict


@dataclass(frozen=True, slots=True)
class Mending:
    """A link to the form that mends it."""

    url: str
    label: str


def mending_of(rule: str, verdict: Verdict, events: Collection[Event]) -> Mending | None:
    """Return where to go for the guard `rule`, as far as `events` are open to the person."""
    workspace = reverse("workspace", args=[verdict.item_id])
    if rule == "has_evidence":
        return Mending(f"{workspace}#add-evidence", _("Add evidence"))
    if rule == "reply_is_settled":
        return Mending(reverse("replies", args=[verdict.item_id]), _("Ask, note answers"))
    if rule == "is_not_recused":
        return Mending(reverse("recusal-list"), _("Your recusals"))
    if rule in ("is_signed_off", "few_origins_are_known") and Event.SIGN_OFF in events:
        return Mending("#sign-off", _("Sign off"))
    if rule in ("says_what_changed", "kind_fits_rating", "few_origins_are_known"):
        return _of_the_text(workspace, events)
    return None


def _of_the_text(workspace: str, events: Collection[Event]) -> Mending | None:
    """Return where the words of the verdict change: the author writes, an editor sends back."""
    if Event.REVISE in events:
        return Mending(f"{workspace}#verdict", _("Revise"))
    if Event.SEND_BACK in events:
        return Mending("#sign-off-send-back", _("Send back"))
    return None
