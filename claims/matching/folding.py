"""One form for wordings that differ only in script, width, case or noise. For comparison only."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from opencc import OpenCC

_TONES = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü"
# Converters gloss a character with its reading, 發(fā)布; neutral syllables carry no tone mark.
_GLOSS = re.compile(
    rf"(?<=[㐀-鿿])\((?:[a-z]{{0,3}}[{_TONES}][a-zü]{{0,3}}|men|de|le|zhe|ne|ma|ba|zi)\)"
)
_DOUBLED = re.compile(r"([,.;:!?、。])[,.;:!?、。]+")
_SPACE = re.compile(r"\s+")
_ACCENTS = re.compile("[\u0300-\u036f]")


@cache
def _simplifier() -> OpenCC:
    return OpenCC("t2s")


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """Return the text in Simplified characters, half width, without glosses, accents or doubles.

    Case is kept. Offsets into the result mean nothing in the original.
    """
    text = unicodedata.normalize("NFKC", text)
    text = _GLOSS.sub("", text)
    text = _ACCENTS.sub("", unicodedata.normalize("NFD", text))
    text = unicodedata.normalize("NFC", text)
    text = _DOUBLED.sub(r"\1", text)
    text = text.replace("’", "'").replace("‑", "-")
    return _SPACE.sub(" ", _simplifier().convert(text)).strip()


def fold(text: str) -> str:
    """Return `plain` text without case."""
    return plain(text).casefold()
