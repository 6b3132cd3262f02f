"""What is known of one claim: where it was made, its family, what others found before."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q

from claims.models import Appearance, Claim, ClaimRelation, EarlierCheckMatch

SHOWN_RELATIVES = 20


def claim_appearances(claim_id: int) -> list[Appearance]:
    """Return where the claim was made, in the order in which the desk learned of it."""
    made = Appearance.objects.filter(claim=claim_id).select_related("article__source", "sentence")
    return list(made.defer("article__text", "article__received").order_by("id"))


def newest_versions(appearances: Iterable[Appearance]) -> list[Appearance]:
    """Return the appearances but those in a version whose next one has the claim here, too.

    A page that says it in three versions says it once. One whose next version says it no more is
    kept: there it was made.
    """
    every = list(appearances)
    superseded = {each.article.supersedes_id for each in every}
    return [each for each in every if each.article_id not in superseded]


def claim_relations(claim_id: int) -> list[ClaimRelation]:
    """Return what the matcher says of the claim and others, the nearest first, with both claims.

    At most SHOWN_RELATIVES: a claim everybody repeats is related to thousands.
    """
    of_claim = ClaimRelation.objects.filter(Q(lower=claim_id) | Q(higher=claim_id))
    both = of_claim.select_related("lower", "higher").defer("lower__vector", "higher__vector")
    return list(both.order_by("-similarity", "id")[:SHOWN_RELATIVES])


def other_side(relation: ClaimRelation, claim_id: int) -> Claim:
    """Return the claim of `relation` that is not `claim_id`."""
    return relation.higher if relation.lower_id == claim_id else relation.lower


def family_members(claim: Claim) -> list[Claim]:
    """Return other claims that answer the same question differently; at most SHOWN_RELATIVES."""
    if claim.family_id is None:
        return []
    members = Claim.objects.filter(family=claim.family_id).exclude(pk=claim.pk).defer("vector")
    return list(members.order_by("id")[:SHOWN_RELATIVES])


def claim_earlier_checks(claim: Claim) -> list[EarlierCheckMatch]:
    """Return the fact-checks of other desks that are about the claim, the nearest first."""
    matches = claim.earlier_checks.select_related("check_found").defer("check_found__vector")
    return list(matches.order_by("-similarity"))
