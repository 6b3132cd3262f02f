"""What a ClaimReview reviews: the claim, who made it, where it appeared."""

from __future__ import annotations

from collections.abc import Iterator

from reviews.domain.claim_review_catalogue import RULES
from reviews.domain.claim_review_findings import Finding, shortened
from reviews.domain.claim_review_nodes import Node
from reviews.domain.claim_review_sites import is_absolute, is_on

LONGEST = 75  # characters of a claim that search results show
APPEARANCES = ("firstAppearance", "appearance")
REVIEWERS = ("author", "publisher")


def wording_findings(review: Node) -> Iterator[Finding]:
    """Yield what is wrong with the wording of the claim."""
    claim = review.below("claimReviewed")
    if not claim.text:
        yield Finding(RULES["claim_missing"], claim.path, shortened(claim.value or ""))
    elif len(claim.text) > LONGEST:
        yield Finding(RULES["claim_long"], claim.path, str(len(claim.text)))


def item_findings(review: Node, site: str) -> Iterator[Finding]:
    """Yield what is wrong with what was reviewed; `site` is the fact-checker's address."""
    items = review.each("itemReviewed")
    if not items:
        yield Finding(RULES["item_missing"], f"{review.path}.itemReviewed")
    for item in items:
        if "Claim" not in item.types:
            yield Finding(RULES["item_type"], item.path, ", ".join(sorted(item.types)))
        yield from _speaker(review, item)
        yield from _appearances(item, site)


def _speaker(review: Node, item: Node) -> Iterator[Finding]:
    authors = item.each("author")
    if not any(_names(author) for author in authors):
        yield Finding(RULES["claim_author_missing"], f"{item.path}.author")
    own = {name for role in REVIEWERS for each in review.each(role) for name in _names(each)}
    for author in authors:
        if own & _names(author):
            name = author.below("name").text or author.text
            yield Finding(RULES["claim_author_is_reviewer"], author.path, shortened(name))


def _appearances(item: Node, site: str) -> Iterator[Finding]:
    places = [place for name in APPEARANCES for place in item.each(name)]
    if not places:
        yield Finding(RULES["appearance_missing"], f"{item.path}.firstAppearance")
    for place in places:
        address = place.below("url") if place.is_object else place
        if address.value is None:
            continue  # a speech on a square has no address
        if not is_absolute(address.text):
            yield Finding(RULES["appearance_url"], address.path, shortened(address.value))
        elif site and is_on(address.text, site):
            yield Finding(RULES["appearance_here"], address.path, shortened(address.text))


def _names(author: Node) -> frozenset[str]:
    """Return what an author is known by: name, address, id; compared without case or ending /."""
    if not author.is_object:
        return frozenset({author.text.casefold()} - {""})
    known = (author.below(name).text for name in ("name", "url", "@id"))
    return frozenset({text.casefold().rstrip("/") for text in known} - {""})
