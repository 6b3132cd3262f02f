"""What the desk's own points depend on: the rules in force, and the traits of claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from claims.models import Appearance
from reviews.domain.boosts import Boost, Trait, Traits, boosts_that_fit
from reviews.models import BoostRule, ItemTag, QueueItem


def boosts_in_force() -> list[Boost]:
    """Return the rules that were not ended, oldest first."""
    rules = BoostRule.objects.filter(ended_at__isnull=True).order_by("id")
    return [Boost(Trait(rule.trait), rule.value, rule.points, rule.reason) for rule in rules]


def boosts_of(items: Sequence[QueueItem]) -> dict[int, tuple[Boost, ...]]:
    """Return the rules that fit each item, by its id, in a bounded number of queries."""
    boosts = boosts_in_force()
    if not boosts:
        return {item.pk: () for item in items}
    traits = traits_of(items)
    return {item.pk: boosts_that_fit(boosts, traits[item.pk]) for item in items}


def traits_of(items: Sequence[QueueItem]) -> dict[int, Traits]:
    """Return what rules look at for each item, by its id."""
    speakers, sources = defaultdict[int, set[str]](set), defaultdict[int, set[str]](set)
    made = Appearance.objects.filter(claim__in={item.claim_id for item in items})
    for claim, speaker, source in made.order_by().values_list(
        "claim", "speaker", "article__source__name"
    ):
        speakers[claim].add(speaker)
        sources[claim].add(source or "")
    tags = _tags(item.pk for item in items)
    return {
        item.pk: Traits(
            text=f"{item.claim.text}\n{item.claim.clarified}",
            language=item.claim.language,
            speakers=frozenset(speakers[item.claim_id] | {item.claim.speaker}),
            sources=frozenset(sources[item.claim_id]),
            tags=frozenset(tags[item.pk]),
        )
        for item in items
    }


def _tags(item_ids: Iterable[int]) -> defaultdict[int, set[str]]:
    tags = defaultdict[int, set[str]](set)
    carried = ItemTag.objects.filter(item__in=list(item_ids)).order_by()
    for item, name in carried.values_list("item", "tag__name"):
        tags[item].add(name)
    return tags
