"""Undoing what a person decided of claims, whatever it was."""

from __future__ import annotations

from claims.models import ClaimDecision, DecisionKind
from claims.selectors.decisions import claims_version
from factcheck.accounts.models import User
from factcheck.texts import check_text
from reviews.services.kinship import kinship_undo
from reviews.services.merging import claim_unmerge
from reviews.services.moves import MAX_NOTE
from reviews.services.placing_rules import check_not_undone
from reviews.services.splitting import move_undo, split_undo


def decision_undo(*, decision: ClaimDecision, actor: User, note: str = "") -> ClaimDecision:
    """Put back what a decision changed, as far as nothing changed it since; return the decision.

    Undoing a split returns the merge that makes one of both again. Raises what the undoing of its
    kind raises, WrongState `undone` when somebody was faster, InvalidInput for a note that cannot
    be kept.
    """
    check_text("note", note, limit=MAX_NOTE)
    check_not_undone(decision)
    match DecisionKind(decision.kind):
        case DecisionKind.MERGE:
            return claim_unmerge(claim=decision.claim, actor=actor, note=note, decided=decision)
        case DecisionKind.MOVE:
            return move_undo(decision=decision, actor=actor, note=note)
        case DecisionKind.SPLIT:
            both = [decision.claim_id, decision.other_id]
            version = claims_version(both)
            return split_undo(decision=decision, actor=actor, note=note, based_on=version)
        case DecisionKind.DIFFERS | DecisionKind.APART:
            return kinship_undo(decision=decision, actor=actor, note=note)
