"""Which entries are found, and how many of each kind."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.search import SearchQueryField
from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import (
    BooleanField,
    Exists,
    F,
    Func,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.lookups import Exact
from django.utils import timezone

from claims.models import Appearance, Article
from claims.search.asked import asked
from claims.search.term import Term
from claims.search.vector import quoted, speaker_lexemes
from factcheck.accounts.models import User
from reviews.domain.states import CLOSED, State
from reviews.models import QueueItem, SearchEntry, SearchFigure, SearchKind, VerdictStatus
from reviews.selectors.search_wish import SearchWish
from reviews.selectors.verdicts import verdicts_readable_by

# Of each kind. Where more have the words, the newest of them are put in order.
MOST_FOUND = 500
# Up to here the index finds all, and the newest are taken of them: to walk over ten thousand
# articles for an amount that one in fifteen has took longer than all else.
COMMON = 5000
# The same for words in order: the index does not know places, so that the words of every row are
# read, and of an article that takes as long as to walk over it.
COMMON_IN_ORDER = 1000
NEWEST = "SELECT pk, count(*) OVER () FROM ({found}) AS found ORDER BY at DESC, pk DESC LIMIT %s"


class TsQuery(Func):
    """The text of a tsquery as one."""

    template, output_field = "(%(expressions)s)::tsquery", SearchQueryField()


class HasWords(Func):
    """Whether an entry has the words: a condition for `filter`, asked of the index."""

    template, arg_joiner, output_field = "(%(expressions)s)", " @@ ", BooleanField()


class HasWordsHere(Func):
    """The same, asked of entry after entry: no index answers IS TRUE."""

    template, arg_joiner, output_field = "((%(expressions)s) IS TRUE)", " @@ ", BooleanField()


@dataclass(frozen=True, slots=True)
class Count:
    """How many of a kind there are; `is_more` when there are more than were counted."""

    number: int
    is_more: bool


def found_by_kind(wish: SearchWish, user: User) -> Mapping[SearchKind, list[int]]:
    """Return the ids of the entries of each kind, one more than MOST_FOUND where there are more."""
    return {kind: found_of(kind, wish, user) for kind in SearchKind}


def found_of(kind: SearchKind, wish: SearchWish, user: User) -> list[int]:
    """Return the ids of the entries of one kind, one more than MOST_FOUND where there are more."""
    term = asked(wish.text).term
    if wish.is_open or (wish.text.strip() and term is None):
        return []
    return _ids(entries_within(wish, user, kind), term)


def entries_within(wish: SearchWish, user: User, kind: SearchKind) -> QuerySet[SearchEntry]:
    """Return what the filters of `wish` leave of a kind, whatever its words."""
    entries = SearchEntry.objects.filter(*_conditions(wish), *_of_kind(kind, wish, user))
    return entries.filter(kind=kind)


def counts_of(found: Mapping[SearchKind, list[int]]) -> dict[SearchKind, Count]:
    """Return how many entries of each kind were found."""
    return {
        kind: Count(min(len(ids), MOST_FOUND), len(ids) > MOST_FOUND) for kind, ids in found.items()
    }


def _ids(entries: QuerySet[SearchEntry], term: Term | None) -> list[int]:
    """Return the newest entries that have the words, if there are too many to have all."""
    newest = entries.order_by("-at", "-id").values_list("pk", flat=True)
    if term is None:
        return list(newest[: MOST_FOUND + 1])
    query = TsQuery(Value(term.query))
    common = COMMON_IN_ORDER if term.is_in_order else COMMON
    ids, number = _newest_of(entries.filter(HasWords(F("words"), query)), common + 1)
    if number <= common:
        return ids
    # So common that walking over the newest soon finds enough.
    return list(newest.filter(HasWordsHere(F("words"), query))[: MOST_FOUND + 1])


def _newest_of(entries: QuerySet[SearchEntry], most: int) -> tuple[list[int], int]:
    """Return the newest of `entries`, and how many there are, as far as `most`.

    Both in one reading: words in order are looked up in every row that has the words.
    """
    some = entries.order_by().values("pk", "at")[:most]
    try:
        found, parameters = some.query.sql_with_params()
    except EmptyResultSet:  # a kind that has no outlet, or no such status
        return [], 0
    with connection.cursor() as cursor:
        cursor.execute(NEWEST.format(found=found), [*parameters, MOST_FOUND + 1])
        rows = cursor.fetchall()
    return [pk for pk, _number in rows], rows[0][1] if rows else 0


def _of_kind(kind: SearchKind, wish: SearchWish, user: User) -> Iterable[Q]:
    if kind == SearchKind.VERDICT:
        yield Q(verdict__in=verdicts_readable_by(user).order_by().values("pk"))
    if wish.status:
        yield _status(kind, wish.status)
    if wish.source is not None:
        yield _outlet(kind, wish.source)


def _conditions(wish: SearchWish) -> Iterable[Any]:
    if wish.language:
        yield Q(language=wish.language)
    if wish.since:
        yield Q(at__gte=_midnight(wish.since))
    if wish.until:
        yield Q(at__lt=_midnight(wish.until + datetime.timedelta(days=1)))
    if wish.speaker:
        query = " & ".join(map(quoted, speaker_lexemes(wish.speaker)))
        yield HasWords(F("words"), TsQuery(Value(query))) if query else Q(pk__in=[])
    if wish.unit or wish.least is not None or wish.most is not None:
        yield Q(pk__in=_figures(wish).values("entry"))


def _figures(wish: SearchWish) -> QuerySet[SearchFigure]:
    figures = SearchFigure.objects.order_by()
    if wish.unit:
        figures = figures.filter(unit=wish.unit)
    if wish.least is not None:
        figures = figures.filter(value__gte=wish.least)
    return figures if wish.most is None else figures.filter(value__lte=wish.most)


def _status(kind: SearchKind, status: str) -> Q:
    if kind == SearchKind.CLAIM:
        return Q(claim__in=_items_now(status).values("claim"))
    if kind == SearchKind.VERDICT and status in VerdictStatus.values:
        return Q(verdict__status=status)
    return Q(pk__in=[])


def _items_now(status: str) -> QuerySet[QueueItem]:
    """Return the items in a state that say where their claims are now."""
    items = QueueItem.objects.filter(state=status).order_by()
    if State(status) not in CLOSED:
        return items  # a claim has one open item at most
    later = QueueItem.objects.filter(claim=OuterRef("claim"), pk__gt=OuterRef("pk"))
    return items.filter(~Exists(later))


def _outlet(kind: SearchKind, source: int) -> Q:
    if kind == SearchKind.ARTICLE:
        # Asked of those that have the words. As a join it was planned over all articles, and the
        # words of each were read.
        article = Article.objects.filter(pk=OuterRef("article"))
        return Q(Exact(Subquery(article.values("source")), source))
    claims = Appearance.objects.filter(article__source=source).order_by().values("claim")
    if kind == SearchKind.CLAIM:
        return Q(claim__in=claims)
    return Q(verdict__claim__in=claims) if kind == SearchKind.VERDICT else Q(pk__in=[])


def _midnight(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(), tzinfo=timezone.get_current_timezone())
