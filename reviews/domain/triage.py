"""What triage does to a queue item besides moving it: the acts, and who may do them when."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reviews.domain.guards import GUARDS
from reviews.domain.guards import gettext_noop as _
from reviews.domain.states import EDITORS, MACHINE, REVIEWERS, Refusal

MOST_ROWS = 200  # of one bulk request


class Act(StrEnum):
    """One act of triage. Each can be done to one item or to many, and undone."""

    DISMISS = "dismiss"
    ASSIGN = "assign"
    TAG = "tag"
    UNTAG = "untag"
    SNOOZE = "snooze"
    WAKE = "wake"
    BOOST = "boost"


# Dismissing is a move: the table of states decides on it too.
ROLES = dict.fromkeys(Act, REVIEWERS) | {Act.WAKE: REVIEWERS | {MACHINE}}
# Acts that change the same thing: after a later one of them an earlier one is not undone.
SAME_THING = (frozenset({Act.TAG, Act.UNTAG}), frozenset({Act.SNOOZE, Act.WAKE}))


def same_thing(act: Act) -> frozenset[Act]:
    """Return the acts that change what `act` changes, itself among them."""
    return next((acts for acts in SAME_THING if act in acts), frozenset({act}))


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asks for an act on which item. `holder` is whom it is assigned to, `wanted` to whom next.

    `actor` 0 is the machine.
    """

    roles: frozenset[str]
    actor: int
    is_open: bool
    holder: int | None = None
    wanted: int | None = None
    is_recused: bool = False  # who asks, from the item


def refusal(act: Act, asked: Asked) -> Refusal | None:
    """Return the rule that refuses the act, or None when it may be done."""
    if not ROLES[act] & asked.roles:
        return Refusal("role", _("Your role may not do this. Ask an editor or administrator."))
    if not asked.is_open and act != Act.DISMISS:
        return Refusal("is_open", _("This claim has left the queue. Restore or reopen it first."))
    # A tag or a snooze of theirs would decide whether and by whom the claim is checked.
    if asked.is_recused and not _gives_back(act, asked):
        return Refusal("is_not_recused", GUARDS["is_not_recused"].message)
    if act == Act.ASSIGN and not _may_assign(asked):
        return Refusal(
            "assigns_others", _("Only an editor assigns claims to others, or takes them away.")
        )
    return None


def _gives_back(act: Act, asked: Asked) -> bool:
    return act == Act.ASSIGN and asked.holder == asked.actor and asked.wanted is None


def _may_assign(asked: Asked) -> bool:
    """A fact-checker takes what nobody has and gives back their own; an editor decides for all."""
    own = {None, asked.actor}
    return bool(asked.roles & EDITORS) or (asked.holder in own and asked.wanted in own)
