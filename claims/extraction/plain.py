"""One form for wordings that differ only in script, width, case or noise. For comparison only."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from claims.extraction.folding import simplify
from claims.extraction.repair import GLOSS

DOUBLED = re.compile(r"([,.;:!?、。])[,.;:!?、。]+")
SPACE = re.compile(r"\s+")
ACCENTS = re.compile("[\u0300-\u036f]")


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """Return the text in Simplified characters, half width, without glosses, accents or doubles.

    Case is kept. Offsets into the result mean nothing in the original.
    """
    text = unicodedata.normalize("NFKC", text)
    text = GLOSS.sub(r"\1", text)
    text = ACCENTS.sub("", unicodedata.normalize("NFD", text))
    text = unicodedata.normalize("NFC", text)
    text = DOUBLED.sub(r"\1", text)
    return SPACE.sub(" ", simple_signs(text)).strip()


def simple_signs(text: str) -> str:
    """Return the text in Simplified characters and plain signs, of the same length."""
    return simplify(text.replace("’", "'").replace("‑", "-"))


def fold(text: str) -> str:
    """Return `plain` text without case."""
    return plain(text).casefold()
