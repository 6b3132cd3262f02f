"""Recusals: what a person has nothing to do with, who may say so, and who may end it."""

from __future__ import annotations

from enum import StrEnum

from reviews.domain.guards import gettext_noop as _
from reviews.domain.states import EDITOR, REVIEWERS, Refusal


class Kind(StrEnum):
    """What a recusal is from."""

    TAG = "tag"
    WORD = "word"
    SOURCE = "source"
    SPEAKER = "speaker"


def declaring(roles: frozenset[str], *, for_oneself: bool) -> Refusal | None:
    """Return why somebody with `roles` may not declare a recusal, or None when they may."""
    if for_oneself and roles & REVIEWERS:
        return None
    return _without(roles, _("Only an editor declares a recusal for somebody else."))


def ending(roles: frozenset[str], *, for_oneself: bool, own_word: bool) -> Refusal | None:
    """Return why somebody with `roles` may not end a recusal, or None when they may.

    `for_oneself`: they are the one recused; `own_word`: they declared it. What an editor declared
    for somebody is not that person's to end, even if they are an editor too.
    """
    if for_oneself and not own_word:
        message = _("Somebody else declared this recusal for you. Ask another editor to end it.")
        return Refusal("declared_by_another", message)
    if for_oneself and roles & REVIEWERS:
        return None
    return _without(roles, _("Only an editor ends a recusal of somebody else."))


def _without(roles: frozenset[str], message: str) -> Refusal | None:
    return None if EDITOR in roles else Refusal("role", message)
