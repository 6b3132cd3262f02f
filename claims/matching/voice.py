"""Whether the words around two names say who did something to whom, or to whom it was done.

In "AS mengenakan tarif atas Indonesia" and "ekspor Indonesia ke AS dikenai tarif" the same two
countries stand in opposite order, and the same is said.
"""

from __future__ import annotations

import re
from functools import lru_cache

from claims.extraction.plain import fold

_PASSIVE = re.compile(
    # Indonesian and Malay: di- before a verb; "dia", "dinas" and "digital" are no verbs.
    r"(?<![a-z])di(?!a\b|alog|agnos|nas\b|namik|git|rek|plom|skus|mensi|vers|visi|van|stri|sertasi"
    r"|spar|sip|ri\b|ne|am\b|ses|et\b|nding)[a-z]{3,}"
    r"|(?<![a-z])(?:is|are|was|were|be|been|being) (?:\w+ly )?[a-z]+(?:ed|en|wn|lt|ught)(?![a-z])"
    r"|(?<![a-z])[a-z]+(?:ed|en|wn|ught) by(?![a-z])"
    r"|被|遭"
)


# Where what is said of both ends: in "Iran attacked Israel and 12 people were killed" nothing is
# told from the side of either.
_END = re.compile(r"[,;:.!?、，；：。！？()]| (?:and|but|while|dan|tetapi|sementara) |并|但|而")


@lru_cache(maxsize=4096)
def is_passive(text: str, first: int, second: int) -> bool:
    """Say whether what `text` says of the names at two places is told from whom it was done to.

    The places are those in the `plain` text. From the clause the earlier name stands in to the end
    of that of the later one.
    """
    folded = fold(text)
    ends = [match.end() for match in _END.finditer(folded)]
    begin = max((end for end in ends if end <= min(first, second)), default=0)
    end = min((end for end in ends if end > max(first, second)), default=len(folded))
    return bool(_PASSIVE.search(folded, begin, end))
