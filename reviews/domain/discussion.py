"""Who may do what to a comment, and until when."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from reviews.domain.guards import GUARDS
from reviews.domain.guards import gettext_noop as _
from reviews.domain.states import Refusal

EDITABLE_FOR = datetime.timedelta(minutes=15)
# As many as a quick talk needs, and few enough that a program gone wild is stopped.
MOST_AT_ONCE, AT_ONCE = 30, datetime.timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Said:
    """What the rules ask of a comment and of who would change it."""

    is_author: bool
    is_recused: bool
    is_deleted: bool
    is_thread: bool
    age: datetime.timedelta


def writing(roles: frozenset[str], *, is_recused: bool, lately: int) -> Refusal | None:
    """Return why somebody may not write a comment, or None; `lately` they wrote so many."""
    if not roles:
        return Refusal("role", _("Comments are for people of the desk."))
    if is_recused:
        return _recused()
    if lately >= MOST_AT_ONCE:
        message = _("You have written many comments within a few minutes. Wait a little.")
        return Refusal("too_many", message)
    return None


def editing(said: Said) -> Refusal | None:
    """Return why a comment may not be changed any more, or None while it may."""
    if refusal := _of_another(said):
        return refusal
    if said.is_recused:
        return _recused()
    if said.age > EDITABLE_FOR:
        message = _("A comment can be changed for 15 minutes. Write another one below it.")
        return Refusal("too_late", message)
    return None


def deleting(said: Said) -> Refusal | None:
    """Return why a comment may not be deleted, or None. Whoever is recused takes back their own."""
    return _of_another(said)


def resolving(roles: frozenset[str], said: Said) -> Refusal | None:
    """Return why a thread may not be marked as resolved or taken up again, or None."""
    if not roles:
        return Refusal("role", _("Comments are for people of the desk."))
    if said.is_recused:
        return _recused()
    if not said.is_thread:
        return Refusal("is_thread", _("Answers are resolved with the comment they answer."))
    return None


def _of_another(said: Said) -> Refusal | None:
    if not said.is_author:
        return Refusal("is_author", _("Only whoever wrote a comment changes or deletes it."))
    if said.is_deleted:
        return Refusal("is_deleted", _("This comment was deleted."))
    return None


def _recused() -> Refusal:
    return Refusal("is_not_recused", GUARDS["is_not_recused"].message)
