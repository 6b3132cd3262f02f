"""Who may say which appearances are of which claim, and which of them may leave it."""

from __future__ import annotations

from dataclasses import dataclass

from reviews.domain.guards import GUARDS
from reviews.domain.guards import gettext_noop as _
from reviews.domain.states import EDITORS, REVIEWERS, Refusal


@dataclass(frozen=True, slots=True)
class Leaving:
    """Appearances that are to leave a claim, and the person who says so.

    `keeps_words`: the claim keeps an appearance in whose words it is, or keeps any if it has none.
    """

    roles: frozenset[str]
    is_recused: bool = False  # from the claim they leave or the one they go to
    is_published: bool = False  # a verdict on the claim they leave stands
    is_held: bool = False  # somebody else is at the claim they leave
    keeps_words: bool = True


def placing_refusal(roles: frozenset[str], *, is_recused: bool) -> Refusal | None:
    """Return why a person may not place appearances and claims at all; None when they may."""
    if not REVIEWERS & roles:
        return Refusal("role", _("Your role may not do this. Ask an editor or administrator."))
    if is_recused:
        return Refusal("is_not_recused", GUARDS["is_not_recused"].message)
    return None


def joining_refusal(roles: frozenset[str], *, is_published: bool) -> Refusal | None:
    """Return why a person may not put anything into a claim; None when they may.

    What is put into a published one is shown under its rating at once, with nobody asked.
    """
    if is_published and not EDITORS & roles:
        return Refusal(
            "joins_published", _("Your role may not do this. Ask an editor or administrator.")
        )
    return None


def leaving_refusal(asked: Leaving) -> Refusal | None:
    """Return the rule that keeps the appearances where they are; None when they may leave."""
    refusal = placing_refusal(asked.roles, is_recused=asked.is_recused)
    if refusal is not None:
        return refusal
    if asked.is_published and not EDITORS & asked.roles:
        return Refusal(
            "leaves_published",
            _("A verdict on this claim is published. Ask an editor to take something out of it."),
        )
    if asked.is_held:
        return Refusal("is_free", GUARDS["is_free"].message)
    if not asked.keeps_words:
        return Refusal(
            "keeps_words",
            _(
                "The claim is in the words of this appearance, so it stays."
                " Take the others away, or merge the whole claim into another."
            ),
        )
    return None
