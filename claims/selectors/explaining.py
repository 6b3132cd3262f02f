"""Why two statements the desk knows are, or are not, one claim."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import cast

from django.db.models import Q
from django.utils.translation import gettext as _

from claims.extraction.plain import fold
from claims.matching.explaining import Explanation, explain, mirrored_reasons
from claims.matching.types import Aspect, Comparison, Gist, Outcome, Statement
from claims.models import (
    Appearance,
    Claim,
    ClaimDecision,
    ClaimRelation,
    EarlierCheck,
    EarlierCheckMatch,
)
from claims.models.values import Row, match_reasons_of
from claims.selectors.decisions import decision_on_pair, placing_of
from claims.selectors.statements import gist_of_article, with_statements
from claims.selectors.told import Told, told_appearance, told_check, told_claim
from factcheck.errors import WrongState

Vector = tuple[float, ...]
# The vector of a text, None while no worker has made it: the model is in no process of the web.
Meaning = Callable[[str], Sequence[float] | None]


@dataclass(frozen=True, slots=True)
class Explained:
    """A claim beside another statement; the explanation has the claim on the left.

    `is_kept`: outcome and reasons are those of the moment the matcher compared the two; else they
    are today's, and `kept_outcome` is all that is known of that moment, "" if it never came.
    `is_by_people`: no matcher said so; `decision` is how, None where it is not known any more.
    """

    claim: Claim
    here: Told
    there: Told
    explanation: Explanation
    is_kept: bool
    kept_outcome: str
    is_by_people: bool = False
    decision: ClaimDecision | None = None


def explained_with_claim(claim: Claim, other: Claim) -> Explained:
    """Explain what the matcher says of two claims."""
    pair = Q(lower=claim, higher=other) | Q(lower=other, higher=claim)
    relation = ClaimRelation.objects.filter(pair).first()
    kept = None
    if relation:
        # It was the later claim that was compared with the earlier one.
        is_mirrored = relation.higher_id != claim.pk
        kept = _kept(
            relation.outcome, relation.similarity, relation.reasons, relation.aspects,
            is_mirrored=is_mirrored,
        )  # fmt: skip
    found = _explained(claim, told_claim(other), kept, lambda: _vector(other))
    return replace(found, decision=decision_on_pair(claim, other)) if found.is_by_people else found


def explained_with_appearance(claim: Claim, appearance: Appearance, meaning: Meaning) -> Explained:
    """Explain why an appearance belongs to the claim, or what the matcher says of it.

    Raises WrongState (not_read_yet) where that takes a vector which `meaning` does not have yet.
    """
    kept = None
    similarity, reasons = appearance.match_similarity, appearance.match_reasons
    if appearance.claim_id == claim.pk and (reasons or similarity is not None):
        # What people placed was compared with nothing: it has no similarity.
        kept = _kept("same", similarity or 0.0, reasons, is_mirrored=True)
    told = told_appearance(appearance)
    found = _explained(claim, told, kept, lambda: _vector_like(claim, told.statement, meaning))
    return replace(found, decision=placing_of(appearance)) if found.is_by_people else found


def explained_with_check(claim: Claim, check: EarlierCheck) -> Explained:
    """Explain what the matcher says of the claim and a fact-check of another desk."""
    match = EarlierCheckMatch.objects.filter(claim=claim, check_found=check).first()
    kept = _kept(match.outcome, match.similarity, match.reasons) if match else None
    return _explained(claim, told_check(check), kept, lambda: _vector(check))


def _kept(
    outcome: str,
    similarity: float,
    reasons: Sequence[Row],
    aspects: Sequence[str] = (),
    *,
    is_mirrored: bool = False,
) -> Comparison:
    """Return a stored comparison with the claim on the left."""
    found = match_reasons_of(reasons)
    return Comparison(
        outcome=cast("Outcome", outcome),
        similarity=similarity,
        aspects=tuple(cast("Aspect", each) for each in aspects),
        reasons=mirrored_reasons(found) if is_mirrored else found,
    )


def _explained(
    claim: Claim, there: Told, kept: Comparison | None, vector: Callable[[], Vector]
) -> Explained:
    here = told_claim(claim)
    is_kept = kept is not None and bool(kept.reasons)
    left, right = here.statement, there.statement
    if not is_kept:
        left = replace(left, vector=_vector(claim), gist=_gist(here))
        right = replace(right, vector=vector(), gist=_gist(there))
    explanation = explain(left, right, kept if is_kept else None)
    outcome = kept.outcome if kept else ""
    return Explained(
        claim, here, there, explanation, is_kept, outcome,
        is_by_people=kept is not None and any(each.signal == "by_people" for each in kept.reasons),
    )  # fmt: skip


def _gist(told: Told) -> Gist:
    if told.kind == "claim":
        [(_claim, statement)] = with_statements(Claim.objects.filter(pk=told.pk))
        return statement.gist
    return gist_of_article(told.article.pk) if told.article else ()


def _vector(row: Claim | EarlierCheck) -> Vector:
    return tuple(map(float, row.vector))


def _vector_like(claim: Claim, statement: Statement, meaning: Meaning) -> Vector:
    """Return the vector of an appearance: none is kept of it but where it made the claim."""
    if fold(statement.text) == fold(claim.text):
        return _vector(claim)
    found = meaning(statement.text)
    if found is None:
        message = _("The machine has not read this wording yet. Look again in a moment.")
        raise WrongState(message, code="not_read_yet")
    return tuple(map(float, found))


# What a claim may be explained beside, as asked for: "claim:12", "appearance:5", "check:7".
OTHER = re.compile(r"(claim|appearance|check):(\d{1,18})")


def explained(claim: Claim, other: str, meaning: Meaning) -> Explained | None:
    """Explain the claim beside another statement, named as in OTHER; None if there is none such.

    Raises WrongState (not_read_yet) while nobody has read a wording that was never compared.
    """
    match = OTHER.fullmatch(other)
    if match is None:
        return None
    kind, pk = match[1], int(match[2])
    if kind == "claim":
        row = Claim.objects.defer("vector").filter(pk=pk).exclude(pk=claim.pk).first()
        return explained_with_claim(claim, row) if row else None
    if kind == "appearance":
        made = Appearance.objects.select_related("article__source").filter(pk=pk)
        place = made.defer("article__text", "article__received").first()
        return explained_with_appearance(claim, place, meaning) if place else None
    check = EarlierCheck.objects.defer("vector").filter(pk=pk).first()
    return explained_with_check(claim, check) if check else None
