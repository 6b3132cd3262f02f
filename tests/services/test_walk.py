"""The main job of the desk, end to end through its services."""

from __future__ import annotations

from factcheck.accounts.models import User
from reviews.domain.states import State
from reviews.models import VerdictStatus
from tests.walks import published_verdict


def test_a_claim_goes_from_the_queue_to_a_published_verdict(
    fact_checker: User, editor: User
) -> None:
    verdict = published_verdict(fact_checker, editor)
    verdict.item.refresh_from_db()
    assert verdict.status == VerdictStatus.PUBLISHED
    assert verdict.item.state == State.PUBLISHED
