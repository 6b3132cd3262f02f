"""In which order what was found is shown, a page at a time."""

from __future__ import annotations

import datetime
import json
import math
from collections.abc import Collection
from dataclasses import dataclass

from claims.search.asked import asked
from factcheck.prepared import rows
from reviews.models import SearchKind

Place = tuple[float, datetime.datetime, int]

# A published judgement is what somebody looks for first, then claims; an article's long text has
# any word.
WORTH = {
    SearchKind.VERDICT: 1.2,
    SearchKind.CLAIM: 1.0,
    SearchKind.EARLIER_CHECK: 0.9,
    SearchKind.ARTICLE: 0.6,
}
# How near the words stand to each other, by how often. The weights are of D, C, B, A; 1: by the
# logarithm of the length of the text; 32: brought to between 0 and 1. Places beyond the fourth tell
# nothing, and a cursor has to name them again.
IN_ORDER = """
SELECT score, at, id, kind, of FROM (
    SELECT id, at, kind, coalesce(claim_id, verdict_id, article_id, earlier_check_id) AS of,
        round((coalesce(ts_rank_cd('{0.1, 0.3, 0.6, 1.0}', words, %(query)s::tsquery, 1 | 32), 0)
            * (%(worth)s::jsonb ->> kind)::float)::numeric, 4)::float AS score
    FROM reviews_searchentry WHERE id = ANY(%(ids)s::bigint[])
) AS ranked
WHERE (score, at, id) < (%(score)s::float, %(at)s::timestamptz, %(id)s::bigint)
ORDER BY score DESC, at DESC, id DESC LIMIT %(most)s::int
"""
_FIRST: Place = (math.inf, datetime.datetime.min.replace(tzinfo=datetime.UTC), 0)


@dataclass(frozen=True, slots=True)
class Found:
    """An entry that was found, how well it fits, 0 to 1.2, and the id of what it is of."""

    score: float
    at: datetime.datetime
    entry: int
    kind: SearchKind
    row: int

    @property
    def place(self) -> Place:
        """Return what the list is ordered by: best first, then newest."""
        return self.score, self.at, self.entry


def in_order(
    ids: Collection[int], text: str, *, most: int, after: Place | None = None
) -> list[Found]:
    """Return the first entries behind the place `after`, best first; without words newest first."""
    score, at, entry = after or _FIRST
    term = asked(text).term
    wanted = {
        "ids": list(ids),
        "query": term.query if term else None,
        "worth": json.dumps(WORTH),
        "score": score,
        "at": at,
        "id": entry,
        "most": most,
    }
    return [
        Found(score, at, entry, SearchKind(kind), row)
        for score, at, entry, kind, row in rows(IN_ORDER, wanted)
    ]
