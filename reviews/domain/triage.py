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


@dataclass(frozen=True, slots=True)
class Assignee:
    """Somebody an item may be assigned to. `is_sent_back`: its verdict is, to be mended."""

    roles: frozenset[str]
    is_active: bool = True
    is_recused: bool = False
    has_reviewed: bool = False
    has_written: bool = False  # the verdict of the item, or a former version of its draft
    is_sent_back: bool = False


def assignee_refusal(person: Assignee) -> Refusal | None:
    """Return why the item cannot be left to this person, with the remedy; None when it can.

    Only a verdict that was sent back waits for somebody who had a part in it: its author.
    """
    if not person.is_active:
        return Refusal("is_active", _("This person has no account any more. Choose another."))
    if not person.roles & REVIEWERS:
        return Refusal("role", _("Choose a fact-checker or an editor."))
    if person.is_recused:
        return Refusal(
            "is_not_recused", _("This person is recused from the claim. Choose another.")
        )
    if person.has_reviewed and not person.is_sent_back:
        return Refusal(
            "has_not_reviewed", _("This person has reviewed the claim already. Choose another.")
        )
    if person.has_written and not person.is_sent_back:
        return Refusal(
            "is_not_author", _("This person wrote on the verdict. Choose another to decide on it.")
        )
    return None
