"""What lies in other tables, for the verdicts of a batch at once.

A join or a subquery per row costs the database five microseconds and more each; asked for by the
ids of a few thousand rows it costs a tenth of that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db.models import BooleanField, F, Func, Value

from claims.models import Appearance
from factcheck.accounts.models import User
from reviews.models import ItemTag, Rating


@dataclass(frozen=True, slots=True)
class Place:
    """Where a claim was made: outlet and address of an article, "" for what is not known."""

    outlet: str
    url: str


class IsAmong(Func):
    """Whether an id is in an array, which is sent as one value.

    `__in` makes a parameter of each id: with thousands that takes longer than to look them up.
    """

    template = "%(expressions)s)"
    arg_joiner = " = ANY ("
    output_field = BooleanField()

    def __init__(self, column: str, ids: Collection[int]) -> None:
        super().__init__(F(column), Value(list(ids)))


def articles_of(claims: Collection[int]) -> Mapping[int, list[Place]]:
    """Return the articles each claim was made in, each once, in one order."""
    rows = Appearance.objects.filter(IsAmong("claim_id", claims)).order_by("claim_id", "article_id")
    places: dict[int, dict[int, Place]] = defaultdict(dict)
    for claim, article, outlet, url in rows.values_list(
        "claim", "article", "article__source__name", "article__url"
    ):
        places[claim][article] = Place(outlet or "", url)
    return {claim: list(articles.values()) for claim, articles in places.items()}


def topics_of(items: Collection[int]) -> Mapping[int, list[str]]:
    """Return the names of the tags of each queue item that has any, sorted."""
    rows = ItemTag.objects.filter(IsAmong("item_id", items)).order_by("tag__name", "tag_id")
    topics: dict[int, list[str]] = defaultdict(list)
    for item, name in rows.values_list("item", "tag__name"):
        topics[item].append(name)
    return topics


def names_of(people: Collection[int]) -> Mapping[int, str]:
    """Return the names of people."""
    users = User.objects.filter(pk__in=people).only("first_name", "last_name", "username")
    return {user.pk: user.shown_name for user in users}


def ratings_of(ratings: Collection[int]) -> Mapping[int, Rating]:
    """Return the ratings."""
    return Rating.objects.in_bulk(ratings)
