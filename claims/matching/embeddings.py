"""What is stored and compared of a statement: its centred embedding.

Stored vectors are centred (`centring`) and of unit length, so that a cosine index in the database
ranks as `compare` does. A change of model or of the means asks for all of them anew.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.embedding import embed
from claims.matching.centring import Vectors, centred


def embed_statements(texts: Sequence[str], languages: Sequence[str]) -> Vectors:
    """Return the vectors to store and compare: (n, 384), float32, centred, unit length."""
    return centred(embed(texts), languages)
