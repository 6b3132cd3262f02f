"""What is known of one claim: where it was made, its family, what others found before."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import F, Q

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

    Not of others that were merged: what stands has their relations. At most SHOWN_RELATIVES: a
    claim everybody repeats is related to thousands.
    """
    lower = Q(lower=claim_id, higher__merged_into__isnull=True)
    of_claim = ClaimRelation.objects.filter(
        lower | Q(higher=claim_id, lower__merged_into__isnull=True)
    )
    both = of_claim.select_related("lower", "higher").defer("lower__vector", "higher__vector")
    return list(both.order_by("-similarity", "id")[:SHOWN_RELATIVES])


def other_side(relation: ClaimRelation, claim_id: int) -> Claim:
    """Return the claim of `relation` that is not `claim_id`."""
    return relation.higher if relation.lower_id == claim_id else relation.lower


def family_members(claim: Claim) -> list[Claim]:
    """Return other claims that answer the same question differently; at most SHOWN_RELATIVES."""
    if claim.family_id is None:
        return []
    members = Claim.objects.filter(family=claim.family_id, merged_into__isnull=True)
    return list(members.exclude(pk=claim.pk).defer("vector").order_by("id")[:SHOWN_RELATIVES])


def claim_earlier_checks(claim: Claim) -> list[EarlierCheckMatch]:
    """Return the fact-checks of other desks that are about the claim, the nearest first.

    Also those of claims merged into it, each check once, and those that somebody said are not: they
    are `hidden_at` a moment. What is hidden for one of the claims is so for both.
    """
    of_both = EarlierCheckMatch.objects.filter(Q(claim=claim) | Q(claim__merged_into=claim))
    matches = of_both.select_related("check_found", "hidden_by")
    matches = matches.defer("check_found__vector", "check_found__claim_review")
    hidden_last = matches.order_by(F("hidden_at").asc(nulls_first=True), "similarity")
    shown = {each.check_found_id: each for each in hidden_last}
    return sorted(shown.values(), key=lambda each: each.similarity, reverse=True)
