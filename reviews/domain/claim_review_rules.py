"""The linter of ClaimReview: what search engines and readers of feeds would stumble over."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from reviews.domain.claim_review_catalogue import RULES
from reviews.domain.claim_review_claim import item_findings, wording_findings
from reviews.domain.claim_review_dates import date_findings
from reviews.domain.claim_review_findings import Finding, Level, shortened
from reviews.domain.claim_review_nodes import Node, is_bounded, walk
from reviews.domain.claim_review_rating import rating_findings
from reviews.domain.claim_review_shape import is_empty_feed, reviews_in, shape_findings
from reviews.domain.claim_review_sites import is_absolute, is_on, page_of

AUTHORS = frozenset({"Person", "Organization", "NewsMediaOrganization", "NGO", "Corporation"})


@dataclass(frozen=True, slots=True)
class Ground:
    """What the reviews are held against. `site` is the address they are published under; "" leaves
    out what asks for it, for a file from anywhere."""

    site: str
    now: datetime.datetime


def lint(value: Any, ground: Ground) -> list[Finding]:
    """Return what is wrong with a JSON value that should hold ClaimReviews, in the file's order."""
    if not is_bounded(value):
        return [Finding(RULES["too_deep"], "$")]
    root = Node(value)
    reviews = reviews_in(root)
    findings = [*shape_findings(root), *_empty_texts(root)]
    if not reviews and not is_empty_feed(root):
        findings.append(Finding(RULES["no_claim_review"], "$"))
    for review in reviews:
        findings += _review(review, ground)
    findings += _shared_pages(reviews)
    return findings


def errors_of(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings that keep a verdict from being published."""
    return [finding for finding in findings if finding.rule.level == Level.ERROR]


def _review(review: Node, ground: Ground) -> Iterator[Finding]:
    yield from wording_findings(review)
    yield from _page(review, ground.site)
    yield from _author(review)
    yield from rating_findings(review)
    yield from item_findings(review, ground.site)
    yield from date_findings(review, ground.now)


def _page(review: Node, site: str) -> Iterator[Finding]:
    url = review.below("url")
    if url.value is None:
        yield Finding(RULES["url_missing"], url.path)
    elif not is_absolute(url.text):
        yield Finding(RULES["url_not_absolute"], url.path, shortened(url.value))
    elif site and not is_on(url.text, site):
        yield Finding(RULES["url_elsewhere"], url.path, shortened(url.text))


def _author(review: Node) -> Iterator[Finding]:
    authors = review.each("author")
    if not any(author.below("name").text for author in authors):
        yield Finding(RULES["author_missing"], f"{review.path}.author.name")
        return
    for author in authors:
        if not author.types & AUTHORS:
            yield Finding(RULES["author_type"], author.path, ", ".join(sorted(author.types)))
        if not author.each("url"):
            yield Finding(RULES["author_url"], f"{author.path}.url")


def _empty_texts(root: Node) -> Iterator[Finding]:
    """Yield every empty text but that of the claim, which has a rule of its own."""
    for node in walk(root):
        is_empty = isinstance(node.value, str) and not node.value.strip()
        if is_empty and not node.path.endswith(".claimReviewed"):
            yield Finding(RULES["text_empty"], node.path)


def _shared_pages(reviews: Iterable[Node]) -> Iterator[Finding]:
    """Yield each review whose page another review of the file has already."""
    seen: set[str] = set()
    for review in reviews:
        url = review.below("url")
        page = page_of(url.text)
        if page and page in seen:
            yield Finding(RULES["url_shared"], url.path, shortened(url.text))
        seen.add(page)
