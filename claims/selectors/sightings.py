"""Where claims were made, page by page: the versions of one page are one place."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from factcheck.prepared import rows

# `page` is the first version: a page may have lost the claim in between, and has made it once.
SIGHTINGS = """
WITH RECURSIVE made AS (
    SELECT asked.id AS claim_id, article_id, max(appearance.id) AS appearance_id
    FROM claims_claim asked JOIN claims_appearance appearance
        ON appearance.claim_id = coalesce(asked.merged_into_id, asked.id)
    WHERE asked.id = ANY (%(claims)s) GROUP BY asked.id, article_id
), earlier AS (
    SELECT article.id AS article_id, article.id AS page, article.supersedes_id AS before
    FROM claims_article article WHERE article.id IN (SELECT article_id FROM made)
    UNION ALL
    SELECT earlier.article_id, article.id, article.supersedes_id
    FROM earlier JOIN claims_article article ON article.id = earlier.before
)
SELECT made.claim_id, earlier.page, article.source_id, coalesce(source.name, ''),
    coalesce(sketch.original_id, article.id), article.received_at,
    CASE WHEN article.version = 1 THEN coalesce(article.published_at, article.received_at)
        ELSE article.received_at END,
    article.id, made.appearance_id
FROM made
    JOIN earlier ON earlier.article_id = made.article_id AND earlier.before IS NULL
    JOIN claims_article article ON article.id = made.article_id
    LEFT JOIN claims_source source ON source.id = article.source_id
    LEFT JOIN claims_articlesketch sketch ON sketch.article_id = article.id
ORDER BY article.version, article.id
"""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A page that makes a claim. `outlet` is "" and `source_id` None when nobody knows whose it is.

    `original` is the same for copies of one text. `came_at` and `dated_at` are of the first version
    that has the claim: when the desk had it, and what day it bears (a version that a page changed
    into bears the day it was seen). `article_id` and `appearance_id` are of the last one that has.
    """

    page: int
    source_id: int | None
    outlet: str
    original: int
    came_at: datetime.datetime
    dated_at: datetime.datetime
    article_id: int
    appearance_id: int


def claim_sightings(claim_ids: Collection[int]) -> dict[int, list[Sighting]]:
    """Return the pages that make each of these claims, in one query, the latest to come first.

    Of a claim that is merged, those of the claim it is merged into.
    """
    pages: dict[int, dict[int, Sighting]] = defaultdict(dict)
    for claim, *columns in rows(SIGHTINGS, {"claims": list(claim_ids)}):
        seen = Sighting(*columns)
        first = pages[claim].get(seen.page, seen)
        pages[claim][seen.page] = Sighting(
            first.page, first.source_id, first.outlet, first.original, first.came_at,
            first.dated_at, seen.article_id, seen.appearance_id,
        )  # fmt: skip
    return {
        claim: sorted(pages[claim].values(), key=_came, reverse=True) for claim in set(claim_ids)
    }


def _came(seen: Sighting) -> tuple[datetime.datetime, int]:
    return seen.came_at, seen.article_id
