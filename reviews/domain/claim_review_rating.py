"""The rating of a ClaimReview: a name, and a number within a scale that has a version."""

from __future__ import annotations

import math
from collections.abc import Iterator

from reviews.domain.claim_review_catalogue import RULES
from reviews.domain.claim_review_findings import Finding, shortened
from reviews.domain.claim_review_nodes import Node

NUMBERS = ("ratingValue", "worstRating", "bestRating")


def rating_findings(review: Node) -> Iterator[Finding]:
    """Yield what is wrong with the rating of a review."""
    ratings = review.each("reviewRating")
    if not ratings:
        yield Finding(RULES["rating_missing"], f"{review.path}.reviewRating")
    for rating in ratings:
        if "Rating" in rating.types:
            yield from _name(rating)
            yield from _number(rating)
        else:
            yield Finding(RULES["rating_type"], rating.path, shortened(rating.value))


def _name(rating: Node) -> Iterator[Finding]:
    name = rating.below("alternateName")
    words = [each.text for each in rating.each("alternateName") if each.text]
    if not words:
        yield Finding(RULES["rating_name_missing"], name.path)
    elif all(_as_number(word) is not None for word in words):
        yield Finding(RULES["rating_name_is_number"], name.path, shortened(name.value))
    if not rating.each("identifier"):
        yield Finding(RULES["scale_unnamed"], f"{rating.path}.identifier")


def _number(rating: Node) -> Iterator[Finding]:
    found: dict[str, float] = {}
    for name in NUMBERS:
        node = rating.below(name)
        number = _as_number(node.value)
        if number is not None:
            found[name] = number
        elif node.value is not None:
            yield Finding(RULES["rating_number"], node.path, shortened(node.value))
    unbounded = [name for name in NUMBERS if rating.below(name).value is None]
    value, worst, best = (found.get(name) for name in NUMBERS)
    if worst is not None and best is not None and worst >= best:
        yield Finding(RULES["rating_scale"], f"{rating.path}.worstRating", f"{worst:g}, {best:g}")
    elif value is not None and unbounded:
        yield Finding(RULES["rating_unbounded"], f"{rating.path}.{unbounded[0]}")
    elif value is None or worst is None or best is None:
        return
    elif not worst <= value <= best:
        yield Finding(RULES["rating_outside"], f"{rating.path}.ratingValue", f"{value:g}")


def _as_number(value: object) -> float | None:
    """Return a finite number, also one that is written as a text; else None."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None
