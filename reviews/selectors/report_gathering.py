"""What lies in other tables, for the verdicts of a batch at once.

A join or a subquery per row costs the database five microseconds and more each; asked for by the
ids of a few thousand rows it costs a tenth of that.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db import connections
from django.db.models import BooleanField, F, Func, QuerySet, Value

from claims.models import Appearance
from factcheck.accounts.models import User
from reviews.models import ItemTag, Rating


class IsAmong(Func):
    """Whether an id is in an array, which is sent as one value.

    `__in` makes a parameter of each id: with thousands that takes longer than to look them up.
    """

    template = "%(expressions)s)"
    arg_joiner = " = ANY ("
    output_field = BooleanField()

    def __init__(self, column: str, ids: Collection[int]) -> None:
        super().__init__(F(column), Value(list(ids)))


@dataclass(frozen=True, slots=True)
class Places:
    """Where claims were made: outlets and addresses of the articles, "-" for what is not known."""

    outlets: dict[int, tuple[str, ...]]
    urls: dict[int, tuple[str, ...]]


def places_of(claims: Collection[int]) -> Places:
    """Return the articles each claim was made in, each once, by id."""
    made = Appearance.objects.filter(IsAmong("claim_id", claims)).order_by("claim_id", "article_id")
    columns = ("claim_id", "article_id", "article__source__name", "article__url")
    places = Places({}, {})
    last = (0, 0)
    for claim, article, outlet, url in fetched(made.values_list(*columns)):
        if (claim, article) != last:
            last = (claim, article)
            places.outlets[claim] = (*places.outlets.get(claim, ()), outlet or "-")
            places.urls[claim] = (*places.urls.get(claim, ()), url or "-")
    return places


def topics_of(items: Collection[int]) -> dict[int, tuple[str, ...]]:
    """Return the names of the tags of each queue item that has any, sorted."""
    rows = ItemTag.objects.filter(IsAmong("item_id", items)).order_by("tag__name", "tag_id")
    topics: dict[int, tuple[str, ...]] = {}
    for item, name in fetched(rows.values_list("item_id", "tag__name")):
        topics[item] = (*topics.get(item, ()), name)
    return topics


def names_of(people: Collection[int]) -> dict[int, str]:
    """Return the names of people."""
    users = User.objects.filter(pk__in=people).only("first_name", "last_name", "username")
    return {user.pk: user.shown_name for user in users}


def ratings_of(ratings: Collection[int]) -> dict[int, Rating]:
    """Return the ratings."""
    return Rating.objects.in_bulk(ratings)


def fetched(values: QuerySet[Any, tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Return what a query reads, as the driver gives it: the ORM takes as long to look it over."""
    with connections[values.db].cursor() as cursor:
        cursor.execute(*values.query.sql_with_params())
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows
