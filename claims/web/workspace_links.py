"""Where the desk works on what an article says."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse

from claims.extraction.types import Span
from claims.models import Appearance
from reviews.selectors.claim_items import newest_items


def workspace_links(appearances: Sequence[Appearance]) -> dict[Span, str]:
    """Return the address of the workspace of each appearance's claim, by the appearance's span.

    "" for one without a claim, or whose claim is not in the queue yet. By span and not by row of
    the machine's: a later run of it has rows of its own for the same words.
    """
    claims = {
        Span(each.start, each.end): each.claim and (each.claim.merged_into_id or each.claim.pk)
        for each in appearances
    }
    items = newest_items(claim for claim in claims.values() if claim)
    return {
        span: reverse("workspace", args=[items[claim]]) if claim in items else ""
        for span, claim in claims.items()
    }
