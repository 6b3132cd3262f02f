"""Where a statement was made, and the statement as the matcher wants it, in its own offsets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

from claims.extraction.types import DateMention, Quantity, Span
from claims.matching.types import Statement
from claims.models import Appearance, Article, Claim, EarlierCheck
from claims.models.values import dates_of, quantities_of

Kind = Literal["claim", "appearance", "check"]
Placed = TypeVar("Placed", Quantity, DateMention)


@dataclass(frozen=True, slots=True)
class Told:
    """One side of a comparison. `who` says it: an outlet, or another desk; "" if not known.

    The spans of the statement's quantities and dates count code points of its own text; empty ones
    are not known. `article` is where it stands, None for a fact-check of another desk.
    """

    kind: Kind
    pk: int
    statement: Statement
    who: str
    url: str
    article: Article | None = None


def told_claim(claim: Claim) -> Told:
    """Return a claim, as it was first made. Its vector is left out."""
    made = Appearance.objects.filter(claim=claim, text=claim.text).order_by("id")
    first = made.select_related("article__source").defer("article__text", "article__received")
    appearance = first.first()
    is_placed = appearance is not None and appearance.quantities == claim.quantities
    start = appearance.start if appearance and is_placed else None
    article = appearance.article if appearance else None
    statement = Statement(
        text=claim.text,
        language=claim.language,
        vector=(),
        speaker=claim.speaker,
        quantities=_placed(quantities_of(claim.quantities), start),
        dates=_placed(dates_of(claim.dates), start),
        document=str(article.pk) if article else "",
        about=claim.about,
    )
    return Told("claim", claim.pk, statement, _outlet(article), "", article)


def told_appearance(appearance: Appearance) -> Told:
    """Return one place where a claim was made. It has no vector: none is kept."""
    article = appearance.article
    statement = Statement(
        text=appearance.text,
        language=article.language,
        vector=(),
        speaker=appearance.speaker,
        quantities=_placed(quantities_of(appearance.quantities), appearance.start),
        dates=_placed(dates_of(appearance.dates), appearance.start),
        document=str(article.pk),
    )
    return Told("appearance", appearance.pk, statement, _outlet(article), article.url, article)


def told_check(check: EarlierCheck) -> Told:
    """Return what another desk checked. Its vector is left out."""
    statement = Statement(
        text=check.claim_reviewed,
        language=check.language,
        vector=(),
        quantities=quantities_of(check.quantities),
    )
    return Told("check", check.pk, statement, check.publisher, check.url)


def _outlet(article: Article | None) -> str:
    return article.source.name if article and article.source else ""


def _placed(values: Iterable[Placed], start: int | None) -> tuple[Placed, ...]:
    """Return the values with spans of the statement that begins at `start` of its article."""
    return tuple(replace(each, span=_moved(each.span, start)) for each in values)


def _moved(span: Span, start: int | None) -> Span:
    if start is None or span.start < start:
        return Span(0, 0)
    return Span(span.start - start, span.end - start)
