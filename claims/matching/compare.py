"""Say whether two statements are one claim, one family, one topic, or none of these.

The score is the sum of the weights of the reasons, the log of the odds that the two answer one
question: at 0 it is even. The weights are fitted by `fitting`.
"""

from __future__ import annotations

from claims.matching.aspects import differing_aspects
from claims.matching.observation import TYPICAL_CROWDING, Observation, observe
from claims.matching.signals import reasons_of
from claims.matching.types import Aspect, Comparison, MatchReason, Outcome, Statement

# A centred cosine of unrelated news lies under .3, of one topic above .4; see `centring`.
RELATED_SIMILARITY = 0.43
# Within one language a sentence lies closer to what contradicts it than to its own translation.
SAME_SIMILARITY, SAME_SIMILARITY_TRANSLATED = 0.78, 0.72
SAME_SCORE = 3.0


def score(reasons: tuple[MatchReason, ...]) -> float:
    """Return the sum of the weights: at 0 and above, one question is answered."""
    return sum(reason.weight for reason in reasons)


def answers_one_question(comparison: Comparison) -> bool:
    """Say whether two statements answer one question, be it that nothing tells them apart."""
    return score(comparison.reasons) >= 0


def _outcome(seen: Observation, total: float, aspects: tuple[Aspect, ...]) -> Outcome:
    if total >= 0 and aspects:
        return "differs"
    near = SAME_SIMILARITY if seen.one_language else SAME_SIMILARITY_TRANSLATED
    if total >= SAME_SCORE and seen.similarity >= near:
        return "same"
    # Also what answers one question, by the score, too far apart to be joined unseen, and without
    # anything to point at in which it differs.
    if seen.similarity >= RELATED_SIMILARITY or total >= -2:
        return "related"
    return "unrelated"


def compare(left: Statement, right: Statement, crowding: float = TYPICAL_CROWDING) -> Comparison:
    """Compare two statements; both vectors are from `embeddings.embed_statements`.

    `crowding` is the mean of their `crowding.crowding_of`, where their neighbours are known.
    """
    seen = observe(left, right, crowding)
    reasons = reasons_of(seen)
    aspects = differing_aspects(seen)
    outcome = _outcome(seen, score(reasons), aspects)
    return Comparison(
        outcome=outcome,
        similarity=seen.similarity,
        aspects=aspects if outcome == "differs" else (),
        reasons=reasons,
    )
