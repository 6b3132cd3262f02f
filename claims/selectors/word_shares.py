"""How common words are in claims, as PostgreSQL knows it from the statistics of its index.

They are a sample's, and of the thousand most common words only: good for choosing how to look,
never for what is found. Without them, on a new database, no word counts as common.
"""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from functools import lru_cache

from django.db import connection

from claims.extraction.folding import simplify, traditionalise
from claims.extraction.han import HAN, HAN_RANGES

SHARES = """
SELECT word, share FROM pg_stats, unnest(
    most_common_elems::text::text[], most_common_elem_freqs[:cardinality(most_common_elems)]
) AS common (word, share)
WHERE tablename = 'claim_words' AND schemaname = ANY (current_schemas(false))
"""
KEPT_SECONDS = 300  # in a process; PostgreSQL takes its sample no oftener than that
WORD = re.compile(rf"{HAN}|[^\W{HAN_RANGES}]+")


def word_shares() -> Mapping[str, float]:
    """Return the share of claims, 0 to 1, that each of the most common words is in."""
    return shares_of_period(int(time.monotonic() // KEPT_SECONDS))


@lru_cache(maxsize=1)
def shares_of_period(_period: int) -> Mapping[str, float]:
    """Return the shares as they are now, and again while the period is the same."""
    with connection.cursor() as cursor:
        cursor.execute(SHARES)
        return dict(cursor.fetchall())


def share_of(part: str, shares: Mapping[str, float]) -> float:
    """Return about which share of claims has `part` in one script or the other; 0 when it is rare.

    The last word of a part may be the beginning of a longer one. A part of several words is as
    common as the rarest of them at most.
    """
    scripts = {part, simplify(part), traditionalise(part)}
    return max(_share(WORD.findall(script.lower()), shares) for script in scripts)


def is_one_word(part: str) -> bool:
    """Return whether the share of `part` is that of a word, not at most that of a phrase."""
    return len(WORD.findall(part)) == 1


def _share(words: list[str], shares: Mapping[str, float]) -> float:
    if not words:
        return 0.0
    *whole, last = words
    longer = (share for word, share in shares.items() if word.startswith(last))
    return min(max(longer, default=0.0), *(shares.get(word, 0.0) for word in whole), 1.0)
