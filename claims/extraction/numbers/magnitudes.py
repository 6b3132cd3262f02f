"""Words that multiply the digits before them: "5.6 million", "$3bn", "1,5 triliun"."""

from __future__ import annotations

import re

from claims.extraction.lexicon.numerals import GLUED_MAGNITUDES, MAGNITUDES
from claims.extraction.lexicon.wording import any_of

_WORD = re.compile(
    r"(?:[eE]|[x×]10\^)(?P<power>[-+]?\d{1,2})(?![\w.])"
    rf"|[ -]{{0,2}}(?P<word>{any_of(MAGNITUDES)})"
    rf"|(?P<glued>(?-i:{any_of(GLUED_MAGNITUDES)}))(?!\d)| (?P<apart>(?-i:k))\b",
    re.IGNORECASE,
)


def magnitude_after(text: str, at: int, end: int) -> tuple[float, int]:
    """Return the magnitude that follows digits ending at `at`, 1 if none, and where it ends.

    Two words multiply ("ribu miliar", "lakh crore").
    """
    scale = 1.0
    match = _WORD.match(text, at, end)
    if match and match["power"]:
        return 10.0 ** int(match["power"]), match.end()
    if match and (glued := match["glued"] or match["apart"]):
        return GLUED_MAGNITUDES[glued], match.end()
    while match and match["word"]:
        scale, at = scale * MAGNITUDES[match["word"].casefold()], match.end()
        match = _WORD.match(text, at, end)
    return scale, at
