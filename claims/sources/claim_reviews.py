"""ClaimReviews out of what other desks give: lists, feeds, answers of a search, pages.

Sources of the names: schema.org/ClaimReview, schema.org/DataFeed, JSON-LD 1.1 (`@graph`), and the
answer of `claims:search` of the Fact Check Tools API.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from claims.sources.page_heads import parsed_page

TYPE = "ClaimReview"
DEPTH = 8  # lists in lists; no feed needs half of it
TYPE_OF_BLOCK = "normalize-space(translate(@type, 'JSONLDAPICT', 'jsonldapict'))"
# Some write "application/ld+json; charset=utf-8".
JSON_LD = f"//script[starts-with({TYPE_OF_BLOCK}, 'application/ld+json')]/text()"


class NoClaimReviews(ValueError):
    """A document of none of the forms that ClaimReviews come in."""


@dataclass(frozen=True, slots=True)
class Retracted:
    """A fact-check that its desk took back: of `claim` at `url`, or all there if `claim` is ""."""

    url: str
    claim: str = ""


def claim_reviews(document: Any) -> Iterator[Any]:
    """Yield what stands in the place of a ClaimReview in `document`, which JSON was parsed to.

    That may be anything: the caller tells a review from what is none. For what a feed says is
    deleted, a Retracted. Raises NoClaimReviews.
    """
    if isinstance(document, dict) and "@type" not in document and "claims" in document:
        yield from _of_search(document["claims"])
    elif isinstance(document, dict | list):
        yield from _inside(document, DEPTH)
    else:
        raise NoClaimReviews


def page_claim_reviews(data: bytes, *, charset: str = "") -> Iterator[dict[str, Any]]:
    """Yield the ClaimReviews that a page carries as JSON-LD; blocks that are broken hold none.

    `charset` is that of the transport, "" if it named none.
    """
    root = parsed_page(data, charset=charset)
    blocks = [] if root is None else root.xpath(JSON_LD)
    for block in blocks if isinstance(blocks, list) else ():
        try:
            document = json.loads(str(block), strict=False)
        except (ValueError, RecursionError):
            continue
        yield from (each for each in _inside(document, DEPTH) if _is(each, TYPE))


def _inside(element: Any, depth: int) -> Iterator[Any]:
    """Yield the reviews in lists, feeds and graphs; a Retracted for what a feed says is deleted."""
    if depth and isinstance(element, list):
        for each in element:
            yield from _inside(each, depth - 1)
    elif depth and _is(element, "DataFeed"):
        yield from _inside(element.get("dataFeedElement"), depth - 1)
    elif depth and _is(element, "DataFeedItem"):
        inside = _inside(element.get("item"), depth - 1)
        yield from _retracted(element, inside) if element.get("dateDeleted") else inside
    elif depth and isinstance(element, dict) and "@graph" in element:
        yield from _inside(element["@graph"], depth - 1)
    else:
        yield element


def _retracted(element: dict[str, Any], inside: Iterator[Any]) -> Iterator[Retracted]:
    """Yield what a feed took back: it names the reviews as they were, or only an address."""
    for each in [each for each in inside if isinstance(each, dict)] or [element]:
        url, claim = each.get("url"), each.get("claimReviewed")
        # What is not printable, such as NUL, is the address of nothing that was imported.
        if isinstance(url, str) and url.isprintable():
            yield Retracted(url.strip(), " ".join(claim.split()) if isinstance(claim, str) else "")


def _is(element: Any, name: str) -> bool:
    kinds = element.get("@type") if isinstance(element, dict) else None
    return name in kinds if isinstance(kinds, list) else kinds == name


def _of_search(claims: Any) -> Iterator[Any]:
    """Yield a ClaimReview for each review of each claim that a search found."""
    if not isinstance(claims, list):
        raise NoClaimReviews
    for claim in claims:
        reviews = claim.get("claimReview") if isinstance(claim, dict) else None
        if not isinstance(reviews, list):
            yield claim
            continue
        for review in reviews:
            yield _from_search(claim, review) if isinstance(review, dict) else review


def _from_search(claim: dict[str, Any], review: dict[str, Any]) -> dict[str, Any]:
    publisher = review.get("publisher")
    publisher = publisher if isinstance(publisher, dict) else {}
    return {
        "@context": "https://schema.org",
        "@type": TYPE,
        "url": review.get("url"),
        "name": review.get("title"),
        "claimReviewed": claim.get("text"),
        "datePublished": review.get("reviewDate"),
        "inLanguage": review.get("languageCode"),
        "author": {
            "@type": "Organization",
            "name": publisher.get("name") or publisher.get("site"),
            "url": publisher.get("site"),
        },
        "reviewRating": {"@type": "Rating", "alternateName": review.get("textualRating")},
        "itemReviewed": {
            "@type": "Claim",
            "author": {"@type": "Person", "name": claim.get("claimant")},
            "datePublished": claim.get("claimDate"),
        },
    }
