"""Verdicts waiting for an editor, and all that one has to see to decide on one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from claims.models import Appearance
from claims.selectors.claims import claim_appearances
from factcheck.accounts.models import User
from reviews.domain.content import EvidenceContent
from reviews.domain.guards import GUARDS, Situation
from reviews.domain.states import (
    ASKED_WITH_THE_MOVE,
    CHOICE,
    TABLE,
    Event,
    Refusal,
    State,
    open_events,
)
from reviews.models import Handover, QueueMove, Review, ReviewStatus, Verdict, VerdictStatus
from reviews.selectors.contents import frozen_evidence, verdict_evidence, verdict_hash
from reviews.selectors.situations import situation_of
from reviews.selectors.workspaces import Context, claim_context

SHOWN = 100


@dataclass(frozen=True, slots=True)
class SignOff:
    """One verdict as an editor sees it. `published` is the version it would supersede.

    `missing` are the rules that stand between the verdict and its next moves.
    """

    verdict: Verdict
    hash: str
    events: frozenset[Event]
    missing: Sequence[Refusal]
    context: Context | None
    appearances: Sequence[Appearance]
    reviews: Sequence[Review]
    ratings_agree: bool
    evidence: Sequence[EvidenceContent]
    published: Verdict | None
    moves: Sequence[QueueMove]
    handovers: Sequence[Handover]


def verdicts_waiting() -> QuerySet[Verdict]:
    """Return the drafts that wait for an editor, by the priority of their claims; at most SHOWN."""
    drafts = Verdict.objects.filter(status=VerdictStatus.DRAFT, item__state=State.SIGN_OFF)
    context = drafts.select_related("claim", "rating", "author", "approver", "item")
    sent_back = QueueMove.objects.filter(item=OuterRef("item"), event=Event.SEND_BACK)
    told = context.annotate(was_sent_back=Exists(sent_back))
    return told.defer("claim__vector").order_by("-item__priority", "id")[:SHOWN]


def sign_off_of(verdict: Verdict, person: User) -> SignOff:
    """Return what `person` needs to decide on `verdict`."""
    item = verdict.item
    situation = situation_of(item, person)
    appearances = claim_appearances(verdict.claim_id)
    submitted = item.reviews.filter(status=ReviewStatus.SUBMITTED).order_by("submitted_at")
    reviews = list(submitted.select_related("reviewer", "rating").prefetch_related("evidence"))
    earlier = Verdict.objects.filter(claim=verdict.claim_id, version__lt=verdict.version)
    return SignOff(
        verdict=verdict,
        hash=verdict.content_hash or verdict_hash(verdict),
        events=frozenset(open_events(State(item.state), situation)),
        # Both moves may ask for the same thing; it is said once.
        missing=list(dict.fromkeys(_missing(State(item.state), situation))),
        context=claim_context(appearances),
        appearances=appearances,
        reviews=reviews,
        ratings_agree=situation.ratings_agree,
        evidence=evidence_of(verdict),
        published=earlier.select_related("rating").order_by("-version").first()
        if verdict.version > 1
        else None,
        moves=list(item.moves.select_related("by")),
        handovers=list(verdict.handovers.select_related("former", "author", "by")),
    )


def evidence_of(verdict: Verdict) -> list[EvidenceContent]:
    """Return the evidence shown with a verdict: as published, or as it stands for a draft."""
    if verdict.status == VerdictStatus.DRAFT:
        return verdict_evidence(verdict)
    return frozen_evidence(verdict)


def _missing(state: State, situation: Situation) -> Iterator[Refusal]:
    """Yield, for what may come next, the guards that do not hold yet."""
    for event in (Event.SIGN_OFF, Event.PUBLISH):
        rows = [row for row in TABLE if row.source == state and row.event == event]
        for row in rows:
            if all(GUARDS[name].holds(situation) for name in CHOICE & set(row.guards)):
                yield from _unmet(row.guards, situation)


def _unmet(guards: Sequence[str], situation: Situation) -> Iterator[Refusal]:
    """Yield the guards that stop a move and are not asked with it."""
    if situation.signed_off:
        guards = [name for name in guards if name != "is_not_signed_off"]
    for name in guards:
        if name not in ASKED_WITH_THE_MOVE and not GUARDS[name].holds(situation):
            yield Refusal(name, GUARDS[name].message)
