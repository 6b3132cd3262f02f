"""Which characters the fonts of a PDF can show, and what stands for those they cannot. PURE.

A PDF for archives is refused for one missing glyph. A letter and the marks on it are shaped as one
and need one font that has them all: an Arabic vowel sign on a Latin letter has none, though each
of them can be shown. It must be a font the compiler looks into: one that the template names, or,
for what none of those has, the one it falls back on. The Arabic font has both the digit 1 and that
vowel sign, but the digit is in the named ones, and so the Arabic one is never asked.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

MISSING = "\ufffd"
_SELECTORS = {*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)}  # choose a form, show nothing
_JOINER = 0x200D
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_AM = {0x0E33, 0x0EB3}  # a vowel of Thai and of Lao: a mark on what stands before, and a letter
_UNSHOWN = {"Cc", "Co", "Cn", "Cs"}
# No line has a place to break in what is longer; a SHA-256 in hexadecimal stays whole.
_LONG = re.compile(r"[^\s\u2e80-\uffff\U00010000-\U0010ffff]{64}(?=\S)")
_BREAK_HERE = "\u200b"


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The characters (code points) of each font: of those the template names, and of the others."""

    named: tuple[frozenset[int], ...]
    others: tuple[frozenset[int], ...]
    plain: frozenset[str]

    @classmethod
    def of(cls, fonts: Iterable[tuple[Iterable[int], bool]]) -> Glyphs:
        """Return what `fonts` show, each with whether it is named.

        `plain` are the characters that need no second look.
        """
        sets = [(frozenset(font), is_named) for font, is_named in fonts]
        every = frozenset[int]().union(*(font for font, _is_named in sets))
        return cls(
            named=tuple(font for font, is_named in sets if is_named),
            others=tuple(font for font, is_named in sets if not is_named),
            plain=frozenset(chr(code) for code in every if _is_plain(chr(code))) | {"\n"},
        )

    def shown(self, text: str) -> str:
        """Return `text` with MISSING for what cannot be shown, and places to break long runs."""
        if not self.plain.issuperset(text):
            text = "".join(self._clusters(text.replace("\ufeff", "").replace("\t", " ")))
        return _LONG.sub(rf"\g<0>{_BREAK_HERE}", text)

    def _clusters(self, text: str) -> Iterable[str]:
        """Yield what is to be shown of each character; `able` have all that it is shaped with."""
        able: list[frozenset[int]] | None = None
        for character in text:
            code = ord(character)
            if code in _SELECTORS or code == _JOINER:
                yield character
                continue
            if able is None or not _joins(character):
                able = self._able(code)
            else:
                able = [font for font in able if code in font]
            is_shown = character == "\n" or (able and _may_be_shown(character))
            yield character if is_shown else MISSING

    def _able(self, code: int) -> list[frozenset[int]]:
        """Return the fonts that a character may be set in, which decide what may stand on it.

        On which of several the compiler falls back is not known: what all of them have.
        """
        if named := [font for font in self.named if code in font]:
            return named
        others = [font for font in self.others if code in font]
        return [frozenset.intersection(*others)] if others else []


def _is_plain(character: str) -> bool:
    return _may_be_shown(character) and not _joins(character) and character != "\ufeff"


def _joins(character: str) -> bool:
    """Return whether `character` is shaped with what stands before it."""
    code = ord(character)
    return unicodedata.category(character)[0] == "M" or code in _SKIN_TONES or code in _AM


def _may_be_shown(character: str) -> bool:
    """Return whether `character` means something by itself: no control, nothing private.

    The fonts may be newer than Python's table of characters: what that has no name for is left out.
    """
    return unicodedata.category(character) not in _UNSHOWN
