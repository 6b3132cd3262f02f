"""The vector of what somebody searches for, made by a worker and kept for an hour.

The model takes 200 MB and would be in every process of the web server; workers have it anyhow.
"""

from __future__ import annotations

import hashlib
from typing import cast

from django.core.cache import cache

from claims.extraction.languages import language_of

KEPT_SECONDS = 3600
ASKED_SECONDS = 10  # within these no second worker is asked


def meaning_embed(text: str) -> None:
    """Embed `text` and keep its vector, for `meaning_of`."""
    from claims.matching.embeddings import embed_statements  # the model: in workers only

    vector = embed_statements([text], [language_of(text)])[0]
    cache.set(_key(text), [float(each) for each in vector], KEPT_SECONDS)


def meaning_of(text: str) -> list[float] | None:
    """Return the vector of `text` as claims have them; None while no worker has made it."""
    return cast("list[float] | None", cache.get(_key(text)))


def meaning_is_wanted(text: str) -> bool:
    """Note that a vector is wanted; return whether a worker has to be asked for it now."""
    return cache.add(f"{_key(text)}:asked", 1, ASKED_SECONDS)


def _key(text: str) -> str:
    # A key holds no blanks and no more than 250 bytes.
    return f"search-meaning:{hashlib.sha256(text.encode()).hexdigest()}"
