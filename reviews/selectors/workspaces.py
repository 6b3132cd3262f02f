"""All that a reviewer needs to see of one queue item, in a bounded number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils import timezone

from claims.models import (
    Alert,
    Appearance,
    Claim,
    ClaimRelation,
    EarlierCheckMatch,
    Evidence,
    Sentence,
)
from claims.selectors.alerts import claim_alerts
from claims.selectors.articles import article_appearances
from claims.selectors.claims import (
    claim_appearances,
    claim_earlier_checks,
    claim_relations,
    family_members,
    newest_versions,
    other_side,
)
from claims.selectors.copies import LARGE
from factcheck.accounts.models import User
from reviews.domain.states import Event, State, open_events
from reviews.models import Lease, QueueItem, QueueMove, Review, ReviewStatus, Verdict
from reviews.selectors.claim_items import newest_items
from reviews.selectors.reviews import reviews_visible_to
from reviews.selectors.secret_reviews import moves_readable_by, secret_drafts
from reviews.selectors.situations import situation_of


@dataclass(frozen=True, slots=True)
class Relative:
    """Another claim of the family, or a related one; `item` is its latest queue item."""

    claim: Claim
    outcome: str
    aspects: tuple[str, ...]
    similarity: float | None
    item_id: int | None


@dataclass(frozen=True, slots=True)
class Made:
    """An appearance, and the later ones that repeat it in the same article."""

    appearance: Appearance
    repeats: tuple[Appearance, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """The article pane: one appearance, all that was made in its article, and their items.

    `made_here` is in the order of the text; `items` are ids of queue items by claim.
    """

    appearance: Appearance
    made_here: Sequence[Appearance]
    items: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Workspace:
    """One item as `person` may see it. `reviews` of others are left out while they are secret."""

    item: QueueItem
    moves: Sequence[QueueMove]
    events: frozenset[Event]
    is_recused: bool
    context: Context | None
    appearances: Sequence[Appearance]
    family: Sequence[Relative]
    related: Sequence[Relative]
    earlier_checks: Sequence[EarlierCheckMatch]
    alerts: Sequence[Alert]
    evidence: Sequence[Evidence]
    lease: Lease | None
    leases: Sequence[Lease]
    own_review: Review | None
    reviews: Sequence[Review]
    reviews_in: int
    reviews_are_secret: bool
    verdict: Verdict | None

    @property
    def made(self) -> list[Made]:
        """Return the appearances, those that repeat another under the one they repeat.

        Of the versions of a page the newest that has the claim.
        """
        newest = newest_versions(self.appearances)
        shown = {each.pk for each in newest}
        again: defaultdict[int | None, list[Appearance]] = defaultdict(list)
        for each in newest:
            again[each.repeats_id].append(each)
        return [
            Made(each, tuple(again[each.pk])) for each in newest if each.repeats_id not in shown
        ]

    @property
    def sentence(self) -> Sentence | None:
        """Return the sentence the claim was first made in: the claim is that sentence, verbatim."""
        return self.appearances[0].sentence if self.appearances else None

    @property
    def sent_back(self) -> QueueMove | None:
        """Return the move with the editor's note, while the verdict is back with its author."""
        if self.item.state != State.SENT_BACK:
            return None
        moves = [move for move in self.moves if move.event == Event.SEND_BACK]
        return moves[-1] if moves else None

    @property
    def held(self) -> bool:
        """Return whether the person holds the item: the events of a holder are open."""
        return Event.RELEASE in self.events


def workspace_of(item: QueueItem, person: User, appearance_id: int | None = None) -> Workspace:
    """Return the workspace of `item` for `person`, showing the text of one appearance."""
    reviews = list(reviews_visible_to(item, person))
    submitted = [each for each in reviews if each.status == ReviewStatus.SUBMITTED]
    appearances = claim_appearances(item.claim_id)
    relatives = claim_relatives(item.claim)
    leases = list(item.leases.select_related("reviewer"))
    situation = situation_of(item, person)
    return Workspace(
        item=item,
        moves=moves_readable_by(person, item),
        events=frozenset(open_events(State(item.state), situation)),
        is_recused=situation.is_recused,
        context=claim_context(appearances, appearance_id),
        appearances=appearances,
        family=[each for each in relatives if each.outcome == ClaimRelation.Outcome.DIFFERS],
        related=[each for each in relatives if each.outcome == ClaimRelation.Outcome.RELATED],
        earlier_checks=claim_earlier_checks(item.claim),
        alerts=claim_alerts(item.claim_id),
        evidence=claim_evidence(item.claim),
        lease=next((each for each in leases if _runs(each)), None),
        leases=leases,
        own_review=next((each for each in reviews if each.reviewer_id == person.pk), None),
        reviews=submitted,
        reviews_in=situation.reviews_in,
        reviews_are_secret=situation.reviews_in > len(submitted),
        verdict=Verdict.objects.filter(item=item)
        .exclude(secret_drafts(person))
        .select_related("rating__scale", "author")
        .first(),
    )


def claim_context(
    appearances: Sequence[Appearance], appearance_id: int | None = None
) -> Context | None:
    """Return the text around the asked appearance (else the first), with all its claims marked."""
    asked = (each for each in appearances if each.pk == appearance_id)
    appearance = next(asked, appearances[0] if appearances else None)
    if appearance is None:
        return None
    made_here = article_appearances(appearance.article)
    return Context(appearance, made_here, newest_items(each.claim_id or 0 for each in made_here))


def claim_relatives(claim: Claim) -> list[Relative]:
    """Return other claims of the family and related ones, the nearest first."""
    pairs = {other_side(pair, claim.pk).pk: pair for pair in claim_relations(claim.pk)}
    others = {each.pk: each for each in family_members(claim)}
    others |= {pk: other_side(pair, claim.pk) for pk, pair in pairs.items()}
    items = newest_items(others)
    rows = [_relative(each, claim, pairs.get(pk), items.get(pk)) for pk, each in others.items()]
    return sorted(rows, key=lambda row: (-(row.similarity or 0.0), row.claim.pk))


def claim_evidence(claim: Claim) -> list[Evidence]:
    """Return the evidence on the claim that was not removed, oldest first."""
    rows = claim.evidence.filter(removed_at__isnull=True)
    shown = rows.select_related("added_by", "copy", "watch").defer(*LARGE)
    return list(shown.order_by("id"))


def _runs(lease: Lease) -> bool:
    return lease.ended_at is None and lease.expires_at > timezone.now()


def _relative(claim: Claim, of: Claim, pair: ClaimRelation | None, item_id: int | None) -> Relative:
    """A member of the family the matcher never compared with this claim differs too."""
    kin = of.family_id is not None and claim.family_id == of.family_id
    outcome = ClaimRelation.Outcome.DIFFERS if kin else ClaimRelation.Outcome.RELATED
    return Relative(
        claim=claim,
        outcome=outcome,
        aspects=tuple(pair.aspects) if pair else (),
        similarity=pair.similarity if pair else None,
        item_id=item_id,
    )
