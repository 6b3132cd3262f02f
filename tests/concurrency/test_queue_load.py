"""The queue's benchmark, small: real processes over HTTP, and what must hold afterwards."""

from __future__ import annotations

from rest_framework.authtoken.models import Token

from benchmarks.queue.checks import broken
from benchmarks.queue.load import run_load
from benchmarks.queue.server import serving
from factcheck.accounts.roles import Role
from reviews.domain.states import State
from reviews.models import QueueItem
from tests.factories import make_claim, make_person
from tests.workers import run_environment

REVIEWERS, ITEMS, SECONDS = 8, 500, 6.0
# Some walk away, and what they held runs out while the others work.
ENVIRONMENT = {"HTTPS": "false", "LEASE_SECONDS": "2", "LOG_LEVEL": "ERROR"}


def test_eight_reviewers_at_once_share_no_claim_and_lose_no_review() -> None:
    people = [make_person(Role.FACT_CHECKER) for _ in range(REVIEWERS)]
    tokens = [Token.objects.create(user=person).key for person in people]
    claims = [make_claim() for _ in range(ITEMS)]
    QueueItem.objects.bulk_create(QueueItem(claim=claim, state=State.QUEUED) for claim in claims)
    with serving("factcheck.wsgi:application", run_environment(ENVIRONMENT)) as server:
        load = run_load(server, tokens, name="small run", seconds=SECONDS)
    assert not {what: count for what, count in broken(load, "small run").items() if count}
    assert len(load.submitted) >= REVIEWERS
    assert load.said["submit again 409"] > 0
