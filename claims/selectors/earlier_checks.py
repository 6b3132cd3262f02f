"""Earlier fact-checks of other desks: a list to look through, and imports of them."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from claims.extraction.folding import simplify, traditionalise
from claims.models import CheckImport, EarlierCheck, EarlierCheckMatch

PAGE = 30
SHOWN_IMPORTS = 5
MOST_MATCHES = 20  # of one fact-check, the nearest


@dataclass(frozen=True, slots=True)
class CheckSearch:
    """What to list. "" leaves a thing open; `before` continues after an id."""

    words: str = ""
    publisher: str = ""
    language: str = ""
    before: int | None = None


@dataclass(frozen=True, slots=True)
class CheckPage:
    """One page of fact-checks, the last imported first; `next_before` is that of the next."""

    checks: list[EarlierCheck]
    next_before: int | None


def earlier_checks(search: CheckSearch) -> QuerySet[EarlierCheck]:
    """Return the fact-checks that fit, with the claims nearest to each. All words have to occur."""
    matched = EarlierCheckMatch.objects.filter(hidden_at__isnull=True).select_related("claim")
    order = ("-similarity", "id")
    place = Window(RowNumber(), partition_by="check_found", order_by=order)
    nearest = matched.annotate(place=place).filter(place__lte=MOST_MATCHES)
    shown = nearest.defer("claim__vector", "reasons").order_by(*order)
    found = EarlierCheck.objects.defer("vector", "claim_review")
    for word in search.words.split():
        found = found.filter(_says(word))
    if search.publisher:
        found = found.filter(publisher__icontains=search.publisher)
    if search.language:
        found = found.filter(language__istartswith=search.language)
    return found.prefetch_related(Prefetch("matches", shown))


def earlier_checks_page(search: CheckSearch) -> CheckPage:
    """Return a page of fact-checks."""
    found = earlier_checks(search).order_by("-id")
    if search.before is not None:
        found = found.filter(pk__lt=search.before)
    rows = list(found[: PAGE + 1])
    return CheckPage(rows[:PAGE], rows[PAGE - 1].pk if len(rows) > PAGE else None)


def check_imports() -> QuerySet[CheckImport]:
    """Return the imports, newest first, without what was sent."""
    return CheckImport.objects.select_related("by").defer("document").order_by("-id")


def _says(word: str) -> Q:
    """Return the condition that a check has the word, in whichever Chinese script it is asked."""
    said = Q()
    for script in dict.fromkeys((word, simplify(word), traditionalise(word))):
        said |= Q(claim_reviewed__icontains=script) | Q(rating__icontains=script)
    return said
