"""A text without what tells two copies of it apart: script, width, case, blanks, punctuation.

For comparison only. Kept is what a reader would call another statement: the point in 2.4, the
sign of -5, the % of 5 %.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from claims.extraction.folding import simplify
from claims.extraction.repair import repair
from claims.extraction.view import View, substitute

_NOISE = re.compile(
    r"[\s_]+"
    r"|(?<!\d)[.,:/]|[.,:/](?!\d)"  # kept between digits only: 2.4 is not 24
    r"|(?<=\w)[-−]|[-−](?!\d)"  # kept as a sign only: -5, but not COVID-19
    r"|[^\w\s.,:/\-−%‰°$€£¥₹₫฿+<>=]"
)


def folded(text: str) -> View:
    """Return the folded view of `text`, with the way back to its offsets."""
    view = substitute(repair(text), _NOISE, "")
    table = {ord(each): _folded_character(each) for each in set(view.text)}
    return View(simplify(view.text.translate(table)), view.starts, view.ends)


@lru_cache(maxsize=16384)
def _folded_character(character: str) -> str:
    """Return the character without case, width and accents; itself if that is several."""
    plain = unicodedata.normalize("NFKD", character).casefold()
    bare = "".join(each for each in plain if not unicodedata.combining(each))
    return bare if len(bare) == 1 else character
