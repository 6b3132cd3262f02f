"""A text as it is compared when somebody searches: one script, one width, no case, no accents.

Every form has the same length, so that a place in one is a place in the others, and `View.span`
leads back to the text as written.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from claims.extraction.folding import simplify
from claims.extraction.repair import repair
from claims.extraction.view import View, substitute

# A converter of scripts stumbles over a surrogate, PostgreSQL over NUL.
_NO_TEXT = re.compile("[\0\ud800-\udfff]")
# Accents that stand by themselves (e + ́), and the two apostrophes inside a word (don't).
_LOOSE = re.compile(r"[\u0300-\u036f]+|(?<=\w)['’](?=\w)")


@dataclass(frozen=True, slots=True)
class Folded:
    """`view` is the repaired text, `simplified` it in Simplified characters, `text` without case.

    Numbers are read in the first two: in "671B" and "5m" case tells the magnitude.
    """

    view: View
    simplified: str
    text: str


def folded(text: str) -> Folded:
    """Return `text` as it is searched. Any string will do, also one with NUL and surrogates."""
    view = substitute(repair(_NO_TEXT.sub(" ", text)), _LOOSE, "")
    view = View(view.text.translate(_widths(view.text)), view.starts, view.ends)
    simplified = simplify(view.text)
    table = {ord(each): _bare(each) for each in set(simplified)}
    return Folded(view, simplified, simplified.translate(table))


def _widths(text: str) -> dict[int, str]:
    return {ord(each): _narrow(each) for each in set(text) if each > "\u00ff"}


@lru_cache(maxsize=16384)
def _narrow(character: str) -> str:
    """Return a character in its usual width and form; itself if that is several."""
    usual = unicodedata.normalize("NFKC", character)
    return usual if len(usual) == 1 else character


@lru_cache(maxsize=16384)
def _bare(character: str) -> str:
    """Return a character without case and accents; itself if that is several."""
    plain = unicodedata.normalize("NFKD", character).casefold()
    bare = "".join(each for each in plain if not unicodedata.combining(each))
    return bare if len(bare) == 1 else character
