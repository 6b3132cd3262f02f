"""For each guard of the table: facts that let it pass, and facts that make it refuse."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from reviews.domain.guards import Situation

Facts = dict[str, Any]

PASSES: dict[str, Facts] = {
    "is_free": {"is_leased": False},
    "is_held": {"is_leased": True},
    "holds_lease": {"holds_lease": True},
    "has_not_reviewed": {"has_reviewed": False},
    "is_not_recused": {"is_recused": False},
    "was_just_submitted": {"was_just_submitted": True},
    "review_is_complete": {"review_is_complete": True},
    "review_has_evidence": {"review_has_evidence": True},
    "needs_more_reviews": {"reviews_in": 1, "reviews_wanted": 2},
    "has_all_reviews": {"reviews_in": 2, "reviews_wanted": 2},
    "ratings_agree": {"ratings_agree": True},
    "ratings_differ": {"ratings_agree": False},
    "is_author": {"is_author": True},
    "is_not_author": {"is_author": False},
    "has_evidence": {"has_evidence": True},
    "is_signed_off": {"signed_off": True},
    "is_not_signed_off": {"signed_off": False},
    "is_first_version": {"is_correction": False},
    "is_correction": {"is_correction": True},
    "says_what_changed": {"says_what_changed": True},
    "reply_is_settled": {"reply_is_settled": True},
    "is_current": {"is_current": True},
    "is_latest": {"is_latest": True},
    "was_reopened": {"was_reopened": True},
    "was_not_reopened": {"was_reopened": False},
    "kind_fits_rating": {"is_correction": True, "kind_fits_rating": True},
    "origins_are_enough": {"origins_are_enough": True},
    "few_origins_are_known": {"few_origins_are_known": True},
    "is_past_review_by": {"is_past_review_by": True},
    "can_have_more_reviews": {"reviews_in": 1, "reviews_wanted": 2},
    "is_unjudged": {"reviews_in": 0, "is_judged": False},
    "other_stands": {"other_stands": True},
    "gives_note": {"gives_note": True},
}
REFUSES: dict[str, Facts] = {
    "is_free": {"is_leased": True},
    "is_held": {"is_leased": False},
    "holds_lease": {"holds_lease": False},
    "has_not_reviewed": {"has_reviewed": True},
    "is_not_recused": {"is_recused": True},
    "was_just_submitted": {"was_just_submitted": False},
    "review_is_complete": {"review_is_complete": False},
    "review_has_evidence": {"review_has_evidence": False},
    "needs_more_reviews": {"reviews_in": 2, "reviews_wanted": 2},
    "has_all_reviews": {"reviews_in": 1, "reviews_wanted": 2},
    "ratings_agree": {"ratings_agree": False},
    "ratings_differ": {"ratings_agree": True},
    "is_author": {"is_author": False},
    "is_not_author": {"is_author": True},
    "has_evidence": {"has_evidence": False},
    "is_signed_off": {"signed_off": False},
    "is_not_signed_off": {"signed_off": True},
    "is_first_version": {"is_correction": True},
    "is_correction": {"is_correction": False},
    "says_what_changed": {"is_correction": True, "says_what_changed": False},
    "reply_is_settled": {"reply_is_settled": False},
    "is_current": {"is_current": False},
    "is_latest": {"is_latest": False},
    "was_reopened": {"was_reopened": False},
    "was_not_reopened": {"was_reopened": True},
    "kind_fits_rating": {"is_correction": True, "kind_fits_rating": False},
    "origins_are_enough": {"origins_are_enough": False},
    "few_origins_are_known": {"few_origins_are_known": False},
    "is_past_review_by": {"is_past_review_by": False},
    "can_have_more_reviews": {"ratings_agree": False},
    "is_unjudged": {"is_judged": True},
    "other_stands": {"other_stands": False},
    "gives_note": {"gives_note": False},
}


def permitting(guards: Iterable[str], role: str) -> Situation:
    """Return a situation of somebody with `role` in which all the guards pass."""
    situation = Situation(roles=frozenset({role}))
    for guard in guards:
        situation = replace(situation, **PASSES[guard])
    return situation
