"""Whether a text says who did something to whom, or to whom it was done.

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


@lru_cache(maxsize=4096)
def is_passive(text: str) -> bool:
    """Say whether something in the text is told from the side of whom it was done to."""
    return bool(_PASSIVE.search(fold(text)))
