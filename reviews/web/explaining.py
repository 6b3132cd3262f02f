"""Why the matcher takes two statements for one claim, or does not: side by side, with reasons."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from claims.matching.compare import score
from claims.models import Claim
from claims.selectors.claims import (
    claim_appearances,
    claim_earlier_checks,
    claim_relations,
    other_side,
)
from claims.selectors.explaining import Explained, explained
from factcheck import flow
from factcheck.web.permissions import desk
from reviews.selectors.claim_items import newest_item
from reviews.web.explained_pieces import left_pieces, right_pieces, shown_pairs
from reviews.web.explained_words import OUTCOMES, otherwise, shown_reasons


@desk()
@require_safe
def claim_explain(request: HttpRequest, claim_id: int) -> HttpResponse:
    """Show the claim beside the statement of `with`: "claim:12", "appearance:5" or "check:7".

    Without one, the statements that are known to have to do with it, to choose from.
    """
    claim = get_object_or_404(Claim.objects.defer("vector"), pk=claim_id)
    if "with" not in request.GET:
        return render(request, "reviews/explain_choice.html", _choice(claim))
    found = explained(claim, request.GET["with"], flow.search_meaning)
    if found is None:
        raise Http404
    return render(request, "reviews/explain.html", _shown(found))


def _choice(claim: Claim) -> dict[str, object]:
    return {
        "claim": claim,
        "item": newest_item(claim.pk),
        "appearances": [each for each in claim_appearances(claim.pk) if each.text != claim.text],
        "relatives": [other_side(each, claim.pk) for each in claim_relations(claim.pk)],
        "checks": [each.check_found for each in claim_earlier_checks(claim)],
    }


def _shown(found: Explained) -> dict[str, object]:
    explanation = found.explanation
    pairs = shown_pairs(explanation)
    return {
        "claim": found.claim,
        "item": newest_item(found.claim.pk),
        "found": found,
        "explanation": explanation,
        "outcome": OUTCOMES[explanation.comparison.outcome],
        "kept_outcome": OUTCOMES.get(found.kept_outcome, ""),
        "pairs": pairs,
        "sides": [
            (found.here, left_pieces(explanation, pairs)),
            (found.there, right_pieces(explanation, pairs)),
        ],
        "reasons": shown_reasons(explanation),
        "otherwise": [] if found.is_by_people else otherwise(explanation),
        "score": score(explanation.comparison.reasons),
    }
