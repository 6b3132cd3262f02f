"""Where Indonesian words may be broken: the typesetter knows no patterns for the language. PURE.

Source: EYD V (2022), pemenggalan kata: of two consonants between vowels, the first stays. Only
that rule is used: between a vowel and a single consonant the right place depends on the root
("me-rusak", but "ber-usaha"), which letters do not tell.
"""

from __future__ import annotations

import re

SOFT = "\u00ad"
_FEWEST = 8  # letters of a word worth breaking
_KEPT = 3  # letters that stay together at each end
_WORD = re.compile(rf"[^\W\d_]{{{_FEWEST},}}")
# One consonant; four are written with two letters, which stay together ("?>").
_ONE = "(?>ng|ny|sy|kh|[bcdfghjklmnpqrstvwxyz])"
# A stop and a liquid begin a syllable together: "se-kre-taris".
_BREAK = re.compile(rf"(?<=[aiueo])({_ONE})(?={_ONE}[aiueo])", re.IGNORECASE)
_TOGETHER = re.compile(r"[bcdfgkpst][lrwy]", re.IGNORECASE)


def with_soft_hyphens(text: str) -> str:
    """Return Indonesian `text` with soft hyphens (U+00AD) where a long word may be broken."""
    return _WORD.sub(lambda match: _broken(match[0]), text)


def _broken(word: str) -> str:
    if not word.isascii():
        return word
    places = [match.end() for match in _BREAK.finditer(word) if _may_break(word, match)]
    pieces = (word[start:end] for start, end in zip([0, *places], [*places, None], strict=True))
    return SOFT.join(pieces)


def _may_break(word: str, match: re.Match[str]) -> bool:
    if not _KEPT <= match.end() <= len(word) - _KEPT:
        return False
    return not _TOGETHER.fullmatch(word, match.end() - 1, match.end() + 1)
