"""Where the reviews are: alone, in a list, in a graph, in a feed."""

from __future__ import annotations

from collections.abc import Iterator

from reviews.domain.claim_review_catalogue import RULES
from reviews.domain.claim_review_findings import Finding, shortened
from reviews.domain.claim_review_nodes import Node

REVIEW, FEED, ITEM = "ClaimReview", "DataFeed", "DataFeedItem"


def reviews_in(node: Node) -> list[Node]:
    """Return every ClaimReview of a file, in its order; what was deleted is none any more."""
    if isinstance(node.value, list):
        return [review for each in node.each() for review in reviews_in(each)]
    if REVIEW in node.types:
        return [node]
    held = [*node.each("@graph")]
    if FEED in node.types:
        held += [_inside(element) for element in node.each("dataFeedElement")]
    return [review for each in held for review in reviews_in(each)]


def shape_findings(root: Node) -> Iterator[Finding]:
    """Yield what is wrong with the file around the reviews."""
    for top in root.each():
        if top.is_object:
            yield from _context(top)
            for node in (top, *top.each("@graph")):
                if FEED in node.types:
                    yield from _feed(node)


def is_empty_feed(root: Node) -> bool:
    """Say whether there is a feed, so that having no review is no fault."""
    tops = [node for top in root.each() for node in (top, *top.each("@graph"))]
    return any(FEED in node.types for node in tops)


def _context(top: Node) -> Iterator[Finding]:
    contexts = top.each("@context")
    named = {each.text.rstrip("/").partition("://")[2] for each in contexts}
    vocabularies = {each.below("@vocab").text.rstrip("/").partition("://")[2] for each in contexts}
    if "schema.org" not in named | vocabularies:
        path = f"{top.path}.@context"
        yield Finding(RULES["context"], path, shortened(top.below("@context").value or ""))


def _feed(feed: Node) -> Iterator[Finding]:
    elements = feed.below("dataFeedElement")
    if not isinstance(elements.value, list):
        yield Finding(RULES["feed_elements"], elements.path)
    for element in elements.each():
        is_whole = element.each("item") or element.each("dateDeleted")
        if REVIEW not in element.types and not (ITEM in element.types and is_whole):
            yield Finding(RULES["feed_element"], element.path, ", ".join(sorted(element.types)))


def _inside(element: Node) -> Node:
    """Return the review of an element; nothing of one that says it was deleted."""
    if ITEM not in element.types:
        return element
    is_deleted = element.below("dateDeleted").value is not None
    return Node(None, element.path) if is_deleted else element.below("item")
