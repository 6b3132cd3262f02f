"""How often a claim with a verdict was made again, outlet by outlet; counted, never stored."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from claims.evidence.sharing import groups_sharing
from claims.models import Alert, AlertKind
from claims.selectors.sightings import Sighting, claim_sightings
from reviews.models import Verdict
from reviews.selectors.checked import Stand, standing_verdicts

Pair = tuple[int, int]  # ids: the claim that is made, and the one with the verdict


@dataclass(frozen=True, slots=True)
class OutletRepeats:
    """Pages of one outlet with the claim; `outlet` is "" for those nobody knows an outlet of.

    `before`: the desk had them when it published. `since`: they came later; of these `dated_before`
    bear an earlier day than the verdict, and `texts` are not copies of one another.
    """

    outlet: str
    before: int
    since: int
    dated_before: int
    texts: int


@dataclass(frozen=True, slots=True)
class Repeats:
    """What became of a claim since the desk published its verdict on it, or on one of its family.

    `outlets`: who repeated it most first. `texts`: how many of the pages that came since share
    neither outlet nor wording with another. `newest` came last; None while none came.
    """

    verdict: Verdict
    since: datetime.datetime
    outlets: tuple[OutletRepeats, ...]
    texts: int
    newest: Sighting | None

    @property
    def before(self) -> int:
        """Return how many pages the desk had when it published."""
        return sum(each.before for each in self.outlets)

    @property
    def times(self) -> int:
        """Return how many pages came since."""
        return sum(each.since for each in self.outlets)

    @property
    def dated_before(self) -> int:
        """Return how many of the pages that came since bear an earlier day."""
        return sum(each.dated_before for each in self.outlets)

    @property
    def outlets_since(self) -> int:
        """Return how many outlets, of those known by name, have pages that came since."""
        return sum(1 for each in self.outlets if each.since and each.outlet)

    @property
    def outlets_after(self) -> int:
        """Return how many outlets made the claim on a later day than the verdict's."""
        return sum(1 for each in self.outlets if each.since > each.dated_before and each.outlet)


@dataclass(frozen=True, slots=True)
class RepeatsShown:
    """What became of a claim, counted from its own verdict or from one on its family."""

    repeats: Repeats
    is_own: bool


def claim_repeats(claim_id: int) -> Repeats | None:
    """Return what became of a claim since the desk's verdict on it; None while none stands."""
    return repeats_of([(claim_id, claim_id)]).get((claim_id, claim_id))


def repeats_beside(
    claim_id: int, *, has_verdict: bool, alerts: Sequence[Alert]
) -> list[RepeatsShown]:
    """Return what the workspace of a claim shows: from its own verdict, and from `alerts` of it."""
    checked = {claim_id} if has_verdict else set()
    for alert in alerts:
        if alert.kind == AlertKind.REPEAT and alert.checked_claim_id:
            checked.add(alert.checked_claim_id)
    pairs = [(claim_id, each) for each in sorted(checked)]
    return [
        RepeatsShown(repeats, is_own=verdict_on == claim_id)
        for (_claim, verdict_on), repeats in repeats_of(pairs).items()
    ]


def repeats_of(pairs: Collection[Pair]) -> dict[Pair, Repeats]:
    """Return what became of claims since verdicts were published, where they stand; two queries."""
    stands = standing_verdicts({checked for _claim, checked in pairs}) if pairs else {}
    counted = [pair for pair in dict.fromkeys(pairs) if pair[1] in stands]
    seen = claim_sightings({claim for claim, _checked in counted}) if counted else {}
    return {pair: _repeats(stands[pair[1]], seen[pair[0]]) for pair in counted}


def _repeats(stand: Stand, seen: Sequence[Sighting]) -> Repeats:
    by_outlet: dict[int | None, list[Sighting]] = defaultdict(list)
    for each in seen:
        by_outlet[each.source_id].append(each)
    outlets = [_outlet(pages, stand.since) for pages in by_outlet.values()]
    came = [each for each in seen if each.came_at > stand.since]
    return Repeats(
        verdict=stand.verdict,
        since=stand.since,
        outlets=tuple(sorted(outlets, key=lambda each: (-each.since, -each.before, each.outlet))),
        texts=_texts(came),
        newest=came[0] if came else None,
    )


def _outlet(pages: Sequence[Sighting], since: datetime.datetime) -> OutletRepeats:
    came = [each for each in pages if each.came_at > since]
    return OutletRepeats(
        outlet=pages[0].outlet,
        before=len(pages) - len(came),
        since=len(came),
        dated_before=sum(1 for each in came if each.dated_at <= since),
        texts=len({each.original for each in came}),
    )


def _texts(came: Sequence[Sighting]) -> int:
    marks = [
        {("text", each.original)} | ({("outlet", each.source_id)} if each.source_id else set())
        for each in came
    ]
    return len(groups_sharing(marks))
