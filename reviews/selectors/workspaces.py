"""All that a reviewer needs to see of one queue item, in a bounded number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils import timezone

from claims.models import (
    Alert,
    Appearance,
    Claim,
    ClaimDecision,
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
from claims.selectors.decisions import claim_decisions
from claims.selectors.reach import Reach, claim_reach
from factcheck.accounts.models import User
from reviews.domain.states import Event, State, open_events
from reviews.models import Lease, QueueItem, QueueMove, Review, ReviewStatus, Verdict, VerdictStatus
from reviews.selectors.attached import Attached, attached_to
from reviews.selectors.claim_items import newest_items
from reviews.selectors.repeats import RepeatsShown, repeats_beside
from reviews.selectors.reviews import reviews_visible_to
from reviews.selectors.secret_reviews import moves_readable_by, secret_drafts
from reviews.selectors.situations import situation_of


@dataclass(frozen=True, slots=True)
class Relative:
    """Another claim of the family, or a related one; `item_id` is its latest queue item.

    `verdict` is what the desk has published of it, for claims of the family.
    """

    claim: Claim
    outcome: str
    aspects: tuple[str, ...]
    similarity: float | None
    item_id: int | None
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Merged:
    """A claim that is merged into the one shown; `evidence` are the rows on it alone."""

    claim: Claim
    item_id: int | None
    evidence: int


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
    attached: Attached
    moves: Sequence[QueueMove]
    events: frozenset[Event]
    is_recused: bool
    context: Context | None
    appearances: Sequence[Appearance]
    reach: Reach | None  # of a claim that was made in one place nobody asks
    family: Sequence[Relative]
    related: Sequence[Relative]
    earlier_checks: Sequence[EarlierCheckMatch]
    alerts: Sequence[Alert]
    repeats: Sequence[RepeatsShown]
    evidence: Sequence[Evidence]
    lease: Lease | None
    leases: Sequence[Lease]
    own_review: Review | None
    reviews: Sequence[Review]
    reviews_in: int
    reviews_are_secret: bool
    verdict: Verdict | None
    decisions: Sequence[ClaimDecision]
    merged: Sequence[Merged]

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
    def hidden_checks(self) -> list[EarlierCheckMatch]:
        """Return the earlier fact-checks that somebody said are not about the claim."""
        return [each for each in self.earlier_checks if each.hidden_at]

    @property
    def checked_here(self) -> list[Relative]:
        """Return the claims of the family that the desk has published a verdict on."""
        return [each for each in self.family if each.verdict]

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


def workspace_of(
    item: QueueItem,
    person: User,
    appearance_id: int | None = None,
    article_id: int | None = None,
) -> Workspace:
    """Return the workspace of `item` for `person`, with the text of one appearance or article."""
    attached = attached_to(item)
    situation = situation_of(item, person)
    visible = reviews_visible_to(item, person, submitted=situation.reviews_in)
    reviews = list(visible) if attached.reviews else []
    submitted = [each for each in reviews if each.status == ReviewStatus.SUBMITTED]
    appearances = claim_appearances(item.claim_id)
    kin = attached.relations or item.claim.family_id is not None
    relatives = claim_relatives(item.claim) if kin else []
    leases = list(item.leases.select_related("reviewer")) if attached.leases else []
    alerts = claim_alerts(item.claim_id) if attached.alerts else []
    return Workspace(
        item=item,
        attached=attached,
        moves=moves_readable_by(person, item),
        events=frozenset(open_events(State(item.state), situation)),
        is_recused=situation.is_recused,
        context=claim_context(appearances, appearance_id, article_id),
        appearances=appearances,
        reach=claim_reach(item.claim) if len(appearances) > 1 else None,
        family=[each for each in relatives if each.outcome == ClaimRelation.Outcome.DIFFERS],
        related=[each for each in relatives if each.outcome == ClaimRelation.Outcome.RELATED],
        earlier_checks=claim_earlier_checks(item.claim) if attached.earlier_checks else [],
        alerts=alerts,
        repeats=repeats_beside(item.claim_id, has_verdict=attached.standing_verdict, alerts=alerts),
        evidence=claim_evidence(item.claim) if attached.evidence else [],
        lease=next((each for each in leases if _runs(each)), None),
        leases=leases,
        own_review=next((each for each in reviews if each.reviewer_id == person.pk), None),
        reviews=submitted,
        reviews_in=situation.reviews_in,
        reviews_are_secret=situation.reviews_in > len(submitted),
        verdict=_verdict(item, person) if attached.verdict else None,
        decisions=list(claim_decisions(item.claim)) if attached.decisions else [],
        merged=claims_merged_into(item.claim) if attached.decisions else [],
    )


def _verdict(item: QueueItem, reader: User) -> Verdict | None:
    """Return the verdict of the item if `reader` may read it yet."""
    readable = Verdict.objects.filter(item=item).exclude(secret_drafts(reader))
    return readable.select_related("rating__scale", "author").first()


def claim_context(
    appearances: Sequence[Appearance],
    appearance_id: int | None = None,
    article_id: int | None = None,
) -> Context | None:
    """Return the text around the asked appearance, with all its claims marked.

    Else around the first in the asked article, else around the first of all.
    """
    asked = (
        each for each in appearances if appearance_id == each.pk or article_id == each.article_id
    )
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
    items, verdicts = newest_items(others), _published(claim, others.values())
    rows = [
        _relative(each, claim, pairs.get(pk), items.get(pk), verdicts.get(pk))
        for pk, each in others.items()
    ]
    return sorted(rows, key=lambda row: (-(row.similarity or 0.0), row.claim.pk))


def claims_merged_into(claim: Claim) -> list[Merged]:
    """Return the claims that are merged into `claim`, in the order they were made."""
    rows = Claim.objects.filter(merged_into=claim).defer("vector").order_by("pk")
    counted = rows.annotate(shown=Count("evidence", filter=Q(evidence__removed_at=None)))
    found = {each.pk: (each, each.shown) for each in counted}
    items = newest_items(found)
    return [Merged(each, items.get(pk), shown) for pk, (each, shown) in found.items()]


def claim_evidence(claim: Claim) -> list[Evidence]:
    """Return the evidence on the claim that was not removed, oldest first."""
    rows = claim.evidence.filter(removed_at__isnull=True)
    shown = rows.select_related("added_by", "copy", "watch").defer(*LARGE)
    return list(shown.order_by("id"))


def _runs(lease: Lease) -> bool:
    return lease.ended_at is None and lease.expires_at > timezone.now()


def _published(claim: Claim, others: Iterable[Claim]) -> dict[int, Verdict]:
    """Return the current verdicts on those of the claims that are of the family, by claim."""
    kin = [each.pk for each in others if _is_kin(each, claim)]
    if not kin:
        return {}
    current = Verdict.objects.filter(claim__in=kin, status=VerdictStatus.PUBLISHED)
    return {each.claim_id: each for each in current.select_related("rating")}


def _is_kin(one: Claim, other: Claim) -> bool:
    return one.family_id is not None and one.family_id == other.family_id


def _relative(
    claim: Claim,
    of: Claim,
    pair: ClaimRelation | None,
    item_id: int | None,
    verdict: Verdict | None,
) -> Relative:
    """A member of the family the matcher never compared with this claim differs too."""
    outcome = ClaimRelation.Outcome.DIFFERS if _is_kin(claim, of) else ClaimRelation.Outcome.RELATED
    return Relative(
        claim=claim,
        outcome=outcome,
        aspects=tuple(pair.aspects) if pair else (),
        similarity=pair.similarity if pair else None,
        item_id=item_id,
        verdict=verdict,
    )
